package org.dutypay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Lines, units and pounds by element, added up from payroll.csv as it was written. */
public final class PayrollTotals {

  public static final String FILE_NAME = "payroll-totals.csv";
  public static final String HEADER = "element,lines,units,amount";

  /**
   * What one element comes to.
   *
   * @param unitsHundredths the sum of the units, in hundredths
   */
  public record Total(long lines, long unitsHundredths, long amountPence) {

    private static final Total NOTHING = new Total(0, 0, 0);

    private Total plus(long units, long amount) {
      return new Total(
          lines + 1, Math.addExact(unitsHundredths, units), Math.addExact(amountPence, amount));
    }
  }

  private static final int ELEMENT = CsvFile.PAYROLL.column("element");
  private static final int UNITS = CsvFile.PAYROLL.column("units");
  private static final int AMOUNT = CsvFile.PAYROLL.column("amount");

  private final Map<String, Total> byElement = new TreeMap<>();

  PayrollTotals() {}

  /** Adds the line on which these rows stand. */
  void add(CsvRows payroll) throws IOException {
    String element = payroll.word(ELEMENT);
    long units = payroll.digits(UNITS);
    long amount = payroll.digits(AMOUNT);
    byElement.put(element, byElement.getOrDefault(element, Total.NOTHING).plus(units, amount));
  }

  /** Adds up the folder's payroll.csv and writes payroll-totals.csv beside it. */
  static void write(Path out) throws IOException {
    PayrollTotals totals = new PayrollTotals();
    try (CsvRows payroll =
        CsvRows.open(out.resolve(CsvFile.PAYROLL.fileName()), CsvFile.PAYROLL.header())) {
      while (payroll.next()) {
        totals.add(payroll);
      }
    }
    CsvBytes csv = new CsvBytes();
    csv.word(HEADER);
    csv.endRow();
    totals.byElement.forEach(
        (element, total) -> {
          csv.word(element);
          csv.number(total.lines);
          csv.hundredths(total.unitsHundredths);
          csv.hundredths(total.amountPence);
          csv.endRow();
        });
    try (OutputStream file = Files.newOutputStream(out.resolve(FILE_NAME))) {
      file.write(csv.array(), 0, csv.length());
    }
  }

  /** The totals by the element's name, in the order of names. */
  public Map<String, Total> byElement() {
    return byElement;
  }
}
