package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.dhatim.fastexcel.Workbook;
import org.dutypay.report.WorkbookTable.Column;
import org.dutypay.report.WorkbookTable.Content;

/**
 * payroll.xlsx: payroll.csv as a workbook, each line with the officer's name and unit, and sheets
 * of what it comes to. Texts are written as texts, with the apostrophe that payroll.csv has.
 */
public final class PayrollWorkbook {

  public static final String FILE_NAME = "payroll.xlsx";

  private static final int WORK_DATE = CsvFile.PAYROLL.column("work_date");
  private static final int NAME_CELL = 1;
  private static final int UNIT_CELL = 2;

  private static final List<Column> LINES =
      List.of(
          column("officer_id", "Officer", Content.TEXT, 12),
          Column.beside("Name", Content.TEXT, 22),
          Column.beside("Unit of the force", Content.TEXT, 22),
          column("work_date", "Work date", Content.DATE, 12),
          column("element", "Element", Content.TEXT, 26),
          column("units", "Units", Content.HUNDREDTHS, 10),
          column("unit", "Counted in", Content.TEXT, 11),
          column("rate", "Rate (£)", Content.TEN_THOUSANDTHS, 12),
          column("multiplier", "Multiplier", Content.TEXT, 10),
          column("amount", "Amount (£)", Content.HUNDREDTHS, 13),
          column("pensionable", "Pensionable", Content.TEXT, 12),
          column("line_type", "Line", Content.TEXT, 11),
          column("period", "Month", Content.TEXT, 10),
          column("rule", "Rule", Content.TEXT, 10),
          column("source", "Entries", Content.TEXT, 20),
          column("note", "How it came about", Content.TEXT, 90));

  private static final List<Column> ELEMENTS =
      List.of(
          Column.beside("Element", Content.TEXT, 26),
          Column.beside("Lines", Content.WHOLE_NUMBER, 12),
          Column.beside("Units", Content.HUNDREDTHS, 14),
          Column.beside("Amount (£)", Content.HUNDREDTHS, 16),
          Column.beside("Month before (£)", Content.HUNDREDTHS, 18),
          Column.beside("Change (£)", Content.HUNDREDTHS, 16));

  private static final List<Column> UNITS =
      List.of(
          Column.beside("Unit of the force", Content.TEXT, 30),
          Column.beside("Element", Content.TEXT, 26),
          Column.beside("Lines", Content.WHOLE_NUMBER, 12),
          Column.beside("Units", Content.HUNDREDTHS, 14),
          Column.beside("Amount (£)", Content.HUNDREDTHS, 16));

  private static final List<Column> CHANGES =
      List.of(
          Column.beside("Officer", Content.TEXT, 12),
          Column.beside("Name", Content.TEXT, 22),
          Column.beside("Unit of the force", Content.TEXT, 22),
          Column.beside("Element", Content.TEXT, 26),
          Column.beside("Month before (£)", Content.HUNDREDTHS, 18),
          Column.beside("Amount (£)", Content.HUNDREDTHS, 16),
          Column.beside("Change (£)", Content.HUNDREDTHS, 16));

  private PayrollWorkbook() {}

  private static Column column(String name, String title, Content content, int width) {
    return new Column(CsvFile.PAYROLL.column(name), title, content, width);
  }

  /**
   * Writes the workbook beside payroll.csv.
   *
   * @param unpublished the folder of the officers' names and units
   */
  public static void write(Path out, Path unpublished, Manifest.Run run, PayrollFigures figures)
      throws IOException {
    write(out, unpublished, run, figures, WorkbookTable.MOST_ROWS);
  }

  static void write(
      Path out, Path unpublished, Manifest.Run run, PayrollFigures figures, int mostRows)
      throws IOException {
    Workbooks.write(
        out.resolve(FILE_NAME),
        LocalDate.ofEpochDay(run.runDate()),
        workbook -> {
          try (WorkbookTable table = new WorkbookTable(workbook, "Lines", LINES, mostRows)) {
            lines(table, out, unpublished, run);
          }
          try (WorkbookTable table = new WorkbookTable(workbook, "Elements", ELEMENTS)) {
            elements(table, figures.elements());
          }
          units(workbook, figures.units());
          changes(workbook, figures);
        });
  }

  private static void lines(WorkbookTable table, Path out, Path unpublished, Manifest.Run run)
      throws IOException {
    try (ByOfficer lines = ByOfficer.open(out, CsvFile.PAYROLL);
        ShownOfficers officers = ShownOfficers.open(unpublished, run.policy())) {
      while (!lines.isAtEnd()) {
        ShownOfficer officer = officers.of(lines.officerId());
        while (lines.isAt(officer.officerId())) {
          table.nextRow();
          table.fill(lines.row());
          long day = LocalDate.parse(lines.row().word(WORK_DATE)).toEpochDay();
          table.text(NAME_CELL, CsvBytes.safe(officer.name()));
          table.text(UNIT_CELL, CsvBytes.safe(officer.unitOn(day)));
          lines.next();
        }
      }
    }
  }

  private static void elements(
      WorkbookTable table, SortedMap<String, PayrollFigures.Tally> elements) throws IOException {
    for (Map.Entry<String, PayrollFigures.Tally> element : elements.entrySet()) {
      PayrollFigures.Tally tally = element.getValue();
      table.nextRow();
      table.text(0, element.getKey());
      numbers(
          table,
          1,
          tally.lines(),
          tally.unitsHundredths(),
          tally.pence(),
          tally.penceBefore(),
          tally.change());
    }
  }

  private static void units(Workbook workbook, SortedMap<String, PayrollFigures.Unit> units)
      throws IOException {
    try (WorkbookTable table = new WorkbookTable(workbook, "Units", UNITS)) {
      for (Map.Entry<String, PayrollFigures.Unit> unit : units.entrySet()) {
        for (Map.Entry<String, PayrollFigures.Tally> element :
            unit.getValue().elements().entrySet()) {
          PayrollFigures.Tally tally = element.getValue();
          table.nextRow();
          table.text(0, CsvBytes.safe(unit.getKey()));
          table.text(1, element.getKey());
          numbers(table, 2, tally.lines(), tally.unitsHundredths(), tally.pence());
        }
      }
    }
  }

  private static void changes(Workbook workbook, PayrollFigures figures) throws IOException {
    try (WorkbookTable table = new WorkbookTable(workbook, "Changes", CHANGES)) {
      for (PayrollFigures.Change change : figures.changes().inOrder()) {
        table.nextRow();
        table.text(0, CsvBytes.safe(change.officer().officerId()));
        table.text(1, CsvBytes.safe(change.officer().name()));
        table.text(2, CsvBytes.safe(change.officer().unit()));
        table.text(3, change.element());
        numbers(table, 4, change.penceBefore(), change.pence(), change.change());
      }
    }
  }

  private static void numbers(WorkbookTable table, int first, long... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      table.number(first + i, numbers[i]);
    }
  }
}
