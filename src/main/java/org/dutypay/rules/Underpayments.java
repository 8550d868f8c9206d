package org.dutypay.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A series of underpayments and its breaks: rulebook 14. That a break ends a series is the rule of
 * 2014 which Agnew set aside in 2023; it is shown, and applied only where a force asks for it.
 */
public final class Underpayments {

  private final NavigableSet<Long> days;
  private final int breakMonths;

  /**
   * @param days work dates with an underpayment
   * @param breakMonths a break is longer than so many months
   */
  public Underpayments(NavigableSet<Long> days, int breakMonths) {
    this.days = new TreeSet<>(days);
    this.breakMonths = breakMonths;
  }

  /** Whether an underpaid day is the first after a break. */
  boolean followBreak(long day) {
    Long before = days.lower(day);
    return days.contains(day)
        && before != null
        && LocalDate.ofEpochDay(before).plusMonths(breakMonths).toEpochDay() < day;
  }

  /** The underpaid days that are the first after a break, in order. */
  public List<Long> daysAfterBreak() {
    return days.stream().filter(this::followBreak).toList();
  }

  /** The first day of the unbroken series that ends with the last underpayment. */
  public long lastSeriesFrom() {
    List<Long> afterBreak = daysAfterBreak();
    if (!afterBreak.isEmpty()) {
      return afterBreak.getLast();
    }
    return days.isEmpty() ? Long.MIN_VALUE : days.first();
  }
}
