package org.dutypay.duty;

/**
 * A chain that begins before a tour on a duty day and runs into it, and what the cut made of it
 * (rulebook 5.3).
 *
 * @param day the tour's roster day
 * @param chainStart first minute of the chain
 * @param start first minute on a duty day from which the chain is unbroken into the tour
 * @param rosteredStart first minute of the tour as rostered
 * @param informedAt when the officer was told, as the row that decided says it; {@link None#NONE} =
 *     not given
 */
public record Advance(
    Day day,
    long chainStart,
    long start,
    long rosteredStart,
    long informedAt,
    Advance.Finding finding) {

  /** What became of the tour, and what decided it. */
  public enum Finding {
    /** Not moved: the chain comes unbroken out of an earlier tour, which retains the officer. */
    OUT_OF_A_TOUR,
    /** Not moved: nobody asked for it, and it is too short to be an early start. */
    BOOKED_ON_EARLY,
    /** Not moved: what lies before the tour is on days that have their own rules. */
    OTHER_DAYS_RULE,
    /** Moved, and no more: the officer was told in due time. */
    TOLD_IN_TIME,
    /** Moved, and no more: it was begun in the tour's own force day. */
    SAME_FORCE_DAY,
    /** Moved, and no more: no tour of the earlier force day was worked to its end. */
    NO_TOUR_BEFORE,
    /** Moved, and the time before the rostered start is overtime itself. */
    WITHOUT_DUE_NOTICE
  }
}
