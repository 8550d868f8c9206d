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

    private Total plus(Total more) {
      return new Total(
          lines + more.lines,
          Math.addExact(unitsHundredths, more.unitsHundredths),
          Math.addExact(amountPence, more.amountPence));
    }
  }

  private static final int ELEMENT = CsvFile.PAYROLL.column("element");
  private static final int UNITS = CsvFile.PAYROLL.column("units");
  private static final int AMOUNT = CsvFile.PAYROLL.column("amount");

  private final Map<String, Total> byElement = new TreeMap<>();

  PayrollTotals() {}

  /** Adds the line of payroll.csv on which these rows stand. */
  void add(CsvRows payroll) throws IOException {
    add(payroll.word(ELEMENT), new Total(1, payroll.digits(UNITS), payroll.digits(AMOUNT)));
  }

  /** Adds the line of payroll-totals.csv on which these rows stand. */
  void addTotal(CsvRows totals) throws IOException {
    add(totals.text(0), new Total(totals.digits(1), totals.digits(2), totals.digits(3)));
  }

  private void add(String element, Total total) {
    byElement.put(element, byElement.getOrDefault(element, Total.NOTHING).plus(total));
  }

  /** Adds up the folder's payroll.csv and writes payroll-totals.csv beside it. */
  static void write(Path out) throws IOException {
    PayrollTotals totals = new PayrollTotals();
    try (CsvRows payroll =
        CsvRows.open(out, CsvFile.PAYROLL.fileName(), CsvFile.PAYROLL.header())) {
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

  /** What all elements come to, in pence. */
  public long amountPence() {
    long pence = 0;
    for (Total total : byElement.values()) {
      pence = Math.addExact(pence, total.amountPence);
    }
    return pence;
  }

  /** The totals by the element's name, in the order of names. */
  public Map<String, Total> byElement() {
    return byElement;
  }
}
