package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("jobs/arrears and jobs/accept-arrears")
class ArrearsJobTest {

  private static final String HEADER =
      "officer_id,work_date,element,entitled,paid,difference,reason\n";

  private final Path folder;
  private final SmallForce force;

  /**
   * A1 was not paid for the 16th, A2 not for the 15th, but for the 17th, on which nothing was due.
   */
  ArrearsJobTest(@TempDir Path folder) {
    this.folder = folder;
    force =
        new SmallForce(folder.resolve("feed"), "2024-04-29", "2024-07-31")
            .constable("A1")
            .constable("A2")
            .duty("e1", "A1", "2024-05-14T07:00", "2024-05-14T17:00")
            .duty("e2", "A1", "2024-05-16T07:00", "2024-05-16T17:00")
            .duty("e3", "A2", "2024-05-15T07:00", "2024-05-15T17:00")
            .paid("A1,2024-05-14,OVERTIME,1.50,44.13,2024-06-12")
            .paid("A2,2024-05-17,OVERTIME,1.00,29.42,2024-06-12");
  }

  @Test
  @DisplayName("what differs is listed, what was paid as it was due is not")
  void differences() throws IOException {
    ran(arrears("out", "2024-06-03"));

    assertThat(text("out", "arrears.csv"))
        .isEqualTo(
            HEADER
                + """
                A1,2024-05-16,OVERTIME,44.13,0.00,44.13,
                A2,2024-05-15,OVERTIME,44.13,0.00,44.13,
                A2,2024-05-17,OVERTIME,0.00,29.42,-29.42,
                """);
    assertThat(folder.resolve("out").resolve("proposal.csv")).doesNotExist();
    assertThat(text("out", "arrears-statement.html"))
        .contains("£132.39", "£73.55", "£88.26", "£29.42", "+£58.84", "A1", "A2");
    assertThat(accept("--list").out()).contains("no proposal is open");
  }

  @Test
  @DisplayName("the same bytes with any number of workers")
  void workers() {
    ran(arrears("one", "2024-06-03", "--workers", "1"));
    ran(arrears("three", "2024-06-03", "--workers", "3"));
    assertThat(Ran.hashes(folder.resolve("three"))).isEqualTo(Ran.hashes(folder.resolve("one")));
  }

  @Test
  @DisplayName("an officer's statement names nobody else and has the rule in words")
  void oneOfficer() throws IOException {
    ran(arrears("out", "2024-06-03", "--officer", "A1"));

    assertThat(text("out", "arrears.csv"))
        .isEqualTo(HEADER + "A1,2024-05-16,OVERTIME,44.13,0.00,44.13,\n");
    assertThat(text("out", "arrears-statement.html"))
        .contains("A1", "2024-05-16", "OVERTIME", "G 2.14.1, casual overtime", "+£44.13")
        .doesNotContain("A2", "29.42");
  }

  @ParameterizedTest
  @DisplayName("a hostile name or unit does nothing in the page and does not stand in a table")
  @CsvSource({"<script>alert(1)</script>, =1+1", "=1+1, <script>alert(1)</script>"})
  void hostile(String name, String unit) throws IOException {
    named(name, unit);
    ran(arrearsOfWritten("all", "2024-06-03", "--propose"));
    ran(arrearsOfWritten("one", "2024-06-03", "--officer", "A1"));

    for (String out : List.of("all", "one")) {
      assertThat(text(out, "arrears-statement.html")).doesNotContain("<script", "alert(1)</s");
      assertThat(text(out, "arrears.csv")).doesNotContain("script", "=1+1");
    }
    assertThat(text("all", "proposal.csv")).doesNotContain("script", "=1+1");
    assertThat(text("all", "arrears-statement.html"))
        .contains(unit.replace("<", "&lt;").replace(">", "&gt;"));
    assertThat(text("one", "arrears-statement.html"))
        .contains(name.replace("<", "&lt;").replace(">", "&gt;"));
  }

  @Test
  @DisplayName("no name is shown where the policy wants none")
  void withoutNames() throws IOException {
    named("Jo Bloggs", "Response");
    String policy = policy("no-names.yml", "report-names: false");
    ran(arrearsOfWritten("with", "2024-06-03", "--officer", "A1"));
    ran(arrearsOfWritten("without", "2024-06-03", "--officer", "A1", "--policy", policy));

    assertThat(text("with", "arrears-statement.html")).contains("A1 Jo Bloggs");
    assertThat(text("without", "arrears-statement.html")).contains("A1").doesNotContain("Bloggs");
  }

  @Test
  @DisplayName("an officer of whom nothing differs is named too, and the statement says so")
  void nothingDiffers() throws IOException {
    named("Jo Bloggs", "Response");
    ran(
        arrearsOfWritten(
            "nothing",
            "2024-06-03",
            "--from",
            "2024-04-29",
            "--to",
            "2024-04-30",
            "--officer",
            "A1"));
    assertThat(text("nothing", "arrears-statement.html"))
        .contains("A1 Jo Bloggs", "Nothing differs: what was paid for these days is what is due.")
        .doesNotContain("<table");
  }

  @Test
  @DisplayName("a proposal has an id; the same command again writes the same and proposes nothing")
  void proposesOnce() throws IOException {
    Ran first = ran(arrears("out", "2024-06-03", "--propose"));
    String id = proposal("out");
    assertThat(id).matches("[0-9a-f]{12}");
    assertThat(first.out()).contains("proposed: " + id, "jobs/accept-arrears " + id);
    assertThat(text("out", "proposal.csv"))
        .isEqualTo(
            """
            proposal,line,officer_id,work_date,element,entitled,paid,difference,reason
            ID,1,A1,2024-05-16,OVERTIME,44.13,0.00,44.13,
            ID,2,A2,2024-05-15,OVERTIME,44.13,0.00,44.13,
            ID,3,A2,2024-05-17,OVERTIME,0.00,29.42,-29.42,
            """
                .replace("ID", id));
    Map<String, String> hashes = Ran.hashes(folder.resolve("out"));
    String open = accept("--list").out();
    assertThat(open).isEqualTo(id + " of 2024-06-03: 3 lines undecided, £58.84\n");

    ran(arrears("out", "2024-06-03", "--propose"));

    assertThat(Ran.hashes(folder.resolve("out"))).isEqualTo(hashes);
    assertThat(accept("--list").out()).isEqualTo(open);
  }

  @DisplayName("What has been proposed is not proposed again by a run that is asked otherwise")
  @ParameterizedTest(name = "run date {0}, {1}")
  @CsvSource({
    "2024-06-04, --workers 1",
    "2024-06-03, --officer A1",
    "2024-06-03, --claim-date 2024-06-01",
    "2024-06-03, --from 2024-05-02 --to 2024-05-31"
  })
  void notAgain(String runDate, String options) throws IOException {
    ran(arrears("first", "2024-06-03", "--propose"));
    List<String> all = new ArrayList<>(List.of(options.split(" ", -1)));
    all.add("--propose");

    Ran again = ran(arrears("again", runDate, all.toArray(String[]::new)));

    assertThat(again.out()).contains("nothing to propose");
    assertThat(Ran.rows(folder.resolve("again").resolve("proposal.csv"))).isEmpty();
    assertThat(accept("--list").out().lines()).hasSize(1);
  }

  @DisplayName("A changed fact is proposed again, and nothing else is")
  @ParameterizedTest(name = "run date {0}")
  @CsvSource({"2024-06-04", "2024-06-03"})
  void changedFact(String runDate) throws IOException {
    ran(arrears("first", "2024-06-03", "--propose"));
    force
        .withoutTimesheet("e2")
        .duty("e2", "A1", "2024-05-16T07:00", "2024-05-16T18:00")
        .duty("e4", "A2", "2024-05-22T07:00", "2024-05-22T17:00");

    ran(arrears("second", runDate, "--propose"));

    assertThat(text("second", "proposal.csv").lines().skip(1))
        .containsExactly(
            proposal("second") + ",1,A1,2024-05-16,OVERTIME,73.55,0.00,73.55,",
            proposal("second") + ",2,A2,2024-05-22,OVERTIME,44.13,0.00,44.13,");
    Map<String, String> hashes = Ran.hashes(folder.resolve("second"));
    ran(arrears("second", runDate, "--propose"));
    assertThat(Ran.hashes(folder.resolve("second"))).isEqualTo(hashes);
  }

  @Test
  @DisplayName("of two proposals for one day only one can be paid")
  void proposedTwice() throws IOException {
    ran(arrears("first", "2024-06-03", "--propose"));
    force.withoutTimesheet("e2").duty("e2", "A1", "2024-05-16T07:00", "2024-05-16T18:00");
    ran(arrears("second", "2024-06-04", "--propose"));
    ran(accept(proposal("second"), "--by", "boss"));

    Ran stale = accept(proposal("first"), "--by", "boss", "--only", "A1");
    assertThat(stale.code()).isEqualTo(2);
    assertThat(stale.err()).contains("A1/2024-05-16/OVERTIME").contains(proposal("second"));
    Ran rest = ran(accept(proposal("first"), "--by", "boss"));
    assertThat(rest.out()).contains("2 lines of proposal", "1 line of it left");

    ran(job("nightly-pay", "2024-06", "2024-06-10", "night"));
    assertThat(differences("night"))
        .containsExactly(
            "A1 2024-05-16 OVERTIME 73.55 ARREARS",
            "A2 2024-05-15 OVERTIME 44.13 ARREARS",
            "A2 2024-05-17 OVERTIME -29.42 RECOVERY");
    ran(accept(proposal("first"), "--by", "boss", "--only", "A1", "--outcome", "REFUSED"));
    assertThat(accept("--list").out()).contains("no proposal is open");
  }

  @Test
  @DisplayName("a line that is accepted is paid by the next payroll, once, saying who accepted it")
  void accepted() throws IOException {
    ran(arrears("arrears", "2024-06-03", "--propose"));
    String id = proposal("arrears");

    Ran accepted = ran(accept(id, "--by", "boss", "--only", "A1/2024-05-16/OVERTIME"));

    assertThat(accepted.out())
        .contains(
            "1 line of proposal " + id + ", £44.13: accepted",
            "by boss",
            "2 lines of it left to decide");
    ran(job("nightly-pay", "2024-06", "2024-06-10", "night"));
    assertThat(differences("night")).containsExactly("A1 2024-05-16 OVERTIME 44.13 ARREARS");
    assertThat(lines("night"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("units", "1.50")
                    .containsEntry("rate", "")
                    .containsEntry("multiplier", "")
                    .containsEntry("period", "2024-05")
                    .containsEntry("source", "e2")
                    .containsEntry("note", "accepted by boss as line 1 of proposal " + id));
    ran(job("nightly-pay", "2024-06", "2024-06-11", "again"));
    assertThat(differences("again")).hasSize(1);
    ran(job("close-period", "2024-06", "2024-07-02", "closed"));
    assertThat(differences("closed")).containsExactly("A1 2024-05-16 OVERTIME 44.13 ARREARS");
    ran(job("nightly-pay", "2024-07", "2024-07-03", "after"));
    assertThat(lines("after")).isEmpty();
    ran(arrears("later", "2024-07-03"));
    assertThat(text("later", "arrears.csv")).doesNotContain("A1");
    for (String out : List.of("night", "closed")) {
      Ran verified = Ran.command("verify-output", folder.resolve(out).toString());
      assertThat(verified.code()).as(verified.out()).isZero();
    }
  }

  @Test
  @DisplayName(
      "an accepted difference of a closed day is not paid by the settling of closed days too")
  void acceptedOfClosedDay() throws IOException {
    ran(job("close-period", "2024-05", "2024-06-02", "closed-05"));
    force.duty("late", "A2", "2024-05-21T07:00", "2024-05-21T17:00");
    ran(arrears("arrears", "2024-06-03", "--propose"));
    assertThat(text("arrears", "arrears.csv"))
        .contains("A2,2024-05-21,OVERTIME,44.13,0.00,44.13,late timesheet late\n");
    ran(accept(proposal("arrears"), "--by", "boss", "--only", "A2/2024-05-21"));

    assertThat(ran(accept(proposal("arrears"), "--by", "boss", "--outcome", "REFUSED")).code())
        .isZero();
    assertThat(ran(accept(proposal("arrears"), "--by", "boss")).out())
        .startsWith("nothing of proposal " + proposal("arrears") + " was left to decide")
        .contains("A2/2024-05-21/OVERTIME was decided before: ACCEPTED by boss");

    ran(job("nightly-pay", "2024-06", "2024-06-10", "night"));
    assertThat(differences("night")).containsExactly("A2 2024-05-21 OVERTIME 44.13 ARREARS");
    assertThat(lines("night").getFirst().getOrDefault("note", ""))
        .startsWith("late timesheet late; accepted by boss");
    String policy = policy("no-names.yml", "report-names: false");
    ran(job("nightly-pay", "2024-06", "2024-06-11", "night", "--policy", policy));
    assertThat(lines("night").getFirst().getOrDefault("note", ""))
        .startsWith("late timesheet late; accepted as line ");
    ran(job("close-period", "2024-06", "2024-07-02", "closed-06", "--policy", policy));
    assertThat(
            ran(Ran.command("ledger", "--verify", "--out", folder.resolve("night").toString()))
                .out())
        .contains("ok");
    assertThat(differences("closed-06")).hasSize(1);
    ran(job("nightly-pay", "2024-07", "2024-07-03", "after"));
    assertThat(lines("after")).isEmpty();
  }

  @Test
  @DisplayName(
      "paid outside is no difference any more, refused still is; neither is proposed again")
  void outsideAndRefused() throws IOException {
    ran(arrears("first", "2024-06-03", "--propose"));
    String id = proposal("first");
    ran(accept(id, "--by", "boss", "--only", "A1", "--outcome", "PAID_OUTSIDE"));
    ran(accept(id, "--by", "boss", "--only", "A2/2024-05-15", "--outcome", "REFUSED"));

    for (String runDate : List.of("2024-06-04", "2024-06-03")) {
      Ran again = ran(arrears("again", runDate, "--propose"));

      assertThat(text("again", "arrears.csv"))
          .isEqualTo(
              HEADER
                  + """
                  A2,2024-05-15,OVERTIME,44.13,0.00,44.13,
                  A2,2024-05-17,OVERTIME,0.00,29.42,-29.42,
                  """);
      assertThat(again.out()).contains("nothing to propose");
    }
    assertThat(accept("--list").out()).startsWith(id).contains("1 line undecided, -£29.42");
    ran(job("nightly-pay", "2024-06", "2024-06-10", "night"));
    assertThat(lines("night")).isEmpty();
  }

  @Test
  @DisplayName("wrong decisions are exit 2 and say what is wrong")
  void wrongDecisions() throws IOException {
    ran(arrears("arrears", "2024-06-03", "--propose"));
    String id = proposal("arrears");

    wrong(accept(id, "--by", "A1"), "officer 'A1' cannot decide about own pay");
    wrong(accept("nowhere", "--by", "boss"), "no proposal 'nowhere'", id + " of 2024-06-03");
    wrong(accept(id, "--by", "boss", "--only", "A9"), "no undecided line for --only A9");
    wrong(accept(id, "--by", "boss", "--only", "A"), "no undecided line for --only A");
    wrong(accept(id), "--by says who decides");
    wrong(accept("--by", "boss"), "name the proposal");
    wrong(accept(id, "--by", "boss", "--outcome", "PAID"), "--outcome takes ACCEPTED");
    ran(accept(id, "--by", "A1", "--only", "A2"));
    wrong(accept(id, "--by", "boss", "--only", "A2"), "no undecided line");
    wrong(accept(id, "--by", "A1"), "cannot decide about own pay");
  }

  @Test
  @DisplayName("since an earlier policy: only what the policy changes, proposed by itself")
  void sincePolicy() throws IOException {
    // two hours and a quarter of casual overtime are £66.197
    force
        .duty("e9", "A1", "2024-05-21T07:00", "2024-05-21T17:45")
        .paid("A1,2024-05-21,OVERTIME,2.25,66.19,2024-06-12");

    Ran ran =
        ran(arrears("out", "2024-06-03", "--since-policy", policy("before.yml", "rounding: DOWN")));

    assertThat(text("out", "arrears.csv"))
        .isEqualTo(
            HEADER + "A1,2024-05-21,OVERTIME,66.20,66.19,0.01,changed policy: rounding=HALF_UP\n");
    assertThat(ran.out()).contains("proposed: " + proposal("out"));
    Ran nothing =
        ran(
            arrears(
                "same", "2024-06-03", "--since-policy", policy("same.yml", "rounding: HALF_UP")));
    assertThat(text("same", "arrears.csv")).isEqualTo(HEADER);
    assertThat(nothing.out()).contains("nothing to propose");
  }

  @Test
  @DisplayName(
      "holiday pay that the policy puts beyond the limit is listed and told of, and not proposed")
  void limited() throws IOException {
    String policy = policy("limit.yml", "arrears-limit: TWO_YEARS");
    force
        .rostered("A1", "2024-05-08", "ANNUAL_LEAVE,,")
        .rostered("A1", "2024-05-20", "ANNUAL_LEAVE,,")
        .paid("A1,2024-05-01,OVERTIME,26.00,520.00,2024-06-12");

    ran(
        arrears(
            "out",
            "2026-06-03",
            "--holiday-pay",
            "--propose",
            "--policy",
            policy,
            "--claim-date",
            "2026-05-16"));

    assertThat(text("out", "arrears.csv"))
        .contains("A1,2024-05-08,HOLIDAY_PAY,", "A1,2024-05-20,HOLIDAY_PAY,");
    assertThat(Ran.rows(folder.resolve("out").resolve("proposal.csv")))
        .filteredOn(row -> !"2024-05-01".equals(row.get("work_date")))
        .extracting(
            row -> row.get("officer_id") + " " + row.get("work_date") + " " + row.get("element"))
        .containsExactly(
            "A1 2024-05-16 OVERTIME",
            "A1 2024-05-20 HOLIDAY_PAY",
            "A2 2024-05-15 OVERTIME",
            "A2 2024-05-17 OVERTIME");
    assertThat(text("out", "arrears-statement.html"))
        .contains("of the underpayments are for days before 2024-05-16");
  }

  @Test
  @DisplayName("verify-output checks the folder, and finds a row that was changed afterwards")
  void verifies() throws IOException {
    ran(arrears("out", "2024-06-03", "--propose"));
    Path out = folder.resolve("out");
    Ran verified =
        Ran.command("verify-output", out.toString(), "--feed", folder.resolve("feed").toString());
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out())
        .contains("ok    arrears.csv", "ok    proposal.csv", "ok    arrears-statement.html");

    Path table = out.resolve("arrears.csv");
    Files.writeString(
        table,
        Files.readString(table)
            .replace("44.13,0.00,44.13,\nA2,2024-05-15", "44.13,0.00,54.13,\nA2,2024-07-15"));
    Ran changed = Ran.command("verify-output", out.toString());
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out())
        .contains(
            "difference",
            "is not what was due less what was paid",
            "is outside the range of the run",
            "it belongs before the line above",
            "SHA-256");
  }

  @Test
  @DisplayName("on PostgreSQL the same proposal, decision and payroll give the same bytes")
  void postgres() throws IOException {
    String url = Postgres.fresh();
    String[] database = {"--db", url, "--db-user", Postgres.USER};
    ran(arrears("arrears", "2024-06-03", "--propose"));
    String id = proposal("arrears");
    ran(accept(id, "--by", "boss", "--only", "A1"));
    ran(accept(id, "--by", "boss", "--only", "A2/2024-05-15", "--outcome", "PAID_OUTSIDE"));
    ran(job("close-period", "2024-06", "2024-07-02", "closed"));
    ran(arrears("later", "2024-07-03", "--propose"));

    ran(job("arrears", "2024-05", "2024-06-03", "pg/arrears", with(database, "--propose")));
    ran(Ran.command(with(database, "accept-arrears", id, "--by", "boss", "--only", "A1")));
    ran(
        Ran.command(
            with(
                database,
                "accept-arrears",
                id,
                "--by",
                "boss",
                "--only",
                "A2/2024-05-15",
                "--outcome",
                "PAID_OUTSIDE")));
    ran(job("close-period", "2024-06", "2024-07-02", "pg/closed", database));
    ran(job("arrears", "2024-05", "2024-07-03", "pg/later", with(database, "--propose")));

    for (String out : List.of("arrears", "closed", "later")) {
      assertThat(Ran.hashes(folder.resolve("pg").resolve(out)))
          .as(out)
          .isEqualTo(Ran.hashes(folder.resolve(out)));
    }
    assertThat(Ran.command(with(database, "accept-arrears", "--list")).out())
        .isEqualTo(accept("--list").out());
    assertThat(differences("closed")).containsExactly("A1 2024-05-16 OVERTIME 44.13 ARREARS");
  }

  private static String[] with(String[] database, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of(database));
    return arguments.toArray(String[]::new);
  }

  private Ran arrears(String out, String runDate, String... more) {
    force.written();
    return arrearsOfWritten(out, runDate, more);
  }

  private Ran arrearsOfWritten(String out, String runDate, String... more) {
    boolean hasRange = List.of(more).contains("--from");
    return Ran.command(arguments("arrears", hasRange ? "" : "2024-05", runDate, out, more));
  }

  private Ran job(String job, String period, String runDate, String out, String... more) {
    force.written();
    return Ran.command(arguments(job, period, runDate, out, more));
  }

  private String[] arguments(
      String job, String period, String runDate, String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                job,
                "--feed",
                folder.resolve("feed").toString(),
                "--out",
                folder.resolve(out).toString(),
                "--run-date",
                runDate));
    if (!period.isEmpty()) {
      arguments.addAll(List.of("--period", period));
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private Ran accept(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("accept-arrears", "--out", folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  /** The feed, with a name and a unit for every officer. */
  private void named(String name, String unit) throws IOException {
    Path officers = force.written().resolve("officers.csv");
    List<String> rows = new ArrayList<>();
    for (String row : Files.readAllLines(officers)) {
      rows.add(row + (rows.isEmpty() ? ",name,unit" : "," + name + "," + unit));
    }
    Files.write(officers, rows);
  }

  private String policy(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text + "\n").toString();
  }

  private String text(String out, String file) throws IOException {
    return Files.readString(folder.resolve(out).resolve(file));
  }

  private String proposal(String out) {
    return Ran.rows(folder.resolve(out).resolve("proposal.csv"))
        .getFirst()
        .getOrDefault("proposal", "");
  }

  private List<Map<String, String>> lines(String out) {
    return Ran.rows(folder.resolve(out).resolve("payroll.csv"));
  }

  private List<String> differences(String out) {
    return lines(out).stream()
        .filter(line -> !"NEW".equals(line.get("line_type")))
        .map(
            line ->
                String.join(
                    " ",
                    line.get("officer_id"),
                    line.get("work_date"),
                    line.get("element"),
                    line.get("amount"),
                    line.get("line_type")))
        .toList();
  }

  private static void wrong(Ran ran, String... messages) {
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains(messages);
    assertThat(ran.err().lines()).hasSize(1);
  }

  private static Ran ran(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }
}
