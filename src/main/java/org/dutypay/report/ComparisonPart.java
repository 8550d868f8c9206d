package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dutypay.pay.OutcomeDifference;
import org.dutypay.pay.PayException;
import org.dutypay.pay.RowOutcome;

/**
 * A partition's part files of a comparison: what differs for each officer, what the totals are
 * added up from, and the account of rows of either side.
 */
public final class ComparisonPart implements PartFiles {

  private final PartWriter part;

  private ComparisonPart(PartWriter part) {
    this.part = part;
  }

  /** Opens a partition's part files, as {@link PartWriter#open} does. */
  public static ComparisonPart open(Path folder, String partition, String position)
      throws IOException {
    return new ComparisonPart(
        PartWriter.open(folder, partition, position, CsvFile.OF_A_COMPARISON));
  }

  /**
   * Appends what an officer's case gives on both sides.
   *
   * @param isInForce whether the officers file names the officer
   */
  public void append(
      OutcomeDifference officer,
      boolean isInForce,
      List<RowOutcome> rowsOfA,
      List<RowOutcome> rowsOfB)
      throws IOException {
    String officerId = officer.officerId();
    part.begin(officerId);
    for (OutcomeDifference.PayDay day : officer.payDays()) {
      day(part.to(CsvFile.COMPARISON), officerId, day);
    }
    for (OutcomeDifference.ExceptionChange change : officer.exceptions()) {
      exception(part.to(CsvFile.COMPARISON_EXCEPTIONS), change);
    }
    if (isInForce) {
      OutcomeDifference.Sides one = new OutcomeDifference.Sides(1, 0, 1, 0, 0);
      tally(officerId, ComparisonTotals.Kind.OFFICER, Map.of(ComparisonTotals.Kind.OFFICER, one));
    }
    tally(officerId, ComparisonTotals.Kind.PAY, officer.pay());
    tally(officerId, ComparisonTotals.Kind.MINUTES, officer.minutes());
    tally(officerId, ComparisonTotals.Kind.DAYS, officer.days());
    OutcomePart.account(part, CsvFile.ROWS, officerId, rowsOfA);
    OutcomePart.account(part, CsvFile.ROWS_OF_B, officerId, rowsOfB);
    part.end();
  }

  @Override
  public String position() throws IOException {
    return part.position();
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  private static void day(CsvBytes csv, String officerId, OutcomeDifference.PayDay day) {
    csv.text(officerId);
    csv.date(day.workDate());
    csv.word(day.element().name());
    csv.hundredths(day.penceA());
    csv.hundredths(day.penceB());
    csv.hundredths(day.penceB() - day.penceA());
    csv.endRow();
  }

  private static void exception(CsvBytes csv, OutcomeDifference.ExceptionChange change) {
    PayException exception = change.exception();
    csv.word(change.change().name());
    csv.word(exception.code().name());
    csv.word(exception.severity().name());
    csv.text(exception.officerId());
    OutcomePart.dateOrEmpty(csv, exception.date(), PayException.NONE);
    csv.text(exception.entryId());
    csv.text(change.message());
    csv.endRow();
  }

  private <K extends Enum<K>> void tally(
      String officerId, ComparisonTotals.Kind kind, Map<K, OutcomeDifference.Sides> sides)
      throws IOException {
    for (Map.Entry<K, OutcomeDifference.Sides> entry : sides.entrySet()) {
      CsvBytes csv = part.to(CsvFile.COMPARISON_TALLY);
      OutcomeDifference.Sides of = entry.getValue();
      csv.text(officerId);
      csv.word(kind.name());
      csv.word(entry.getKey().name());
      csv.number(of.rowsA());
      csv.number(of.amountA());
      csv.number(of.rowsB());
      csv.number(of.amountB());
      csv.number(of.rowsChanged());
      csv.endRow();
    }
  }
}
