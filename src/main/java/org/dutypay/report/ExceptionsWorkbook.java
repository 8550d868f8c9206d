package org.dutypay.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * exceptions.xlsx: exceptions.csv as a workbook with real dates and numbers, a frozen header and
 * filters, and a sheet of totals. Texts are written as texts, with the apostrophe that
 * exceptions.csv has, so that none becomes a formula. Rows are streamed. The bytes depend on
 * exceptions.csv and the run date only.
 */
public final class ExceptionsWorkbook {

  public static final String FILE_NAME = "exceptions.xlsx";

  /** A sheet holds 1,048,576 rows, the header with them. */
  static final int MOST_ROWS = 1_048_575;

  private static final int ROWS_IN_MEMORY = 500;

  /** Two thirds of the time that zlib's default takes, for a file that is a tenth larger. */
  private static final int COMPRESSION = 3;

  private static final int LONGEST_TEXT = 32_767;
  private static final double HUNDREDTHS = 100.0;
  private static final String DATE_FORMAT = "yyyy-mm-dd";
  private static final String POUNDS_FORMAT = "#,##0.00";

  private enum Content {
    TEXT,
    WHOLE_NUMBER,
    POUNDS,
    DATE
  }

  /**
   * A column of the sheet, in the order in which a person reads.
   *
   * @param cell where it stands in exceptions.csv
   * @param width in characters
   */
  private record Column(int cell, String title, Content content, int width) {

    Column(String name, String title, Content content, int width) {
      this(CsvFile.EXCEPTIONS.column(name), title, content, width);
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("severity", "Severity", Content.TEXT, 11),
          new Column("code", "Code", Content.TEXT, 26),
          new Column("officer_id", "Officer", Content.TEXT, 12),
          new Column("date", "Date", Content.DATE, 12),
          new Column("held_amount", "Held (£)", Content.POUNDS, 12),
          new Column("amount_if_refused", "If refused (£)", Content.POUNDS, 14),
          new Column("message", "What happened", Content.TEXT, 70),
          new Column("what_to_do", "What to do", Content.TEXT, 60),
          new Column("rule", "Rule", Content.TEXT, 10),
          new Column("status", "Status", Content.TEXT, 14),
          new Column("first_seen", "First seen", Content.DATE, 12),
          new Column("age_days", "Age (days)", Content.WHOLE_NUMBER, 11),
          new Column("file", "File", Content.TEXT, 16),
          new Column("line", "Line", Content.WHOLE_NUMBER, 10),
          new Column("entry_id", "Entry", Content.TEXT, 16),
          new Column("exception_id", "Exception id", Content.TEXT, 19),
          new Column("facts", "Facts", Content.TEXT, 19));

  private static final List<Column> TOTALS =
      List.of(
          new Column(0, "Exceptions by", Content.TEXT, 26),
          new Column(1, "Number", Content.WHOLE_NUMBER, 12),
          new Column(2, "Held (£)", Content.POUNDS, 14));

  private ExceptionsWorkbook() {}

  /**
   * Writes the workbook beside exceptions.csv.
   *
   * @param runDate an epoch day
   */
  public static void write(Path out, long runDate) throws IOException {
    write(out, runDate, MOST_ROWS);
  }

  static void write(Path out, long runDate, int mostRows) throws IOException {
    Path asMade = out.resolve(FILE_NAME + ".made");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(asMade));
        Workbook workbook = new Workbook(file, "Dutypay", "1.0")) {
      workbook.setCompressionLevel(1);
      ExceptionTotals totals = exceptions(workbook, out, mostRows);
      totals(workbook, totals, mostRows);
    }
    repack(asMade, out.resolve(FILE_NAME), LocalDate.ofEpochDay(runDate));
    Files.delete(asMade);
  }

  private static ExceptionTotals exceptions(Workbook workbook, Path out, int mostRows)
      throws IOException {
    ExceptionTotals totals = new ExceptionTotals();
    Worksheet sheet = workbook.newWorksheet("Exceptions");
    header(sheet, COLUMNS);
    try (CsvRows rows =
        CsvRows.open(out, CsvFile.EXCEPTIONS.fileName(), CsvFile.EXCEPTIONS.header())) {
      int row = 0;
      while (rows.next()) {
        totals.add(rows);
        if (row < mostRows) {
          row++;
          exception(sheet, row, rows);
        }
      }
      sheet.setAutoFilter(0, 0, row, COLUMNS.size() - 1);
    }
    sheet.finish();
    return totals;
  }

  private static void header(Worksheet sheet, List<Column> columns) {
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).title());
      sheet.width(i, columns.get(i).width());
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
  }

  private static void exception(Worksheet sheet, int row, CsvRows rows) throws IOException {
    for (int i = 0; i < COLUMNS.size(); i++) {
      Column column = COLUMNS.get(i);
      int cell = column.cell();
      if (rows.isEmpty(cell)) {
        continue;
      }
      switch (column.content()) {
        case TEXT -> text(sheet, row, i, rows.text(cell));
        case WHOLE_NUMBER -> sheet.value(row, i, rows.digits(cell));
        case POUNDS -> pounds(sheet, row, i, rows.digits(cell));
        case DATE -> {
          sheet.value(row, i, LocalDate.parse(rows.text(cell)));
          sheet.style(row, i).format(DATE_FORMAT).set();
        }
      }
    }
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    sheet.inlineString(
        row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  private static void pounds(Worksheet sheet, int row, int column, long pence) {
    sheet.value(row, column, pence / HUNDREDTHS);
    sheet.style(row, column).format(POUNDS_FORMAT).set();
  }

  private static void totals(Workbook workbook, ExceptionTotals totals, int mostRows)
      throws IOException {
    Worksheet sheet = workbook.newWorksheet("Totals");
    header(sheet, TOTALS);
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
      pounds(sheet, row, 2, total.getValue().heldPence());
      row++;
    }
    return row;
  }

  /** fastexcel stamps the hour into the properties and the archive: here they get the run date. */
  private static void repack(Path asMade, Path workbook, LocalDate runDate) throws IOException {
    try (ZipFile made = new ZipFile(asMade.toFile());
        ZipOutputStream packed =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(workbook)))) {
      packed.setLevel(COMPRESSION);
      for (ZipEntry entry : made.stream().toList()) {
        ZipEntry dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(runDate.atStartOfDay());
        packed.putNextEntry(dated);
        try (InputStream content = made.getInputStream(entry)) {
          if (entry.getName().equals("docProps/core.xml")) {
            packed.write(dated(content.readAllBytes(), runDate));
          } else {
            content.transferTo(packed);
          }
        }
        packed.closeEntry();
      }
    }
  }

  private static byte[] dated(byte[] properties, LocalDate runDate) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll(
            "(<dcterms:created [^>]*>)[^<]*(?=</dcterms:created>)", "$1" + runDate + "T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
