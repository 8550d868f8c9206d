package org.dutypay.duty;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The force's calendar: when its days, weeks and leave years start (rulebook 1). Days are epoch
 * days, moments are minutes of {@link London}.
 */
public final class ForceDays {

  private static final long FIRST = LocalDate.of(1990, 1, 1).toEpochDay();
  private static final long LAST = LocalDate.of(2110, 1, 1).toEpochDay();
  private static final int DAYS_OF_A_WEEK = 7;

  /** 1970-01-01 was a Thursday. */
  private static final int EPOCH_WEEKDAY = DayOfWeek.THURSDAY.getValue();

  private final int startsAt;
  private final int weekStarts;
  private final MonthDay leaveYearStarts;
  private final long[] starts = new long[(int) (LAST - FIRST)];

  /**
   * @param startsAt wall-clock minute of the day at which a force day starts
   * @param leaveYearStarts never 29 February
   */
  public ForceDays(int startsAt, DayOfWeek weekStarts, MonthDay leaveYearStarts) {
    this.startsAt = startsAt;
    this.weekStarts = weekStarts.getValue();
    this.leaveYearStarts = leaveYearStarts;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = London.minute(FIRST + i, startsAt);
    }
  }

  /** The minute at which a force day starts. */
  public long start(long date) {
    return date >= FIRST && date < LAST
        ? starts[(int) (date - FIRST)]
        : London.minute(date, startsAt);
  }

  /** The minute at which a force day has ended. */
  public long end(long date) {
    return start(date + 1);
  }

  /** The force day that holds a minute. */
  public long of(long minute) {
    long guess = London.date(minute);
    return minute < start(guess) ? guess - 1 : guess;
  }

  /** The first day of the week that holds a force day. */
  public long week(long date) {
    return date - Math.floorMod(date + EPOCH_WEEKDAY - weekStarts, DAYS_OF_A_WEEK);
  }

  /** The last day of the week that holds a force day. */
  public long lastOfWeek(long date) {
    return week(date) + DAYS_OF_A_WEEK - 1;
  }

  /** The first day of the leave year that holds a force day. */
  public long leaveYear(long date) {
    return year(date, leaveYearStarts);
  }

  /**
   * The first day of the year that holds a day.
   *
   * @param starts when every such year starts, never 29 February
   */
  public static long year(long date, MonthDay starts) {
    LocalDate day = LocalDate.ofEpochDay(date);
    LocalDate start = starts.atYear(day.getYear());
    return (start.isAfter(day) ? starts.atYear(day.getYear() - 1) : start).toEpochDay();
  }
}
