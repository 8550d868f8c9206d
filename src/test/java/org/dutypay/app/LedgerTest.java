package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

  private static final List<String> TABLES =
      List.of(
          "closing",
          "ledger_line",
          "ledger_balance",
          "ledger_officer",
          "closing_file",
          "proposal",
          "proposal_line",
          "proposal_decision",
          "proposal_paid");

  private final Path folder;
  private final SmallForce force;

  LedgerTest(@TempDir Path folder) {
    this.folder = folder;
    force =
        new SmallForce(folder.resolve("feed"), "2024-04-01", "2024-06-02")
            .constable("A1")
            .duty("t1", "A1", "2024-04-15T07:00", "2024-04-15T17:00")
            .duty("t2", "A1", "2024-05-14T07:00", "2024-05-14T17:00");
  }

  @Test
  @DisplayName("an officer's account by month and element, as known now and as known before")
  void account() {
    close("2024-04", "2024-05-02");
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    close("2024-05", "2024-06-03");

    String now = ledger("--officer", "A1", "--from", "2024-04-01", "--to", "2024-05-31").out();
    assertThat(now)
        .contains("2024-04 OVERTIME                         £88.26         £88.26")
        .contains("2024-05 OVERTIME                         £44.13         £44.13")
        .contains("closing 2 of 2024-05, 2024-04-16 OVERTIME ARREARS: 1.50 HOURS, £44.13")
        .contains("as known now");
    String before =
        ledger(
                "--officer",
                "A1",
                "--from",
                "2024-04-01",
                "--to",
                "2024-05-31",
                "--as-known",
                "2024-05-10")
            .out();
    assertThat(before)
        .contains("2024-04 OVERTIME                         £44.13         £44.13")
        .doesNotContain("2024-05 OVERTIME");
  }

  @Test
  @DisplayName("with a feed it says what is due, and the balance is what has not been paid")
  void entitlement() {
    close("2024-04", "2024-05-02");
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");

    Ran asked =
        ledger(
            "--officer",
            "A1",
            "--from",
            "2024-04-01",
            "--to",
            "2024-04-30",
            "--feed",
            force.written().toString());

    assertThat(asked.out())
        .contains(
            "2024-04 OVERTIME                         £88.26         £44.13          £0.00"
                + "         £44.13");
  }

  @Test
  @DisplayName("one question at a time, about a ledger that is there")
  void wrongUsage() {
    assertThat(ledger("--verify", "--closings").code()).isEqualTo(2);
    Ran nothing = ledger("--verify");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("has no database");
  }

  @DisplayName("whoever changes the ledger behind its back is found out")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an amount     | ledger_line  | update ledger_line set amount = amount + 1 where closing = 1 | payroll.csv as the ledger gives it is not what was sent
          a note        | ledger_line  | update ledger_line set note = 'x' where closing = 1           | payroll.csv as the ledger gives it is not what was sent
          a lost line   | ledger_line  | delete from ledger_line where closing = 1                     | it says 1 and
          a closing     | closing      | update closing set amount = 1 where closing = 1               | its hash is not that of what it says
          a kept file   | closing_file | update closing_file set file = 'x' where file = 'rows.csv'    | rows.csv as the ledger gives it is not what was sent
          """)
  void tampered(String what, String table, String change, String found) throws SQLException {
    String database = Postgres.fresh();
    String[] options = {"--db", database, "--db-user", Postgres.USER};
    close("2024-04", "2024-05-02", options);
    close("2024-05", "2024-06-03", options);
    assertThat(verify(options).code()).isZero();
    try (Connection connection = Postgres.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table " + table + " disable trigger user");
      assertThat(statement.executeUpdate(change)).as(what).isPositive();
    }

    Ran proof = verify(options);

    assertThat(proof.code()).isEqualTo(1);
    assertThat(proof.out()).contains("WRONG closing 1", found).contains("does NOT hold");
  }

  @Test
  @DisplayName("a last closing that was taken away is found by the hash that its close printed")
  void takenAway() throws SQLException {
    Ran april = close("2024-04", "2024-05-02");
    String url = "jdbc:h2:file:" + folder.resolve("dutypay");
    Ran may = close("2024-05", "2024-06-03");
    String hash = may.out().replaceAll("(?s).*hash (\\w+).*", "$1");
    assertThat(ledger("--verify", "--expect", hash).code()).isZero();
    assertThat(april.out()).contains("hash");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of("closing_file", "ledger_officer", "ledger_balance", "ledger_line", "closing")) {
        statement.execute("drop trigger " + table + "_is_append_only");
        statement.execute("delete from " + table + " where closing = 2");
      }
    }
    assertThat(ledger("--verify").code()).isZero();
    Ran proof = ledger("--verify", "--expect", hash);
    assertThat(proof.code()).isEqualTo(1);
    assertThat(proof.out()).contains("a closing is missing");
  }

  @Test
  @DisplayName("both databases refuse to change or delete what has been paid")
  void appendOnly() throws SQLException {
    String database = Postgres.fresh();
    String[] options = {"--db", database, "--db-user", Postgres.USER};
    close("2024-04", "2024-05-02", options);
    try (Connection connection = Postgres.connect(database);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        for (String change : List.of("delete from " + table, "truncate " + table + " cascade")) {
          assertThatThrownBy(() -> statement.execute(change))
              .as(change)
              .hasMessageContaining("is append-only: what has been paid is never changed");
        }
      }
      assertThatThrownBy(() -> statement.execute("update ledger_line set amount = 0"))
          .hasMessageContaining("ledger_line is append-only");
    }
    close("2024-04", "2024-05-02");
    String url = "jdbc:h2:file:" + folder.resolve("dutypay");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String table : List.of("closing", "ledger_line", "ledger_officer", "closing_file")) {
        assertThatThrownBy(() -> statement.execute("delete from " + table))
            .as(table)
            .hasMessageContaining("is append-only: what has been paid is never changed");
      }
      assertThatThrownBy(() -> statement.execute("update ledger_line set amount = 0"))
          .hasMessageContaining("append-only");
    }
  }

  private Ran close(String period, String runDate, String... more) {
    String[] arguments = {
      "close-period",
      "--feed",
      force.written().toString(),
      "--out",
      folder.resolve("out").toString(),
      "--period",
      period,
      "--run-date",
      runDate
    };
    Ran ran = Ran.command(joined(arguments, more));
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }

  private Ran ledger(String... question) {
    return Ran.command(
        joined(new String[] {"ledger", "--out", folder.resolve("out").toString()}, question));
  }

  private static Ran verify(String... options) {
    return Ran.command(joined(new String[] {"ledger", "--verify"}, options));
  }

  private static String[] joined(String[] one, String[] other) {
    List<String> all = new ArrayList<>(List.of(one));
    all.addAll(List.of(other));
    return all.toArray(String[]::new);
  }
}
