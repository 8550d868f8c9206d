package org.dutypay.app;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyTest {

  /** A column of each table that is no key. */
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          entry("closing", "amount"),
          entry("ledger_line", "note"),
          entry("ledger_month", "amount"),
          entry("ledger_balance", "note"),
          entry("ledger_officer", "terms"),
          entry("ledger_person", "closing"),
          entry("closing_file", "bytes"),
          entry("proposal", "policy"),
          entry("proposal_line", "reason"),
          entry("proposal_decision", "reason"),
          entry("proposal_paid", "closing"));

  @Test
  @DisplayName("H2 refuses to change, delete or empty what has been paid, table by table")
  void onH2(@TempDir Path folder) throws SQLException {
    refuses(SmallLedger.onH2(folder), "truncate table %s", "Cannot truncate");
  }

  @Test
  @DisplayName("PostgreSQL refuses to change, delete or empty what has been paid, table by table")
  void onPostgres(@TempDir Path folder) throws SQLException {
    refuses(
        SmallLedger.onPostgres(folder),
        "truncate %s cascade",
        " is append-only: what it holds is never changed");
  }

  private static void refuses(SmallLedger ledger, String truncate, String truncateRefused)
      throws SQLException {
    try (Connection connection = ledger.connection();
        Statement statement = connection.createStatement()) {
      for (String table : SmallLedger.TABLES) {
        long rows = rows(statement, table);
        assertThat(rows).as(table).isPositive();
        String column = COLUMNS.get(table);
        for (String change :
            new String[] {
              "update %s set %s = %s".formatted(table, column, column), "delete from " + table
            }) {
          assertThatThrownBy(() -> statement.execute(change))
              .as(change)
              .isInstanceOf(SQLException.class)
              .hasMessageContainingAll(table, " is append-only: what it holds is never changed");
        }
        assertThatThrownBy(() -> statement.execute(truncate.formatted(table)))
            .as("truncate " + table)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining(truncateRefused);
        assertThat(rows(statement, table)).as(table).isEqualTo(rows);
      }
    }
    assertThat(ledger.verify().code()).isZero();
  }

  private static long rows(Statement statement, String table) throws SQLException {
    try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      assertThat(count.next()).isTrue();
      return count.getLong(1);
    }
  }
}
