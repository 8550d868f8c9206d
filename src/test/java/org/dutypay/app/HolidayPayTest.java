package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("jobs/holiday-pay: normal pay for leave")
class HolidayPayTest {

  private static final String LINE_OF_A1 =
      "A1,2024-06-03,HOLIDAY_PAY,1.00,DAYS,0.2467,1,0.25,N,NEW,2024-06,G 1.6.2,,\"64.13 over 52"
          + " weeks, leave day 1.00 of the year\"\n";

  private final Path feed;
  private final Path out;
  private final SmallForce force;
  private final List<String> history = new ArrayList<>();

  /** Two hours' casual overtime in May are an hour and a half at 4/3: 44.13. */
  HolidayPayTest(@TempDir Path folder) {
    feed = folder.resolve("feed");
    out = folder.resolve("out-holiday-pay");
    force =
        new SmallForce(feed, "2024-04-29", "2024-06-30")
            .constable("A1")
            .constable("B2")
            .duty("e1", "A1", "2024-05-14T07:00", "2024-05-14T17:00")
            .duty("e2", "B2", "2024-05-15T07:00", "2024-05-15T17:00")
            .rostered("A1", "2024-06-03", "ANNUAL_LEAVE,,")
            .rostered("B2", "2024-06-04", "ANNUAL_LEAVE,07:00,15:00");
    history.add("A1,2024-01-10,ON_CALL,20.00");
  }

  @Test
  @DisplayName("the ledger and paid history together, no payment counted twice")
  void ledgerAndHistory() throws IOException {
    history.add("A1,2024-05-14,OVERTIME,44.13");
    ran(run("close-period", "2024-05", "closed"));

    ran(holidayPay("1"));

    assertThat(Files.readString(out.resolve("payroll.csv")))
        .contains(LINE_OF_A1)
        .contains(
            "B2,2024-06-04,HOLIDAY_PAY,8.00,HOURS,0.0212,1,0.17,N,NEW,2024-06,G 1.6.2,,\"44.13 over"
                + " 52 weeks, leave day 1.00 of the year\"\n");
    assertThat(Files.readString(out.resolve("payroll-totals.csv")))
        .isEqualTo("element,lines,units,amount\nHOLIDAY_PAY,2,9.00,0.42\n");
  }

  @Test
  @DisplayName("the same bytes with any number of workers, and again; verify-output finds no fault")
  void again() {
    ran(run("close-period", "2024-05", "closed"));
    ran(holidayPay("1"));
    Map<String, String> first = Ran.hashes(out);
    assertThat(first.keySet())
        .containsExactly("manifest.json", "payroll-totals.csv", "payroll.csv");
    ran(holidayPay("3"));
    assertThat(Ran.hashes(out)).isEqualTo(first);
    Ran verified = Ran.command("verify-output", out.toString(), "--feed", feed.toString());
    assertThat(verified.out())
        .contains("ok    payroll.csv", "ok    payroll-totals.csv against payroll.csv");
    assertThat(verified.code()).isZero();
  }

  @Test
  @DisplayName("verify-output finds a line that was changed afterwards")
  void changed() throws IOException {
    ran(holidayPay("1"));
    Path file = out.resolve("payroll.csv");
    Files.writeString(file, Files.readString(file).replace(",0.08,", ",8.08,"));
    Ran verified = Ran.command("verify-output", out.toString());
    assertThat(verified.out()).contains("payroll-totals.csv against payroll.csv");
    assertThat(verified.code()).isEqualTo(1);
  }

  @Test
  @DisplayName("where nobody has said what was paid, it warns instead of paying nothing silently")
  void nothingKnown() {
    history.clear();
    assertThat(ran(holidayPay("1")).out())
        .contains(
            "WARNING: neither the ledger nor paid-history.csv has any pay for 2023-05-29 to"
                + " 2024-06-23, which holiday pay is reckoned from: none is given.");
  }

  @Test
  @DisplayName("a month is not made final where nobody has said what was paid")
  void nothingKnownAndFinal() {
    history.clear();

    Ran refused = run("holiday-pay", "2024-06", "june", "--final");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "has any pay for 2023-05-29 to 2024-06-23",
            "the month is not made final. Close those months with jobs/close-period, or give what"
                + " was paid for them in paid-history.csv, and run again");
    assertThat(out.resolveSibling("june")).doesNotExist();
    history.add("A1,2024-01-10,ON_CALL,20.00");
    ran(run("holiday-pay", "2024-06", "june", "--final"));
  }

  @Test
  @DisplayName("where only some of the weeks are known, it names them")
  void partlyKnown() {
    assertThat(ran(holidayPay("1")).out())
        .contains("have it for 2024-01-10 to 2024-01-10 only: it is too low where more was paid.");
    ran(run("close-period", "2024-05", "closed"));
    assertThat(ran(holidayPay("1")).out())
        .contains("have it for 2024-01-10 to 2024-05-31 only: it is too low");
  }

  @Test
  @DisplayName("history that a feed has left behind is missed only where an average needs it")
  void rollingHistory() throws IOException {
    String before = "A1,2023-05-02,ON_CALL,20.00";
    String firstWeek = "A1,2023-06-05,ON_CALL,26.00";
    history.add(0, before);
    history.add(1, firstWeek);
    for (String month : List.of("2024-05", "2024-06")) {
      ran(run("close-period", month, "closed"));
    }
    ran(run("holiday-pay", "2024-06", "june", "--final"));
    ran(run("close-period", "2024-07", "closed"));

    history.remove(before);
    history.remove(firstWeek);
    history.add(0, "A1,2023-06-06,ON_CALL,52.00");
    ran(run("holiday-pay", "2024-07", "too-short"));
    assertThat(lines("too-short")).isEmpty();
    assertThat(Files.readString(out.resolveSibling("too-short").resolve("manifest.json")))
        .contains("\"not_covered\": 1");

    history.set(0, firstWeek.replace("26.00", "52.00"));
    ran(run("holiday-pay", "2024-07", "long-enough"));
    assertThat(lines("long-enough")).containsExactly("A1 2024-06-03 0.10 ARREARS");
    assertThat(Files.readString(out.resolveSibling("long-enough").resolve("manifest.json")))
        .contains("\"not_covered\": 0");
  }

  @Test
  @DisplayName("a bad row is counted and told of, and the rest is paid")
  void badRow() throws IOException {
    history.add("A1,2024-01-99,OVERTIME,1.00");
    assertThat(ran(holidayPay("1")).out())
        .contains("WARNING: rows that could not be used: 1 of paid-history.csv. What depends");
    assertThat(Files.readString(out.resolve("manifest.json")))
        .containsSubsequence("paid-history.csv", "\"rows_used\": 1", "\"rows_rejected\": 1");
  }

  @Test
  @DisplayName(
      "holiday pay of closed leave is taken back beyond the policy's limit only when allowed")
  void recoveryLimit() throws IOException {
    ran(run("close-period", "2024-05", "closed"));
    ran(run("close-period", "2024-06", "closed"));
    ran(run("holiday-pay", "2024-06", "june", "--final"));
    ran(run("close-period", "2024-07", "closed"));
    history.clear();
    history.add("A1,2024-01-10,ON_CALL,2.00");

    Ran refused = run("holiday-pay", "2024-07", "july", "--final");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "this run would take back £0.07 of the £0.42 paid for 2024-06", "--allow-recovery");
    assertThat(out.resolveSibling("july")).doesNotExist();
    ran(run("holiday-pay", "2024-07", "july", "--final", "--allow-recovery"));
    assertThat(lines("july")).containsExactly("A1 2024-06-03 -0.07 RECOVERY");
  }

  @Test
  @DisplayName(
      "holiday pay that was accepted as arrears before its month is closed is not paid twice")
  void acceptedBefore() throws IOException {
    ran(run("close-period", "2024-05", "closed"));
    String proposal =
        ran(run("arrears", "2024-06", "arrears", "--holiday-pay", "--propose"))
            .out()
            .replaceAll("(?s).*proposed: (\\w+);.*", "$1");
    ran(
        Ran.command(
            "accept-arrears", proposal, "--by", "boss", "--out", out.toString(), "--only", "A1"));
    ran(holidayPay("1"));
    assertThat(lines("out-holiday-pay")).as("in flight").containsExactly("B2 2024-06-04 0.17 NEW");

    ran(run("close-period", "2024-06", "closed"));
    assertThat(lines("closed")).containsExactly("A1 2024-06-03 0.25 ARREARS");
    ran(run("holiday-pay", "2024-06", "june", "--final"));

    assertThat(lines("june")).as("paid").containsExactly("B2 2024-06-04 0.17 NEW");
    assertThat(Files.readString(out.resolveSibling("june").resolve("manifest.json")))
        .contains("\"not_covered\": 0");
    history.add("A1,2024-01-11,ON_CALL,26.00");
    ran(run("close-period", "2024-07", "closed"));
    ran(run("holiday-pay", "2024-07", "july", "--final"));
    assertThat(lines("july")).containsExactly("A1 2024-06-03 0.10 ARREARS");
  }

  @Test
  @DisplayName("leave after the run date of its close is paid later, and says that it was to come")
  void closedBeforeTheLeave() throws IOException {
    ran(run("close-period", "2024-05", "closed"));
    ran(run("close-period", "2024-06", "closed", "--run-date", "2024-06-03"));
    assertThat(
            ran(run("holiday-pay", "2024-06", "june", "--final", "--run-date", "2024-06-03")).out())
        .contains(
            "WARNING: 2024-06 had not ended on the run date 2024-06-03: leave after it is paid by"
                + " later runs as arrears.");
    assertThat(lines("june")).containsExactly("A1 2024-06-03 0.25 NEW");

    ran(run("close-period", "2024-07", "closed"));
    ran(run("holiday-pay", "2024-07", "july"));

    assertThat(lines("july")).containsExactly("B2 2024-06-04 0.17 ARREARS");
    assertThat(Files.readString(out.resolveSibling("july").resolve("payroll.csv")))
        .contains("not paid with its month: the day was still to come then");
  }

  @Test
  @DisplayName("a leaver is paid for the leave taken until the last day, and nobody for more")
  void leaver() throws IOException {
    ran(run("close-period", "2024-05", "closed"));
    force.rostered("A1", "2024-06-10", "ANNUAL_LEAVE,,").leaving("A1", "2024-06-07");
    ran(holidayPay("1"));
    assertThat(lines("out-holiday-pay"))
        .containsExactly("A1 2024-06-03 0.25 NEW", "B2 2024-06-04 0.17 NEW");
  }

  @Test
  @DisplayName("of an open day what is due beyond accepted arrears is paid, and a refusal pays all")
  void moreThanAccepted() {
    ran(run("close-period", "2024-05", "closed"));
    String proposal =
        ran(run("arrears", "2024-06", "arrears", "--holiday-pay", "--propose"))
            .out()
            .replaceAll("(?s).*proposed: (\\w+);.*", "$1");
    for (String decision : List.of("A1 ACCEPTED", "B2 REFUSED")) {
      String[] words = decision.split(" ", -1);
      ran(
          Ran.command(
              "accept-arrears",
              proposal,
              "--by",
              "boss",
              "--out",
              out.toString(),
              "--only",
              words[0],
              "--outcome",
              words[1]));
    }
    history.add("A1,2024-01-11,ON_CALL,26.00");
    ran(run("close-period", "2024-06", "closed"));

    ran(run("holiday-pay", "2024-06", "june", "--final"));

    assertThat(lines("june"))
        .containsExactly("A1 2024-06-03 0.10 ARREARS", "B2 2024-06-04 0.17 NEW");
  }

  private List<String> lines(String folder) {
    return Ran.rows(out.resolveSibling(folder).resolve("payroll.csv")).stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.get("officer_id"),
                    row.get("work_date"),
                    row.get("amount"),
                    row.get("line_type")))
        .toList();
  }

  @Test
  @DisplayName("H2 and PostgreSQL give the same bytes")
  void onPostgres() {
    ran(run("close-period", "2024-05", "closed"));
    ran(holidayPay("1"));
    Map<String, String> onH2 = Ran.hashes(out);
    String url = Postgres.fresh();
    ran(run("close-period", "2024-05", "closed", "--db", url, "--db-user", Postgres.USER));
    ran(run("holiday-pay", "2024-06", "out-holiday-pay", "--db", url, "--db-user", Postgres.USER));
    assertThat(Ran.hashes(out)).isEqualTo(onH2);
  }

  private Ran holidayPay(String workers) {
    return run("holiday-pay", "2024-06", "out-holiday-pay", "--workers", workers);
  }

  private Ran run(String job, String period, String folder, String... more) {
    force.written();
    try {
      Files.writeString(
          feed.resolve("paid-history.csv"),
          "officer_id,work_date,element,amount\n" + String.join("\n", history) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                job,
                "--feed",
                feed.toString(),
                "--out",
                out.resolveSibling(folder).toString(),
                "--period",
                period,
                "--run-date",
                period.equals("2024-07") ? "2024-07-31" : "2024-06-30"));
    if (List.of(more).contains("--run-date")) {
      arguments.subList(arguments.size() - 2, arguments.size()).clear();
    }
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  private static Ran ran(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }
}
