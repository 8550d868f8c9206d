package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jobs after a close that end at the worst moments: the database has all of what they remember or
 * nothing, and the same command given again ends with the same files.
 */
class JobsInterruptedTest {

  private static final Map<Job, Whole> WHOLE = new EnumMap<>(Job.class);

  /** What was known when May was closed. */
  private static Path early = Path.of("");

  /** The same feed later. */
  private static Path late = Path.of("");

  /** May has been closed, and nothing since. */
  private static Path closed = Path.of("");

  private static List<String> before = List.of();

  /** What is run, over May 2024. */
  enum Job {
    HOLIDAY_PAY("holiday-pay", "--final"),
    ARREARS("arrears", "--propose"),
    BEAR_SCOTLAND("bear-scotland", "--claim-date=2024-06-10");

    private final String name;
    private final String option;

    Job(String name, String option) {
      this.name = name;
      this.option = option;
    }

    String[] in(Path place, String... more) {
      List<String> all = new ArrayList<>(List.of(option));
      all.addAll(List.of(more));
      return command(name, late, place, "2024-06-10", all);
    }
  }

  /**
   * A job that nothing has interrupted.
   *
   * @param ledger what the database remembers afterwards
   * @param hashes of its files
   */
  private record Whole(Snapshots snapshots, List<String> ledger, Map<String, String> hashes) {}

  /** Two duties came too late for May's close: they are arrears. */
  @BeforeAll
  static void withoutInterruption(@TempDir Path folder) throws Exception {
    early = folder.resolve("early").resolve("feed");
    late = folder.resolve("late").resolve("feed");
    closed = Files.createDirectories(folder.resolve("closed"));
    SmallForce force =
        new SmallForce(late, "2024-04-29", "2024-06-30")
            .constable("A1")
            .constable("A2")
            .duty("t1", "A1", "2024-05-14T07:00", "2024-05-14T17:00")
            .rostered("A1", "2024-05-20", "ANNUAL_LEAVE,,")
            .rostered("A2", "2024-05-21", "ANNUAL_LEAVE,07:00,15:00")
            .paid("A1,2024-01-10,ON_CALL,,20.00,2024-02-12")
            .paid("A2,2024-01-11,ON_CALL,,520.00,2024-02-12");
    Snapshots.copy(force.written(), early);
    close(closed);
    force
        .duty("t2", "A1", "2024-05-16T07:00", "2024-05-16T17:00")
        .duty("t3", "A2", "2024-05-22T07:00", "2024-05-22T17:00")
        .written();
    before = ledgerIn(closed);
    for (Job job : Job.values()) {
      Path place = folder.resolve("whole").resolve(job.name);
      Snapshots.copy(closed, place);
      Snapshots snapshots =
          Snapshots.of(
              place, folder.resolve("kept").resolve(job.name), job.in(place, "--workers", "1"));
      WHOLE.put(job, new Whole(snapshots, ledgerIn(place), Ran.hashes(place.resolve("out"))));
    }
  }

  @Test
  @DisplayName("each job writes files and remembers what it should")
  void whole() {
    assertThat(added(Job.HOLIDAY_PAY))
        .anyMatch(row -> row.startsWith("closing "))
        .filteredOn(row -> row.startsWith("ledger_line "))
        .hasSize(2);
    assertThat(added(Job.ARREARS))
        .anyMatch(row -> row.startsWith("proposal "))
        .filteredOn(row -> row.startsWith("proposal_line "))
        .hasSize(2);
    assertThat(added(Job.BEAR_SCOTLAND)).isEmpty();
    for (Job job : Job.values()) {
      assertThat(whole(job).hashes())
          .as(job.name)
          .containsKey("manifest.json")
          .hasSizeGreaterThan(2);
      assertThat(whole(job).snapshots().places())
          .as(job.name)
          .startsWith("begun", "receive", "received", "chunk")
          .contains("paid", "assemble", "reconcile", "remember", "memory", "publish")
          .endsWith("ended", "emptied");
    }
  }

  private static List<String> added(Job job) {
    List<String> added = new ArrayList<>(whole(job).ledger());
    added.removeAll(before);
    return added;
  }

  @ParameterizedTest
  @DisplayName(
      "with what is on the disk after any write, the ledger is old or new, and the command again"
          + " ends the same")
  @EnumSource
  void afterAnyWrite(Job job) throws Exception {
    Snapshots snapshots = whole(job).snapshots();
    for (int n = 1; n <= snapshots.places().size(); n++) {
      String where = n + " " + snapshots.places().get(n - 1);
      Path place = snapshots.restored(n);
      oldOrNew(job, place, where);
      endsTheSame(job, place, where);
    }
  }

  @ParameterizedTest
  @DisplayName("killed after a write, the command again ends the same")
  @CsvSource({
    "HOLIDAY_PAY, ledger",
    "HOLIDAY_PAY, publish",
    "ARREARS, proposal",
    "BEAR_SCOTLAND, chunk"
  })
  void killed(Job job, String where, @TempDir Path place) throws Exception {
    Snapshots.copy(closed, place);
    killedIn(where, job, job.in(place));
    oldOrNew(job, place, where);
    endsTheSame(job, place, where);
  }

  @Test
  @DisplayName("killed with half of a proposal written on PostgreSQL, it ends the same there")
  void killedOnPostgres(@TempDir Path place) throws Exception {
    String url = Postgres.fresh();
    String[] database = {"--db", url, "--db-user", Postgres.USER};
    close(place, database);
    String[] command = Job.ARREARS.in(place, database);
    killedIn("proposal", Job.ARREARS, command);
    try (Connection connection = Postgres.connect(url)) {
      assertThat(ledger(connection)).isEqualTo(before);
    }

    Ran again = Ran.command(command);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Ran.hashes(place.resolve("out"))).isEqualTo(whole(Job.ARREARS).hashes());
    try (Connection connection = Postgres.connect(url)) {
      assertThat(ledger(connection)).isEqualTo(whole(Job.ARREARS).ledger());
    }
  }

  /** Kills a command in the middle one of its writes of a name. */
  private static void killedIn(String name, Job job, String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--workers", "1"));
    int writes = whole(job).snapshots().middle(name);
    assertThat(OwnProcess.killedAfter(writes, all.toArray(String[]::new)))
        .isEqualTo(OwnProcess.KILLED);
  }

  private static void oldOrNew(Job job, Path place, String where) throws SQLException {
    assertThat(ledgerIn(place)).as(where).isIn(before, whole(job).ledger());
  }

  private static void endsTheSame(Job job, Path place, String where) throws SQLException {
    Ran again = Ran.command(job.in(place));

    assertThat(again.code()).as(where + again.err()).isZero();
    assertThat(Ran.hashes(place.resolve("out"))).as(where).isEqualTo(whole(job).hashes());
    assertThat(ledgerIn(place)).as(where).isEqualTo(whole(job).ledger());
    assertThat(place.resolve("out.work")).as(where).doesNotExist();
  }

  private static Whole whole(Job job) {
    return Objects.requireNonNull(WHOLE.get(job));
  }

  private static void close(Path place, String... more) {
    Ran ran = Ran.command(command("close-period", early, place, "2024-06-03", List.of(more)));
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private static String[] command(
      String job, Path feed, Path place, String runDate, List<String> more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                job,
                "--feed",
                feed.toString(),
                "--out",
                place.resolve("out").toString(),
                "--period",
                "2024-05",
                "--run-date",
                runDate));
    all.addAll(more);
    return all.toArray(String[]::new);
  }

  private static List<String> ledgerIn(Path place) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:h2:file:" + place.resolve("dutypay"), "sa", "")) {
      return ledger(connection);
    }
  }

  /** Every row of the ledger, and of what was proposed. */
  private static List<String> ledger(Connection connection) throws SQLException {
    List<String> ledger = new ArrayList<>();
    for (String table : SmallLedger.TABLES) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select * from " + table)) {
        while (rows.next()) {
          ledger.add(table + " " + row(rows));
        }
      }
    }
    Collections.sort(ledger);
    return ledger;
  }

  private static String row(ResultSet rows) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      boolean isText =
          switch (rows.getMetaData().getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> false;
            default -> true;
          };
      cells.add(isText ? rows.getString(column) : HexFormat.of().formatHex(rows.getBytes(column)));
    }
    return String.join(" ", cells);
  }
}
