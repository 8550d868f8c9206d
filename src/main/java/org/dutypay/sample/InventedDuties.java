package org.dutypay.sample;

import java.util.ArrayList;
import java.util.List;
import org.dutypay.duty.DayType;
import org.dutypay.duty.None;
import org.dutypay.duty.Rank;

/**
 * What every invented officer books for any day: the tour, overtime before and after it, recalls,
 * days off worked. Nobody starts a later force day with less than eleven hours of rest.
 */
final class InventedDuties {

  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;
  private static final long DAILY_REST = 11 * HOUR;
  private static final long FORCE_DAY_ENDS = DAY + 7 * HOUR;
  private static final long MOST_ADVANCED = 2 * HOUR;
  private static final int EARLIEST_BOOKING_ON = 25;
  private static final int LONGEST_RETAINED_BESIDE_LEAVE = 60;

  private final Dice dice;
  private final InventedRoster roster;
  private final long firstDate;
  private final long lastDate;
  private final boolean withExceptions;

  /**
   * @param firstDate the first day with a roster: nobody works before it
   * @param lastDate the last one: nobody works past it
   * @param withExceptions whether things happen that someone has to look at
   */
  InventedDuties(
      Dice dice, InventedRoster roster, long firstDate, long lastDate, boolean withExceptions) {
    this.dice = dice;
    this.roster = roster;
    this.firstDate = firstDate;
    this.lastDate = lastDate;
    this.withExceptions = withExceptions;
  }

  /** The rows of one roster day, in order of time. */
  List<Booking> of(Officer officer, long date, PlannedDay planned) {
    List<Booking> bookings = new ArrayList<>(2);
    if (roster.isWorked(officer, date, planned)) {
      bookTour(officer, date, planned, bookings);
    } else if (isDayOffWorked(officer, date, planned)) {
      bookings.add(dayOffWorked(officer, date, planned.type()));
    }
    long bookedOn = date + 1 + dice.below(3, Chance.BOOKED_AFTER, officer.index(), date);
    for (Booking booking : bookings) {
      booking.bookedOn = Math.min(bookedOn, lastDate);
    }
    return bookings;
  }

  /** Whether a rest day, free day or holiday without a tour is worked all the same. */
  boolean isDayOffWorked(Officer officer, long date, PlannedDay planned) {
    boolean called =
        switch (planned.type()) {
          case REST_DAY -> dice.happens(Chance.REST_DAY_WORKED, officer.index(), date);
          case FREE_DAY ->
              !officer.rank().isInspecting()
                  && dice.happens(Chance.REST_DAY_WORKED, officer.index(), date);
          case PUBLIC_HOLIDAY ->
              !planned.hasTimes() && dice.happens(Chance.HOLIDAY_CALLED_IN, officer.index(), date);
          default -> false;
        };
    if (!called
        || officer.longAbsence() != null
        || dice.happens(Chance.REST_DAY_WORKED, officer.index(), date - 1)
        || dice.happens(Chance.HOLIDAY_CALLED_IN, officer.index(), date - 1)) {
      return false;
    }
    long start = dayOffStart(officer, date);
    long end = start + dayOffMinutes(officer, date);
    return endOfTour(officer, date - 1) + DAILY_REST <= start
        && end + DAILY_REST + MOST_ADVANCED <= nextStart(officer, date)
        && !roster.isBesideLeave(officer, date);
  }

  /** The moment at which a day off worked begins. */
  long dayOffStart(Officer officer, long date) {
    return date * DAY + (7 + dice.below(6, Chance.REST_DAY_START, officer.index(), date)) * HOUR;
  }

  /** Two to ten hours, in half hours. */
  long dayOffMinutes(Officer officer, long date) {
    return 2 * HOUR + dice.below(17, Chance.REST_DAY_HOURS, officer.index(), date) * HOUR / 2;
  }

  /**
   * When the officer was told of duty on a day off, {@link None#NONE} = never: up to 40 days'
   * notice.
   */
  long dayOffToldAt(Officer officer, long date) {
    int of100 = dice.below(100, Chance.NOTICE_DAYS, officer.index(), date);
    if (of100 < 10) {
      return None.NONE;
    }
    int notice = of100 < 75 ? 1 + of100 % 14 : 15 + of100 % 25;
    return (date - notice - 1) * DAY
        + 9 * HOUR
        + dice.below(480, Chance.TOLD_HOURS, officer.index(), date);
  }

  private void bookTour(Officer officer, long date, PlannedDay tour, List<Booking> bookings) {
    int who = officer.index();
    long start = date * DAY + tour.start();
    long end = date * DAY + tour.end();
    boolean holiday = tour.type() == DayType.PUBLIC_HOLIDAY;
    int advanced = advancedMinutes(officer, date, tour);
    if (advanced > 0) {
      boolean leavesOnTime = dice.happens(Chance.LEAVES_ON_TIME, who, date);
      bookings.add(
          new Booking(start - advanced, leavesOnTime ? end - advanced : end)
              .toldAt(start - 12 * HOUR));
      return;
    }
    int retained = retainedMinutes(officer, date, tour);
    if (retained == 0) {
      boolean early =
          !holiday
              && dice.happens(Chance.BOOKED_ON_EARLY, who, date)
              && isOnDuty(officer, date - 1);
      if (early) {
        start -= 5 + dice.below(EARLIEST_BOOKING_ON / 5, Chance.EARLY_MINUTES, who, date) * 5L;
      }
      bookings.add(new Booking(start, end));
      if (!early && isRecalled(officer, date, tour)) {
        bookings.add(recall(officer, date));
      }
      return;
    }
    boolean told = !holiday && dice.happens(Chance.TOLD_BEFORE, who, date);
    long informedAt =
        told ? start - (1 + dice.below(30, Chance.TOLD_HOURS, who, date)) * HOUR : None.NONE;
    boolean timeOff = dice.happens(Chance.TIME_OFF, who, date);
    if (date < lastDate && dice.happens(Chance.SECOND_ROW, who, date)) {
      bookings.add(new Booking(start, end));
      bookings.add(new Booking(end, end + retained).toldAt(informedAt).inTimeOff(timeOff));
    } else {
      bookings.add(new Booking(start, end + retained).toldAt(informedAt).inTimeOff(timeOff));
    }
  }

  private Booking dayOffWorked(Officer officer, long date, DayType type) {
    int who = officer.index();
    long start = dayOffStart(officer, date);
    long informedAt = dayOffToldAt(officer, date);
    Booking booking =
        new Booking(start, start + dayOffMinutes(officer, date))
            .toldAt(informedAt)
            .inTimeOff(dice.happens(Chance.TIME_OFF, who, date));
    if (dice.below(3, Chance.TRAVEL_MINUTES, who, date) == 0) {
      booking.withTravel(15 + dice.below(6, Chance.RECALL_MINUTES, who, date) * 10);
    }
    if (type == DayType.PUBLIC_HOLIDAY) {
      return booking.authorisedBy(Rank.ASSISTANT_CHIEF_CONSTABLE);
    }
    booking.ownRequest = type == DayType.REST_DAY && dice.happens(Chance.OWN_REQUEST, who, date);
    booking.solePerformer =
        type == DayType.FREE_DAY && dice.happens(Chance.SOLE_PERFORMER, who, date);
    boolean longNotice = informedAt != None.NONE && informedAt < (date - 15) * DAY;
    if (longNotice && (!withExceptions || dice.happens(Chance.REPLACEMENT_NAMED, who, date))) {
      booking.replacementDay = date + 7;
      booking.replacementInformedAt = informedAt + 2 * DAY;
    }
    return booking;
  }

  /** How long before the tour the officer is told to start, 0 = on time. */
  private int advancedMinutes(Officer officer, long date, PlannedDay tour) {
    if (tour.type() != DayType.DUTY
        || !dice.happens(Chance.EARLY_START, officer.index(), date)
        || (officer.rank().isInspecting() && !withExceptions)) {
      return 0;
    }
    int minutes = 30 + 15 * dice.below(7, Chance.EARLY_MINUTES, officer.index(), date);
    PlannedDay before = roster.day(officer, date - 1);
    boolean rested =
        !isRecalled(officer, date - 1, before)
            && endOfTour(officer, date - 1) + DAILY_REST <= date * DAY + tour.start() - minutes
            && before.type() != DayType.PUBLIC_HOLIDAY;
    boolean inOneForceDay = tour.start() - minutes >= 7 * HOUR;
    return rested && (inOneForceDay || isOnDuty(officer, date - 1)) ? minutes : 0;
  }

  /** Whether time before the start of a force day falls on a day of duty. */
  private boolean isOnDuty(Officer officer, long date) {
    return date >= firstDate && roster.day(officer, date).type() == DayType.DUTY;
  }

  /** How long after the tour the officer is kept, 0 = not. */
  private int retainedMinutes(Officer officer, long date, PlannedDay tour) {
    int who = officer.index();
    boolean inspecting = officer.rank().isInspecting();
    Chance retained = inspecting ? Chance.RETAINED_INSPECTOR : Chance.RETAINED;
    if (!dice.happens(retained, who, date)
        || dice.happens(Chance.EARLY_START, who, date)
        || (inspecting && !withExceptions)) {
      return 0;
    }
    int minutes = retainedMinutes(who, date);
    PlannedDay next = roster.day(officer, date + 1);
    if (tour.end() + minutes > FORCE_DAY_ENDS) {
      if (date >= lastDate) {
        return 0;
      }
      switch (next.type()) {
        case DUTY, PUBLIC_HOLIDAY -> {}
        case REST_DAY, FREE_DAY -> {
          if (roster.isBesideLeave(officer, date + 1)) {
            minutes = Math.min(minutes, LONGEST_RETAINED_BESIDE_LEAVE);
          }
        }
        default -> {
          return 0;
        }
      }
    }
    long end = date * DAY + tour.end() + minutes;
    return end + DAILY_REST <= nextStart(officer, date) ? minutes : 0;
  }

  private int retainedMinutes(int who, long date) {
    int kind = dice.below(20, Chance.RETAINED_KIND, who, date);
    if (kind < 2) {
      return 5 + dice.below(10, Chance.RETAINED_MINUTES, who, date);
    }
    if (kind < 9) {
      return 15 + dice.below(46, Chance.RETAINED_MINUTES, who, date);
    }
    return 60 + dice.below(121, Chance.RETAINED_MINUTES, who, date);
  }

  /** Back in the evening after a day tour, so that eleven hours are left before the next. */
  private boolean isRecalled(Officer officer, long date, PlannedDay tour) {
    return tour.type() == DayType.DUTY
        && tour.end() <= 17 * HOUR
        && dice.happens(Chance.RECALLED, officer.index(), date)
        && (withExceptions || !officer.rank().isInspecting());
  }

  private Booking recall(Officer officer, long date) {
    int who = officer.index();
    long start = date * DAY + 17 * HOUR + 30 + dice.below(4, Chance.RECALL_START, who, date) * 15L;
    return new Booking(start, start + 20 + dice.below(15, Chance.RECALL_MINUTES, who, date) * 5L)
        .toldAt(start - 45)
        .withTravel(20 + dice.below(5, Chance.TRAVEL_MINUTES, who, date) * 10);
  }

  /** When the duty of a roster day with a tour ends, long ago where it has none. */
  private long endOfTour(Officer officer, long date) {
    PlannedDay planned = roster.day(officer, date);
    return roster.isWorked(officer, date, planned)
        ? date * DAY + planned.end() + retainedMinutes(officer, date, planned)
        : Long.MIN_VALUE / 2;
  }

  /** When the tour of the day after starts at the earliest, far ahead where there is none. */
  private long nextStart(Officer officer, long date) {
    PlannedDay next = roster.day(officer, date + 1);
    return roster.isWorked(officer, date + 1, next)
        ? (date + 1) * DAY + next.start() - EARLIEST_BOOKING_ON
        : Long.MAX_VALUE / 2;
  }
}
