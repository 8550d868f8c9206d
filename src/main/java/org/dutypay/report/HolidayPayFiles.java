package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** payroll.csv and payroll-totals.csv of holiday pay, written and read back. */
public final class HolidayPayFiles {

  private HolidayPayFiles() {}

  /**
   * Merges the part files.
   *
   * @param merged the folder for what is not published
   */
  public static void write(Path parts, Path merged, Path out) throws IOException {
    Files.createDirectories(merged);
    Assembly.write(parts, HolidayPayPart.FILES, merged);
    String payroll = CsvFile.PAYROLL.fileName();
    Files.move(merged.resolve(payroll), out.resolve(payroll), StandardCopyOption.REPLACE_EXISTING);
    PayrollTotals.write(out);
  }

  /**
   * What the written files hold.
   *
   * @param problems one sentence for each thing that does not fit
   */
  public record Written(List<OutputFile> files, PayrollTotals payroll, List<String> problems) {}

  /** Reads the written files back. */
  public static Written read(Path out) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    PayrollTotals payroll = new PayrollTotals();
    PayrollTotals totals = new PayrollTotals();
    files.add(
        Results.read(
            out, CsvFile.PAYROLL, payroll::add, () -> OptionalLong.of(payroll.amountPence())));
    files.add(
        Results.read(
            out,
            PayrollTotals.FILE_NAME,
            PayrollTotals.HEADER,
            totals::addTotal,
            () -> OptionalLong.of(totals.amountPence())));
    List<String> problems =
        payroll.byElement().equals(totals.byElement())
            ? List.of()
            : List.of(PayrollTotals.FILE_NAME + " does not hold what payroll.csv adds up to.");
    return new Written(files, payroll, problems);
  }

  /** What became of the input rows, from the merged account. */
  public static Map<String, RowCounts> account(Path merged) throws IOException {
    return RowCounts.read(merged, CsvFile.ROWS);
  }
}
