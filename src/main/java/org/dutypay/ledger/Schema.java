package org.dutypay.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Brings a database's tables, Spring Batch's among them, to the form that this program needs. */
final class Schema {

  /**
   * The newest migration in db/migration: where a database has it already, Flyway need not be
   * woken.
   */
  static final String NEWEST = "5";

  private Schema() {}

  static void migrate(Database database, Connection connection) {
    if (isNewest(connection)) {
      return;
    }
    try {
      Flyway.configure()
          .dataSource(new SingleConnectionDataSource(connection, true))
          .locations("classpath:db/migration/" + database.kind().folder())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new LedgerException(
          "the tables of "
              + database.place()
              + " cannot be brought up to date: "
              + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
          e);
    }
  }

  private static boolean isNewest(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from \"flyway_schema_history\" where \"version\" = '"
                    + NEWEST
                    + "' and \"success\"")) {
      return found.next() && found.getInt(1) == 1;
    } catch (SQLException e) {
      // No such table: a database that nobody has used yet.
      return false;
    }
  }
}
