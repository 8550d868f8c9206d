package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger with two closings, April and May 2024, that has rows in each of its tables: a duty of
 * April that came late was proposed as arrears, accepted, and paid with May's closing.
 */
final class SmallLedger {

  /** Every table that is append-only. */
  static final List<String> TABLES =
      List.of(
          "closing",
          "ledger_line",
          "ledger_month",
          "ledger_balance",
          "ledger_officer",
          "ledger_person",
          "closing_file",
          "proposal",
          "proposal_line",
          "proposal_decision",
          "proposal_paid");

  private final Path folder;
  private final List<String> options;
  private final SmallForce force;

  private SmallLedger(Path folder, List<String> options) {
    this.folder = folder;
    this.options = options;
    force =
        new SmallForce(folder.resolve("feed"), "2024-04-01", "2024-06-02")
            .constable("A1")
            .duty("t1", "A1", "2024-04-15T07:00", "2024-04-15T17:00")
            .told("t2", "A1", "2024-04-20T07:00", "2024-04-20T15:00", "2024-03-20T10:00")
            .duty("t3", "A1", "2024-05-14T07:00", "2024-05-14T17:00");
  }

  /** In an H2 file of the folder. */
  static SmallLedger onH2(Path folder) {
    return new SmallLedger(folder, List.of()).closed();
  }

  /** In a new database of the tests' PostgreSQL. */
  static SmallLedger onPostgres(Path folder) {
    return new SmallLedger(folder, List.of("--db", Postgres.fresh(), "--db-user", Postgres.USER))
        .closed();
  }

  /** The same ledger once more, apart. */
  SmallLedger copy(Path to) {
    if (!isOnH2()) {
      return new SmallLedger(
          to, List.of("--db", Postgres.copyOf(options.get(1)), "--db-user", Postgres.USER));
    }
    try {
      Files.copy(folder.resolve("dutypay.mv.db"), to.resolve("dutypay.mv.db"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new SmallLedger(to, List.of());
  }

  boolean isOnH2() {
    return options.isEmpty();
  }

  private SmallLedger closed() {
    ran(job("close-period", "--period", "2024-04", "--run-date", "2024-05-02"));
    force.duty("late", "A1", "2024-04-16T07:00", "2024-04-16T17:00");
    Ran proposed =
        ran(
            job(
                "arrears",
                "--from",
                "2024-04-01",
                "--to",
                "2024-04-30",
                "--run-date",
                "2024-05-20",
                "--propose"));
    String id = proposed.out().replaceAll("(?s).*proposed: (\\w+);.*", "$1");
    ran(
        command(
            "accept-arrears", id, "--by", "Chris", "--run-date", "2024-05-21", "--reason", "late"));
    ran(job("close-period", "--period", "2024-05", "--run-date", "2024-06-03"));
    return this;
  }

  /** A job over the force's feed. */
  Ran job(String job, String... more) {
    List<String> arguments = new ArrayList<>(List.of(job, "--feed", force.written().toString()));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  /** A command about this database. */
  Ran command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    boolean writesFiles = !List.of("ledger", "accept-arrears").contains(arguments[0]);
    if (isOnH2() || writesFiles) {
      all.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    all.addAll(options);
    return Ran.command(all.toArray(String[]::new));
  }

  Ran verify(String... more) {
    List<String> arguments = new ArrayList<>(List.of("ledger", "--verify"));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  Connection connection() throws SQLException {
    return isOnH2()
        ? DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("dutypay"), "sa", "")
        : Postgres.connect(options.get(1));
  }

  private static Ran ran(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }
}
