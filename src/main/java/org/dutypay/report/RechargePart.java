package org.dutypay.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.Recharge;
import org.dutypay.pay.RechargeRow;

/** A partition's part files with what hosts repay, and what became of the rows read. */
public final class RechargePart implements PartFiles {

  /** The files whose rows it holds, in their order. */
  static final List<CsvFile> FILES = List.of(CsvFile.RECHARGE, CsvFile.SECONDED, CsvFile.ROWS);

  private final PartWriter part;

  private RechargePart(PartWriter part) {
    this.part = part;
  }

  /** Opens a partition's part files, as {@link PartWriter#open} does. */
  public static RechargePart open(Path folder, String partition, String position)
      throws IOException {
    return new RechargePart(PartWriter.open(folder, partition, position, FILES));
  }

  /**
   * Appends what one officer's case gives.
   *
   * @param outcome of which the account of rows is kept
   * @param secondments those that lie in the range
   */
  public void append(Outcome outcome, List<Secondment> secondments, Recharge recharge)
      throws IOException {
    String officerId = outcome.officerId();
    part.begin(officerId);
    for (RechargeRow row : recharge.rows()) {
      CsvBytes csv = part.to(CsvFile.RECHARGE);
      csv.text(row.host());
      csv.text(officerId);
      csv.date(row.workDate());
      csv.word(row.element());
      csv.hundredths(row.amountPence());
      csv.word(percent(row.percentTenThousandths()));
      csv.hundredths(row.rechargedPence());
      csv.endRow();
    }
    for (Secondment secondment : secondments) {
      CsvBytes csv = part.to(CsvFile.SECONDED);
      csv.text(secondment.host());
      csv.text(officerId);
      csv.date(secondment.from());
      csv.date(secondment.to());
      csv.word(secondment.basis().name());
      csv.text(secondment.agreementReference());
      csv.word(percent(secondment.rechargePercentTenThousandths()));
      csv.number(
          recharge.unpriced().stream()
              .filter(date -> date >= secondment.from() && date <= secondment.to())
              .count());
      csv.endRow();
    }
    OutcomePart.account(part, CsvFile.ROWS, outcome.officerId(), outcome.rows());
    part.end();
  }

  /** Without needless noughts: {@code 100}, {@code 33.3333}. */
  private static String percent(long tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString();
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
