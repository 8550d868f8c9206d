package org.dutypay.pay;

/** What the units of a line count. */
public enum Unit {
  HOURS,
  DAYS,
  NIGHTS,
  MONTHS,
  MILES,
  EACH
}
