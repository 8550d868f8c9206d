package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

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

    String[] question = {"--officer", "A1", "--from", "2024-04-01", "--to", "2024-05-31"};
    String now = ledger(question).out();
    assertThat(now)
        .contains(
            "Officer A1, work dates 2024-04-01 to 2024-05-31, as known now",
            "entitlement: what was paid or accepted")
        .containsPattern("2024-04 +OVERTIME +£88.26 +£88.26 +£0.00 +£0.00")
        .containsPattern("2024-05 +OVERTIME +£44.13 +£44.13 +£0.00 +£0.00")
        .containsPattern("in all +£132.39 +£132.39 +£0.00 +£0.00")
        .containsPattern(
            "2024-05 +2 +2024-04-16 +OVERTIME +1.50 HOURS +£44.13 +ARREARS +G 2.14.1 +late"
                + " timesheet");
    String before = ledger(joined(question, "--as-known", "2024-05-10")).out();
    assertThat(before)
        .contains("as known on 2024-05-10")
        .containsPattern("2024-04 +OVERTIME +£44.13 +£44.13 +£0.00 +£0.00")
        .doesNotContain("2024-05 OVERTIME", "ARREARS");
  }

  @Test
  @DisplayName(
      "accepted arrears are in flight until a closing pays them, time off is told, and CSV")
  void inFlight(@TempDir Path place) {
    SmallLedger ledger = SmallLedger.onH2(place);
    String[] question = {"ledger", "--officer", "A1", "--from", "2024-04-01", "--to", "2024-04-30"};
    String accepted = ledger.command(joined(question, "--as-known", "2024-05-30")).out();
    assertThat(accepted)
        .containsPattern("in all +£88.26 +£44.13 +£44.13 +£0.00")
        .containsPattern("in flight +2024-04-16 +OVERTIME +1.50 HOURS +£44.13 .*accepted by Chris")
        .containsPattern("REST_DAYS_IN_LIEU +1.00 days");
    assertThat(ledger.command(joined(question, "--as-known", "2024-05-20")).out())
        .containsPattern("in all +£44.13 +£44.13 +£0.00 +£0.00");
    assertThat(ledger.command(question).out())
        .containsPattern("in all +£88.26 +£88.26 +£0.00 +£0.00");

    List<String> csv =
        ledger
            .command(joined(question, "--as-known", "2024-05-30", "--csv"))
            .out()
            .lines()
            .toList();
    assertThat(csv.getFirst()).startsWith("part,month,element,entitlement,paid,in_flight,balance,");
    assertThat(csv)
        .contains("SUM,2024-04,OVERTIME,88.26,44.13,44.13,0.00,,,,,,,,,,")
        .contains("TOTAL,,,88.26,44.13,44.13,0.00,,,,,,,,,,")
        .anyMatch(
            row -> row.startsWith("PAID,2024-04,OVERTIME,,,,,2024-04,1,2024-04-15,1.50,HOURS,"))
        .anyMatch(row -> row.startsWith("IN_FLIGHT,2024-04,OVERTIME,,,,,,,2024-04-16,1.50,HOURS,"))
        .anyMatch(
            row ->
                row.startsWith(
                    "TIME_OFF,2024-04,REST_DAYS_IN_LIEU,,,,,2024-04,1,2024-04-20,1.00,DAYS,"));
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
        .containsPattern("entitlement: what the feed gives with run date \\d")
        .containsPattern("2024-04 +OVERTIME +£88.26 +£44.13 +£0.00 +£44.13")
        .containsPattern("due +2024-04-16 +OVERTIME");
  }

  @Test
  @DisplayName("an officer whom nobody knows is said, not shown as one without pay")
  void unknownOfficer() {
    close("2024-04", "2024-05-02");
    Ran ran = ledger("--officer", "a1", "--from", "2024-04-01", "--to", "2024-05-31");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("the ledger knows no officer 'a1': check --officer, upper and lower case");
  }

  @Test
  @DisplayName("one question at a time, about a ledger that is there")
  void wrongUsage() {
    assertThat(ledger("--verify", "--closings").code()).isEqualTo(2);
    assertThat(ledger("--verify", "--csv").err()).contains("go with --officer");
    assertThat(ledger("--verify", "--expect", "12").err()).contains("takes a hash");
    assertThat(ledger("--closings", "--run-date", "2024-05-01").err()).contains("go with --feed");
    Ran nothing = ledger("--verify");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("has no database");
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

  private static String[] joined(String[] one, String... other) {
    List<String> all = new ArrayList<>(List.of(one));
    all.addAll(List.of(other));
    return all.toArray(String[]::new);
  }
}
