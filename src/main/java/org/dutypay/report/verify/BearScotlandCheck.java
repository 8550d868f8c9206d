package org.dutypay.report.verify;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Whether a Bear Scotland reconciliation's tables fit together. */
final class BearScotlandCheck {

  /** Pence of difference by officer and method. */
  private final Map<String, Long> days = new TreeMap<>();

  private final Map<String, Long> officers = new TreeMap<>();

  /** The same by method. */
  private final Map<String, Long> officersByMethod = new TreeMap<>();

  private final Map<String, Long> totals = new TreeMap<>();

  void row(Layout layout, Cells row, Predicate<LocalDate> isInRange) {
    long difference = row.number("difference", 2);
    row.expect(
        difference == row.number("amount", 2) - row.number("paid", 2),
        "difference",
        "is not the amount less what was paid");
    String method = row.text("method");
    if (layout == Layout.BEAR_SCOTLAND_TOTALS) {
      totals.merge(method, difference, Long::sum);
      return;
    }
    String officer = row.text("officer_id") + " " + method;
    if (layout == Layout.BEAR_SCOTLAND) {
      row.date("date")
          .ifPresent(
              date -> row.expect(isInRange.test(date), "date", "is outside the range of the run"));
      long applied = row.number("applied", 2);
      row.expect(
          applied == difference || (applied == 0 && difference > 0),
          "applied",
          "is neither the difference nor an underpayment cut off");
      days.merge(officer, difference, Long::sum);
    } else {
      officers.merge(officer, difference, Long::sum);
      officersByMethod.merge(method, difference, Long::sum);
    }
  }

  /** Compares each table with the one that it is added up from. */
  void conclude(Findings findings) {
    ComparisonCheck.compare(
        days, officers, findings.check("bear-scotland-officers.csv against bear-scotland.csv"));
    ComparisonCheck.compare(
        officersByMethod,
        totals,
        findings.check("bear-scotland-totals.csv against bear-scotland-officers.csv"));
  }
}
