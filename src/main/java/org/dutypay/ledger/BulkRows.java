package org.dutypay.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Many rows on their way into one table, within the transaction at hand: by COPY on PostgreSQL, by
 * batched inserts on H2. Cells are numbers, text, dates, bytes or null, in the order of the
 * columns.
 */
abstract sealed class BulkRows implements AutoCloseable {

  private static final int ROWS_OF_A_BATCH = 1_000;

  static BulkRows into(Connection connection, String table, List<String> columns)
      throws SQLException {
    String named = table + " (" + String.join(", ", columns) + ")";
    if (connection.isWrapperFor(PGConnection.class)) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      return new Copy(postgres.getCopyAPI().copyIn("copy " + named + " from stdin"));
    }
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return new Batches(
        connection.prepareStatement("insert into " + named + " values (" + marks + ")"));
  }

  /** Hands rows over. */
  interface Rows {
    void into(BulkRows table) throws SQLException;
  }

  /** Writes rows into a table of a database, within the transaction at hand. */
  static void all(DataSource database, String table, List<String> columns, Rows rows) {
    Connection connection = DataSourceUtils.getConnection(database);
    try (BulkRows bulk = into(connection, table, columns)) {
      rows.into(bulk);
      bulk.finish();
    } catch (SQLException e) {
      throw new LedgerException("the ledger could not be written (" + table + "): " + e, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  abstract void add(@Nullable Object... cells) throws SQLException;

  /** Sends what is still here; without it the rows are not all there. */
  abstract void finish() throws SQLException;

  @Override
  public abstract void close() throws SQLException;

  /** PostgreSQL's COPY in its text form. */
  private static final class Copy extends BulkRows {

    private static final int FULL = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(2 * FULL);

    private Copy(CopyIn copy) {
      this.copy = copy;
    }

    @Override
    void add(@Nullable Object... cells) throws SQLException {
      for (int i = 0; i < cells.length; i++) {
        if (i > 0) {
          text.append('\t');
        }
        cell(cells[i]);
      }
      text.append('\n');
      if (text.length() >= FULL) {
        send();
      }
    }

    private void cell(@Nullable Object cell) {
      if (cell == null) {
        text.append("\\N");
      } else if (cell instanceof byte[] bytes) {
        text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
      } else if (cell instanceof String words) {
        escaped(words);
      } else {
        text.append(cell);
      }
    }

    private void escaped(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        switch (c) {
          case '\\' -> text.append("\\\\");
          case '\t' -> text.append("\\t");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          default -> text.append(c);
        }
      }
    }

    private void send() throws SQLException {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      text.setLength(0);
    }

    @Override
    void finish() throws SQLException {
      send();
      copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Batched inserts. */
  private static final class Batches extends BulkRows {

    private final PreparedStatement insert;
    private int waiting;

    private Batches(PreparedStatement insert) {
      this.insert = insert;
    }

    @Override
    void add(@Nullable Object... cells) throws SQLException {
      for (int i = 0; i < cells.length; i++) {
        set(i + 1, cells[i]);
      }
      insert.addBatch();
      if (++waiting == ROWS_OF_A_BATCH) {
        send();
      }
    }

    private void set(int place, @Nullable Object cell) throws SQLException {
      if (cell instanceof LocalDate date) {
        insert.setObject(place, date);
      } else if (cell instanceof byte[] bytes) {
        insert.setBytes(place, bytes);
      } else {
        insert.setObject(place, cell);
      }
    }

    private void send() throws SQLException {
      if (waiting > 0) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    @Override
    void finish() throws SQLException {
      send();
    }

    @Override
    public void close() throws SQLException {
      insert.close();
    }
  }
}
