package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dutypay.report.WorkbookTable.Column;
import org.dutypay.report.WorkbookTable.Content;

/**
 * bear-scotland.xlsx: the three tables of a reconciliation as sheets with real dates and numbers, a
 * frozen header and filters.
 */
public final class BearScotlandWorkbook {

  static final String FILE_NAME = "bear-scotland.xlsx";

  private static final Set<String> TEXTS =
      Set.of("officer_id", "method", "chosen", "follows_break");
  private static final int NARROW = 12;
  private static final int WIDE = 16;

  private BearScotlandWorkbook() {}

  /**
   * Writes the workbook beside the tables.
   *
   * @param runDate an epoch day
   */
  public static void write(Path out, long runDate) throws IOException {
    Workbooks.write(
        out.resolve(FILE_NAME),
        LocalDate.ofEpochDay(runDate),
        workbook -> {
          sheet(
              workbook, "Methods", out, BearScotlandFiles.TOTALS, BearScotlandFiles.TOTALS_HEADER);
          sheet(
              workbook,
              "Officers",
              out,
              CsvFile.BEAR_SCOTLAND_OFFICERS.fileName(),
              CsvFile.BEAR_SCOTLAND_OFFICERS.header());
          sheet(
              workbook,
              "Days",
              out,
              CsvFile.BEAR_SCOTLAND.fileName(),
              CsvFile.BEAR_SCOTLAND.header());
        });
  }

  private static void sheet(Workbook workbook, String name, Path out, String file, String header)
      throws IOException {
    try (WorkbookTable table = new WorkbookTable(workbook, name, columns(header));
        CsvRows rows = CsvRows.open(out, file, header)) {
      while (rows.next()) {
        table.nextRow();
        table.fill(rows);
      }
    }
  }

  /** Every column of a table, titled as it is named there. */
  private static List<Column> columns(String header) {
    List<Column> columns = new ArrayList<>();
    boolean isOfDays = header.contains("follows_break");
    for (String name : header.split(",", -1)) {
      columns.add(
          new Column(columns.size(), name.replace('_', ' '), content(name, isOfDays), width(name)));
    }
    return columns;
  }

  private static Content content(String name, boolean isOfDays) {
    return switch (name) {
      case "date" -> Content.DATE;
      case "weeks", "officers" -> Content.WHOLE_NUMBER;
      case "beyond_two_years" -> isOfDays ? Content.TEXT : Content.HUNDREDTHS;
      default -> TEXTS.contains(name) ? Content.TEXT : Content.HUNDREDTHS;
    };
  }

  private static int width(String name) {
    return name.length() < NARROW ? NARROW : WIDE;
  }
}
