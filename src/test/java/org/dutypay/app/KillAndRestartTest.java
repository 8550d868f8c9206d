package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that ends at the worst moments, and the same command given again. Each case starts one
 * process; with those of {@link CloseInterruptedTest} there are at most twenty.
 */
class KillAndRestartTest {

  private static final Path FEED = Path.of("sample-data", "input");
  private static final String RUN_DATE = "2024-06-01";
  private static final int KILLED = 137;

  private static Map<String, String> uninterrupted = Map.of();

  @BeforeAll
  static void runWithoutInterruption(@TempDir Path folder) {
    Path out = folder.resolve("out");
    assertThat(Ran.night(FEED, out, RUN_DATE).code()).isZero();
    uninterrupted = Ran.hashes(out);
  }

  @ParameterizedTest
  @DisplayName("killed anywhere, the same command resumes and ends with the same bytes")
  @ValueSource(strings = {"receive", "chunk:1", "chunk:4", "assemble", "publish:1", "publish:7"})
  void killed(String place, @TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    assertThat(process(place, Ran.nightArguments(FEED, out, RUN_DATE)).waitFor()).isEqualTo(KILLED);
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
    assertThat(process("chunk:3", arguments).waitFor()).isEqualTo(KILLED);

    Ran again = Ran.command(arguments);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(uninterrupted);
    assertThat(log(folder)).contains("resuming the run that was interrupted");
  }

  @ParameterizedTest
  @DisplayName("a comparison killed anywhere resumes and ends with the same bytes")
  @ValueSource(strings = {"chunk:2", "assemble", "publish:2"})
  void killedComparison(String place, @TempDir Path folder) throws Exception {
    Path policy = Files.writeString(folder.resolve("b.yml"), "rounding: DOWN\n");
    Path whole = folder.resolve("uninterrupted").resolve("out");
    assertThat(Ran.command(comparison(whole, policy)).code()).isZero();
    Path out = folder.resolve("out");
    assertThat(process(place, comparison(out, policy)).waitFor()).isEqualTo(KILLED);

    Ran again = Ran.command(comparison(out, policy));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(Ran.hashes(whole));
    assertThat(Ran.rows(out.resolve("comparison.csv"))).isNotEmpty();
    assertThat(log(folder)).contains("resuming the run that was interrupted");
  }

  @ParameterizedTest
  @DisplayName("a recharge killed anywhere resumes and ends with the same bytes")
  @ValueSource(strings = {"chunk:2", "publish:2"})
  void killedRecharge(String place, @TempDir Path folder) throws Exception {
    Path whole = folder.resolve("uninterrupted").resolve("out");
    assertThat(Ran.command(recharge(whole)).code()).isZero();
    Path out = folder.resolve("out");
    assertThat(process(place, recharge(out)).waitFor()).isEqualTo(KILLED);

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
    Path out = folder.resolve("out");
    assertThat(process("assemble", comparison(out, policy)).waitFor()).isEqualTo(KILLED);
    Files.writeString(policy, "rounding: HALF_UP\n");

    assertThat(Ran.command(comparison(out, policy)).code()).isZero();

    assertThat(log(folder)).contains("an interrupted run of other inputs or options is given up");
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
    Path out = folder.resolve("out");
    assertThat(process("assemble", Ran.nightArguments(force.written(), out, RUN_DATE)).waitFor())
        .isEqualTo(KILLED);
    force.withoutTimesheet("E1").duty("E2", "A1", "2024-05-01T07:00", "2024-05-01T17:30").written();

    Ran again = Ran.night(force.written(), out, RUN_DATE);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(log(folder)).contains("an interrupted run of other inputs or options is given up");
    assertThat(Ran.rows(out.resolve("payroll.csv")))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("source", "E2"));
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .noneMatch(row -> "STOOD_DOWN".equals(row.get("code")));
  }

  @Test
  @DisplayName("asked to end, a run stops with exit code 1 and says that the same command resumes")
  void terminated(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    Process process = process("pause@chunk:1", Ran.nightArguments(FEED, out, RUN_DATE));
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
    Path out = folder.resolve("out");
    assertThat(process("reconcile", Ran.nightArguments(force.written(), out, RUN_DATE)).waitFor())
        .isEqualTo(KILLED);
    Path rows = folder.resolve("out.work").resolve("files").resolve("rows.csv");
    Files.write(
        rows, Files.readAllLines(rows).stream().filter(row -> !row.contains("E2")).toList());

    Ran again = Ran.night(force.written(), out, RUN_DATE);

    assertThat(again.code()).isEqualTo(3);
    assertThat(again.err())
        .contains("the control totals do not reconcile")
        .contains("out.unreconciled");
    assertThat(out).doesNotExist();
    assertThat(folder.resolve("out.unreconciled").resolve("manifest.json"))
        .content()
        .contains("\"reconciled\": false");
    assertThat(log(folder)).contains("2 rows were read, but rows.csv accounts for 1");

    assertThat(Ran.night(force.written(), out, "2024-06-02").code()).isZero();
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .filteredOn(row -> "STOOD_DOWN".equals(row.get("code")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "NEW"));
  }

  private static Process process(String killAt, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dutypay.Dutypay"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DUTYPAY_KILL_AT", killAt);
    if (!killAt.startsWith("pause")) {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("dutypay.log"));
  }
}
