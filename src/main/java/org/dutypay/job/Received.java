package org.dutypay.job;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.CaseReader;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.feed.Spool;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.ExceptionMemory;
import org.dutypay.ledger.GivenDecision;
import org.dutypay.pay.Decision;
import org.dutypay.pay.FactsChange;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Policy;
import org.dutypay.report.ExceptionStanding;
import org.dutypay.rules.PayEngine;
import org.dutypay.rules.RunContext;

/**
 * What the steps after receiving need, made once in each process: the spool, what is remembered,
 * and the engine.
 */
final class Received {

  private final Spool spool;
  private final RunContext context;
  private final ExceptionMemory memory;
  private final Decisions decisions;
  private final PayEngine engine;
  private final CaseReader cases;

  Received(Order order, WorkFolder work, DataSource database) {
    spool = Spool.open(work.spool());
    context =
        new RunContext(
            order.policy(),
            ReferenceFiles.payScales(spool, order.runDate()),
            ReferenceFiles.allowances(),
            ReferenceFiles.publicHolidays(spool),
            order.numbers(),
            order.from(),
            order.to(),
            order.runDate());
    memory = ExceptionMemory.before(order.runDate(), database);
    decisions = Decisions.of(given(spool), order.runDate(), memory, database);
    engine = new PayEngine(context);
    cases = new CaseReader(order.policy().forceDays(), order.runDate(), decisions::of);
  }

  Spool spool() {
    return spool;
  }

  RunContext context() {
    return context;
  }

  ExceptionMemory memory() {
    return memory;
  }

  Decisions decisions() {
    return decisions;
  }

  PayEngine engine() {
    return engine;
  }

  CaseReader cases() {
    return cases;
  }

  /** What the engine makes of an officer's case, with the decisions that hold on its facts. */
  Outcome outcome(OfficerCase officer) {
    return outcome(officer, engine);
  }

  /** What another engine makes of it. */
  Outcome outcome(OfficerCase officer, PayEngine other) {
    Outcome outcome = other.assess(officer);
    Map<Long, Decision> exact = decisions.of(officer.officerId(), outcome.exceptions());
    return exact.equals(officer.decisions()) ? outcome : other.assess(officer.deciding(exact));
  }

  /** Where an exception stands: decided, known or new. */
  ExceptionStanding.Standing standing(PayException exception) {
    ExceptionStanding.Status status =
        decisions
            .holding(exception)
            .map(
                decision ->
                    switch (decision.verdict()) {
                      case RELEASE -> ExceptionStanding.Status.RELEASED;
                      case REFUSE -> ExceptionStanding.Status.REFUSED;
                      case ACKNOWLEDGE -> ExceptionStanding.Status.ACKNOWLEDGED;
                    })
            .orElseGet(
                () -> {
                  if (decisions.wasDecided(exception.id())) {
                    return ExceptionStanding.Status.REOPENED;
                  }
                  return memory.isKnown(exception.id())
                      ? ExceptionStanding.Status.OPEN
                      : ExceptionStanding.Status.NEW;
                });
    return new ExceptionStanding.Standing(
        status,
        memory.firstSeen(exception.id()),
        status == ExceptionStanding.Status.REOPENED ? changed(exception) : "");
  }

  private String changed(PayException exception) {
    return decisions
        .factsDecidedLast(exception.id())
        .flatMap(facts -> memory.values(exception.id(), facts))
        .map(values -> FactsChange.inWords(shown(values), shown(exception.factValues())))
        .orElse("");
  }

  private String shown(String factValues) {
    return context.policy().is(Policy.Key.REPORT_NAMES)
        ? factValues
        : FactsChange.withoutFreeText(factValues);
  }

  /** What became of an officer's rows that could not be used. */
  static List<RowOutcome> rejectedRows(OfficerCase officer) {
    return officer.rejected().stream()
        .map(row -> RowOutcome.rejected(row.file(), row.line(), row.entryId(), row.code()))
        .toList();
  }

  /** The rows of a feed's decisions.csv. */
  static List<GivenDecision> given(Spool spool) {
    return spool.decisions().stream()
        .map(
            row ->
                new GivenDecision(
                    row.line(),
                    row.exceptionId(),
                    row.facts(),
                    row.verdict(),
                    row.decidedBy(),
                    row.decidedAt(),
                    row.reason()))
        .toList();
  }
}
