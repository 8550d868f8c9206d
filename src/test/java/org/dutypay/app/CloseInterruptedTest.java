package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Snapshots snapshots = snapshots(place);
    assertThat(snapshots.places())
        .startsWith("begun", "receive", "received", "chunk")
        .contains("paid", "assemble", "reconcile", "ledger", "remember", "memory", "publish")
        .endsWith("ended", "emptied");
    endsTheSame(snapshots);
  }

  @Test
  @DisplayName("so it does when a closed period's files were being written once more")
  void afterAnyWriteOfAClosedPeriod() throws IOException {
    Path place = Files.createDirectories(folder.resolve("place"));
    assertThat(Ran.command(close(place)).code()).isZero();
    Snapshots.delete(place.resolve("out"));
    Snapshots snapshots = snapshots(place);
    assertThat(snapshots.places())
        .startsWith("begun", "again", "publish")
        .doesNotContain("ledger")
        .endsWith("emptied");
    endsTheSame(snapshots);
  }

  /** Closes, and keeps what is on the disk after each write. */
  private Snapshots snapshots(Path place) {
    return Snapshots.of(place, folder.resolve("kept"), close(place, "--workers", "1"));
  }

  private void endsTheSame(Snapshots snapshots) throws IOException {
    for (int n = 1; n <= snapshots.places().size(); n++) {
      String where = n + " " + snapshots.places().get(n - 1);
      Path place = snapshots.restored(n);
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

  @Test
  @DisplayName("a process that is killed after its first write, in the ledger's, or after its last")
  void killed() throws Exception {
    Snapshots looking = snapshots(Files.createDirectories(folder.resolve("looked-at")));
    for (int n : List.of(1, looking.middle("ledger"), looking.places().size())) {
      Path place = Files.createDirectories(folder.resolve("killed" + n));
      assertThat(OwnProcess.killedAfter(n, close(place, "--workers", "1")))
          .isEqualTo(OwnProcess.KILLED);
      String where = n + " " + looking.places().get(n - 1);
      oldOrNew(place, where);

      Ran again = Ran.command(close(place));

      assertThat(again.code()).as(where + again.err()).isZero();
      assertThat(Ran.hashes(place.resolve("out"))).as(where).isEqualTo(uninterrupted);
      verified(place, where);
    }
  }

  @Test
  @DisplayName("a process killed while the ledger is written, on PostgreSQL")
  void killedOnPostgres() throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    String[] database = {"--db", Postgres.fresh(), "--db-user", Postgres.USER};
    assertThat(OwnProcess.killedAt("ledger:4", close(place, database)))
        .isEqualTo(OwnProcess.KILLED);
    closesAfterwards(place, database, "ledger:4");
  }

  @ParameterizedTest
  @DisplayName("PostgreSQL ends every connection after a write")
  @ValueSource(strings = {"chunk:1", "assemble:1", "ledger:1", "ledger:3", "memory:1", "publish:2"})
  void cutOffFromPostgres(String where) throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    String[] database = {"--db", Postgres.fresh(), "--db-user", Postgres.USER};
    Map<String, Integer> passed = new HashMap<>();
    try (Witness looking =
        Witness.of(
            name -> {
              if (where.equals(name + ":" + passed.merge(name, 1, Integer::sum))) {
                cutOff(database[1]);
              }
            })) {
      assertThat(looking).isNotNull();
      assertThat(Ran.command(close(place, joined("--workers", "1", database))).code())
          .as(where)
          .isEqualTo(1);
    }
    closesAfterwards(place, database, where);
  }

  private static void cutOff(String url) {
    try (Connection connection = Postgres.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closesAfterwards(Path place, String[] database, String where) {
    Ran between = Ran.command(joined("ledger", "--verify", database));
    assertThat(between.code()).as(where + between.out() + between.err()).isZero();
    assertThat(between.out()).contains(isWritten(where) ? "holds: 1 closing," : "0 closings");

    Ran again = Ran.command(close(place, database));

    assertThat(again.code()).as(where + again.err()).isZero();
    assertThat(Ran.hashes(place.resolve("out"))).as(where).isEqualTo(uninterrupted);
    assertThat(Ran.command(joined("ledger", "--verify", database)).out())
        .contains("the ledger holds: 1 closing,");
  }

  /** The ledger is written with what the night remembers: in one transaction. */
  private static boolean isWritten(String where) {
    return where.startsWith("memory") || where.startsWith("publish");
  }

  private static String[] joined(String one, String other, String... more) {
    List<String> all = new ArrayList<>(List.of(one, other));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
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
}
