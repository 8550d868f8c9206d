package org.dutypay.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.dutypay.duty.DayType;

/**
 * What every invented officer is planned to do on any day: the pattern, and leave, sickness and
 * public holidays over it.
 */
final class InventedRoster {

  /** Leave and sickness are looked at once in so many days. */
  private static final int PERIOD = 40;

  private static final int LATEST_START = 30;
  private static final int LONGEST_RUN = 14;
  private static final int DAYS_PUBLISHED_AT_ONCE = 28;
  private static final int DAYS_PUBLISHED_AHEAD = 45;

  private final Dice dice;
  private final Set<Long> publicHolidays;
  private final Map<DayType, PlannedDay> withoutTimes = new EnumMap<>(DayType.class);

  InventedRoster(Dice dice, Set<Long> publicHolidays) {
    this.dice = dice;
    this.publicHolidays = Set.copyOf(publicHolidays);
    for (DayType type : DayType.values()) {
      withoutTimes.put(type, PlannedDay.without(type));
    }
  }

  /**
   * The day on which the roster for a date was published, as an epoch day: 45 to 72 days before.
   */
  static long publishedOn(long date) {
    return date - Math.floorMod(date, DAYS_PUBLISHED_AT_ONCE) - DAYS_PUBLISHED_AHEAD;
  }

  PlannedDay day(Officer officer, long date) {
    if (officer.longAbsence() != null) {
      return withoutTimes(officer.longAbsence());
    }
    PlannedDay pattern = officer.pattern().day(officer.team(), date);
    if (publicHolidays.contains(date)) {
      return isSick(officer, date) ? withoutTimes(DayType.SICK) : holiday(pattern);
    }
    if (pattern.type() != DayType.DUTY) {
      return pattern;
    }
    if (isOnLeave(officer, date)) {
      return off(officer, pattern, DayType.ANNUAL_LEAVE);
    }
    if (isSick(officer, date)) {
      return off(officer, pattern, DayType.SICK);
    }
    if (dice.happens(Chance.TOIL_TAKEN, officer.index(), date)) {
      return off(officer, pattern, DayType.TOIL_TAKEN);
    }
    return dice.happens(Chance.LIEU_DAY, officer.index(), date)
        ? withoutTimes(DayType.LIEU_DAY)
        : pattern;
  }

  /** Whether the officer turns up for the planned tour. */
  boolean isWorked(Officer officer, long date, PlannedDay planned) {
    return switch (planned.type()) {
      case DUTY -> true;
      case PUBLIC_HOLIDAY ->
          planned.hasTimes()
              && dice.below(100, Chance.HOLIDAY_WORKED, officer.index(), date)
                  < (officer.posting().neverCloses ? 85 : 8);
      default -> false;
    };
  }

  /** Whether a day off lies in an unbroken run of days off that holds annual leave. */
  boolean isBesideLeave(Officer officer, long date) {
    return reachesLeave(officer, date, 1) || reachesLeave(officer, date, -1);
  }

  private boolean reachesLeave(Officer officer, long date, int step) {
    for (int i = 1; i <= LONGEST_RUN; i++) {
      switch (day(officer, date + (long) i * step).type()) {
        case ANNUAL_LEAVE -> {
          return true;
        }
        case REST_DAY, FREE_DAY, PUBLIC_HOLIDAY, TOIL_TAKEN -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private boolean isOnLeave(Officer officer, long date) {
    return isIn(officer, date, Chance.LEAVE, Chance.LEAVE_START, Chance.LEAVE_LENGTH, 10);
  }

  private boolean isSick(Officer officer, long date) {
    return isIn(officer, date, Chance.SICKNESS, Chance.SICKNESS_START, Chance.SICKNESS_LENGTH, 5);
  }

  /** Whether a date lies in the one spell that a period may hold. */
  private boolean isIn(
      Officer officer, long date, Chance spell, Chance start, Chance length, int longest) {
    long period = Math.floorDiv(date + officer.index(), PERIOD);
    if (!dice.happens(spell, officer.index(), period)) {
      return false;
    }
    int day =
        Math.floorMod(date + officer.index(), PERIOD)
            - dice.below(LATEST_START, start, officer.index(), period);
    return day >= 0 && day <= dice.below(longest, length, officer.index(), period);
  }

  private PlannedDay holiday(PlannedDay pattern) {
    return pattern.hasTimes()
        ? pattern.as(DayType.PUBLIC_HOLIDAY)
        : withoutTimes(DayType.PUBLIC_HOLIDAY);
  }

  /** A day off counts a fifth of the week, unless the roster gives its times. */
  private PlannedDay off(Officer officer, PlannedDay tour, DayType type) {
    return officer.isPartTime() || officer.pattern().isVariable()
        ? tour.as(type)
        : withoutTimes(type);
  }

  private PlannedDay withoutTimes(DayType type) {
    return withoutTimes.getOrDefault(type, PlannedDay.REST);
  }
}
