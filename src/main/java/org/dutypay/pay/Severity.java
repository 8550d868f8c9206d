package org.dutypay.pay;

/** What an exception means for pay (rulebook 17). */
public enum Severity {
  /** The row could not be read or used at all. */
  REJECTED,
  /** The line is held back, everything else is paid. */
  BLOCKING,
  /** Paid; someone should look. */
  WARNING,
  /** For the record. */
  INFO
}
