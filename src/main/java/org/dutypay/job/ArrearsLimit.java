package org.dutypay.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.Element;
import org.dutypay.rules.Underpayments;

/**
 * How far back arrears of holiday pay are proposed, by the policy's {@code arrears-limit} (rulebook
 * 14, Bear Scotland): other pay and recoveries are never limited by it.
 */
final class ArrearsLimit {

  private static final int MONTHS_OF_A_BREAK = 3;
  private static final int YEARS = 2;

  private final String limit;
  private final long twoYearsBefore;
  private final Map<String, TreeSet<Long>> underpaid = new HashMap<>();
  private final Map<String, Long> lastSeriesFrom = new HashMap<>();

  private ArrearsLimit(String limit, long twoYearsBefore) {
    this.limit = limit;
    this.twoYearsBefore = twoYearsBefore;
  }

  /**
   * @param limit {@code NONE}, {@code TWO_YEARS} or {@code SERIES_3_MONTHS}
   * @param claimDate epoch day
   */
  static ArrearsLimit of(String limit, long claimDate) {
    return new ArrearsLimit(limit, LocalDate.ofEpochDay(claimDate).minusYears(YEARS).toEpochDay());
  }

  /** Takes a row into account; every row before any is asked about. */
  void see(ArrearsRow row) {
    if (isLimited(row) && limit.equals("SERIES_3_MONTHS")) {
      underpaid.computeIfAbsent(row.officerId(), officer -> new TreeSet<>()).add(row.workDate());
    }
  }

  boolean allows(ArrearsRow row) {
    if (!isLimited(row)) {
      return true;
    }
    return switch (limit) {
      case "TWO_YEARS" -> row.workDate() >= twoYearsBefore;
      case "SERIES_3_MONTHS" -> isInLastSeries(row);
      default -> true;
    };
  }

  private static boolean isLimited(ArrearsRow row) {
    return row.element() == Element.HOLIDAY_PAY && row.differencePence() >= 0;
  }

  /** Whether no break of more than three months lies between it and the last underpayment. */
  private boolean isInLastSeries(ArrearsRow row) {
    return row.workDate()
        >= lastSeriesFrom.computeIfAbsent(
            row.officerId(),
            officer ->
                new Underpayments(
                        underpaid.getOrDefault(officer, new TreeSet<>()), MONTHS_OF_A_BREAK)
                    .lastSeriesFrom());
  }
}
