package org.dutypay.duty;

import java.util.List;

/** The force days of one officer, by date. */
public final class Days {

  private final long first;
  private final Day[] days;
  private final List<Day> rostered;

  /**
   * @param rostered by date, one a date
   */
  public Days(List<Day> rostered) {
    this.rostered = List.copyOf(rostered);
    first = rostered.isEmpty() ? 0 : rostered.getFirst().date();
    days = new Day[rostered.isEmpty() ? 0 : (int) (rostered.getLast().date() - first + 1)];
    for (Day day : rostered) {
      days[(int) (day.date() - first)] = day;
    }
  }

  /** The day of a date; where there is no roster row, a day that says so. */
  public Day on(long date) {
    long index = date - first;
    Day day = index >= 0 && index < days.length ? days[(int) index] : null;
    return day == null ? Day.unrostered(date) : day;
  }

  /** Every day that has a roster row, by date. */
  public List<Day> rostered() {
    return rostered;
  }
}
