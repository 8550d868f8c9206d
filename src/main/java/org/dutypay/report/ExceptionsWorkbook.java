package org.dutypay.report;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dutypay.pay.Severity;
import org.dutypay.report.WorkbookTable.Column;
import org.dutypay.report.WorkbookTable.Content;

/**
 * exceptions.xlsx: exceptions.csv as a workbook with real dates and numbers, a frozen header and
 * filters, and a sheet of totals. Texts are written as texts, with the apostrophe that
 * exceptions.csv has, so that none becomes a formula. They come as on the page: the most money
 * first, then the gravest, then in the order of exceptions.csv. The bytes depend on exceptions.csv
 * and the run date only.
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
  private static final int HELD = CsvFile.EXCEPTIONS.column("held_amount");
  private static final int READ_AT_ONCE = 1_000;

  private static final List<Severity> ORDER = ExceptionsPage.ORDER;

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
            withMoney(out, totals, table);
            for (Severity severity : ORDER) {
              withoutMoney(out, severity, table);
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

  /**
   * An exception that holds money back, and where it stands in exceptions.csv.
   *
   * @param rank of its severity
   */
  private record Held(long pence, int rank, long at, int length) {

    private static final Comparator<Held> MOST_FIRST =
        Comparator.comparingLong(Held::pence)
            .reversed()
            .thenComparingInt(Held::rank)
            .thenComparingLong(Held::at);
  }

  /** Those that hold money back, the most first; adds up all of them. */
  private static void withMoney(Path out, ExceptionTotals totals, WorkbookTable table)
      throws IOException {
    List<Held> held = new ArrayList<>();
    try (CsvRows rows = exceptions(out)) {
      while (rows.next()) {
        totals.add(rows);
        if (rows.digits(HELD) > 0) {
          int rank = ORDER.indexOf(Severity.valueOf(rows.word(SEVERITY)));
          held.add(new Held(rows.digits(HELD), rank, rows.at(), rows.length()));
        }
      }
    }
    held.sort(Held.MOST_FIRST);
    try (FileChannel file = FileChannel.open(out.resolve(CsvFile.EXCEPTIONS.fileName()))) {
      for (int from = 0; from < held.size(); from += READ_AT_ONCE) {
        fill(file, held.subList(from, Math.min(from + READ_AT_ONCE, held.size())), table);
      }
    }
  }

  private static void fill(FileChannel file, List<Held> some, WorkbookTable table)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(some.stream().mapToInt(Held::length).sum());
    for (Held one : some) {
      bytes.limit(bytes.position() + one.length());
      for (long at = one.at(); bytes.hasRemaining(); ) {
        int read = file.read(bytes, at);
        if (read < 0) {
          throw new EOFException("exceptions.csv has become shorter");
        }
        at += read;
      }
    }
    try (CsvRows rows = CsvRows.of(CsvFile.EXCEPTIONS, bytes.array())) {
      while (rows.next()) {
        table.nextRow();
        table.fill(rows);
      }
    }
  }

  /** The others of a severity, as exceptions.csv has them: reading it again costs no memory. */
  private static void withoutMoney(Path out, Severity severity, WorkbookTable table)
      throws IOException {
    try (CsvRows rows = exceptions(out)) {
      while (rows.next()) {
        if (rows.digits(HELD) <= 0 && rows.word(SEVERITY).equals(severity.name())) {
          table.nextRow();
          table.fill(rows);
        }
      }
    }
  }

  private static CsvRows exceptions(Path out) throws IOException {
    return CsvRows.open(out, CsvFile.EXCEPTIONS.fileName(), CsvFile.EXCEPTIONS.header());
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
