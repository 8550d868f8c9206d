package org.dutypay.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.ledger.Ledger;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.report.HolidayPayFiles;
import org.dutypay.report.HolidayPayPart;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.OutputFile;
import org.dutypay.report.PaidDays;
import org.dutypay.report.PayrollTotals;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.RowCounts;
import org.dutypay.rules.HolidayPay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Holiday pay for the leave of a period, from what the ledger and paid-history.csv say has been
 * paid. It remembers nothing of exceptions, which are the night's.
 */
public final class HolidayPayTask implements FeedTask<HolidayPayTask.Assessed> {

  public static final String JOB = "holiday-pay";

  private static final Logger LOG = LoggerFactory.getLogger(HolidayPayTask.class);

  /**
   * What one officer's case gives.
   *
   * @param history the officer's rows of paid-history.csv
   * @param notCovered days of the ledger that could not be reckoned afresh
   * @param rejected what became of rows that could not be used
   * @param known what a closing keeps of the officer
   */
  record Assessed(
      String officerId,
      boolean isInForce,
      List<PayLine> lines,
      List<PaidPayment> history,
      int notCovered,
      List<RowOutcome> rejected,
      Optional<KnownNow> known) {}

  private final Workplace workplace;
  private final WorkFolder work;
  private final boolean isFinal;
  private final boolean mayRecover;
  private HolidayPay.@Nullable Span span;
  private @Nullable AgainstLedger againstLedger;
  private @Nullable PaidByLedger paid;

  /**
   * @param isFinal whether the lines are put into the ledger
   * @param mayRecover whether recoveries beyond the policy's limit are wanted
   */
  public HolidayPayTask(Workplace workplace, boolean isFinal, boolean mayRecover) {
    this.workplace = workplace;
    this.isFinal = isFinal;
    this.mayRecover = mayRecover;
    work = workplace.work();
  }

  @Override
  public Assessed assess(OfficerCase officer) {
    return assessor().apply(officer);
  }

  @Override
  public Function<OfficerCase, Assessed> assessor() {
    PaidByLedger.OfPartition ofPartition = paid().new OfPartition();
    AgainstLedger.OfPartition settling = againstLedger().new OfPartition(isFinal);
    return officer -> {
      AgainstLedger.Holiday settled =
          settling.holiday(officer, engine -> engine.holidayPay(officer, ofPartition.of(officer)));
      return new Assessed(
          officer.officerId(),
          !officer.records().isEmpty(),
          settled.lines(),
          officer.paidHistory(),
          settled.notCovered(),
          Received.rejectedRows(officer),
          settled.known());
    };
  }

  /** Made once the feed has been received. */
  private synchronized AgainstLedger againstLedger() {
    if (againstLedger == null) {
      againstLedger =
          new AgainstLedger(
              Ledger.Kind.HOLIDAY_PAY,
              workplace.order(),
              workplace.received(),
              workplace.database(),
              new RetroChoice(mayRecover, true));
    }
    return againstLedger;
  }

  /** Made once the feed has been received. */
  private synchronized PaidByLedger paid() {
    if (paid == null) {
      HolidayPay.Span days = span();
      paid =
          new PaidByLedger(
              workplace.received(), workplace.database(), days.earliest(), days.last());
    }
    return paid;
  }

  /** The days whose pay the run looks at. */
  private synchronized HolidayPay.Span span() {
    if (span == null) {
      span = HolidayPay.span(workplace.received().context().with(againstLedger().days()));
    }
    return span;
  }

  @Override
  public ItemStreamWriter<Assessed> writer(String partition) {
    return new PartItemWriter<>(
        position -> HolidayPayPart.open(work.parts(), partition, position),
        (part, officer) ->
            part.append(
                officer.officerId(),
                officer.isInForce(),
                officer.lines(),
                officer.history(),
                officer.notCovered(),
                officer.rejected(),
                officer.known()),
        workplace.progress());
  }

  @Override
  public void assemble() throws IOException {
    HolidayPayFiles.write(work.parts(), work.merged(), work.files());
    if (isFinal) {
      unknownPay().refuseAllUnknown();
    }
    againstLedger().checkRecoveries(work.files());
  }

  private UnknownPay unknownPay() throws IOException {
    return new UnknownPay(span(), PaidDays.read(work.merged()), paid().closed());
  }

  @Override
  public List<String> reconcile() throws IOException {
    List<InputCount> inputs = workplace.inputs();
    Map<String, RowCounts> account = HolidayPayFiles.account(work.merged());
    List<String> problems =
        new ArrayList<>(Reconciliation.ofRejections(account, inputs).problems());
    HolidayPayFiles.Written written = HolidayPayFiles.read(work.files());
    problems.addAll(written.problems());
    Manifest.writeComparing(
        work.files(),
        workplace.manifestRun(),
        inputs,
        account,
        written.files(),
        PaidDays.read(work.merged()).notCovered(),
        new Reconciliation(problems));
    return problems;
  }

  @Override
  public void remember() throws IOException {
    List<OutputFile> files = HolidayPayFiles.read(work.files()).files();
    workplace.remember(files, List.of());
    if (isFinal) {
      new IntoLedger(workplace, againstLedger()).put(files, 0, 0, List.of(), List.of());
    }
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
        "holiday pay %s to %s, run date %s"
            .formatted(day(order.from()), day(order.to()), day(order.runDate())));
    PayrollTotals totals = HolidayPayFiles.read(order.out()).payroll();
    long count = totals.byElement().values().stream().mapToLong(PayrollTotals.Total::lines).sum();
    lines.add(
        "%s, %s of pay, %s"
            .formatted(
                NightSummary.counted(officers(), "officer"),
                NightSummary.counted(count, "line"),
                NightSummary.pounds(totals.amountPence())));
    List<String> warnings = new ArrayList<>();
    RejectedWarning.of(HolidayPayFiles.account(work.merged()), "paid").ifPresent(warnings::add);
    unknownPay().warning().ifPresent(warnings::add);
    if (isFinal) {
      ClosePeriodTask.notEnded(
              IntoLedger.of(workplace, Ledger.Kind.HOLIDAY_PAY), "leave after it is paid by")
          .ifPresent(warnings::add);
    }
    for (String warning : warnings) {
      LOG.warn(warning);
      lines.add("WARNING: " + warning);
    }
    if (isFinal) {
      lines.addAll(
          ClosePeriodTask.inWords(IntoLedger.of(workplace, Ledger.Kind.HOLIDAY_PAY), order.out()));
    }
    lines.add(
        "files: %s; log: %s".formatted(order.out(), order.out().resolveSibling("dutypay.log")));
    return lines;
  }

  private static LocalDate day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
