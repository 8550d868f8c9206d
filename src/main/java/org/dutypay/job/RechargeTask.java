package org.dutypay.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.Recharge;
import org.dutypay.pay.TourCounts;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.OutputFile;
import org.dutypay.report.RechargeFiles;
import org.dutypay.report.RechargePart;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.RowCounts;
import org.dutypay.rules.SecondmentRecharge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * The secondment recharge of a period: what hosts repay, as a file and as a statement for each. It
 * pays by the same rules as a night, with the decisions that people have made, and remembers
 * nothing of the exceptions.
 */
public final class RechargeTask implements FeedTask<RechargeTask.Recharged> {

  public static final String JOB = "recharge";

  private static final Logger LOG = LoggerFactory.getLogger(RechargeTask.class);

  /**
   * One officer's recharge.
   *
   * @param outcome what the officer was paid; of one who is not seconded in the range, only what
   *     became of rows that were rejected
   * @param secondments those that lie in the range
   */
  record Recharged(Outcome outcome, List<Secondment> secondments, Recharge recharge) {}

  private final Workplace workplace;
  private final WorkFolder work;
  private @Nullable SecondmentRecharge recharge;

  public RechargeTask(Workplace workplace) {
    this.workplace = workplace;
    work = workplace.work();
  }

  @Override
  public Recharged assess(OfficerCase officer) {
    Received received = workplace.received();
    List<Secondment> secondments = recharge().secondments(officer);
    if (secondments.isEmpty()) {
      return new Recharged(rejectedRows(officer), List.of(), new Recharge(List.of(), List.of()));
    }
    Outcome outcome = received.outcome(officer);
    return new Recharged(outcome, secondments, recharge().of(officer, outcome.lines()));
  }

  /** Made once the feed has been received. */
  private synchronized SecondmentRecharge recharge() {
    if (recharge == null) {
      recharge = new SecondmentRecharge(workplace.received().context());
    }
    return recharge;
  }

  private static Outcome rejectedRows(OfficerCase officer) {
    return new Outcome(
        officer.officerId(),
        List.of(),
        List.of(),
        List.of(),
        Received.rejectedRows(officer),
        TourCounts.NONE);
  }

  @Override
  public ItemStreamWriter<Recharged> writer(String partition) {
    return new PartItemWriter<>(
        position -> RechargePart.open(work.parts(), partition, position),
        RechargeTask::append,
        workplace.progress());
  }

  private static void append(RechargePart part, Recharged officer) throws IOException {
    if (!officer.secondments().isEmpty() || !officer.outcome().rows().isEmpty()) {
      part.append(officer.outcome(), officer.secondments(), officer.recharge());
    }
  }

  @Override
  public void assemble() throws IOException {
    RechargeFiles.merge(work.parts(), work.merged());
    RechargeFiles.write(work.merged(), work.files(), workplace.manifestRun());
  }

  @Override
  public List<String> reconcile() throws IOException {
    List<InputCount> inputs = workplace.inputs();
    Map<String, RowCounts> account = RechargeFiles.account(work.merged());
    List<String> problems =
        new ArrayList<>(Reconciliation.ofRejections(account, inputs).problems());
    problems.addAll(
        RechargeFiles.problems(work.merged(), work.files(), workplace.order().policy().rounding()));
    Manifest.write(
        work.files(),
        workplace.manifestRun(),
        inputs,
        account,
        outputs(),
        new Reconciliation(problems));
    return problems;
  }

  private List<OutputFile> outputs() throws IOException {
    return RechargeFiles.outputs(work.files());
  }

  @Override
  public void remember() throws IOException {
    workplace.remember(outputs(), List.of());
  }

  @Override
  public String optionalFiles() {
    return RechargeFiles.STATEMENTS;
  }

  @Override
  public int officers() throws IOException {
    return RechargeFiles.officers(work.merged());
  }

  @Override
  public List<String> summary() throws IOException {
    Order order = workplace.order();
    List<String> lines = new ArrayList<>();
    lines.add(
        "recharge %s to %s, run date %s"
            .formatted(
                LocalDate.ofEpochDay(order.from()),
                LocalDate.ofEpochDay(order.to()),
                LocalDate.ofEpochDay(order.runDate())));
    Map<String, Long> hosts = RechargeFiles.byHost(order.out());
    hosts.forEach(
        (host, pence) -> lines.add("  %-32s %16s".formatted(host, NightSummary.pounds(pence))));
    lines.add(
        "  %-32s %16s"
            .formatted(
                "in all",
                NightSummary.pounds(hosts.values().stream().mapToLong(Long::longValue).sum())));
    RejectedWarning.of(RechargeFiles.account(work.merged()), "recharged")
        .ifPresent(warning -> warn(warning, lines));
    long days = RechargeFiles.daysWithoutRate(work.merged());
    if (days > 0) {
      warn(
          "the salary of %,d seconded %s is left out, since no officers row covers them or no rate is known. Correct the officer's id, dates, pay scale or point, or add the rate to pay-scales.csv."
              .formatted(days, days == 1 ? "day" : "days"),
          lines);
    }
    lines.add(
        "files: %s; log: %s".formatted(order.out(), order.out().resolveSibling("dutypay.log")));
    return lines;
  }

  private static void warn(String warning, List<String> lines) {
    LOG.warn(warning);
    lines.add("WARNING: " + warning);
  }
}
