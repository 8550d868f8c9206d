package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dutypay.pay.Severity;
import org.dutypay.report.WorkbookTable.Column;
import org.dutypay.report.WorkbookTable.Content;

/**
 * exceptions.xlsx: exceptions.csv as a workbook with real dates and numbers, a frozen header and
 * filters, and a sheet of totals. Texts are written as texts, with the apostrophe that
 * exceptions.csv has, so that none becomes a formula. The gravest come first, each severity in the
 * order of exceptions.csv. The bytes depend on exceptions.csv and the run date only.
 */
public final class ExceptionsWorkbook {

  public static final String FILE_NAME = "exceptions.xlsx";

  private static final List<Column> COLUMNS =
      List.of(
          column("severity", "Severity", Content.TEXT, 11),
          column("code", "Code", Content.TEXT, 26),
          column("officer_id", "Officer", Content.TEXT, 12),
          column("date", "Date", Content.DATE, 12),
          column("held_amount", "Held (£)", Content.HUNDREDTHS, 12),
          column("amount_if_refused", "If refused (£)", Content.HUNDREDTHS, 14),
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
          Column.beside("Exceptions by", Content.TEXT, 26),
          Column.beside("Number", Content.WHOLE_NUMBER, 12),
          Column.beside("Held (£)", Content.HUNDREDTHS, 14));

  private static final int SEVERITY = CsvFile.EXCEPTIONS.column("severity");

  /** Held pay first. */
  private static final List<Severity> ORDER =
      List.of(Severity.BLOCKING, Severity.REJECTED, Severity.WARNING, Severity.INFO);

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
    write(out, runDate, WorkbookTable.MOST_ROWS);
  }

  static void write(Path out, long runDate, int mostRows) throws IOException {
    Workbooks.write(
        out.resolve(FILE_NAME),
        LocalDate.ofEpochDay(runDate),
        workbook -> {
          ExceptionTotals totals = new ExceptionTotals();
          try (WorkbookTable table = new WorkbookTable(workbook, "Exceptions", COLUMNS, mostRows)) {
            for (Severity severity : ORDER) {
              exceptions(out, severity, table, totals);
            }
          }
          try (WorkbookTable table = new WorkbookTable(workbook, "Totals", TOTALS)) {
            totals(table, totals.bySeverity());
            table.nextRow();
            totals(table, totals.byCode());
            table.nextRow();
            totals(table, Map.of("All", totals.all()));
          }
        });
  }

  /** Those of a severity, as exceptions.csv has them: reading it again costs less than sorting. */
  private static void exceptions(
      Path out, Severity severity, WorkbookTable table, ExceptionTotals totals) throws IOException {
    try (CsvRows rows =
        CsvRows.open(out, CsvFile.EXCEPTIONS.fileName(), CsvFile.EXCEPTIONS.header())) {
      while (rows.next()) {
        if (rows.word(SEVERITY).equals(severity.name())) {
          totals.add(rows);
          table.nextRow();
          table.fill(rows);
        }
      }
    }
  }

  private static void totals(WorkbookTable table, Map<?, ExceptionTotals.Total> totals)
      throws IOException {
    for (Map.Entry<?, ExceptionTotals.Total> total : totals.entrySet()) {
      table.nextRow();
      table.text(0, total.getKey().toString());
      table.number(1, total.getValue().exceptions());
      table.number(2, total.getValue().heldPence());
    }
  }
}
