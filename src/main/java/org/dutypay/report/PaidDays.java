package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The days for which paid-history.csv says what was paid.
 *
 * @param officers how many there are in the officers file
 * @param from first epoch day of any officer, {@code Long.MAX_VALUE} = none
 * @param to last epoch day, {@code Long.MIN_VALUE} = none
 * @param notCovered days of the ledger that could not be reckoned afresh
 */
public record PaidDays(int officers, long from, long to, long notCovered) {

  private static final int NOT_COVERED = CsvFile.PAID_DAYS.column("not_covered");

  /** What the merged file of a run says. */
  public static PaidDays read(Path merged) throws IOException {
    int officers = 0;
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    long notCovered = 0;
    try (CsvRows rows =
        CsvRows.open(merged, CsvFile.PAID_DAYS.fileName(), CsvFile.PAID_DAYS.header())) {
      while (rows.next()) {
        officers++;
        notCovered += Long.parseLong(rows.text(NOT_COVERED));
        if (!rows.isEmpty(1)) {
          from = Math.min(from, LocalDate.parse(rows.text(1)).toEpochDay());
          to = Math.max(to, LocalDate.parse(rows.text(2)).toEpochDay());
        }
      }
    }
    return new PaidDays(officers, from, to, notCovered);
  }
}
