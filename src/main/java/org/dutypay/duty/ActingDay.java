package org.dutypay.duty;

import org.jspecify.annotations.Nullable;

/**
 * One row of acting.csv: an officer in a higher rank on one force day, or, on a temporary basis, up
 * to {@code to}.
 *
 * @param to last epoch day of a temporary basis; the same as {@code date} where one day is meant
 * @param hoursTenThousandths hours acted × 10,000, {@link None#NONE} = not given
 * @param authorisedByRank null = not given
 * @param claimedOn epoch day, {@link None#NONE} = not claimed
 * @param payPoint point of the higher scale named instead of the lowest, empty = none
 * @param authorisedBy who authorised it, empty = not given
 */
public record ActingDay(
    int line,
    long date,
    long to,
    Rank actingRank,
    Basis basis,
    long hoursTenThousandths,
    boolean wholeTour,
    @Nullable Rank authorisedByRank,
    boolean pacePowers,
    boolean custody,
    long claimedOn,
    boolean nonPensionableDifference,
    String payPoint,
    String authorisedBy) {

  /** On what terms the higher rank is held (rulebook 11). */
  public enum Basis {
    ACTING,
    TEMPORARY_SALARY,
    TEMPORARY_PROMOTION
  }
}
