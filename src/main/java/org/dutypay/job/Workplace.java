package org.dutypay.job;

import static java.util.stream.Collectors.joining;

import java.util.List;
import javax.sql.DataSource;
import org.dutypay.ledger.Runs;
import org.dutypay.ledger.Turn;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.OutputFile;
import org.jspecify.annotations.Nullable;

/** Where a run under way has its things: what was asked, its folder, the database, the feed. */
public final class Workplace {

  private final Order order;
  private final WorkFolder work;
  private final DataSource database;
  private final Turn turn;
  private final StartedRun run;
  private final Progress progress;
  private final Stop stop;
  private @Nullable Received received;

  public Workplace(
      Order order,
      WorkFolder work,
      DataSource database,
      Turn turn,
      StartedRun run,
      Progress progress,
      Stop stop) {
    this.order = order;
    this.work = work;
    this.database = database;
    this.turn = turn;
    this.run = run;
    this.progress = progress;
    this.stop = stop;
  }

  Order order() {
    return order;
  }

  WorkFolder work() {
    return work;
  }

  DataSource database() {
    return database;
  }

  StartedRun run() {
    return run;
  }

  Progress progress() {
    return progress;
  }

  Stop stop() {
    return stop;
  }

  /** The feed as it was received, and what is remembered; made once in each process. */
  synchronized Received received() {
    if (received == null) {
      received = new Received(order, work, database);
    }
    return received;
  }

  /** What was read of each input file. */
  List<InputCount> inputs() {
    return received().spool().inputs().stream()
        .map(file -> new InputCount(file.name(), file.rows(), file.sha256()))
        .toList();
  }

  /** What the manifest says of the run. */
  Manifest.Run manifestRun() {
    return new Manifest.Run(
        run.row().id(),
        order.version(),
        order.job(),
        String.valueOf(order.feedFolder().getFileName()),
        order.from(),
        order.to(),
        order.runDate(),
        order.policyFile(),
        order.policy(),
        received().context().payScales().newestAward());
  }

  /** Fails where another run has taken the turn meanwhile; asked just before a commit. */
  void confirmTurn() {
    turn.confirm(database);
  }

  /**
   * Notes in the database what the run read and wrote.
   *
   * @param officers ids of the officers file, in byte order
   */
  void remember(List<OutputFile> outputs, List<String> officers) {
    new Runs(database)
        .remember(
            run.row(),
            inputs().stream()
                .map(file -> "%s %s %d\n".formatted(file.file(), file.sha256(), file.rowsRead()))
                .collect(joining()),
            outputs.stream()
                .map(file -> "%s %s\n".formatted(file.file(), file.sha256()))
                .collect(joining()),
            officers);
  }
}
