package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosePeriodTest {

  private final Path folder;
  private final SmallForce force;

  ClosePeriodTest(@TempDir Path folder) {
    this.folder = folder;
    force =
        new SmallForce(folder.resolve("feed"), "2024-04-01", "2024-06-02")
            .constable("A1")
            .constable("A2")
            .duty("t1", "A1", "2024-04-15T07:00", "2024-04-15T17:00")
            .duty("t2", "A1", "2024-04-17T07:00", "2024-04-17T17:00")
            .duty("t3", "A2", "2024-04-20T09:00", "2024-04-20T12:00")
            .duty("t4", "A1", "2024-05-14T07:00", "2024-05-14T17:00");
  }

  @Test
  @DisplayName("a month that has not begun is not closed: a wrong year would close all before it")
  void notBegun() {
    Ran ran = close("2042-05", "2024-05-02");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "2042-05 has not begun on the run date 2024-05-02: check --period and --run-date");
    ran(close("2024-04", "2024-05-02"));
  }

  @Test
  @DisplayName("days in a higher rank stay paid when something else of the officer has changed")
  void higherRankStays() {
    force
        .acting("A1,2024-04-16,SERGEANT,TEMPORARY_SALARY,Y,")
        .acting("A1,2024-04-18,SERGEANT,TEMPORARY_SALARY,Y,");
    ran(close("2024-04", "2024-05-02"));
    assertThat(lines("closed-2024-04"))
        .filteredOn(line -> cell(line, "element").equals("TEMPORARY_SALARY"))
        .hasSize(2);
    force.duty("late", "A1", "2024-04-29T07:00", "2024-04-29T17:00");

    ran(close("2024-05", "2024-06-04"));

    assertThat(differences("closed-2024-05"))
        .containsExactly("A1 2024-04-29 OVERTIME 1.50 44.13 ARREARS 2024-04");
  }

  @Test
  @DisplayName(
      "a first month of which the feed says nothing is not closed: it would bar the others")
  void emptyFirstMonth() {
    Ran ran = close("2023-04", "2024-05-02");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("the feed begins on 2024-04-01 and says nothing of 2023-04", "check --period");
    assertThat(close("2023-04", "2024-05-02").code()).as("again").isEqualTo(1);
    ran(close("2024-04", "2024-05-02"));
  }

  @Test
  @DisplayName("of a month that has not ended it says that the rest of it comes as arrears")
  void notEnded() {
    String warning =
        "WARNING: 2024-04 had not ended on the run date 2024-04-29: duties of it that this run"
            + " cannot know come out of later runs as arrears.";
    assertThat(ran(close("2024-04", "2024-04-29")).out()).contains(warning);
    assertThat(ran(close("2024-05", "2024-05-31")).out())
        .as("the last tour ends after midnight")
        .contains("WARNING: 2024-05 had not ended on the run date 2024-05-31");
    assertThat(ran(close("2024-06", "2024-07-01")).out()).doesNotContain("had not ended");
  }

  @Test
  @DisplayName("a closing writes what the night of the same feed, options and run date writes")
  void asTheNight() {
    ran(job("nightly-pay", "2024-04", "2024-05-02", "night"));
    ran(close("2024-04", "2024-05-02"));
    for (String file :
        List.of(
            "payroll.csv", "payroll-totals.csv", "balances.csv", "exceptions.csv", "rows.csv")) {
      assertThat(folder.resolve("closed-2024-04").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("night").resolve(file));
    }
    assertThat(lines("closed-2024-04"))
        .extracting(line -> line.get("element"), line -> line.get("line_type"))
        .contains(tuple("OVERTIME", "NEW"), tuple("REST_DAY_WORKING", "NEW"));
  }

  @Test
  @DisplayName(
      "closed twice, with whatever feed and run date, it writes the same bytes and says so")
  void twice() {
    ran(close("2024-04", "2024-05-02"));
    Map<String, String> first = Ran.hashes(folder.resolve("closed-2024-04"));
    force.duty("t9", "A2", "2024-04-18T07:00", "2024-04-18T20:00");

    Ran again = ran(close("2024-04", "2024-05-20"));

    assertThat(again.out()).contains("2024-04 was closed already, with run date 2024-05-02");
    assertThat(Ran.hashes(folder.resolve("closed-2024-04"))).isEqualTo(first);
    Ran elsewhere = ran(job("close-period", "2024-04", "2024-05-20", "elsewhere"));
    assertThat(elsewhere.out()).contains("closed already");
    assertThat(Ran.hashes(folder.resolve("elsewhere"))).isEqualTo(first);
  }

  @Test
  @DisplayName("periods are calendar months, closed in order and without a gap")
  void inOrder() {
    ran(close("2024-04", "2024-05-02"));
    Ran gap = close("2024-06", "2024-07-02");
    assertThat(gap.code()).isEqualTo(2);
    assertThat(gap.err()).contains("after 2024-04 comes 2024-05, not 2024-06");
    Ran before = close("2024-03", "2024-07-02");
    assertThat(before.code()).isEqualTo(2);
    assertThat(before.err()).contains("after 2024-04 comes 2024-05, not 2024-03");
    Ran part =
        Ran.command(
            "close-period",
            "--feed",
            force.written().toString(),
            "--out",
            out("part"),
            "--from",
            "2024-05-01",
            "--to",
            "2024-05-30",
            "--run-date",
            "2024-06-02");
    assertThat(part.code()).isEqualTo(2);
    assertThat(part.err()).contains("a period is a calendar month, such as --period 2024-05");
  }

  @Test
  @DisplayName("a late timesheet comes out as arrears, once, and says what else it renumbered")
  void lateTimesheet() {
    for (String day : List.of("08", "09", "10", "11")) {
      force.duty("c" + day, "A2", "2024-04-" + day + "T07:00", "2024-04-" + day + "T16:00");
    }
    ran(close("2024-04", "2024-05-02"));
    force
        .withoutTimesheet("c08")
        .duty("c08", "A2", "2024-04-08T07:00", "2024-04-08T16:00")
        .duty("late", "A2", "2024-04-12T07:00", "2024-04-12T17:00");

    ran(job("nightly-pay", "2024-05", "2024-05-20", "night"));

    assertThat(differences("night"))
        .containsExactly("A2 2024-04-12 OVERTIME 2.00 58.84 ARREARS 2024-04");
    assertThat(lines("night").getLast())
        .containsEntry("rate", "")
        .containsEntry("multiplier", "")
        .containsEntry("source", "late")
        .hasEntrySatisfying(
            "note",
            note ->
                assertThat(note)
                    .contains("late timesheet late")
                    .contains("58.84 is due for 2024-04-12 and 0.00 was paid"));

    ran(close("2024-05", "2024-06-02"));
    assertThat(differences("closed-2024-05")).hasSize(1);
    ran(job("nightly-pay", "2024-06", "2024-06-03", "after"));
    assertThat(differences("after")).isEmpty();
  }

  @Test
  @DisplayName("a late casual occasion early in the week corrects the later ones, each saying why")
  void renumbered() {
    for (String day : List.of("09", "10", "11", "12")) {
      force.duty("c" + day, "A2", "2024-04-" + day + "T07:00", "2024-04-" + day + "T16:00");
    }
    force.duty("c13", "A2", "2024-04-13T07:00", "2024-04-13T15:00");
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A2", "2024-04-08T07:00", "2024-04-08T16:00");

    ran(job("nightly-pay", "2024-05", "2024-05-20", "night"));

    assertThat(differences("night"))
        .containsExactly(
            "A2 2024-04-08 OVERTIME 0.50 14.71 ARREARS 2024-04",
            "A2 2024-04-12 OVERTIME 0.50 14.71 ARREARS 2024-04");
    assertThat(lines("night").getLast())
        .hasEntrySatisfying(
            "note", note -> assertThat(note).contains("late timesheet of 2024-04-08"));
  }

  @Test
  @DisplayName("a deleted timesheet and a changed roster are recovered, and the reasons are told")
  void recovered() {
    ran(close("2024-04", "2024-05-02"));
    force.withoutTimesheet("t1").rostered("A2", "2024-04-20", "DUTY,09:00,17:00");

    Ran refused = job("nightly-pay", "2024-05", "2024-05-20", "night");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("would take back £176.52", "--allow-recovery");
    assertThat(folder.resolve("night")).doesNotExist();

    ran(job("nightly-pay", "2024-05", "2024-05-20", "night", "--allow-recovery"));
    assertThat(differences("night"))
        .containsExactly(
            "A1 2024-04-15 OVERTIME -1.50 -44.13 RECOVERY 2024-04",
            "A2 2024-04-20 REST_DAY_WORKING -4.00 -132.39 RECOVERY 2024-04");
    assertThat(note("night", "OVERTIME")).contains("deleted timesheet t1");
    assertThat(note("night", "REST_DAY_WORKING")).contains("changed roster");
  }

  @Test
  @DisplayName("an exception that is released after the close comes out as arrears")
  void released() {
    force.stoodDown("s1", "A2", "2024-05-11");
    ran(close("2024-04", "2024-05-02"));
    Ran closed = ran(close("2024-05", "2024-06-02"));
    assertThat(closed.out()).contains("closed without 1 matter that nobody has decided");
    Map<String, String> held =
        Ran.rows(folder.resolve("closed-2024-05").resolve("exceptions.csv")).stream()
            .filter(row -> cell(row, "code").equals("STOOD_DOWN"))
            .findFirst()
            .orElseThrow();
    force.decision(cell(held, "exception_id"), "", "RELEASE", "boss", "2024-06-02T10:00");

    ran(job("nightly-pay", "2024-06", "2024-06-03", "night"));

    assertThat(differences("night"))
        .containsExactly("A2 2024-05-11 REST_DAY_WORKING 8.00 264.79 ARREARS 2024-05");
    assertThat(note("night", "REST_DAY_WORKING")).contains("released exception STOOD_DOWN");
  }

  @Test
  @DisplayName("an award that became known after the close is paid from its first day")
  void award() {
    ran(close("2024-04", "2024-05-02"));
    for (int point = 0; point <= 7; point++) {
      force.rate("CONSTABLE_2013," + point + ",2024-04-16,50000,2024-05-10");
    }
    ran(job("nightly-pay", "2024-05", "2024-05-09", "before"));
    assertThat(differences("before")).isEmpty();

    ran(job("nightly-pay", "2024-05", "2024-05-20", "night"));

    assertThat(differences("night"))
        .containsExactly(
            "A1 2024-04-17 OVERTIME 0.00 3.79 ARREARS 2024-04",
            "A2 2024-04-20 REST_DAY_WORKING 0.00 11.38 ARREARS 2024-04");
    assertThat(note("night", "OVERTIME")).contains("changed rate");
  }

  @Test
  @DisplayName("another policy is another rule: the difference says which key")
  void policy() throws IOException {
    ran(close("2024-04", "2024-05-02"));
    Path policy = Files.writeString(folder.resolve("other.yml"), "rounding: DOWN\n");
    force.duty("t8", "A2", "2024-04-22T07:00", "2024-04-22T16:30");

    ran(job("nightly-pay", "2024-05", "2024-05-20", "night", "--policy", policy.toString()));

    assertThat(lines("night"))
        .filteredOn(line -> !cell(line, "line_type").equals("NEW"))
        .extracting(line -> line.get("note"))
        .allSatisfy(note -> assertThat(note).contains("changed policy: rounding=DOWN"));
  }

  @Test
  @DisplayName("twelve months closed, the last month's feed alone gives no line")
  void lastMonthOnly() {
    SmallForce year =
        new SmallForce(folder.resolve("year"), "2023-01-01", "2024-01-07").constable("A1");
    for (int month = 1; month <= 12; month++) {
      for (int day : new int[] {3, 10, 17, 24}) {
        String date = "2023-%02d-%02d".formatted(month, day);
        year.duty("d" + date, "A1", date + "T07:00", date + "T17:00");
      }
    }
    Path feed = year.written();
    for (int month = 1; month <= 12; month++) {
      String period = "2023-%02d".formatted(month);
      ran(Ran.command(arguments("close-period", feed, period, "2024-01-05", "closed-" + period)));
    }
    SmallForce december =
        new SmallForce(folder.resolve("december"), "2023-12-01", "2023-12-31").constable("A1");
    for (int day : new int[] {3, 10, 17, 24}) {
      String date = "2023-12-%02d".formatted(day);
      december.duty("d" + date, "A1", date + "T07:00", date + "T17:00");
    }

    ran(
        Ran.command(
            arguments("nightly-pay", december.written(), "2023-12", "2024-01-06", "night")));

    assertThat(lines("night")).isEmpty();
    assertThat(folder.resolve("night").resolve("manifest.json"))
        .content()
        .contains("\"compared_from\": \"2023-01-01\"", "\"not_covered\":");
  }

  @Test
  @DisplayName("on PostgreSQL the same closes give the same bytes")
  void postgres() {
    String url = Postgres.fresh();
    String[] database = {"--db", url, "--db-user", Postgres.USER};
    ran(close("2024-04", "2024-05-02"));
    ran(job("close-period", "2024-04", "2024-05-02", "pg/closed-2024-04", database));
    force
        .duty("late", "A2", "2024-04-12T07:00", "2024-04-12T17:00")
        .stoodDown("s1", "A2", "2024-05-11");
    ran(close("2024-05", "2024-06-02"));
    ran(job("close-period", "2024-05", "2024-06-02", "pg/closed-2024-05", database));

    for (String period : List.of("closed-2024-04", "closed-2024-05")) {
      assertThat(Ran.hashes(folder.resolve("pg").resolve(period)))
          .isEqualTo(Ran.hashes(folder.resolve(period)));
    }
    Map<String, String> first = Ran.hashes(folder.resolve("pg").resolve("closed-2024-05"));
    ran(job("close-period", "2024-05", "2024-06-09", "pg/closed-2024-05", database));
    assertThat(Ran.hashes(folder.resolve("pg").resolve("closed-2024-05"))).isEqualTo(first);
  }

  @Test
  @DisplayName("what comes out of a close and of a night with differences verifies")
  void verifies() {
    ran(close("2024-04", "2024-05-02"));
    force
        .duty("late", "A2", "2024-04-12T07:00", "2024-04-12T17:00")
        .duty("toil", "A1", "2024-05-16T07:00", "2024-05-16T18:00");
    ran(job("nightly-pay", "2024-05", "2024-05-20", "night"));
    ran(job("nightly-pay", "2024-04", "2024-05-20", "again"));
    for (String out : List.of("closed-2024-04", "night", "again")) {
      Ran verified = Ran.command("verify-output", out(out));
      assertThat(verified.code()).as(verified.out()).isZero();
    }
  }

  private Ran close(String period, String runDate) {
    return job("close-period", period, runDate, "closed-" + period);
  }

  private Ran job(String job, String period, String runDate, String out, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(arguments(job, force.written(), period, runDate, out)));
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  private String[] arguments(String job, Path feed, String period, String runDate, String out) {
    return new String[] {
      job, "--feed", feed.toString(), "--out", out(out), "--period", period, "--run-date", runDate
    };
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private List<Map<String, String>> lines(String out) {
    return Ran.rows(folder.resolve(out).resolve("payroll.csv"));
  }

  private List<String> differences(String out) {
    return lines(out).stream()
        .filter(line -> !cell(line, "line_type").equals("NEW"))
        .map(
            line ->
                String.join(
                    " ",
                    line.get("officer_id"),
                    line.get("work_date"),
                    line.get("element"),
                    line.get("units"),
                    line.get("amount"),
                    line.get("line_type"),
                    line.get("period")))
        .toList();
  }

  private String note(String out, String element) {
    return lines(out).stream()
        .filter(line -> cell(line, "element").equals(element))
        .filter(line -> !cell(line, "line_type").equals("NEW"))
        .findFirst()
        .map(line -> cell(line, "note"))
        .orElseThrow();
  }

  private static String cell(Map<String, String> line, String column) {
    return line.getOrDefault(column, "");
  }

  private static Ran ran(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }
}
