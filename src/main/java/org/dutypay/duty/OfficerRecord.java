package org.dutypay.duty;

import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.Length;
import org.jspecify.annotations.Nullable;

/**
 * What an officer was from one day to another: one row of officers.csv.
 *
 * @param line line in officers.csv
 * @param from first epoch day
 * @param to last epoch day, inclusive; {@code Long.MAX_VALUE} = open
 * @param rank one of the four federated ranks
 * @param weeklyHoursTenThousandths determined weekly hours × 10,000: above 0, at most 400,000
 * @param serviceStart epoch day, {@link None#NONE} = not given
 * @param qualifiedFor the rank the officer is qualified for, null = none
 */
public record OfficerRecord(
    int line,
    long from,
    long to,
    String name,
    String unit,
    Rank rank,
    String payScale,
    String payPoint,
    int weeklyHoursTenThousandths,
    boolean variableShifts,
    long serviceStart,
    @Nullable Rank qualifiedFor,
    boolean london,
    boolean wtrOptOut) {

  /** 40 hours a week × 10,000. */
  public static final int FULL_TIME = 400_000;

  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final int WORKING_DAYS = 5;

  public OfficerRecord {
    if (weeklyHoursTenThousandths <= 0 || weeklyHoursTenThousandths > FULL_TIME) {
      throw new IllegalArgumentException(
          "Weekly hours are above 0 and at most 40, not " + weeklyHoursTenThousandths / 10_000.0);
    }
  }

  public boolean covers(long date) {
    return date >= from && date <= to;
  }

  /** Less than 40 hours a week. */
  public boolean isPartTime() {
    return weeklyHoursTenThousandths < FULL_TIME;
  }

  /** Whether the qualification for promotion covers a rank. */
  public boolean isQualifiedFor(Rank rank) {
    return qualifiedFor != null && qualifiedFor.isAtLeast(rank);
  }

  /** A full-time amount × weekly hours ÷ 40. */
  public ExactAmount proRata(ExactAmount fullTime) {
    return fullTime.times(weeklyHoursTenThousandths, FULL_TIME);
  }

  /** Weekly hours ÷ 5: the value of a day off that has no times of its own. */
  public Length fifthOfTheWeek() {
    return new Length((long) weeklyHoursTenThousandths * MINUTES_OF_AN_HOUR / WORKING_DAYS);
  }

  /**
   * 40 hours less the weekly hours: what is paid at plain time before any overtime (rulebook 5.2).
   */
  public Length headroom() {
    return new Length((long) (FULL_TIME - weeklyHoursTenThousandths) * MINUTES_OF_AN_HOUR);
  }
}
