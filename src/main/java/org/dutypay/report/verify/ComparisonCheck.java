package org.dutypay.report.verify;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether the tables of a comparison agree with themselves and with one another. */
final class ComparisonCheck {

  private static final Set<String> CHANGES = Set.of("GAINED", "LOST", "CHANGED");

  /** Pence of comparison.csv. */
  private final Map<String, Long> daysByElement = new TreeMap<>();

  private final Map<String, Long> daysByOfficer = new TreeMap<>();
  private final Map<String, Long> elements = new TreeMap<>();
  private final Map<String, Long> officers = new TreeMap<>();

  void row(Layout layout, Cells row, Predicate<LocalDate> isInRange) {
    if (layout == Layout.COMPARISON_EXCEPTIONS) {
      row.oneOf("change", CHANGES);
      row.oneOf("severity", FileCheck.SEVERITIES);
      row.dateOrEmpty("date").ifPresent(date -> inRange(row, "date", isInRange.test(date)));
      return;
    }
    boolean isMinutes = layout == Layout.COMPARISON_BALANCES && row.text("unit").equals("MINUTES");
    long difference = difference(row, isMinutes ? 0 : 2);
    switch (layout) {
      case COMPARISON -> {
        row.date("work_date").ifPresent(date -> inRange(row, "work_date", isInRange.test(date)));
        row.expect(difference != 0, "difference", "is none");
        add(daysByElement, row.text("element"), difference);
        add(daysByOfficer, row.text("officer_id"), difference);
      }
      case COMPARISON_ELEMENTS -> add(elements, row.text("element"), difference);
      case COMPARISON_OFFICERS -> {
        row.expect(difference != 0, "difference", "is none");
        add(officers, row.text("officer_id"), difference);
      }
      case COMPARISON_BALANCES, COMPARISON_EXCEPTIONS -> {
        // Nothing stands beside them that they would have to add up to.
      }
      case PAYROLL,
          PAYROLL_TOTALS,
          BALANCES,
          EXCEPTIONS,
          ROWS,
          RECHARGE,
          ARREARS,
          BEAR_SCOTLAND,
          BEAR_SCOTLAND_OFFICERS,
          BEAR_SCOTLAND_TOTALS ->
          throw new IllegalArgumentException(layout + " is no table of a comparison");
    }
  }

  private static long difference(Cells row, int places) {
    long difference = row.number("difference", places);
    row.expect(
        difference == row.number("amount_b", places) - row.number("amount_a", places),
        "difference",
        "is not B less A");
    return difference;
  }

  private static void inRange(Cells row, String column, boolean isInRange) {
    row.expect(isInRange, column, "is outside the range of the run");
  }

  private static void add(Map<String, Long> pence, String name, long more) {
    pence.merge(name, more, Long::sum);
  }

  /** Compares the totals by element and by officer with the days behind them. */
  void conclude(Findings findings) {
    compare(
        daysByElement, elements, findings.check("comparison-elements.csv against comparison.csv"));
    compare(
        daysByOfficer, officers, findings.check("comparison-officers.csv against comparison.csv"));
  }

  static void compare(Map<String, Long> days, Map<String, Long> totals, Findings.Check check) {
    Set<String> names = new TreeSet<>(days.keySet());
    names.addAll(totals.keySet());
    for (String name : names) {
      long ofDays = days.getOrDefault(name, 0L);
      long total = totals.getOrDefault(name, 0L);
      check.expect(
          ofDays == total,
          "%s differs by %s there, but its days add up to %s"
              .formatted(name, Decimals.pounds(total), Decimals.pounds(ofDays)));
    }
    check.end(names.size() + " rows");
  }
}
