package org.dutypay.duty;

import org.jspecify.annotations.Nullable;

/**
 * One roster row: what was planned for one officer on one force day.
 *
 * @param line line in roster.csv
 * @param date epoch day of the force day
 * @param startsAt wall-clock minute of calendar day {@code date}, {@link #NO_TIME} = no times
 * @param endsAt wall-clock minute; not after {@code startsAt} = on the next calendar day
 * @param publishedOn epoch day, {@link None#NONE} = not given
 * @param lieuOf the type a day in lieu stands for, null unless the row or its original type is a
 *     day in lieu
 * @param originalDayType what the published roster said, null where nothing was changed
 * @param changedOn epoch day, {@link None#NONE} where nothing was changed
 */
public record RosterDay(
    int line,
    long date,
    DayType dayType,
    int startsAt,
    int endsAt,
    long publishedOn,
    @Nullable DayType lieuOf,
    @Nullable DayType originalDayType,
    long changedOn) {

  public static final int NO_TIME = -1;

  public boolean hasTimes() {
    return startsAt != NO_TIME;
  }

  /** The minute at which the rostered times start. */
  public long start() {
    return London.minute(date, startsAt);
  }

  /** The minute at which the rostered times end; equal times are 24 hours on the clock. */
  public long end() {
    return London.minute(endsAt > startsAt ? date : date + 1, endsAt);
  }

  /** The same row without times, as a day that has no tour whatever the row says. */
  public RosterDay withoutTimes() {
    return hasTimes()
        ? new RosterDay(
            line, date, dayType, NO_TIME, NO_TIME, publishedOn, lieuOf, originalDayType, changedOn)
        : this;
  }
}
