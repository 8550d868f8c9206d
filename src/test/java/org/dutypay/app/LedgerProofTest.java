package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerProofTest {

  private static SmallLedger onH2;
  private static SmallLedger onPostgres;

  @BeforeAll
  static void twoLedgers(@TempDir Path made) throws Exception {
    onH2 = SmallLedger.onH2(Files.createDirectories(made.resolve("h2")));
    onPostgres = SmallLedger.onPostgres(Files.createDirectories(made.resolve("postgresql")));
  }

  @Test
  @DisplayName("the ledger holds, at the end and as it was known before")
  void holds() {
    for (SmallLedger ledger : List.of(onH2, onPostgres)) {
      Ran now = ledger.verify();
      assertThat(now.code()).as(now.out()).isZero();
      assertThat(now.out())
          .contains("ok    closing 1, PAYROLL 2024-04: 1 line of pay, £44.13, hash ")
          .contains("ok    closing 2, PAYROLL 2024-05: 2 lines of pay, ")
          .contains("the ledger holds: 2 closings, each with the files that were sent");
      assertThat(ledger.verify("--as-known", "2024-06-02").out())
          .contains("the ledger holds: 1 closing,");
      assertThat(ledger.verify("--as-known", "2024-05-01").out())
          .contains("the ledger holds: 0 closings,");
    }
  }

  @DisplayName("whoever changes the ledger behind its back is found out, on both databases")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an amount              | ledger_line       | update ledger_line set amount = amount + 1 where closing = 1                               | the ledger has 1 line and £44.14, it says 1 and £44.13
          a note                 | ledger_line       | update ledger_line set note = 'x' where closing = 1                                        | payroll.csv as the ledger gives it is not what was sent
          a word unheard of      | ledger_line       | update ledger_line set element = 'X' where closing = 1                                     | the ledger holds what no closing writes
          a month's sum          | ledger_month      | update ledger_month set amount = amount + 1 where closing = 1                              | its sums by month are not those of its lines
          a lost line            | ledger_line       | delete from ledger_line where closing = 1                                                  | the ledger has 0 lines and £0.00, it says 1 and £44.13
          a line more            | ledger_line       | insert into ledger_line select closing, 9, officer_id, work_date, element, units, unit, rate, multiplier, amount, line_type, rule, source, note from ledger_line where closing = 1 | the ledger has 2 lines
          a day off              | ledger_balance    | update ledger_balance set days = days + 100 where closing = 1                              | balances.csv as the ledger gives it is not what was sent
          a lost day off         | ledger_balance    | delete from ledger_balance where closing = 1                                               | the ledger has 0 rows of time off, it says 1
          a fingerprint          | ledger_officer    | update ledger_officer set fingerprint = fingerprint + 1 where closing = 1                  | what it knew of the officers is not what the ledger says
          a forgotten officer    | ledger_officer    | delete from ledger_officer where closing = 1                                               | what it knew of the officers is not what the ledger says
          a person               | ledger_person     | delete from ledger_person                                                                  | the list of the officers whom closings knew is not theirs
          a person too many      | ledger_person     | insert into ledger_person values ('A9', 1)                                                 | the list of the officers whom closings knew is not theirs
          a kept file            | closing_file      | update closing_file set bytes = (select bytes from closing_file where closing = 2 and file = 'rows.csv') where closing = 1 and file = 'rows.csv' | rows.csv as the ledger gives it is not what was sent
          a kept file in pieces  | closing_file      | update closing_file set bytes = (select o.facts from ledger_officer o where o.closing = 1) where closing = 1 and file = 'rows.csv' | rows.csv cannot be written again from the ledger
          a kept file's name     | closing_file      | update closing_file set file = '../rows.csv' where closing = 1 and file = 'rows.csv'       | the ledger keeps the files
          a lost file            | closing_file      | delete from closing_file where closing = 1 and file = 'rows.csv'                           | the ledger keeps the files
          a file too many        | closing_file      | insert into closing_file select closing, 'payroll.csv', bytes from closing_file where closing = 1 and file = 'rows.csv' | the ledger keeps the files
          a closing's amount     | closing           | update closing set amount = 1 where closing = 1                                            | its hash is not that of what it says and of the closing before it
          a closing's policy     | closing           | update closing set policy = 'rounding=DOWN' where closing = 1                              | its hash is not that of what it says and of the closing before it
          a closing's files      | closing           | update closing set files = '' where closing = 1                                            | its hash is not that of what it says and of the closing before it
          a closing's month      | closing           | update closing set pay_period = '2024-03' where closing = 1                                | 2024-05: it does not follow the month before it
          a closing's hash       | closing           | update closing set hash = known where closing = 1                                          | closing 2, 2024-05: its hash is not that
          a proposal             | proposal          | update proposal set amount = 1                                                             | its lines do not add up to what was proposed
          what was due           | proposal_line     | update proposal_line set entitled = entitled + 1                                           | its lines do not add up to what was proposed
          why it was due         | proposal_line     | update proposal_line set reason = 'x'                                                      | was accepted, and is not what it paid
          who accepted it        | proposal_decision | update proposal_decision set decided_by = 'Sam'                                            | was paid, and is not what was accepted
          that it was paid       | proposal_paid     | delete from proposal_paid                                                                  | was paid, and is not what was accepted
          """)
  void tampered(String what, String table, String change, String found, @TempDir Path folder)
      throws SQLException {
    for (SmallLedger whole : List.of(onH2, onPostgres)) {
      SmallLedger ledger = whole.copy(folder);
      tamper(ledger, table, change);

      Ran proof = ledger.verify();

      assertThat(proof.code()).as(what + proof.err()).isEqualTo(1);
      assertThat(proof.out()).contains("WRONG ", found).contains("does NOT hold");
    }
  }

  @Test
  @DisplayName("last closings that were taken away are found by the hash that their close printed")
  void takenAway(@TempDir Path folder) throws SQLException {
    for (SmallLedger whole : List.of(onH2, onPostgres)) {
      SmallLedger ledger = whole.copy(folder);
      List<String> hashes =
          ledger
              .command("ledger", "--closings")
              .out()
              .lines()
              .map(line -> line.replaceAll(".*hash ", ""))
              .toList();
      assertThat(hashes).hasSize(2);
      for (String hash : hashes) {
        assertThat(ledger.verify("--expect", hash).code()).isZero();
      }
      for (String table :
          List.of(
              "proposal_paid",
              "closing_file",
              "ledger_officer",
              "ledger_balance",
              "ledger_month",
              "ledger_line",
              "closing")) {
        tamper(ledger, table, "delete from " + table + " where closing = 2");
      }

      assertThat(ledger.verify().code()).isZero();
      assertThat(ledger.verify("--expect", hashes.getFirst()).code()).isZero();
      Ran proof = ledger.verify("--expect", hashes.getLast());
      assertThat(proof.code()).isEqualTo(1);
      assertThat(proof.out())
          .contains("no closing has a hash that starts with " + hashes.getLast());
    }
  }

  private static void tamper(SmallLedger ledger, String table, String change) throws SQLException {
    String trigger = table + "_is_append_only";
    try (Connection connection = ledger.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          ledger.isOnH2()
              ? "drop trigger " + trigger
              : "alter table " + table + " disable trigger " + trigger);
      statement.execute(change);
      statement.execute(
          ledger.isOnH2()
              ? "create trigger "
                  + trigger
                  + " before update, delete on "
                  + table
                  + " for each row call 'org.dutypay.ledger.AppendOnly'"
              : "alter table " + table + " enable trigger " + trigger);
    }
  }
}
