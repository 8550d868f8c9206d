package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutypay.job.Witness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("14 A difference is proposed once, and paid once")
class ProposedOnceTest {

  private static final Pattern PROPOSED = Pattern.compile("proposed: ([0-9a-f]{12});");

  private final Path folder;
  private final SmallForce force;

  ProposedOnceTest(@TempDir Path folder) {
    this.folder = folder;
    force =
        new SmallForce(folder.resolve("feed"), "2024-04-01", "2024-06-02")
            .constable("A1")
            .constable("A2")
            .duty("t1", "A1", "2024-04-15T07:00", "2024-04-15T17:00")
            .duty("t2", "A2", "2024-04-20T09:00", "2024-04-20T12:00");
  }

  @Test
  @DisplayName("the days after the last closed one are left to the payroll that closes them")
  void openDays() {
    force.duty("t4", "A1", "2024-05-14T07:00", "2024-05-14T17:00");
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    Ran run =
        ran(
            Ran.command(
                arguments(
                    "arrears",
                    "arrears",
                    "2024-05-20",
                    "--from",
                    "2024-04-01",
                    "--to",
                    "2024-05-31",
                    "--propose")));

    assertThat(inProposal()).containsExactly("A1 2024-04-16");
    ran(decide(proposed(run), "--by", "boss"));
    ran(close("2024-05", "2024-06-02"));
    assertThat(run.out()).contains("not proposed: 1 difference of days that are not closed yet");
    assertThat(paid("closed-2024-05"))
        .containsExactly("A1 2024-04-16 44.13 ARREARS", "A1 2024-05-14 44.13 NEW");
  }

  @Test
  @DisplayName("what was accepted for a day that a closing pays as new is not paid beside it")
  void closedForTheFirstTime() {
    String proposal = proposed(arrears("2024-04", "--propose"));
    ran(decide(proposal, "--by", "boss"));

    ran(close("2024-04", "2024-05-22"));
    assertThat(paid("closed-2024-04"))
        .containsExactly("A1 2024-04-15 44.13 NEW", "A2 2024-04-20 132.39 NEW");
    ran(close("2024-05", "2024-06-02"));
    assertThat(paid("closed-2024-05")).isEmpty();
    assertThat(verified("closed-2024-05")).isZero();
    force.withRosterFrom("2024-05-01");
    ran(night());
    assertThat(paid("night")).as("a feed that does not cover April").isEmpty();
  }

  @Test
  @DisplayName(
      "what was accepted for a later month than the first closed one waits for its closing")
  void closedLater() {
    force.duty("t4", "A1", "2024-05-14T07:00", "2024-05-14T17:00");
    String proposal = proposed(arrears("2024-05", "--propose"));
    ran(decide(proposal, "--by", "boss"));

    ran(close("2024-04", "2024-05-22"));
    assertThat(paid("closed-2024-04"))
        .containsExactly("A1 2024-04-15 44.13 NEW", "A2 2024-04-20 132.39 NEW");
    ran(close("2024-05", "2024-06-02"));
    assertThat(paid("closed-2024-05")).containsExactly("A1 2024-05-14 44.13 NEW");
    ran(close("2024-06", "2024-07-02"));
    assertThat(paid("closed-2024-06")).isEmpty();
  }

  @Test
  @DisplayName("what is accepted while a close is interrupted is paid by it when it goes on, once")
  void acceptedMeanwhile() {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    String proposal = proposed(arrears("2024-04", "--propose"));
    force.withoutTimesheet("late");
    try (Witness stopping =
        Witness.of(
            name -> {
              if (name.equals("reconcile")) {
                throw new IllegalStateException("stopped here");
              }
            })) {
      assertThat(stopping).isNotNull();
      assertThat(close("2024-05", "2024-06-02").code()).isEqualTo(1);
    }
    ran(decide(proposal, "--by", "boss"));

    ran(close("2024-05", "2024-06-02"));

    assertThat(paid("closed-2024-05"))
        .containsExactlyInAnyOrder("A1 2024-04-16 44.13 ARREARS", "A1 2024-04-16 -44.13 RECOVERY");
    assertThat(
            Ran.command("ledger", "--verify", "--out", folder.resolve("closed-2024-05").toString())
                .code())
        .isZero();
  }

  @Test
  @DisplayName("a proposal that a closing has overtaken can be refused, not accepted")
  void paidMeanwhile() {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    String proposal = proposed(arrears("2024-04", "--propose"));
    ran(close("2024-05", "2024-06-02"));
    assertThat(paid("closed-2024-05")).containsExactly("A1 2024-04-16 44.13 ARREARS");

    Ran accepted = decide(proposal, "--by", "boss");

    assertThat(accepted.code()).isEqualTo(2);
    assertThat(accepted.err())
        .contains("A1/2024-04-16/OVERTIME was paid with the payroll of 2024-05");
    ran(decide(proposal, "--by", "boss", "--outcome", "REFUSED"));
    ran(close("2024-06", "2024-07-02"));
    assertThat(paid("closed-2024-06")).isEmpty();
  }

  @Test
  @DisplayName("a closing of the proposal's own run date has overtaken it too")
  void paidOnTheSameDay() {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    String proposal = proposed(arrears("2024-04", "--propose"));
    ran(close("2024-05", "2024-05-20"));

    assertThat(decide(proposal, "--by", "boss").err())
        .contains("A1/2024-04-16/OVERTIME was paid with the payroll of 2024-05");
  }

  @Test
  @DisplayName("of a line that was proposed again with other figures only the last can be accepted")
  void superseded() {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    String first = proposed(arrears("2024-04", "--propose"));
    force.withoutTimesheet("late").duty("late", "A1", "2024-04-16T07:00", "2024-04-16T18:00");
    String second = proposed(arrears("2024-04", "--propose"));

    Ran old = decide(first, "--by", "boss");
    assertThat(old.code()).isEqualTo(2);
    assertThat(old.err()).contains("decide proposal " + second + " instead");
    ran(decide(first, "--by", "boss", "--outcome", "REFUSED"));
    ran(decide(second, "--by", "boss"));
    ran(close("2024-05", "2024-06-02"));
    assertThat(paid("closed-2024-05")).containsExactly("A1 2024-04-16 73.55 ARREARS");
  }

  @Test
  @DisplayName("figures that come back after others were proposed are proposed again")
  void returned() {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    String first = proposed(arrears("2024-04", "--propose"));
    force.withoutTimesheet("late").duty("late", "A1", "2024-04-16T07:00", "2024-04-16T18:00");
    String second = proposed(arrears("2024-04", "--propose"));
    force.withoutTimesheet("late").duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");

    String third =
        proposed(
            Ran.command(
                arguments("arrears", "arrears", "2024-05-21", "--period", "2024-04", "--propose")));

    assertThat(third).isNotEqualTo(first).isNotEqualTo(second);
    assertThat(decide(second, "--by", "boss").err()).contains("decide proposal " + third);
    ran(decide(third, "--by", "boss"));
    ran(close("2024-05", "2024-06-02"));
    assertThat(paid("closed-2024-05")).containsExactly("A1 2024-04-16 44.13 ARREARS");
  }

  @Test
  @DisplayName("what was paid, taken back and is due again is proposed again")
  void dueAgain() {
    force.withoutTimesheet("t1");
    String first = proposed(arrears("2024-04", "--propose"));
    ran(decide(first, "--by", "boss"));
    ran(close("2024-05", "2024-06-02"));
    force.withoutTimesheet("t2").paid("A2,2024-04-20,REST_DAY_WORKING,,-132.39,2024-06-05");
    assertThat(inProposal()).containsExactly("A2 2024-04-20");
    ran(arrears("2024-04"));
    assertThat(Ran.rows(folder.resolve("arrears").resolve("arrears.csv"))).isEmpty();
    force.duty("t2", "A2", "2024-04-20T09:00", "2024-04-20T12:00");

    String again = proposed(arrears("2024-04", "--propose"));

    assertThat(again).isNotEqualTo(first);
    assertThat(inProposal()).containsExactly("A2 2024-04-20");
    ran(decide(again, "--by", "boss"));
    ran(close("2024-06", "2024-07-02"));
    assertThat(paid("closed-2024-06")).containsExactly("A2 2024-04-20 132.39 ARREARS");
  }

  @Test
  @DisplayName("one policy, another and the first again on one day: the last proposal is the one")
  void policiesInTurn() throws IOException {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:45");
    Path policy = Files.writeString(folder.resolve("down.yml"), "rounding: DOWN\n");
    String first = proposed(arrears("2024-04", "--propose"));
    String other = proposed(arrears("2024-04", "--propose", "--policy", policy.toString()));
    String again = proposed(arrears("2024-04", "--propose"));

    assertThat(again).isNotEqualTo(first).isNotEqualTo(other);
    assertThat(proposed(arrears("2024-04", "--propose"))).isEqualTo(again);
    ran(decide(again, "--by", "boss"));
    ran(close("2024-05", "2024-06-02"));
    assertThat(paid("closed-2024-05")).containsExactly("A1 2024-04-16 66.20 ARREARS");
  }

  private int verified(String out) {
    return Ran.command("ledger", "--verify", "--out", folder.resolve(out).toString()).code();
  }

  @Test
  @DisplayName("a night under another policy than the proposal's says that it may take it back")
  void anotherPolicy() throws IOException {
    ran(close("2024-04", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    Path policy = Files.writeString(folder.resolve("down.yml"), "rounding: DOWN\n");
    String proposal = proposed(arrears("2024-04", "--propose", "--policy", policy.toString()));
    ran(decide(proposal, "--by", "boss"));

    assertThat(ran(night()).out())
        .contains(
            "WARNING: accepted lines of proposal "
                + proposal
                + " were reckoned under another policy (now rounding=HALF_UP)");
    assertThat(ran(night("--policy", policy.toString())).out()).doesNotContain("another policy");
  }

  private Ran night(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--period", "2024-05"));
    arguments.addAll(List.of(more));
    return Ran.command(
        arguments("nightly-pay", "night", "2024-05-25", arguments.toArray(String[]::new)));
  }

  @Test
  @DisplayName("whoever decides reads what was decided before, and by whom")
  void decidedBefore() {
    String proposal = proposed(arrears("2024-04", "--propose"));
    ran(decide(proposal, "--by", "boss", "--only", "A1", "--outcome", "REFUSED"));
    String before = "A1/2024-04-15/OVERTIME was decided before: REFUSED by boss on 2024-05-21";

    Ran again = decide(proposal, "--by", "other", "--only", "A1");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains(before);
    assertThat(ran(decide(proposal, "--by", "other")).out())
        .contains("1 line of proposal", "£132.39", before, "nothing of it is undecided");
  }

  @Test
  @DisplayName("nobody decides namelessly, nor with spaces about an own line")
  void whoDecides() {
    String proposal = proposed(arrears("2024-04", "--propose"));
    assertThat(decide(proposal, "--by", " ").err()).contains("--by says who decides");
    for (String self : List.of(" A1 ", "a1")) {
      assertThat(decide(proposal, "--by", self).err()).contains("cannot decide about own pay");
    }
  }

  @Test
  @DisplayName("a folder without a database is said, and none is made in it")
  void noDatabase() {
    Ran listed =
        Ran.command("accept-arrears", "--list", "--out", folder.resolve("none/out").toString());

    assertThat(listed.code()).isEqualTo(2);
    assertThat(listed.err()).contains("has no database of Dutypay");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  @DisplayName("an officer whom the feed does not name gets a warning, not a silent nought")
  void unknownOfficer() {
    assertThat(ran(arrears("2024-04", "--officer", "A7")).out())
        .contains("WARNING: the feed has no row of an officer 'A7'");
    assertThat(ran(arrears("2024-04", "--officer", "A2")).out()).doesNotContain("WARNING");
  }

  @Test
  @DisplayName("what was paid to somebody without usable rows is counted, not asked back")
  void notInTheFeed() {
    ran(close("2024-04", "2024-05-02"));
    force
        .withoutOfficer("A2")
        .paid("B7,2024-04-03,OVERTIME,,12.00,")
        .paid("B7,2024-04-03,OVERTIME,,1.00,");

    ran(arrears("2024-04"));

    assertThat(Ran.rows(folder.resolve("arrears").resolve("arrears.csv"))).isEmpty();
    assertThat(manifest()).contains("\"not_covered\": 2");
    ran(arrears("2024-04", "--officer", "A2"));
    assertThat(manifest()).contains("\"not_covered\": 1");
    ran(arrears("2024-04", "--officer", "A1"));
    assertThat(manifest()).contains("\"not_covered\": 0");
  }

  @Test
  @DisplayName(
      "breaks are those of each officer's own underpayments, told of one by one to that officer")
  void series() {
    SmallForce year =
        new SmallForce(folder.resolve("year"), "2024-01-01", "2024-06-02")
            .constable("A1")
            .constable("A2")
            .duty("s1", "A1", "2024-01-15T07:00", "2024-01-15T17:00")
            .duty("s2", "A2", "2024-03-15T07:00", "2024-03-15T17:00")
            .duty("s3", "A1", "2024-05-15T07:00", "2024-05-15T17:00");

    assertThat(statement(year, "2026-02-01"))
        .contains(
            "£44.13 of the underpayments are for days before 2024-02-01",
            "£44.13 of the underpayments of 1 officer come before a break")
        .doesNotContain("Between");
    assertThat(statement(year, "2026-02-01", "--officer", "A1"))
        .contains(
            "Between 2024-01-15 and 2024-05-15 there is no underpayment",
            "<td>due: casual occasion 1 of the week, 120 min retained",
            "; more than two years before the claim date</td>");
    assertThat(statement(year, "2024-06-02", "--officer", "A2"))
        .doesNotContain("Between", "two years before");
  }

  private String statement(SmallForce force, String claimDate, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("arrears", "--feed", force.written().toString()));
    arguments.addAll(List.of("--out", folder.resolve("arrears").toString()));
    arguments.addAll(List.of("--from", "2024-01-01", "--to", "2024-05-31"));
    arguments.addAll(List.of("--run-date", "2024-06-02", "--claim-date", claimDate));
    arguments.addAll(List.of(more));
    ran(Ran.command(arguments.toArray(String[]::new)));
    return text("arrears-statement.html");
  }

  private String manifest() {
    return text("manifest.json");
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve("arrears").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> paid(String out) {
    return Ran.rows(folder.resolve(out).resolve("payroll.csv")).stream()
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

  private List<String> inProposal() {
    return Ran.rows(folder.resolve("arrears").resolve("proposal.csv")).stream()
        .map(row -> row.get("officer_id") + " " + row.get("work_date"))
        .toList();
  }

  private Ran arrears(String period, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--period", period));
    arguments.addAll(List.of(more));
    return Ran.command(
        arguments("arrears", "arrears", "2024-05-20", arguments.toArray(String[]::new)));
  }

  private Ran close(String period, String runDate) {
    return Ran.command(arguments("close-period", "closed-" + period, runDate, "--period", period));
  }

  private String[] arguments(String job, String out, String runDate, String... more) {
    List<String> arguments = new ArrayList<>(List.of(job, "--feed", force.written().toString()));
    arguments.addAll(List.of("--out", folder.resolve(out).toString(), "--run-date", runDate));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private Ran decide(String proposal, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "accept-arrears",
                proposal,
                "--out",
                folder.resolve("arrears").toString(),
                "--run-date",
                "2024-05-21"));
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  private static String proposed(Ran run) {
    Matcher id = PROPOSED.matcher(ran(run).out());
    assertThat(id.find()).as(run.out()).isTrue();
    return id.group(1);
  }

  private static Ran ran(Ran run) {
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }
}
