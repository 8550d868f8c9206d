package org.dutypay.report;

import org.dutypay.pay.PayException;

/**
 * Where the matters of this run stand in the memory of exceptions. Asked by several partitions at
 * once.
 */
@FunctionalInterface
public interface ExceptionStanding {

  Standing of(PayException exception);

  /** Every matter is new, as on a fresh database. */
  static ExceptionStanding firstSeenOn(long runDate) {
    Standing unseen = new Standing(Status.NEW, runDate, "");
    return exception -> unseen;
  }

  /**
   * How one matter stands.
   *
   * @param firstSeen run date of its first night, as an epoch day
   * @param changed what is otherwise than when somebody decided, in words; empty where it was not
   *     reopened
   */
  record Standing(Status status, long firstSeen, String changed) {}

  /** What has become of a matter so far (contract 3). */
  enum Status {
    NEW,
    OPEN,
    REOPENED,
    RELEASED,
    REFUSED,
    ACKNOWLEDGED
  }
}
