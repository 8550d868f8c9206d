package org.dutypay.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Wall-clock times of Europe/London as minutes since 1970 in elapsed time, so that every difference
 * of two of them is the length that was really worked (rulebook 1). The clocks of a year change
 * twice, so two numbers a year say everything.
 */
public final class London {

  private static final int MINUTES_OF_A_DAY = 1440;
  private static final int SUMMER_TIME = 60;

  /** From this year on the clocks have changed by one hour, twice a year. */
  private static final int FIRST_YEAR = 1972;

  private static final int LAST_YEAR = 2199;
  private static final long[] FORWARD = new long[LAST_YEAR - FIRST_YEAR + 1];
  private static final long[] BACK = new long[LAST_YEAR - FIRST_YEAR + 1];
  private static final long[] YEAR_STARTS = new long[LAST_YEAR - FIRST_YEAR + 2];

  static {
    ZoneRules rules = ZoneId.of("Europe/London").getRules();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      Instant newYear = LocalDate.of(year, 1, 1).atStartOfDay(ZoneId.of("UTC")).toInstant();
      ZoneOffsetTransition forward = rules.nextTransition(newYear);
      ZoneOffsetTransition back = rules.nextTransition(forward.getInstant());
      FORWARD[year - FIRST_YEAR] = forward.toEpochSecond() / 60;
      BACK[year - FIRST_YEAR] = back.toEpochSecond() / 60;
    }
    for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
      YEAR_STARTS[year - FIRST_YEAR] = LocalDate.of(year, 1, 1).toEpochDay() * MINUTES_OF_A_DAY;
    }
  }

  private London() {}

  /**
   * The minute at which the wall clock shows a time; in the repeated hour of October the first
   * pass, and for a time skipped in March the minute that long after the change.
   *
   * @param date epoch day
   * @param minuteOfDay wall-clock minute of the day
   */
  public static long minute(long date, int minuteOfDay) {
    long wall = date * MINUTES_OF_A_DAY + minuteOfDay;
    return isSummer(wall - SUMMER_TIME) ? wall - SUMMER_TIME : wall;
  }

  /** Whether the clocks skip this time in March, so that it does not exist. */
  public static boolean isSkipped(long date, int minuteOfDay) {
    long wall = date * MINUTES_OF_A_DAY + minuteOfDay;
    return isSummer(wall) && !isSummer(wall - SUMMER_TIME);
  }

  /** How far the wall clock is ahead of UTC, in minutes: 0 or 60. */
  public static int offset(long minute) {
    return isSummer(minute) ? SUMMER_TIME : 0;
  }

  /** The calendar day of a minute on the wall clock, as an epoch day. */
  public static long date(long minute) {
    return Math.floorDiv(minute + offset(minute), MINUTES_OF_A_DAY);
  }

  /** The wall-clock minute of the day. */
  public static int minuteOfDay(long minute) {
    return Math.floorMod(minute + offset(minute), MINUTES_OF_A_DAY);
  }

  /**
   * Whether the wall clock gives another length than has elapsed, because the clocks change between
   * two minutes.
   */
  public static boolean changesBetween(long start, long end) {
    return offset(start) != offset(end);
  }

  /**
   * A minute as files carry it, {@code 2024-01-31T22:00}; in the second pass of October's repeated
   * hour the offset tells it from the first.
   */
  public static String text(long minute) {
    long date = date(minute);
    int minuteOfDay = minuteOfDay(minute);
    String offset = minute(date, minuteOfDay) == minute ? "" : "+00:00";
    return LocalDate.ofEpochDay(date) + "T" + time(minuteOfDay) + offset;
  }

  /** A minute of the day as files carry it, {@code 22:00}. */
  public static String time(int minuteOfDay) {
    int hours = minuteOfDay / 60;
    int minutes = minuteOfDay % 60;
    return (hours < 10 ? "0" : "") + hours + (minutes < 10 ? ":0" : ":") + minutes;
  }

  private static boolean isSummer(long minute) {
    int year = yearIndex(minute);
    return year >= 0 && minute >= FORWARD[year] && minute < BACK[year];
  }

  private static int yearIndex(long minute) {
    int guess = (int) Math.floorDiv((minute - YEAR_STARTS[0]) * 400L, 146_097L * MINUTES_OF_A_DAY);
    if (guess < 0 || guess >= FORWARD.length) {
      return -1;
    }
    if (minute >= YEAR_STARTS[guess + 1]) {
      guess++;
    } else if (minute < YEAR_STARTS[guess]) {
      guess--;
    }
    return guess < FORWARD.length ? guess : -1;
  }
}
