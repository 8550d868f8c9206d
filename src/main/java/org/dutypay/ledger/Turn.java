package org.dutypay.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One run's turn at a database: there is one at a time, so that nights remember in order. It ends
 * with the process, however that ends: an H2 file is open to one process only, and PostgreSQL frees
 * an advisory lock when its session is gone.
 */
public final class Turn implements AutoCloseable {

  private final Connection connection;
  private final String holder = UUID.randomUUID().toString();

  private Turn(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes the turn and brings the tables up to date.
   *
   * @throws LedgerException where another run has it, or the database cannot be used
   */
  public static Turn take(Database database) {
    Turn turn = new Turn(database.connect());
    try {
      if (database.kind() == Database.Kind.POSTGRESQL && !turn.isFree()) {
        throw new LedgerException(
            "another run is using the database "
                + database.place()
                + ": wait until it has ended, then run the same command again");
      }
      Schema.migrate(database, turn.connection);
      turn.sign();
      return turn;
    } catch (SQLException e) {
      turn.close();
      throw new LedgerException(
          "the database " + database.place() + " does not answer as it should: " + e.getMessage(),
          e);
    } catch (LedgerException e) {
      turn.close();
      throw e;
    }
  }

  /**
   * Makes sure, inside the transaction that is about to remember something, that nobody else has
   * taken the turn since.
   *
   * @throws LedgerException where this run's session was lost and another run has begun
   */
  public void confirm(DataSource dataSource) {
    String now =
        JdbcClient.create(dataSource)
            .sql("select holder from turn for update")
            .query(String.class)
            .single();
    if (!now.equals(holder)) {
      throw new LedgerException(
          "the connection to the database was lost and another run has begun: nothing was"
              + " remembered of this one; run it again");
    }
  }

  private boolean isFree() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet free =
            statement.executeQuery(
                "select pg_try_advisory_lock(hashtextextended('dutypay.' || current_schema(),"
                    + " 0))")) {
      return free.next() && free.getBoolean(1);
    }
  }

  private void sign() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("update turn set holder = ?")) {
      statement.setString(1, holder);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new LedgerException("the database could not be closed: " + e.getMessage(), e);
    }
  }
}
