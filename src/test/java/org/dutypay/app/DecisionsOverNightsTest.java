package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the nights remember of exceptions and decisions (contract 2, decisions.csv, and 3,
 * exceptions.csv).
 */
class DecisionsOverNightsTest {

  private static final String FIRST = "2024-06-01";
  private static final String SECOND = "2024-06-02";
  private static final String THIRD = "2024-06-03";

  private final Path out;
  private final SmallForce force;

  DecisionsOverNightsTest(@TempDir Path folder) {
    out = folder.resolve("out");
    force =
        new SmallForce(folder.resolve("feed"))
            .constable("A1")
            .constable("A2")
            .stoodDown("E1", "A1", "2024-05-11")
            .withoutRosterDay("A2", "2024-05-15")
            .duty("E2", "A2", "2024-05-15T07:00", "2024-05-15T09:00");
  }

  @Test
  @DisplayName(
      "an exception is NEW on its first run date and OPEN from the next, with its age in days")
  void newThenOpen() {
    night(FIRST);
    assertThat(stoodDown())
        .containsEntry("status", "NEW")
        .containsEntry("first_seen", FIRST)
        .containsEntry("age_days", "0");

    night(THIRD);
    assertThat(stoodDown())
        .containsEntry("status", "OPEN")
        .containsEntry("first_seen", FIRST)
        .containsEntry("age_days", "2");
  }

  @Test
  @DisplayName("a run date that is run again starts from the memory before it")
  void sameRunDateAgain() {
    night(FIRST);
    night(SECOND);
    night(FIRST);
    assertThat(stoodDown()).containsEntry("status", "NEW").containsEntry("age_days", "0");

    night(SECOND);
    assertThat(stoodDown()).containsEntry("status", "OPEN").containsEntry("age_days", "1");
  }

  @Test
  @DisplayName("an earlier run date than any before becomes the one on which it was first seen")
  void earlierRunDate() {
    night(SECOND);
    night(FIRST);
    night(THIRD);
    assertThat(stoodDown()).containsEntry("first_seen", FIRST).containsEntry("age_days", "2");
  }

  @Test
  @DisplayName("a release pays the held line and is kept when the file is gone")
  void release() {
    night(FIRST);
    assertThat(lines()).isEmpty();
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    assertThat(stoodDown()).containsEntry("status", "RELEASED");
    assertThat(lines()).hasSize(1);

    force.withoutDecisions();
    night(THIRD);
    assertThat(stoodDown()).containsEntry("status", "RELEASED");
    assertThat(lines()).hasSize(1);
  }

  @Test
  @DisplayName("on a fresh memory a decision holds for an exception of the same night")
  void releaseOnFreshMemory() {
    night(FIRST);
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00");
    night(FIRST);
    assertThat(stoodDown()).containsEntry("status", "RELEASED").containsEntry("first_seen", FIRST);
    assertThat(lines()).hasSize(1);
  }

  @Test
  @DisplayName("a refusal and an acknowledgement say so and pay nothing")
  void refuseAndAcknowledge() {
    night(FIRST);
    force.decision(id(), "", "REFUSE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    assertThat(stoodDown()).containsEntry("status", "REFUSED");
    assertThat(lines()).isEmpty();

    force.decision(id(), "", "ACKNOWLEDGE", "inspector", "2024-06-02T10:00");
    night(THIRD);
    assertThat(stoodDown())
        .as("a later decision supersedes")
        .containsEntry("status", "ACKNOWLEDGED");
  }

  @Test
  @DisplayName(
      "a decision ends with the facts it was made on, and a row that was read before does not renew"
          + " it")
  void reopened() {
    night(FIRST);
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    longerDuty();
    for (String again : List.of(THIRD, "2024-06-04")) {
      night(again);
      assertThat(stoodDown())
          .containsEntry("status", "REOPENED")
          .containsEntry("first_seen", FIRST)
          .extractingByKey("message")
          .asString()
          .endsWith(" Changed since it was decided: end was 15:00, now 16:00.");
      assertThat(lines()).isEmpty();
      assertThat(codes()).doesNotContain("DECISION_STALE");
    }
  }

  @Test
  @DisplayName(
      "a decision that names facts which are no longer the exception's is stale, every night")
  void stale() {
    night(FIRST);
    force.decision(id(), facts(), "RELEASE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    assertThat(stoodDown()).containsEntry("status", "RELEASED");

    longerDuty();
    night(THIRD);
    assertThat(stoodDown()).containsEntry("status", "REOPENED");
    assertThat(warning("DECISION_STALE"))
        .containsEntry("officer_id", "A1")
        .containsEntry("date", "2024-05-11")
        .containsEntry("file", "decisions.csv")
        .containsEntry("line", "2")
        .containsEntry("status", "NEW");
    assertThat(lines()).isEmpty();
  }

  @Test
  @DisplayName(
      "two decisions of one time that differ contradict each other, and neither is applied")
  void contradictory() {
    night(FIRST);
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00");
    force.decision(id(), "", "REFUSE", "sergeant", "2024-06-01T10:00");
    night(SECOND);
    assertThat(warning("DECISION_CONTRADICTORY")).containsEntry("officer_id", "A1");
    assertThat(stoodDown()).containsEntry("status", "OPEN");
    assertThat(lines()).isEmpty();
  }

  @Test
  @DisplayName("a kept decision stands against one of the same time that contradicts it")
  void contradictsKept() {
    night(FIRST);
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    force.decision(id(), "", "REFUSE", "sergeant", "2024-06-01T10:00");
    night(THIRD);
    assertThat(warning("DECISION_CONTRADICTORY")).containsEntry("line", "3");
    assertThat(stoodDown()).containsEntry("status", "RELEASED");
  }

  @Test
  @DisplayName(
      "an id that nobody knows, an own claim and a release of what has no amount are warnings, and"
          + " not applied")
  void otherWarnings() {
    night(FIRST);
    String noRoster = of("NO_ROSTER").getOrDefault("exception_id", "");
    force
        .decision("00000000000000ff", "", "RELEASE", "inspector", "2024-06-01T10:00")
        .decision(id(), "", "RELEASE", "A1", "2024-06-01T10:00")
        .decision(noRoster, "", "RELEASE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    assertThat(warning("DECISION_UNKNOWN"))
        .containsEntry("officer_id", "")
        .containsEntry("date", "")
        .containsEntry("line", "2");
    assertThat(warning("DECISION_BY_CLAIMANT"))
        .containsEntry("officer_id", "A1")
        .containsEntry("line", "3");
    assertThat(warning("DECISION_NOT_POSSIBLE"))
        .containsEntry("officer_id", "A2")
        .containsEntry("line", "4");
    assertThat(stoodDown()).containsEntry("status", "OPEN");
    assertThat(of("NO_ROSTER")).containsEntry("status", "OPEN");
    assertThat(lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1", "\" A1 \"", "A1 ", "A1\u00a0", "A1\u200b", "'A1"})
  @DisplayName("nobody decides about the own pay by writing the own id otherwise")
  void ownPayOtherwiseWritten(String by) {
    night(FIRST);
    force.decision(id(), "", "RELEASE", by, "2024-06-01T10:00");
    night(SECOND);
    assertThat(warning("DECISION_BY_CLAIMANT")).containsEntry("officer_id", "A1");
    assertThat(stoodDown()).containsEntry("status", "OPEN");
    assertThat(lines()).isEmpty();
  }

  @Test
  @DisplayName("nor before any night has raised the matter")
  void ownPayOfNewMatter() {
    night(FIRST);
    String id = id();
    force.decision(id, "", "RELEASE", "a1", "2024-06-01T10:00");
    Path fresh = out.resolveSibling("fresh").resolve("out");
    assertThat(Ran.night(force.written(), fresh, FIRST).code()).isZero();
    assertThat(Ran.rows(fresh.resolve("exceptions.csv")))
        .extracting(row -> row.get("code") + " " + row.get("status"))
        .contains("STOOD_DOWN NEW", "DECISION_BY_CLAIMANT NEW");
    assertThat(Ran.rows(fresh.resolve("payroll.csv"))).isEmpty();
  }

  @Test
  @DisplayName("of two decisions on different facts the one made on tonight's facts holds")
  void ofTwoTheOneOnTheseFacts() {
    night(FIRST);
    String shorter = facts();
    longerDuty();
    night(SECOND);
    String longer = facts();
    force
        .decision(id(), longer, "RELEASE", "inspector", "2024-06-01T10:00")
        .decision(id(), shorter, "REFUSE", "inspector", "2024-06-02T10:00");
    night(THIRD);
    assertThat(stoodDown()).containsEntry("status", "RELEASED");
    assertThat(lines()).hasSize(1);
    assertThat(warning("DECISION_STALE")).containsEntry("line", "3");
  }

  @Test
  @DisplayName(
      "fifty nights of rows in another order, and sent twice, bring back no decided matter")
  void fiftyNights() throws IOException {
    String noTime = "A1,2024-05-14,DUTY,25:00,15:00";
    force
        .duty("D1", "A1", "2024-05-14T07:00", "2024-05-14T15:00")
        .duty("D1", "A1", "2024-05-14T07:00", "2024-05-14T15:00")
        .rosterRow(noTime)
        .rosterRow(noTime)
        .rosterRow("A2,2024-05-20,DUTY,07:00,15:00");
    night(FIRST);
    assertThat(codes())
        .contains("STOOD_DOWN", "NO_ROSTER", "DUPLICATE_ENTRY", "DUPLICATE_ROSTER", "BAD_ROW");
    for (Map<String, String> exception : exceptions()) {
      String verdict =
          switch (exception.getOrDefault("code", "")) {
            case "STOOD_DOWN" -> "RELEASE";
            case "NO_ROSTER" -> "REFUSE";
            default -> "ACKNOWLEDGE";
          };
      String exceptionId = exception.getOrDefault("exception_id", "");
      force.decision(exceptionId, "", verdict, "inspector", "2024-06-01T10:00");
    }
    int decided = exceptions().size();
    Random random = new Random(50);
    for (int night = 1; night <= 50; night++) {
      if (night == 10) {
        force.withoutDecisions();
      }
      Path feed = force.written();
      shuffled(feed, random);
      Ran ran = Ran.night(feed, out, LocalDate.parse(FIRST).plusDays(night).toString());
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(exceptions())
          .as("night " + night)
          .extracting(row -> row.get("code") + " " + row.get("status"))
          .hasSize(decided)
          .contains("STOOD_DOWN RELEASED", "NO_ROSTER REFUSED", "BAD_ROW ACKNOWLEDGED")
          .noneMatch(told -> told.matches(".* (NEW|OPEN|REOPENED)"));
      assertThat(lines()).hasSize(1);
    }
    assertThat(decisions("--csv").lines()).hasSize(1 + decided);
  }

  /** The same rows of every file in another order. */
  private static void shuffled(Path feed, Random random) throws IOException {
    try (Stream<Path> files = Files.list(feed)) {
      for (Path file : files.toList()) {
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(rows.subList(1, rows.size()), random);
        Files.write(file, rows);
      }
    }
  }

  @Test
  @DisplayName(
      "a matter whose facts are gone is resolved, and stays in the history with what it was")
  void resolved() {
    night(FIRST);
    String id = id();
    assertThat(decisions("--exception", id)).contains("it stands", "no decision has been read");
    longerDuty();
    night(SECOND);
    force.withoutTimesheet("E1");
    night(THIRD);
    assertThat(codes()).doesNotContain("STOOD_DOWN");

    assertThat(decisions("--exception", id))
        .contains(
            "STOOD_DOWN of officer 'A1' on 2024-05-11, first seen 2024-06-01, last seen 2024-06-02,"
                + " resolved: gone on 2024-06-03",
            "since 2024-06-01: duty E1 2024-05-11T07:00/2024-05-11T15:00",
            "since 2024-06-02: end was 15:00, now 16:00");
    assertThat(decisions("--exception", "0123456789abcdef")).contains("no night has raised");
    assertThat(decisions("--officer", "a1"))
        .contains("no night has raised an exception of officer 'a1' either: check --officer");
    assertThat(decisions("--officer", "A1")).doesNotContain("either");
  }

  @Test
  @DisplayName("every decision that a night has read is listed, with what became of it, once")
  void listed() {
    night(FIRST);
    force
        .decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00")
        .decision("0123456789abcdef", "", "REFUSE", "boss", "2024-06-01T11:00");
    night(SECOND);
    night(THIRD);

    assertThat(decisions().lines())
        .containsExactly(
            "1. RELEASE by inspector at 2024-06-01T10:00 (for a reason): exception "
                + id()
                + ", STOOD_DOWN of officer 'A1' on 2024-05-11; read on 2024-06-02, kept",
            "2. REFUSE by boss at 2024-06-01T11:00 (for a reason): exception 0123456789abcdef,"
                + " of which no night knew; read on 2024-06-02, not applied:"
                + " DECISION_UNKNOWN");
    assertThat(decisions("--officer", "A1").lines()).hasSize(1);
    assertThat(decisions("--officer", "A2")).contains("no decision has been read about it");
    assertThat(decisions("--csv").lines().skip(1))
        .first()
        .asString()
        .startsWith("1,2024-06-02,")
        .endsWith(
            ",2,"
                + id()
                + ",STOOD_DOWN,A1,2024-05-11,RELEASE,inspector,2024-06-01T10:00,for a reason,KEPT,"
                + facts()
                + ",");
    Ran wrong = Ran.command("decisions", "--exception", "x", "--out", out.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("16 hexadecimal digits, not 'x'");
  }

  @Test
  @DisplayName("of two kept decisions about the same facts the list says which one was superseded")
  void superseded() {
    night(FIRST);
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00");
    night(SECOND);
    force.decision(id(), "", "REFUSE", "boss", "2024-06-02T10:00");
    night(THIRD);

    assertThat(decisions().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("read on 2024-06-02, kept, superseded by decision 2"),
            line -> assertThat(line).endsWith("read on 2024-06-03, kept"));
    assertThat(decisions("--csv").lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).endsWith(",KEPT," + facts() + ",2"),
            line -> assertThat(line).endsWith(",KEPT," + facts() + ","));
  }

  @Test
  @DisplayName("the night says what became of the rows of decisions.csv, those not read with them")
  void toldInSummary() {
    assertThat(night(FIRST).out()).doesNotContain("decisions.csv");
    force
        .decision(id(), "", "RELEASE", "inspector", "2024-06-01T10:00")
        .decision("0123456789abcdef", "", "REFUSE", "boss", "2024-06-01T11:00")
        .decision(id(), "", "PERHAPS", "boss", "2024-06-01T11:00");
    assertThat(night(SECOND).out())
        .contains(
            "decisions.csv: 3 rows, 1 new, 1 not applied (DECISION_... in exceptions.csv), 1 could"
                + " not be read (BAD_ROW of decisions.csv)");
    assertThat(night(THIRD).out()).contains("decisions.csv: 3 rows, 0 new, 1 not applied");
  }

  @Test
  @DisplayName("a decision that was made long after the run date holds, and the night warns of it")
  void madeLater() {
    night(FIRST);
    force.decision(id(), "", "RELEASE", "inspector", "2024-06-03T23:59");
    assertThat(night(SECOND).out()).doesNotContain("after the run date, the first");
    assertThat(stoodDown()).containsEntry("status", "RELEASED");

    force.decision(id(), "", "REFUSE", "boss", "2042-06-02T10:00");
    assertThat(night(THIRD).out())
        .contains(
            "WARNING: 1 decision of decisions.csv made more than a day after the run date, the"
                + " first on line 3 (2042-06-02T10:00): until then nothing that is decided earlier"
                + " changes it.");
    assertThat(stoodDown()).containsEntry("status", "REFUSED");
  }

  private String decisions(String... more) {
    List<String> arguments = new ArrayList<>(List.of("decisions", "--out", out.toString()));
    arguments.addAll(List.of(more));
    Ran ran = Ran.command(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  private Ran night(String runDate) {
    Ran ran = Ran.night(force.written(), out, runDate);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }

  /** Other facts of the same exception. */
  private void longerDuty() {
    force.withoutTimesheet("E1").stoodDownUntil("E1", "A1", "2024-05-11", "16:00");
  }

  private String id() {
    return stoodDown().getOrDefault("exception_id", "");
  }

  private String facts() {
    return stoodDown().getOrDefault("facts", "");
  }

  private Map<String, String> stoodDown() {
    return of("STOOD_DOWN");
  }

  private Map<String, String> warning(String code) {
    return of(code);
  }

  private Map<String, String> of(String code) {
    return exceptions().stream()
        .filter(row -> code.equals(row.get("code")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is not among " + codes()));
  }

  private List<String> codes() {
    return exceptions().stream().map(row -> row.getOrDefault("code", "")).toList();
  }

  private List<Map<String, String>> exceptions() {
    return Ran.rows(out.resolve("exceptions.csv"));
  }

  private List<Map<String, String>> lines() {
    return Ran.rows(out.resolve("payroll.csv")).stream()
        .filter(row -> "REST_DAY_WORKING".equals(row.get("element")))
        .toList();
  }
}
