package org.dutypay.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.RowOutcome;
import org.dutypay.report.BearScotlandFiles;
import org.dutypay.report.BearScotlandPage;
import org.dutypay.report.BearScotlandPart;
import org.dutypay.report.BearScotlandWorkbook;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.PaidDays;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.RowCounts;
import org.dutypay.rules.BearScotland;
import org.dutypay.rules.PayEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * The Bear Scotland bench: the competing methods of holiday pay side by side over a past range,
 * beside what was paid. It pays nothing and remembers nothing.
 */
public final class BearScotlandTask implements FeedTask<BearScotlandTask.Compared> {

  public static final String JOB = "bear-scotland";

  private static final Logger LOG = LoggerFactory.getLogger(BearScotlandTask.class);

  /**
   * What one officer's case gives.
   *
   * @param history the officer's rows of paid-history.csv
   * @param rejected what became of rows that could not be used
   */
  record Compared(
      String officerId,
      boolean isInForce,
      BearScotland.Account account,
      List<PaidPayment> history,
      List<RowOutcome> rejected) {}

  private final Workplace workplace;
  private final WorkFolder work;
  private final long claimDate;
  private @Nullable BearScotland rule;
  private @Nullable PaidByLedger paid;

  /**
   * @param claimDate epoch day from which two years are counted back
   */
  public BearScotlandTask(Workplace workplace, long claimDate) {
    this.workplace = workplace;
    this.claimDate = claimDate;
    work = workplace.work();
  }

  @Override
  public Compared assess(OfficerCase officer) {
    return assessor().apply(officer);
  }

  @Override
  public Function<OfficerCase, Compared> assessor() {
    PaidByLedger.OfPartition ofPartition = paid().new OfPartition();
    PayEngine engine = workplace.received().engine();
    return officer -> {
      boolean isInForce = !officer.records().isEmpty();
      return new Compared(
          officer.officerId(),
          isInForce,
          isInForce
              ? rule().of(officer, engine.leaveTaken(officer), ofPartition.of(officer))
              : BearScotland.Account.NOTHING,
          officer.paidHistory(),
          Received.rejectedRows(officer));
    };
  }

  /** Made once the feed has been received. */
  private synchronized BearScotland rule() {
    if (rule == null) {
      rule = new BearScotland(workplace.received().context(), claimDate);
    }
    return rule;
  }

  /** Made once the feed has been received. */
  private synchronized PaidByLedger paid() {
    if (paid == null) {
      paid =
          new PaidByLedger(
              workplace.received(),
              workplace.database(),
              rule().span().earliest(),
              workplace.order().to());
    }
    return paid;
  }

  @Override
  public ItemStreamWriter<Compared> writer(String partition) {
    return new PartItemWriter<>(
        position -> BearScotlandPart.open(work.parts(), partition, position),
        (part, officer) ->
            part.append(
                officer.officerId(),
                officer.isInForce(),
                officer.account(),
                officer.history(),
                officer.rejected()),
        workplace.progress());
  }

  @Override
  public void assemble() throws IOException {
    BearScotlandFiles.write(work.parts(), work.merged(), work.files());
    BearScotlandWorkbook.write(work.files(), workplace.order().runDate());
    BearScotlandPage.write(work.files(), workplace.manifestRun(), claimDate, rule().twoYearLine());
  }

  @Override
  public List<String> reconcile() throws IOException {
    List<InputCount> inputs = workplace.inputs();
    Map<String, RowCounts> account = BearScotlandFiles.account(work.merged());
    List<String> problems =
        new ArrayList<>(Reconciliation.ofRejections(account, inputs).problems());
    BearScotlandFiles.Written written = BearScotlandFiles.read(work.files());
    problems.addAll(written.problems());
    Manifest.write(
        work.files(),
        workplace.manifestRun(),
        inputs,
        account,
        written.files(),
        new Reconciliation(problems));
    return problems;
  }

  @Override
  public void remember() throws IOException {
    workplace.remember(BearScotlandFiles.read(work.files()).files(), List.of());
  }

  @Override
  public int officers() throws IOException {
    return PaidDays.read(work.merged()).officers();
  }

  @Override
  public List<String> summary() throws IOException {
    Order order = workplace.order();
    List<String> lines = new ArrayList<>();
    lines.add(
        "holiday pay by competing methods, %s to %s, run date %s, claim date %s"
            .formatted(day(order.from()), day(order.to()), day(order.runDate()), day(claimDate)));
    lines.add("  %-14s %16s %16s %16s".formatted("method", "due", "paid", "difference"));
    var byMethod = BearScotlandFiles.byMethod(order.out());
    byMethod.forEach(
        (method, force) ->
            lines.add(
                "%s %-14s %16s %16s %16s"
                    .formatted(
                        force.total().isChosen() ? "*" : " ",
                        method,
                        NightSummary.pounds(force.total().money().amount()),
                        NightSummary.pounds(force.total().money().paid()),
                        NightSummary.pounds(force.total().money().difference()))));
    lines.add(
        byMethod.isEmpty()
            ? "  nothing: the range has no leave and no payment that counts"
            : "* the policy's method");
    List<String> warnings = new ArrayList<>();
    RejectedWarning.of(BearScotlandFiles.account(work.merged()), "reckoned with")
        .ifPresent(warnings::add);
    new UnknownPay(rule().span(), PaidDays.read(work.merged()), paid().closed())
        .warning()
        .ifPresent(warnings::add);
    for (String warning : warnings) {
      LOG.warn(warning);
      lines.add("WARNING: " + warning);
    }
    lines.add(
        "files: %s (start with bear-scotland.html); log: %s"
            .formatted(order.out(), order.out().resolveSibling("dutypay.log")));
    return lines;
  }

  private static LocalDate day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
