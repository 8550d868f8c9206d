package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.CaseReader;
import org.dutypay.feed.Feed;
import org.dutypay.feed.FeedException;
import org.dutypay.feed.Receive;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.feed.Spool;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.ExceptionMemory;
import org.dutypay.ledger.GivenDecision;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;
import org.dutypay.rules.PayEngine;
import org.dutypay.rules.RunContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One officer out of a feed, read outside any run in a folder of its own that is deleted again;
 * nothing is remembered.
 *
 * @param runDate the business day of the run, an epoch day
 * @param memory whose kept decisions hold as well; empty = those of the feed alone
 */
record OfficerOfFeed(
    Feed feed,
    Policy policy,
    RuleNumbers numbers,
    String officerId,
    long runDate,
    Optional<Database> memory) {

  /** The officer's case with the decisions that hold, and an engine for some days. */
  record Read(OfficerCase officer, RunContext context, PayEngine engine) {}

  /**
   * Reads the officer.
   *
   * @param from first day that the engine reports, an epoch day
   * @param to last day
   * @throws FeedException where the feed has no such officer
   */
  Read read(long from, long to) throws IOException {
    Path folder = Files.createTempDirectory("dutypay-" + ProcessHandle.current().pid() + "-");
    Thread ifKilled = new Thread(() -> deleteAtLast(folder));
    Runtime.getRuntime().addShutdownHook(ifKilled);
    try {
      Receive receive = new Receive(feed, feed.digest(), policy.forceDays(), (rows, bytes) -> {});
      return read(receive.into(folder.resolve("spool")), from, to);
    } finally {
      WorkFolder.delete(folder);
      Runtime.getRuntime().removeShutdownHook(ifKilled);
    }
  }

  private static void deleteAtLast(Path folder) {
    try {
      WorkFolder.delete(folder);
    } catch (IOException e) {
      // The process is ending and was still writing: nobody is left to be told.
    }
  }

  private Read read(Spool spool, long from, long to) {
    Decisions decisions = decisions(Received.given(spool));
    OfficerCase officer = officer(spool, decisions);
    RunContext context =
        new RunContext(
            policy,
            ReferenceFiles.payScales(spool, runDate),
            ReferenceFiles.allowances(),
            ReferenceFiles.publicHolidays(spool),
            numbers,
            from,
            to,
            runDate);
    PayEngine engine = new PayEngine(context);
    OfficerCase decided =
        officer.deciding(decisions.of(officerId, engine.assess(officer).exceptions()));
    return new Read(decided, context, engine);
  }

  private Decisions decisions(List<GivenDecision> given) {
    if (memory.isEmpty()) {
      return Decisions.of(given, runDate);
    }
    try (SingleConnectionDataSource database = memory.get().reading()) {
      return Decisions.of(given, runDate, ExceptionMemory.before(runDate, database), database);
    }
  }

  private OfficerCase officer(Spool spool, Decisions decisions) {
    CaseReader cases = new CaseReader(policy.forceDays(), runDate, decisions::of);
    Optional<OfficerCase> found =
        cases.load(spool.fileOf(officerId)).stream()
            .filter(officer -> officer.officerId().equals(officerId))
            .findFirst();
    if (found.isEmpty()) {
      throw new FeedException(
          "no row of the feed names officer '%s': check --officer, upper and lower case included"
              .formatted(officerId));
    }
    if (found.get().records().isEmpty()) {
      throw new FeedException(
          "officers.csv has no row of officer '%s' that can be used; other rows of the feed that name the officer, all of them rejected: %d"
              .formatted(officerId, found.get().rejected().size()));
    }
    return found.get();
  }
}
