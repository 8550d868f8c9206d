package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that ends at the worst moments, and the same command given again. */
class KillAndRestartTest {

  private static final Path FEED = Path.of("sample-data", "input");
  private static final String RUN_DATE = "2024-06-01";

  private static Map<String, String> uninterrupted = Map.of();

  @BeforeAll
  static void runWithoutInterruption(@TempDir Path folder) {
    Path out = folder.resolve("out");
    assertThat(Ran.night(FEED, out, RUN_DATE).code()).isZero();
    uninterrupted = Ran.hashes(out);
  }

  @ParameterizedTest
  @DisplayName("killed anywhere, the same command resumes and ends with the same bytes")
  @ValueSource(strings = {"receive", "chunk:4", "assemble", "publish:1", "publish:7"})
  void killed(String place, @TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    assertThat(OwnProcess.killedAt(place, Ran.nightArguments(FEED, out, RUN_DATE)))
        .isEqualTo(OwnProcess.KILLED);
    if (!place.startsWith("publish")) {
      assertThat(out).doesNotExist();
    }

    Ran again = Ran.night(FEED, out, RUN_DATE, "--workers", "1");

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(uninterrupted);
    assertThat(log(folder)).contains("resuming the run that was interrupted");
    assertThat(folder.resolve("out.work")).doesNotExist();
  }

  @Test
  @DisplayName("killed on PostgreSQL, the same command resumes and ends with the same bytes")
  void killedOnPostgres(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    String[] arguments =
        Ran.nightArguments(
            FEED, out, RUN_DATE, "--db", Postgres.fresh(), "--db-user", Postgres.USER);
    assertThat(OwnProcess.killedAt("chunk:3", arguments)).isEqualTo(OwnProcess.KILLED);

    Ran again = Ran.command(arguments);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(uninterrupted);
    assertThat(log(folder)).contains("resuming the run that was interrupted");
  }

  @ParameterizedTest
  @DisplayName("a comparison killed anywhere resumes and ends with the same bytes")
  @ValueSource(strings = {"chunk:2", "publish:2"})
  void killedComparison(String place, @TempDir Path folder) throws Exception {
    Path policy = Files.writeString(folder.resolve("b.yml"), "rounding: DOWN\n");
    Path whole = folder.resolve("uninterrupted").resolve("out");
    assertThat(Ran.command(comparison(whole, policy)).code()).isZero();
    Path out = folder.resolve("out");
    assertThat(OwnProcess.killedAt(place, comparison(out, policy))).isEqualTo(OwnProcess.KILLED);

    Ran again = Ran.command(comparison(out, policy));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(Ran.hashes(whole));
    assertThat(Ran.rows(out.resolve("comparison.csv"))).isNotEmpty();
    assertThat(log(folder)).contains("resuming the run that was interrupted");
  }

  @Test
  @DisplayName("a recharge killed while it is published ends with the same bytes")
  void killedRecharge(@TempDir Path folder) throws Exception {
    Path whole = folder.resolve("uninterrupted").resolve("out");
    assertThat(Ran.command(recharge(whole)).code()).isZero();
    Path out = folder.resolve("out");
    assertThat(OwnProcess.killedAt("publish:2", recharge(out))).isEqualTo(OwnProcess.KILLED);

    Ran again = Ran.command(recharge(out));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(Ran.hashes(whole));
    assertThat(Ran.rows(out.resolve("recharge.csv"))).isNotEmpty();
  }

  private static String[] recharge(Path out) {
    String[] arguments = Ran.nightArguments(FEED, out, RUN_DATE);
    arguments[0] = "recharge";
    return arguments;
  }

  @Test
  @DisplayName("a comparison with another policy than the one that was killed starts afresh")
  void changedPolicy(@TempDir Path folder) throws Exception {
    Path policy = Files.writeString(folder.resolve("b.yml"), "rounding: DOWN\n");
    Path place = Files.createDirectories(folder.resolve("place"));
    Path out = place.resolve("out");
    leftAt("assemble", folder, comparison(out, policy));
    Files.writeString(policy, "rounding: HALF_UP\n");

    assertThat(Ran.command(comparison(out, policy)).code()).isZero();

    assertThat(log(place)).contains("an interrupted run is given up");
    assertThat(Ran.rows(out.resolve("comparison.csv"))).isEmpty();
  }

  private static String[] comparison(Path out, Path policy) {
    String[] arguments = Ran.nightArguments(FEED, out, RUN_DATE, "--policy-b", policy.toString());
    arguments[0] = "compare-policy";
    return arguments;
  }

  @Test
  @DisplayName("where the feed has changed since the kill, the night starts afresh")
  void changedFeed(@TempDir Path folder) throws Exception {
    SmallForce force =
        new SmallForce(folder.resolve("feed")).constable("A1").stoodDown("E1", "A1", "2024-05-11");
    Path place = Files.createDirectories(folder.resolve("place"));
    Path out = place.resolve("out");
    leftAt("assemble", folder, Ran.nightArguments(force.written(), out, RUN_DATE));
    force.withoutTimesheet("E1").duty("E2", "A1", "2024-05-01T07:00", "2024-05-01T17:30").written();

    Ran again = Ran.night(force.written(), out, RUN_DATE);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(log(place)).contains("an interrupted run is given up");
    assertThat(Ran.rows(out.resolve("payroll.csv")))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("source", "E2"));
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .noneMatch(row -> "STOOD_DOWN".equals(row.get("code")));
  }

  @Test
  @DisplayName("where another night has read decisions since the kill, the night starts afresh")
  void decidedMeanwhile(@TempDir Path folder) throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    Path out = place.resolve("out");
    Path other = place.resolve("other");
    Path feed = stoodDown(folder.resolve("feed")).written();
    assertThat(Ran.night(feed, other, "2024-05-30").code()).isZero();
    leftAt("assemble", folder, Ran.nightArguments(feed, out, RUN_DATE));
    SmallForce deciding = stoodDown(folder.resolve("deciding"));
    for (Map<String, String> exception : Ran.rows(other.resolve("exceptions.csv"))) {
      if ("STOOD_DOWN".equals(exception.get("code"))) {
        deciding.decision(
            Objects.requireNonNull(exception.get("exception_id")),
            "",
            "RELEASE",
            "boss",
            "2024-05-30T10:00");
      }
    }
    assertThat(Ran.night(deciding.written(), other, "2024-05-31").code()).isZero();

    assertThat(Ran.night(feed, out, RUN_DATE).code()).isZero();

    assertThat(log(place)).contains("an interrupted run is given up");
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .filteredOn(row -> "STOOD_DOWN".equals(row.get("code")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "RELEASED"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("a night of an earlier run date in between is remembered by all or by none")
  void seenMeanwhile(boolean isKilledToo, @TempDir Path folder) throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    Path out = place.resolve("out");
    Path feed = stoodDown(folder.resolve("feed")).written();
    leftAt("assemble", folder, Ran.nightArguments(feed, out, RUN_DATE));
    String before = LocalDate.parse(RUN_DATE).minusDays(1).toString();
    Path other = place.resolve("other");
    if (isKilledToo) {
      leftAt("memory", folder, Ran.nightArguments(feed, other, before));
    } else {
      assertThat(Ran.night(feed, other, before).code()).isZero();
    }

    assertThat(Ran.night(feed, out, RUN_DATE).code()).isZero();

    assertThat(log(place)).contains("an interrupted run is given up");
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("age_days", "1"));
  }

  private static SmallForce stoodDown(Path feed) {
    return new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11");
  }

  @Test
  @DisplayName("asked to end, a run stops with exit code 1 and says that the same command resumes")
  void terminated(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    Process process = OwnProcess.pausingAt("chunk:1", Ran.nightArguments(FEED, out, RUN_DATE));
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.contains("pausing for a test")) {
          // Not the process's own destroy, which would close this reader.
          process.toHandle().destroy();
        }
      }
    }
    assertThat(process.waitFor()).as(said.toString()).isEqualTo(1);
    assertThat(said.getLast())
        .startsWith("nightly-pay: stopped before it was done; the same command resumes");
    assertThat(out).doesNotExist();

    Ran again = Ran.night(FEED, out, RUN_DATE);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(uninterrupted);
    assertThat(log(folder)).contains("resuming the run that was interrupted");
  }

  @Test
  @DisplayName(
      "files that do not hold what was received are kept aside with exit code 3, and nothing is"
          + " remembered")
  void unreconciled(@TempDir Path folder) throws Exception {
    SmallForce force =
        new SmallForce(folder.resolve("feed"))
            .constable("A1")
            .stoodDown("E1", "A1", "2024-05-11")
            .duty("E2", "A1", "2024-05-01T07:00", "2024-05-01T17:30");
    Path place = Files.createDirectories(folder.resolve("place"));
    Path out = place.resolve("out");
    leftAt("reconcile", folder, Ran.nightArguments(force.written(), out, RUN_DATE));
    Path rows = place.resolve("out.work").resolve("files").resolve("rows.csv");
    Files.write(
        rows, Files.readAllLines(rows).stream().filter(row -> !row.contains("E2")).toList());

    Ran again = Ran.night(force.written(), out, RUN_DATE);

    assertThat(again.code()).isEqualTo(3);
    assertThat(again.err())
        .contains("the control totals do not reconcile")
        .contains("out.unreconciled");
    assertThat(out).doesNotExist();
    assertThat(place.resolve("out.unreconciled").resolve("manifest.json"))
        .content()
        .contains("\"reconciled\": false");
    assertThat(log(place)).contains("2 rows were read, but rows.csv accounts for 1");

    assertThat(Ran.night(force.written(), out, "2024-06-02").code()).isZero();
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .filteredOn(row -> "STOOD_DOWN".equals(row.get("code")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "NEW"));
  }

  /** What a power cut at a place would leave in the folder {@code place}. */
  private static void leftAt(String name, Path folder, String... command) throws IOException {
    Snapshots snapshots = Snapshots.of(folder.resolve("place"), folder.resolve("kept"), command);
    assertThat(snapshots.restored(snapshots.middle(name))).isNotEmptyDirectory();
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("dutypay.log"));
  }
}
