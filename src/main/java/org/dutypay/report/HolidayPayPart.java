package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;

/**
 * A partition's part files with officers' holiday pay, the days for which their history says what
 * was paid, and what became of the rows read.
 */
public final class HolidayPayPart implements PartFiles {

  /** The files whose rows it holds, in their order. */
  static final List<CsvFile> FILES =
      List.of(CsvFile.PAYROLL, CsvFile.PAID_DAYS, CsvFile.ROWS, CsvFile.KNOWN);

  private final PartWriter part;

  private HolidayPayPart(PartWriter part) {
    this.part = part;
  }

  /** Opens a partition's part files, as {@link PartWriter#open} does. */
  public static HolidayPayPart open(Path folder, String partition, String position)
      throws IOException {
    return new HolidayPayPart(PartWriter.open(folder, partition, position, FILES));
  }

  /**
   * Appends what one officer's case gives.
   *
   * @param isInForce whether the officers file names the officer
   * @param history what was paid before this system
   * @param notCovered days of the ledger that could not be reckoned afresh
   * @param rejected what became of rows that could not be used
   * @param known what a closing keeps of the officer
   */
  public void append(
      String officerId,
      boolean isInForce,
      List<PayLine> lines,
      List<PaidPayment> history,
      int notCovered,
      List<RowOutcome> rejected,
      Optional<KnownNow> known)
      throws IOException {
    part.begin(officerId);
    for (PayLine line : lines) {
      OutcomePart.payroll(part.to(CsvFile.PAYROLL), officerId, line);
    }
    if (isInForce) {
      paidDays(part.to(CsvFile.PAID_DAYS), officerId, history, notCovered);
    }
    OutcomePart.account(part, CsvFile.ROWS, officerId, rejected);
    if (known.isPresent()) {
      LedgerFiles.known(part.to(CsvFile.KNOWN), known.get());
    }
    part.end();
  }

  static void paidDays(CsvBytes csv, String officerId, List<PaidPayment> history, int notCovered) {
    csv.text(officerId);
    if (history.isEmpty()) {
      csv.empty();
      csv.empty();
    } else {
      csv.date(history.stream().mapToLong(PaidPayment::workDate).min().getAsLong());
      csv.date(history.stream().mapToLong(PaidPayment::workDate).max().getAsLong());
    }
    csv.number(notCovered);
    csv.endRow();
  }

  @Override
  public String position() throws IOException {
    return part.position();
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
