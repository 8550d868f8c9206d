package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.RowOutcome;

/**
 * A partition's part files of officers' accounts: what they were due against what they were paid.
 */
public final class ArrearsPart implements PartFiles {

  /** The files whose rows it holds, in their order. */
  static final List<CsvFile> FILES =
      List.of(
          CsvFile.ARREARS,
          CsvFile.ARREARS_DETAIL,
          CsvFile.ARREARS_TALLY,
          CsvFile.NOT_COVERED,
          CsvFile.ROWS);

  private static final int MONTH = "2024-05".length();

  private final PartWriter part;

  private ArrearsPart(PartWriter part) {
    this.part = part;
  }

  /** Opens a partition's part files, as {@link PartWriter#open} does. */
  public static ArrearsPart open(Path folder, String partition, String position)
      throws IOException {
    return new ArrearsPart(PartWriter.open(folder, partition, position, FILES));
  }

  /** What an element came to in a month. */
  private record Sum(long entitled, long paid) {
    Sum plus(Sum more) {
      return new Sum(entitled + more.entitled, paid + more.paid);
    }
  }

  /**
   * Appends one officer's account.
   *
   * @param unit the officer's last unit of the force, empty where unknown
   * @param rows by work date and element, those without a difference among them
   * @param rejected what became of rows that could not be used
   * @param notCovered work dates and elements that were paid, but of which the feed says too little
   */
  public void append(
      String officerId,
      String unit,
      List<ArrearsRow> rows,
      List<RowOutcome> rejected,
      int notCovered)
      throws IOException {
    part.begin(officerId);
    Map<String, Sum> tally = new TreeMap<>();
    for (ArrearsRow row : rows) {
      if (row.differencePence() != 0) {
        arrears(part.to(CsvFile.ARREARS), row);
        detail(part.to(CsvFile.ARREARS_DETAIL), unit, row);
      }
      String month = LocalDate.ofEpochDay(row.workDate()).toString().substring(0, MONTH);
      tally.merge(
          month + ' ' + row.element(), new Sum(row.entitledPence(), row.paidPence()), Sum::plus);
    }
    CsvBytes csv = part.to(CsvFile.ARREARS_TALLY);
    tally.forEach(
        (key, sum) -> {
          csv.text(officerId);
          csv.word(key.substring(0, MONTH));
          csv.word(key.substring(MONTH + 1));
          csv.hundredths(sum.entitled);
          csv.hundredths(sum.paid);
          csv.endRow();
        });
    if (notCovered > 0) {
      CsvBytes uncovered = part.to(CsvFile.NOT_COVERED);
      uncovered.text(officerId);
      uncovered.number(notCovered);
      uncovered.endRow();
    }
    OutcomePart.account(part, CsvFile.ROWS, officerId, rejected);
    part.end();
  }

  private static void arrears(CsvBytes csv, ArrearsRow row) {
    csv.text(row.officerId());
    csv.date(row.workDate());
    csv.word(row.element().name());
    csv.hundredths(row.entitledPence());
    csv.hundredths(row.paidPence());
    csv.hundredths(row.differencePence());
    csv.text(row.reason());
    csv.endRow();
  }

  private static void detail(CsvBytes csv, String unit, ArrearsRow row) {
    csv.text(row.officerId());
    csv.text(unit);
    csv.date(row.workDate());
    csv.word(row.element().name());
    csv.hundredths(row.entitledPence());
    csv.hundredths(row.paidPence());
    csv.hundredths(row.differencePence());
    csv.hundredths(row.unitsHundredths());
    csv.word(row.unit().name());
    csv.text(row.rule().citation());
    csv.text(row.source());
    csv.text(row.reason());
    csv.text(row.reckoned());
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
