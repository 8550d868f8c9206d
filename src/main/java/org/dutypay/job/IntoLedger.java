package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Closings;
import org.dutypay.ledger.Ledger;
import org.dutypay.pay.Settlement;
import org.dutypay.report.CsvFile;
import org.dutypay.report.LedgerFiles;
import org.dutypay.report.Manifest;
import org.dutypay.report.OutputFile;
import org.dutypay.report.PayrollTotals;

/**
 * Puts a run's files into the ledger as a closing, within the transaction at hand: all of it or
 * nothing.
 */
final class IntoLedger {

  /** What the ledger gives back from its own tables; the other files are kept as they are. */
  static final Set<String> FROM_TABLES =
      Set.of(CsvFile.PAYROLL.fileName(), PayrollTotals.FILE_NAME, CsvFile.BALANCES.fileName());

  private final Workplace workplace;
  private final WorkFolder work;
  private final AgainstLedger compared;

  IntoLedger(Workplace workplace, AgainstLedger compared) {
    this.workplace = workplace;
    this.compared = compared;
    work = workplace.work();
  }

  /**
   * Writes the closing.
   *
   * @param files those of the manifest
   * @param held matters that held lines back
   * @param heldPence what they would have paid
   * @param accepted the lines of arrears that it pays
   * @param paidWithTheirDays the accepted lines whose days it pays as new
   */
  void put(
      List<OutputFile> files,
      long held,
      long heldPence,
      List<Settlement> accepted,
      List<Settlement> paidWithTheirDays)
      throws IOException {
    Closings closings = new Closings(workplace.database());
    Path manifest = work.files().resolve(Manifest.FILE_NAME);
    int number = closings.nextNumber();
    closings.begin(
        closing(number, files, manifest, held, heldPence).chainedTo(closings.lastHash()));
    Failpoint.reach("ledger");
    closings.lines(rows -> LedgerFiles.payroll(work.files(), number, rows::take));
    closings.months(number);
    Failpoint.reach("ledger");
    if (rows(files, CsvFile.BALANCES) > 0) {
      closings.balances(rows -> LedgerFiles.balances(work.files(), number, rows::take));
      Failpoint.reach("ledger");
    }
    closings.officers(number, rows -> LedgerFiles.known(work.merged(), rows::take));
    Failpoint.reach("ledger");
    for (OutputFile file : files) {
      if (!FROM_TABLES.contains(file.file())) {
        closings.file(number, work.files().resolve(file.file()));
      }
    }
    closings.file(number, manifest);
    closings.paid(number, accepted, false);
    closings.paid(number, paidWithTheirDays, true);
    Failpoint.reach("ledger");
  }

  private Closing closing(
      int number, List<OutputFile> written, Path manifest, long held, long heldPence)
      throws IOException {
    Order order = workplace.order();
    Manifest.Run run = workplace.manifestRun();
    StringBuilder inputs = new StringBuilder();
    workplace.inputs().forEach(file -> line(inputs, file.file(), file.sha256(), file.rowsRead()));
    StringBuilder files = new StringBuilder();
    written.forEach(file -> line(files, file.file(), file.sha256(), file.rows()));
    line(files, Manifest.FILE_NAME, LedgerFiles.sha256(manifest), 1);
    return new Closing(
        number,
        compared.kind(),
        run.payPeriod(),
        order.from(),
        order.to(),
        order.runDate(),
        run.runId(),
        order.version(),
        order.policy().text(),
        compared.terms().rates(),
        compared.comparedFrom(),
        rows(written, CsvFile.PAYROLL),
        written.stream()
            .filter(file -> file.file().equals(CsvFile.PAYROLL.fileName()))
            .mapToLong(file -> file.amountPence().orElse(0))
            .sum(),
        rows(written, CsvFile.BALANCES),
        held,
        heldPence,
        inputs.toString(),
        files.toString(),
        LedgerFiles.sha256(work.merged().resolve(CsvFile.KNOWN.fileName())),
        "");
  }

  private static long rows(List<OutputFile> files, CsvFile of) {
    return files.stream()
        .filter(file -> file.file().equals(of.fileName()))
        .mapToLong(OutputFile::rows)
        .sum();
  }

  private static void line(StringBuilder text, String file, String sha256, long rows) {
    text.append(file).append(' ').append(sha256).append(' ').append(rows).append('\n');
  }

  /** The closing of a run's period. */
  static Closing of(Workplace workplace, Ledger.Kind kind) {
    String period = workplace.manifestRun().payPeriod();
    return new Ledger(workplace.database())
        .closings().stream()
            .filter(closing -> closing.kind() == kind && closing.payPeriod().equals(period))
            .findFirst()
            .orElseThrow();
  }
}
