package org.dutypay.report;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table of a workbook: bold titles that stay in sight, filters, texts as texts and numbers as
 * numbers. Rows are streamed; where a sheet is full, the table goes on in a further one.
 */
final class WorkbookTable implements Closeable {

  /** A sheet holds 1,048,576 rows, the titles with them. */
  static final int MOST_ROWS = 1_048_575;

  private static final int ROWS_IN_MEMORY = 500;
  private static final int LONGEST_TEXT = 32_767;
  private static final double HUNDRED = 100.0;
  private static final double TEN_THOUSAND = 10_000.0;

  enum Content {
    TEXT("@"),
    WHOLE_NUMBER("#,##0"),
    /** Pounds of pence, hours of hundredths. */
    HUNDREDTHS("#,##0.00"),
    TEN_THOUSANDTHS("#,##0.0000"),
    DATE("yyyy-mm-dd");

    private final String format;

    Content(String format) {
      this.format = format;
    }
  }

  /**
   * A column of a sheet, in the order in which a person reads.
   *
   * @param cell where it stands in the file; negative where the file does not have it
   * @param width in characters
   */
  record Column(int cell, String title, Content content, int width) {

    /** A column that is not of the file. */
    static Column beside(String title, Content content, int width) {
      return new Column(-1, title, content, width);
    }
  }

  private final Workbook workbook;
  private final String name;
  private final List<Column> columns;
  private final int mostRows;
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  /** The last row whose cells have their formats. */
  private int formatted;

  WorkbookTable(Workbook workbook, String name, List<Column> columns) {
    this(workbook, name, columns, MOST_ROWS);
  }

  /**
   * Begins a table.
   *
   * @param mostRows of one sheet
   */
  WorkbookTable(Workbook workbook, String name, List<Column> columns, int mostRows) {
    this.workbook = workbook;
    this.name = name;
    this.columns = List.copyOf(columns);
    this.mostRows = mostRows;
    sheet = begin(name);
  }

  private Worksheet begin(String title) {
    Worksheet begun = workbook.newWorksheet(title);
    begun.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      begun.inlineString(0, i, columns.get(i).title());
      begun.width(i, columns.get(i).width());
    }
    begun.range(0, 0, 0, columns.size() - 1).style().bold().set();
    return begun;
  }

  /** Begins the next row. */
  void nextRow() throws IOException {
    if (row == mostRows) {
      end();
      sheets++;
      sheet = begin(name + " " + sheets);
      row = 0;
      formatted = 0;
    } else if (row > 0 && row % ROWS_IN_MEMORY == 0) {
      format();
      sheet.flush();
    }
    row++;
  }

  /** Fills the cells of the columns that the file has, from the row on which the rows stand. */
  void fill(CsvRows rows) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int cell = column.cell();
      if (cell < 0 || rows.isEmpty(cell)) {
        continue;
      }
      switch (column.content()) {
        case TEXT -> text(i, rows.text(cell));
        case DATE -> date(i, LocalDate.parse(rows.word(cell)));
        case WHOLE_NUMBER, HUNDREDTHS, TEN_THOUSANDTHS -> number(i, rows.digits(cell));
      }
    }
  }

  void text(int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(
          row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }
  }

  /** A number in the column's own measure, such as pence in a column of pounds. */
  void number(int column, long number) {
    switch (columns.get(column).content()) {
      case HUNDREDTHS -> sheet.value(row, column, number / HUNDRED);
      case TEN_THOUSANDTHS -> sheet.value(row, column, number / TEN_THOUSAND);
      case TEXT, WHOLE_NUMBER, DATE -> sheet.value(row, column, number);
    }
  }

  void date(int column, LocalDate date) {
    sheet.value(row, column, date);
  }

  /** Many rows at once: a cell alone takes longer to get its format than to be written. */
  private void format() {
    for (int i = 0; i < columns.size(); i++) {
      Content content = columns.get(i).content();
      if (content != Content.TEXT && formatted < row) {
        sheet.range(formatted + 1, i, row, i).style().format(content.format).set();
      }
    }
    formatted = row;
  }

  private void end() throws IOException {
    format();
    sheet.setAutoFilter(0, 0, row, columns.size() - 1);
    sheet.finish();
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
