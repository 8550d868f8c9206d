package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.RowOutcome;
import org.dutypay.rules.BearScotland;

/**
 * A partition's part files with officers' Bear Scotland reconciliations, the days for which their
 * history says what was paid, and what became of the rows read.
 */
public final class BearScotlandPart implements PartFiles {

  /** The files whose rows it holds, in their order. */
  static final List<CsvFile> FILES =
      List.of(
          CsvFile.BEAR_SCOTLAND, CsvFile.BEAR_SCOTLAND_OFFICERS, CsvFile.PAID_DAYS, CsvFile.ROWS);

  private final PartWriter part;

  private BearScotlandPart(PartWriter part) {
    this.part = part;
  }

  /** Opens a partition's part files, as {@link PartWriter#open} does. */
  public static BearScotlandPart open(Path folder, String partition, String position)
      throws IOException {
    return new BearScotlandPart(PartWriter.open(folder, partition, position, FILES));
  }

  /**
   * Appends what one officer's case gives.
   *
   * @param isInForce whether the officers file names the officer
   * @param history what was paid before this system
   * @param rejected what became of rows that could not be used
   */
  public void append(
      String officerId,
      boolean isInForce,
      BearScotland.Account account,
      List<PaidPayment> history,
      List<RowOutcome> rejected)
      throws IOException {
    part.begin(officerId);
    for (BearScotland.Row row : account.rows()) {
      row(part.to(CsvFile.BEAR_SCOTLAND), officerId, row);
    }
    for (BearScotland.Total total : account.totals()) {
      CsvBytes csv = part.to(CsvFile.BEAR_SCOTLAND_OFFICERS);
      csv.text(officerId);
      BearScotlandFiles.total(csv, total);
      csv.endRow();
    }
    if (isInForce) {
      HolidayPayPart.paidDays(part.to(CsvFile.PAID_DAYS), officerId, history, 0);
    }
    OutcomePart.account(part, CsvFile.ROWS, officerId, rejected);
    part.end();
  }

  private static void row(CsvBytes csv, String officerId, BearScotland.Row row) {
    csv.text(officerId);
    csv.date(row.date());
    csv.word(row.method().name());
    csv.flag(row.isChosen());
    if (row.weeks() == BearScotland.NONE) {
      csv.empty();
    } else {
      csv.number(row.weeks());
    }
    hundredthsOrEmpty(csv, row.qualifying());
    hundredthsOrEmpty(csv, row.leaveDay());
    BearScotlandFiles.money(csv, row.money());
    csv.flag(row.isBeyondTwoYears());
    csv.flag(row.followsBreak());
    csv.hundredths(row.applied());
    csv.endRow();
  }

  private static void hundredthsOrEmpty(CsvBytes csv, long hundredths) {
    if (hundredths == BearScotland.NONE) {
      csv.empty();
    } else {
      csv.hundredths(hundredths);
    }
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
