package org.dutypay.job;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.ExceptionNights;
import org.dutypay.ledger.Ledger;
import org.dutypay.pay.DecisionNotApplied;
import org.dutypay.pay.DecisionTaken;
import org.dutypay.report.ExceptionsPage;
import org.dutypay.report.ExceptionsWorkbook;
import org.dutypay.report.LastPeriod;
import org.dutypay.report.LedgerFiles;
import org.dutypay.report.Manifest;
import org.dutypay.report.PayrollFigures;
import org.dutypay.report.PayrollPage;
import org.dutypay.report.PayrollWorkbook;

/** Makes the pages and workbooks for people from the finished files of rows. */
final class PagesAndWorkbooks {

  private final Workplace workplace;
  private final AgainstLedger ledger;

  PagesAndWorkbooks(Workplace workplace, AgainstLedger ledger) {
    this.workplace = workplace;
    this.ledger = ledger;
  }

  /**
   * Makes those that are wanted.
   *
   * @param judgement what became of tonight's decisions
   */
  void write(Reports reports, Decisions.Judgement judgement) throws IOException {
    if (reports == Reports.NONE) {
      return;
    }
    Path files = workplace.work().files();
    Path unpublished = workplace.work().merged();
    Manifest.Run run = workplace.manifestRun();
    PayrollFigures figures =
        PayrollFigures.read(files, unpublished, run, lastPeriod(run, unpublished));
    if (!reports.hasWorkbooks()) {
      writePages(run, figures, judgement);
      return;
    }
    // The workbook of the payroll takes longer than all the others together.
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<?> ofPayroll =
          beside.submit(
              () -> {
                PayrollWorkbook.write(files, unpublished, run, figures);
                return null;
              });
      try {
        if (reports.hasPages()) {
          writePages(run, figures, judgement);
        }
        ExceptionsWorkbook.write(files, run.runDate());
      } catch (IOException | RuntimeException e) {
        ofPayroll.cancel(true);
        throw e;
      }
      finished(ofPayroll);
    }
  }

  private void writePages(Manifest.Run run, PayrollFigures figures, Decisions.Judgement judgement)
      throws IOException {
    writeExceptions(run, judgement);
    PayrollPage.write(workplace.work().files(), run, figures);
  }

  private static void finished(Future<?> task) throws IOException {
    try {
      task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IOException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while a workbook was written");
    }
  }

  private void writeExceptions(Manifest.Run run, Decisions.Judgement judgement) throws IOException {
    Order order = workplace.order();
    ExceptionsPage.write(
        workplace.work().files(),
        workplace.work().merged(),
        run,
        new ExceptionNights(workplace.database()).before(order.runDate(), order.from()),
        new Told(workplace.received().decisions(), judgement.notApplied()));
  }

  private record Told(Decisions decisions, Map<Long, List<DecisionNotApplied>> refused)
      implements ExceptionsPage.DecisionsTold {

    @Override
    public Optional<DecisionTaken> of(long exceptionId, long facts, String code, String officerId) {
      return decisions.taken(exceptionId, facts, code, officerId);
    }

    @Override
    public List<DecisionNotApplied> notApplied(long exceptionId) {
      return refused.getOrDefault(exceptionId, List.of());
    }
  }

  /** Writes what the closing of the month before paid, where there is one to compare with. */
  private LastPeriod lastPeriod(Manifest.Run run, Path unpublished) throws IOException {
    Optional<Closing> before = Optional.empty();
    LastPeriod last;
    if (!run.isMonth()) {
      last =
          LastPeriod.none(
              "The range is no calendar month, so there is no month before it to compare it with.");
    } else if (ledger.isClosed(run.from())) {
      last =
          LastPeriod.none(
              "%s is closed: this run pays only what has changed since, which is not compared with a month's pay."
                  .formatted(run.payPeriod()));
    } else {
      String month = YearMonth.parse(run.payPeriod()).minusMonths(1).toString();
      before =
          ledger.ledger().closings().stream()
              .filter(closing -> closing.kind() == Ledger.Kind.PAYROLL)
              .filter(closing -> closing.payPeriod().equals(month))
              .findFirst();
      last =
          before.isPresent()
              ? LastPeriod.closed(month)
              : LastPeriod.none(
                  "%s has not been closed in this ledger, so there is nothing to compare with."
                      .formatted(month));
    }
    Optional<Integer> closing = before.map(Closing::number);
    LedgerFiles.writeLastPeriod(
        unpublished,
        taker -> closing.ifPresent(number -> ledger.ledger().eachAmount(number, taker)));
    return last;
  }
}
