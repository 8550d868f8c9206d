package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dutypay.report.Workbooks.Column;
import org.dutypay.report.Workbooks.Content;

/**
 * exceptions.xlsx: exceptions.csv as a workbook with real dates and numbers, a frozen header and
 * filters, and a sheet of totals. Texts are written as texts, with the apostrophe that
 * exceptions.csv has, so that none becomes a formula. Rows are streamed. The bytes depend on
 * exceptions.csv and the run date only.
 */
public final class ExceptionsWorkbook {

  public static final String FILE_NAME = "exceptions.xlsx";

  /** The most rows of a sheet. */
  static final int MOST_ROWS = Workbooks.MOST_ROWS;

  private static final List<Column> COLUMNS =
      List.of(
          column("severity", "Severity", Content.TEXT, 11),
          column("code", "Code", Content.TEXT, 26),
          column("officer_id", "Officer", Content.TEXT, 12),
          column("date", "Date", Content.DATE, 12),
          column("held_amount", "Held (£)", Content.POUNDS, 12),
          column("amount_if_refused", "If refused (£)", Content.POUNDS, 14),
          column("message", "What happened", Content.TEXT, 70),
          column("what_to_do", "What to do", Content.TEXT, 60),
          column("rule", "Rule", Content.TEXT, 10),
          column("status", "Status", Content.TEXT, 14),
          column("first_seen", "First seen", Content.DATE, 12),
          column("age_days", "Age (days)", Content.WHOLE_NUMBER, 11),
          column("file", "File", Content.TEXT, 16),
          column("line", "Line", Content.WHOLE_NUMBER, 10),
          column("entry_id", "Entry", Content.TEXT, 16),
          column("exception_id", "Exception id", Content.TEXT, 19),
          column("facts", "Facts", Content.TEXT, 19));

  private static final List<Column> TOTALS =
      List.of(
          new Column(0, "Exceptions by", Content.TEXT, 26),
          new Column(1, "Number", Content.WHOLE_NUMBER, 12),
          new Column(2, "Held (£)", Content.POUNDS, 14));

  private ExceptionsWorkbook() {}

  private static Column column(String name, String title, Content content, int width) {
    return new Column(CsvFile.EXCEPTIONS.column(name), title, content, width);
  }

  /**
   * Writes the workbook beside exceptions.csv.
   *
   * @param runDate an epoch day
   */
  public static void write(Path out, long runDate) throws IOException {
    write(out, runDate, MOST_ROWS);
  }

  static void write(Path out, long runDate, int mostRows) throws IOException {
    Workbooks.write(
        out.resolve(FILE_NAME),
        LocalDate.ofEpochDay(runDate),
        workbook -> {
          ExceptionTotals totals = exceptions(workbook, out, mostRows);
          totals(workbook, totals, mostRows);
        });
  }

  private static ExceptionTotals exceptions(Workbook workbook, Path out, int mostRows)
      throws IOException {
    ExceptionTotals totals = new ExceptionTotals();
    Worksheet sheet = workbook.newWorksheet("Exceptions");
    Workbooks.header(sheet, COLUMNS);
    try (CsvRows rows =
        CsvRows.open(out, CsvFile.EXCEPTIONS.fileName(), CsvFile.EXCEPTIONS.header())) {
      int row = 0;
      while (rows.next()) {
        totals.add(rows);
        if (row < mostRows) {
          row++;
          Workbooks.row(sheet, row, rows, COLUMNS);
        }
      }
      sheet.setAutoFilter(0, 0, row, COLUMNS.size() - 1);
    }
    sheet.finish();
    return totals;
  }

  private static void totals(Workbook workbook, ExceptionTotals totals, int mostRows)
      throws IOException {
    Worksheet sheet = workbook.newWorksheet("Totals");
    Workbooks.header(sheet, TOTALS);
    int row = 1;
    row = totals(sheet, row, totals.bySeverity());
    row = totals(sheet, row + 1, totals.byCode());
    row = totals(sheet, row + 1, Map.of("All", totals.all()));
    if (totals.all().exceptions() > mostRows) {
      sheet.inlineString(
          row + 1,
          0,
          "The sheet Exceptions holds the first %s of %s. All of them are in %s."
              .formatted(
                  Page.number(mostRows),
                  Page.number(totals.all().exceptions()),
                  CsvFile.EXCEPTIONS.fileName()));
    }
    sheet.finish();
  }

  private static int totals(Worksheet sheet, int first, Map<?, ExceptionTotals.Total> totals) {
    int row = first;
    for (Map.Entry<?, ExceptionTotals.Total> total : totals.entrySet()) {
      sheet.inlineString(row, 0, total.getKey().toString());
      sheet.value(row, 1, total.getValue().exceptions());
      Workbooks.pounds(sheet, row, 2, total.getValue().heldPence());
      row++;
    }
    return row;
  }
}
