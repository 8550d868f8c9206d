package org.dutypay.report;

/**
 * The month that a payroll is compared with.
 *
 * @param period the closed month, such as {@code 2024-04}; empty where there is none
 * @param whyNone why there is none, in a sentence; empty where there is one
 */
public record LastPeriod(String period, String whyNone) {

  /** A month that has been closed. */
  public static LastPeriod closed(String period) {
    return new LastPeriod(period, "");
  }

  /** No month, for a reason. */
  public static LastPeriod none(String why) {
    return new LastPeriod("", why);
  }

  boolean isThere() {
    return !period.isEmpty();
  }
}
