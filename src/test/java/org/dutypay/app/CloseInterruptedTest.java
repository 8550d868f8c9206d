package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dutypay.job.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A close that ends at the worst moments: the ledger has all of it or nothing, and the same command
 * given again ends with the same files.
 */
class CloseInterruptedTest {

  private static final int KILLED = 137;

  private final Path folder;
  private final Path feed;
  private Map<String, String> uninterrupted = Map.of();

  CloseInterruptedTest(@TempDir Path folder) {
    this.folder = folder;
    feed =
        new SmallForce(folder.resolve("feed"))
            .constable("A1")
            .constable("A2")
            .duty("t1", "A1", "2024-05-14T07:00", "2024-05-14T17:00")
            .stoodDown("s1", "A2", "2024-05-11")
            .written();
  }

  @BeforeEach
  void closeWithoutInterruption() throws IOException {
    Path whole = Files.createDirectories(folder.resolve("whole"));
    assertThat(Ran.command(close(whole)).code()).isZero();
    uninterrupted = Ran.hashes(whole.resolve("out"));
  }

  @Test
  @DisplayName(
      "with what is on the disk after any write, the ledger is old or new, and the command again"
          + " ends the same")
  void afterAnyWrite() throws IOException {
    Path place = Files.createDirectories(folder.resolve("place"));
    Path snapshots = folder.resolve("snapshots");
    List<String> places = new ArrayList<>();
    try (Witness looking =
        Witness.of(
            name -> {
              places.add(name);
              copy(place, snapshots.resolve("n" + places.size()));
            })) {
      assertThat(looking).isNotNull();
      assertThat(Ran.command(close(place, "--workers", "1")).code()).isZero();
    }
    assertThat(places).contains("receive", "chunk", "assemble", "ledger", "memory", "publish");
    for (int n = 1; n <= places.size(); n++) {
      String where = n + " " + places.get(n - 1);
      delete(place);
      copy(snapshots.resolve("n" + n), place);
      oldOrNew(place, where);

      Ran again = Ran.command(close(place));

      assertThat(again.code()).as(where + again.err()).isZero();
      assertThat(Ran.hashes(place.resolve("out"))).as(where).isEqualTo(uninterrupted);
      verified(place, where);
    }
  }

  /** No closing at all, or one that holds. */
  private static void oldOrNew(Path place, String where) {
    Ran closings = ledger(place, "--closings");
    assertThat(closings.code()).as(where + closings.err()).isZero();
    if (closings.out().contains("nothing has been closed")) {
      assertThat(ledger(place, "--verify").out()).as(where).contains("0 closings");
    } else {
      verified(place, where);
    }
  }

  private static void verified(Path place, String where) {
    Ran proof = ledger(place, "--verify");
    assertThat(proof.code()).as(where + proof.out()).isZero();
    assertThat(proof.out()).contains("the ledger holds: 1 closing,");
  }

  @ParameterizedTest
  @DisplayName("a process killed while or after the ledger is written")
  @ValueSource(strings = {"ledger:3", "memory"})
  void killed(String where) throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    assertThat(process(where, close(place)).waitFor()).isEqualTo(KILLED);
    oldOrNew(place, where);

    Ran again = Ran.command(close(place));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(place.resolve("out"))).isEqualTo(uninterrupted);
    verified(place, where);
  }

  @Test
  @DisplayName("a process killed while the ledger is written, on PostgreSQL")
  void killedOnPostgres() throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    String[] database = {"--db", Postgres.fresh(), "--db-user", Postgres.USER};
    assertThat(process("ledger:4", close(place, database)).waitFor()).isEqualTo(KILLED);

    Ran again = Ran.command(close(place, database));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(place.resolve("out"))).isEqualTo(uninterrupted);
    Ran proof =
        Ran.command("ledger", "--verify", database[0], database[1], database[2], database[3]);
    assertThat(proof.out()).contains("the ledger holds: 1 closing,");
  }

  private String[] close(Path place, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "close-period",
                "--feed",
                feed.toString(),
                "--out",
                place.resolve("out").toString(),
                "--period",
                "2024-05",
                "--run-date",
                "2024-06-03"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static Ran ledger(Path place, String question) {
    return Ran.command("ledger", question, "--out", place.resolve("out").toString());
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
    return builder
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
