package org.dutypay.sample;

import org.dutypay.duty.DayType;

/**
 * What the roster plans for one officer and day.
 *
 * @param start minute of the day on the wall clock, {@link #NO_TIME} = no times
 * @param end minute after midnight of the same day, above 1,440 on the next one
 */
record PlannedDay(DayType type, int start, int end) {

  static final int NO_TIME = -1;
  static final PlannedDay REST = without(DayType.REST_DAY);

  private static final PlannedDay[] BY_LETTER = new PlannedDay['Z' + 1];

  static {
    BY_LETTER['R'] = REST;
    BY_LETTER['F'] = without(DayType.FREE_DAY);
    BY_LETTER['E'] = tour(7, 15);
    BY_LETTER['M'] = tour(8, 16);
    BY_LETTER['P'] = tour(8, 17);
    BY_LETTER['S'] = new PlannedDay(DayType.DUTY, 7 * 60, 14 * 60 + 30);
    BY_LETTER['L'] = tour(14, 22);
    BY_LETTER['V'] = tour(15, 23);
    BY_LETTER['N'] = tour(22, 31);
    BY_LETTER['D'] = tour(7, 17);
    BY_LETTER['T'] = tour(14, 24);
    BY_LETTER['K'] = tour(21, 31);
  }

  /** The day that a letter of a shift pattern stands for. */
  static PlannedDay of(char letter) {
    return BY_LETTER[letter];
  }

  static PlannedDay without(DayType type) {
    return new PlannedDay(type, NO_TIME, NO_TIME);
  }

  private static PlannedDay tour(int fromHour, int toHour) {
    return new PlannedDay(DayType.DUTY, fromHour * 60, toHour * 60);
  }

  boolean hasTimes() {
    return start != NO_TIME;
  }

  /** The same times on a day of another type. */
  PlannedDay as(DayType other) {
    return new PlannedDay(other, start, end);
  }
}
