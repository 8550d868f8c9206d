package org.dutypay.feed;

import java.time.LocalDate;
import org.dutypay.duty.London;

/**
 * Dates, times and moments cut straight from bytes: {@code LocalDate.parse} would cost more than
 * all the rest of a row.
 */
final class Dates {

  /** Not a date, time or moment, or one that does not exist. */
  static final int UNREADABLE = Integer.MIN_VALUE;

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2199;

  /** The first and last year of moments: rosters and bookings outside them are mistakes. */
  static final int FIRST_YEAR_OF_DUTY = 1990;

  static final int LAST_YEAR_OF_DUTY = 2109;
  static final int FIRST_DAY_OF_DUTY = (int) LocalDate.of(FIRST_YEAR_OF_DUTY, 1, 1).toEpochDay();
  static final int LAST_DAY_OF_DUTY = (int) LocalDate.of(LAST_YEAR_OF_DUTY, 12, 31).toEpochDay();

  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 5;
  private static final int MOMENT_LENGTH = 16;
  private static final int OFFSET_LENGTH = 6;
  private static final int MINUTES_OF_A_DAY = 1440;
  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final byte CHANGES = -1;

  /** The epoch day before the first of each month. */
  private static final int[] MONTHS = new int[(LAST_YEAR - FIRST_YEAR + 1) * 12 + 1];

  /** How far the clock of a day is ahead of UTC, in minutes, or {@link #CHANGES}. */
  private static final byte[] CLOCKS = new byte[LAST_DAY_OF_DUTY - FIRST_DAY_OF_DUTY + 1];

  static {
    for (int month = 0; month < MONTHS.length; month++) {
      MONTHS[month] = (int) LocalDate.of(FIRST_YEAR, 1, 1).plusMonths(month).toEpochDay() - 1;
    }
    for (int day = 0; day < CLOCKS.length; day++) {
      long date = (long) FIRST_DAY_OF_DUTY + day;
      int first = London.offset(London.minute(date, 0));
      int last = London.offset(London.minute(date, MINUTES_OF_A_DAY - 1));
      CLOCKS[day] = first == last ? (byte) first : CHANGES;
    }
  }

  private Dates() {}

  /** The epoch day of {@code 2024-01-31}. */
  static int date(byte[] bytes, int from, int to) {
    if (to - from != DATE_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return UNREADABLE;
    }
    int year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2);
    int month = twoDigits(bytes, from + 5) - 1;
    int day = twoDigits(bytes, from + 8);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 11 || day < 1) {
      return UNREADABLE;
    }
    int index = (year - FIRST_YEAR) * 12 + month;
    int date = MONTHS[index] + day;
    return date <= MONTHS[index + 1] ? date : UNREADABLE;
  }

  /** The minute of the day of {@code 22:00}. */
  static int time(byte[] bytes, int from, int to) {
    if (to - from != TIME_LENGTH || bytes[from + 2] != ':') {
      return UNREADABLE;
    }
    int hour = twoDigits(bytes, from);
    int minute = twoDigits(bytes, from + 3);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59
        ? UNREADABLE
        : hour * MINUTES_OF_AN_HOUR + minute;
  }

  /**
   * The minute, as {@link London} counts them, of {@code 2024-01-31T22:00} on London's wall clock.
   * An offset may follow and must be London's own at that time; without one a repeated time is its
   * first pass. A time that the clocks skip is unreadable.
   */
  static int moment(byte[] bytes, int from, int to) {
    if (to - from < MOMENT_LENGTH || bytes[from + DATE_LENGTH] != 'T') {
      return UNREADABLE;
    }
    int date = date(bytes, from, from + DATE_LENGTH);
    int time = time(bytes, from + DATE_LENGTH + 1, from + MOMENT_LENGTH);
    if (date < FIRST_DAY_OF_DUTY || date > LAST_DAY_OF_DUTY || time == UNREADABLE) {
      return UNREADABLE;
    }
    int wall = date * MINUTES_OF_A_DAY + time;
    int clock = CLOCKS[date - FIRST_DAY_OF_DUTY];
    if (to - from == MOMENT_LENGTH) {
      if (clock != CHANGES) {
        return wall - clock;
      }
      return London.isSkipped(date, time) ? UNREADABLE : (int) London.minute(date, time);
    }
    int offset = offset(bytes, from + MOMENT_LENGTH, to);
    return offset != UNREADABLE && London.offset(wall - offset) == offset
        ? wall - offset
        : UNREADABLE;
  }

  /** What is wrong with a moment that cannot be read, as the rest of a sentence. */
  static String problemOfMoment(byte[] bytes, int from, int to) {
    String notOne = " is not a date and time such as 2024-01-31T22:00";
    if (to - from < MOMENT_LENGTH || bytes[from + DATE_LENGTH] != 'T') {
      return notOne;
    }
    int date = date(bytes, from, from + DATE_LENGTH);
    int time = time(bytes, from + DATE_LENGTH + 1, from + MOMENT_LENGTH);
    if (date == UNREADABLE || time == UNREADABLE) {
      return notOne;
    }
    if (date < FIRST_DAY_OF_DUTY || date > LAST_DAY_OF_DUTY) {
      return " is not in the years " + FIRST_YEAR_OF_DUTY + " to " + LAST_YEAR_OF_DUTY;
    }
    if (isSkipped(date, time)) {
      return " does not exist, since the clocks went forward";
    }
    boolean offset = "+-Z".indexOf(bytes[from + MOMENT_LENGTH]) >= 0;
    return offset ? " has an offset that London does not have then; write it without one" : notOne;
  }

  /** Whether the clocks skip this time of the day. */
  static boolean isSkipped(int date, int time) {
    return date >= FIRST_DAY_OF_DUTY
        && date <= LAST_DAY_OF_DUTY
        && CLOCKS[date - FIRST_DAY_OF_DUTY] == CHANGES
        && London.isSkipped(date, time);
  }

  private static int offset(byte[] bytes, int from, int to) {
    if (to - from == 1 && bytes[from] == 'Z') {
      return 0;
    }
    if (to - from != OFFSET_LENGTH || bytes[from] != '+') {
      return UNREADABLE;
    }
    return time(bytes, from + 1, to);
  }

  /** The number two bytes show, below −1,000,000 where one of them is no digit. */
  private static int twoDigits(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000_000 : 10 * tens + ones;
  }
}
