package org.dutypay.duty;

import org.dutypay.pay.Length;
import org.jspecify.annotations.Nullable;

/**
 * One force day of one officer as the rules treat it: days in lieu, changed days and unmarked
 * holidays are already what they stand for (rulebook 4).
 *
 * @param date epoch day
 * @param row the roster row, null only where {@code kind} is {@link Kind#NO_ROSTER}
 */
public record Day(long date, Kind kind, @Nullable RosterDay row) {

  /** The rows of rulebook 4's table. */
  public enum Kind {
    DUTY,
    REST_DAY,
    FREE_DAY,
    PUBLIC_HOLIDAY,
    ANNUAL_LEAVE,
    TOIL_TAKEN,
    /** Sickness, family leave, career break, unpaid leave or suspension. */
    ABSENCE,
    NO_ROSTER;

    /** Whether an absence in the sense of rulebook 10 may hold such a day. */
    public boolean isTimeOff() {
      return switch (this) {
        case ANNUAL_LEAVE, REST_DAY, FREE_DAY, PUBLIC_HOLIDAY, TOIL_TAKEN -> true;
        case DUTY, ABSENCE, NO_ROSTER -> false;
      };
    }
  }

  public Day {
    if ((row == null) != (kind == Kind.NO_ROSTER)) {
      throw new IllegalArgumentException(
          "Day " + date + " is " + kind + " but its roster row is " + row);
    }
  }

  public static Day unrostered(long date) {
    return new Day(date, Kind.NO_ROSTER, null);
  }

  /** The roster row. */
  public RosterDay roster() {
    if (row == null) {
      throw new IllegalStateException("There is no roster row on day " + date);
    }
    return row;
  }

  /** Whether the row's times are a tour: only duty days and public holidays have one. */
  public boolean hasTour() {
    return (kind == Kind.DUTY || kind == Kind.PUBLIC_HOLIDAY) && row != null && row.hasTimes();
  }

  /**
   * The day's value: the length of its times; without them, and on rest and free days, weekly hours
   * ÷ 5 (rulebook 4).
   */
  public Length value(OfficerRecord record) {
    boolean timesCount = kind != Kind.REST_DAY && kind != Kind.FREE_DAY;
    return timesCount && row != null && row.hasTimes()
        ? Length.ofMinutes(row.end() - row.start())
        : record.fifthOfTheWeek();
  }

  /**
   * The moment that stands for an empty {@code informed_at} of duty on a changed day; {@link
   * None#NONE} elsewhere.
   */
  public long changedAt() {
    return row != null && row.originalDayType() != null && row.originalDayType().keepsProtection()
        ? London.minute(row.changedOn(), 0)
        : None.NONE;
  }
}
