package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Closings;
import org.dutypay.ledger.Ledger;
import org.dutypay.report.CsvFile;
import org.dutypay.report.HeldMatters;
import org.dutypay.report.LedgerFiles;
import org.dutypay.report.Manifest;
import org.dutypay.report.OutputFile;
import org.dutypay.report.PayrollTotals;
import org.dutypay.report.Results;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * The job that makes a period's pay final: it writes what a night would, and puts every line into
 * the ledger in the same transaction in which the night is remembered.
 */
public final class ClosePeriodTask implements FeedTask<OutcomeWriter.Assessed> {

  public static final String JOB = "close-period";

  /** What the ledger gives back from its own tables; the other files are kept as they are. */
  private static final List<String> FROM_TABLES =
      List.of(CsvFile.PAYROLL.fileName(), PayrollTotals.FILE_NAME, CsvFile.BALANCES.fileName());

  private final Workplace workplace;
  private final WorkFolder work;
  private final NightlyPayTask night;

  public ClosePeriodTask(Workplace workplace, RetroChoice choice) {
    this.workplace = workplace;
    work = workplace.work();
    night = new NightlyPayTask(workplace, choice, true);
  }

  @Override
  public OutcomeWriter.Assessed assess(OfficerCase officer) {
    return night.assess(officer);
  }

  @Override
  public Function<OfficerCase, OutcomeWriter.Assessed> assessor() {
    return night.assessor();
  }

  @Override
  public ItemStreamWriter<OutcomeWriter.Assessed> writer(String partition) {
    return night.writer(partition);
  }

  @Override
  public void assemble() throws IOException {
    night.assemble();
  }

  @Override
  public List<String> reconcile() throws IOException {
    return night.reconcile();
  }

  @Override
  public void remember() throws IOException {
    night.remember();
    Closings closings = new Closings(workplace.database());
    Results results = night.results();
    Path manifest = work.files().resolve(Manifest.FILE_NAME);
    int number = closings.nextNumber();
    closings.begin(closing(number, results, manifest).chainedTo(closings.lastHash()));
    Failpoint.reach("ledger");
    closings.lines(rows -> LedgerFiles.payroll(work.files(), number, rows::take));
    Failpoint.reach("ledger");
    closings.balances(rows -> LedgerFiles.balances(work.files(), number, rows::take));
    Failpoint.reach("ledger");
    closings.officers(number, rows -> LedgerFiles.known(work.merged(), rows::take));
    Failpoint.reach("ledger");
    for (OutputFile file : results.files()) {
      if (!FROM_TABLES.contains(file.file())) {
        closings.file(number, work.files().resolve(file.file()));
      }
    }
    closings.file(number, manifest);
    Failpoint.reach("ledger");
  }

  private Closing closing(int number, Results results, Path manifest) throws IOException {
    Order order = workplace.order();
    Manifest.Run run = workplace.manifestRun();
    AgainstLedger ledger = night.againstLedger();
    HeldMatters held = HeldMatters.of(work.files());
    StringBuilder inputs = new StringBuilder();
    workplace.inputs().forEach(file -> line(inputs, file.file(), file.sha256(), file.rowsRead()));
    StringBuilder files = new StringBuilder();
    results.files().forEach(file -> line(files, file.file(), file.sha256(), file.rows()));
    line(files, Manifest.FILE_NAME, LedgerFiles.sha256(manifest), 1);
    return new Closing(
        number,
        Ledger.Kind.PAYROLL,
        run.payPeriod(),
        order.from(),
        order.to(),
        order.runDate(),
        run.runId(),
        order.version(),
        ledger.terms().policy(),
        ledger.terms().rates(),
        ledger.comparedFrom(),
        rows(results, CsvFile.PAYROLL),
        results.payroll().amountPence(),
        rows(results, CsvFile.BALANCES),
        held.count(),
        held.heldPence(),
        inputs.toString(),
        files.toString(),
        "");
  }

  private static long rows(Results results, CsvFile of) {
    return results.files().stream()
        .filter(file -> file.file().equals(of.fileName()))
        .mapToLong(OutputFile::rows)
        .sum();
  }

  private static void line(StringBuilder text, String file, String sha256, long rows) {
    text.append(file).append(' ').append(sha256).append(' ').append(rows).append('\n');
  }

  @Override
  public int officers() throws IOException {
    return night.officers();
  }

  @Override
  public List<String> summary() throws IOException {
    List<String> lines = new ArrayList<>(night.summary());
    String period = workplace.manifestRun().payPeriod();
    Closing closing =
        new Ledger(workplace.database())
            .closings().stream()
                .filter(closed -> closed.kind() == Ledger.Kind.PAYROLL)
                .filter(closed -> closed.payPeriod().equals(period))
                .findFirst()
                .orElseThrow();
    lines.addAll(inWords(closing, workplace.order().out()));
    return lines;
  }

  /** What a closing came to, and what it left unpaid. */
  static List<String> inWords(Closing closing, Path files) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "closed: %s is final, closing %d, %s of pay, %s, hash %s"
            .formatted(
                closing.payPeriod(),
                closing.number(),
                NightSummary.counted(closing.lines(), "line"),
                NightSummary.pounds(closing.amountPence()),
                closing.hash().substring(0, 16)));
    HeldMatters held = HeldMatters.of(files);
    if (held.count() > 0) {
      lines.add(
          "closed without %s that nobody has decided, %s held; released or corrected later, they come out as arrears:"
              .formatted(
                  NightSummary.counted(held.count(), "matter"),
                  NightSummary.pounds(held.heldPence())));
      for (HeldMatters.Held matter : held.first()) {
        lines.add(
            "  %s %-22s %s %s %s"
                .formatted(
                    matter.exceptionId(),
                    matter.code(),
                    matter.officerId(),
                    matter.date(),
                    matter.heldPence().isPresent()
                        ? NightSummary.pounds(matter.heldPence().getAsLong())
                        : "amount not known"));
      }
      if (held.count() > held.first().size()) {
        lines.add("  ... all of them are in exceptions.csv");
      }
    }
    return lines;
  }
}
