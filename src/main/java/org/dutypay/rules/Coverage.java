package org.dutypay.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.DayType;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Element;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.KnownThen.Reach;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Which closed days of an officer a feed covers: rulebook 14. A day is covered where the officer
 * has an officers row and a roster row, and the feed reaches as far as each rule applied needs, or
 * as far as it did when the day was last settled. What is not covered keeps its value in the
 * ledger.
 */
final class Coverage {

  private static final MonthDay ACTING_YEAR = MonthDay.of(4, 1);
  private static final MonthDay TAX_YEAR = MonthDay.of(4, 6);
  private static final MonthDay TARGETED_YEAR = MonthDay.of(7, 1);

  private final OfficerCase officer;
  private final RunContext run;
  private final HolidayPay holidayPay;
  private final List<KnownThen> known;
  private final NavigableMap<Long, RosterDay> roster = new TreeMap<>();
  private final Reach now;
  private final Map<Long, Boolean> dutyCovered = new HashMap<>();

  /** What a rule has to see: from one day to another. */
  private record Need(long from, long to) {

    Need and(Need other) {
      return new Need(Math.min(from, other.from), Math.max(to, other.to));
    }
  }

  /**
   * @param holidayPay says which weeks the average of a leave day is of
   */
  Coverage(OfficerCase officer, RunContext run, HolidayPay holidayPay, List<KnownThen> known) {
    this.officer = officer;
    this.holidayPay = holidayPay;
    this.run = run;
    this.known = known;
    for (RosterDay row : officer.roster()) {
      roster.put(row.date(), row);
    }
    now = reach(officer);
  }

  /** How far a feed goes for an officer. */
  static Reach reach(OfficerCase officer) {
    boolean hasRoster = !officer.roster().isEmpty();
    long rosterFrom = hasRoster ? officer.roster().getFirst().date() : Long.MAX_VALUE;
    long rosterTo = hasRoster ? officer.roster().getLast().date() : Long.MIN_VALUE;
    long acting = officer.acting().isEmpty() ? rosterFrom : officer.acting().getFirst().date();
    long claims = officer.claims().isEmpty() ? rosterFrom : officer.claims().getFirst().date();
    return new Reach(
        rosterFrom,
        rosterTo,
        Math.min(rosterFrom, acting),
        Math.min(rosterFrom, claims),
        officer.paidHistory().isEmpty()
            ? Long.MAX_VALUE
            : officer.paidHistory().getFirst().workDate());
  }

  /** Whether what an element comes to on a day can be said from the feed. */
  boolean covers(long date, Element element) {
    if (!hasRows(date)) {
      return false;
    }
    return switch (element) {
      case OVERTIME,
          ADDITIONAL_HOURS,
          REST_DAY_WORKING,
          FREE_DAY_WORKING,
          PUBLIC_HOLIDAY_WORKING,
          LEAVE_RECALL,
          UNSOCIAL_HOURS ->
          coversDuty(date);
      case TOIL_PAID ->
          continuesOpening(Set.of("TOIL"), Long.MIN_VALUE, date, now.rosterFrom())
              || reachesRoster(date, new Need(timeOff(date), date));
      case ACTING_UP, TEMPORARY_SALARY, TEMPORARY_PROMOTION, SECONDMENT_DIFFERENCE ->
          coversActing(date);
      case MILEAGE -> {
        long year = ForceDays.year(date, TAX_YEAR);
        yield continuesOpening(Set.of("MILES"), year, date, now.claimsFrom())
            || reachesClaims(date, year);
      }
      case TARGETED_PAYMENT -> reachesClaims(date, ForceDays.year(date, TARGETED_YEAR));
      case KIT_DAY -> reachesRoster(date, familyLeave(date)) && reachesClaims(date, date);
      case HOLIDAY_PAY -> reachesHolidayPay(date);
      case ON_CALL,
          AWAY_OVERNIGHT,
          HARDSHIP,
          DOG_HANDLER,
          MEDICAL,
          MEAL,
          ACCOMMODATION,
          REMOVAL,
          TRAVEL,
          BONUS,
          TEAM_AWARD,
          LONDON_WEIGHTING,
          LONDON_ALLOWANCE,
          SOUTH_EAST_ALLOWANCE ->
          true;
    };
  }

  /** Whether what duty on a day gives, pay or time off, can be said from the feed. */
  boolean coversDuty(long date) {
    return dutyCovered.computeIfAbsent(
        date,
        day ->
            hasRows(day)
                && reachesRoster(day, duty(day))
                && (!isInHigherRank(day) || coversActing(day)));
  }

  /** Whether the feed has an officers row and a roster row for a day. */
  boolean hasRows(long date) {
    return roster.containsKey(date)
        && officer.records().stream().anyMatch((OfficerRecord row) -> row.covers(date));
  }

  /**
   * The week's count and the tour before; with a public holiday near, the exchanges of the leave
   * year; in an absence, all of it.
   */
  private Need duty(long date) {
    Need need = new Need(Math.min(run.forceDays().week(date), date - 1), date);
    boolean nearHoliday = false;
    for (long day = need.from; day <= date + 1; day++) {
      RosterDay row = roster.get(day);
      nearHoliday |=
          run.publicHolidays().isHoliday(day)
              || (row != null && row.dayType() == DayType.PUBLIC_HOLIDAY);
    }
    if (nearHoliday) {
      long year = run.forceDays().leaveYear(date);
      need = need.and(new Need(year, run.forceDays().leaveYear(year + 370) - 1));
    }
    return isTimeOff(roster.get(date)) ? need.and(absence(date)) : need;
  }

  /** The unbroken run of days off that holds a day, and the days around it. */
  private Need absence(long date) {
    long first = date;
    while (isTimeOff(roster.get(first - 1))) {
      first--;
    }
    long last = date;
    while (isTimeOff(roster.get(last + 1))) {
      last++;
    }
    return new Need(first - 1, last + 1);
  }

  private static boolean isTimeOff(@Nullable RosterDay row) {
    if (row == null) {
      return false;
    }
    DayType type = row.originalDayType() == null ? row.dayType() : row.originalDayType();
    return type.keepsProtection();
  }

  private Need familyLeave(long date) {
    long first = date;
    for (RosterDay row = roster.get(date);
        row != null && row.dayType() == DayType.FAMILY_LEAVE;
        row = roster.get(first)) {
      first--;
    }
    return new Need(first, date);
  }

  /**
   * From when on credits decide what expires on a day: a day of time off before takes the oldest
   * there are then, which may have been earned as long before it.
   */
  private long timeOff(long date) {
    long from = credits(date);
    for (RosterDay row : roster.headMap(date, true).descendingMap().values()) {
      if (row.date() < from) {
        break;
      }
      if (row.dayType() == DayType.TOIL_TAKEN) {
        from = Math.min(from, credits(row.date()));
      }
    }
    return from;
  }

  /** From when on credits could be earned that expire on a day, and the week of their overtime. */
  private long credits(long date) {
    long earned =
        LocalDate.ofEpochDay(date)
            .minusMonths(run.policy().number(Policy.Key.TOIL_EXPIRY_MONTHS))
            .toEpochDay();
    return run.forceDays().week(earned - 1);
  }

  private boolean isInHigherRank(long date) {
    for (ActingDay row : officer.acting()) {
      if (row.date() <= date && row.to() >= date) {
        return true;
      }
    }
    // A row that stood there when the day was settled may not be in this feed.
    return WhatChanged.knownOf(date, known).acting() != 0;
  }

  private boolean coversActing(long date) {
    long need = ForceDays.year(date, ACTING_YEAR);
    return continuesOpening(Set.of("ACTING_DAYS", "ACTING_HOURS"), need, date, now.actingFrom())
        || now.actingFrom() <= need
        || reachesAsThen(date, now.actingFrom(), Reach::actingFrom);
  }

  private boolean reachesClaims(long date, long need) {
    return now.claimsFrom() <= need || reachesAsThen(date, now.claimsFrom(), Reach::claimsFrom);
  }

  /**
   * The leave year, whose days are numbered; and the weeks before that the average is of, unpaid
   * ones passed over, as far as the feed shows them. What was paid before the ledger has to be told
   * as far back as it was then.
   */
  private boolean reachesHolidayPay(long date) {
    OfficerRecord first = officer.records().getFirst();
    long reference = holidayPay.firstReferenceDay(officer.roster(), date, first.serviceStart());
    for (KnownThen then : known) {
      boolean isItsPeriod = then.from() <= date && date <= then.to();
      if (isItsPeriod && now.paidFrom() > Math.max(then.reach().paidFrom(), reference)) {
        return false;
      }
    }
    return reachesRoster(
        date, new Need(Math.min(run.forceDays().leaveYear(date), reference), date));
  }

  private boolean reachesRoster(long date, Need need) {
    KnownThen then = settledBy(date);
    boolean back =
        now.rosterFrom() <= Math.max(need.from, firstDay(then == null))
            || reachesAsThen(date, now.rosterFrom(), Reach::rosterFrom);
    boolean forward = then == null || now.rosterTo() >= Math.min(need.to, then.reach().rosterTo());
    return back && forward;
  }

  /** Before this day there was nothing of the officer that a feed could hold. */
  private long firstDay(boolean isNew) {
    OfficerRecord first = officer.records().getFirst();
    if (None.isGiven(first.serviceStart())) {
      return first.serviceStart();
    }
    return isNew ? first.from() : Long.MIN_VALUE;
  }

  /** What one of the starts of a feed is. */
  private interface Start {
    long of(Reach reach);
  }

  private boolean reachesAsThen(long date, long from, Start start) {
    KnownThen then = settledBy(date);
    return then != null && from <= start.of(then.reach());
  }

  /** The last closing whose feed went back far enough to settle a day. */
  private @Nullable KnownThen settledBy(long date) {
    KnownThen settled = null;
    for (KnownThen then : known) {
      boolean isItsPeriod = then.from() <= date && date <= then.to();
      boolean wentAsFarBack =
          settled != null
              && then.comparedFrom() <= date
              && date <= then.to()
              && then.reach().goesAsFarBackAs(settled.reach());
      if (isItsPeriod || wentAsFarBack) {
        settled = then;
      }
    }
    return settled;
  }

  /**
   * Whether an opening balance says what stood before the feed's first day: one of the same year,
   * from whose day on the feed goes without a gap.
   */
  private boolean continuesOpening(Set<String> accounts, long yearFrom, long date, long feedFrom) {
    return officer.openingBalances().stream()
        .anyMatch(
            (OpeningBalance row) ->
                accounts.contains(row.account())
                    && row.date() >= yearFrom
                    && row.date() <= date
                    && feedFrom <= row.date() + 1);
  }
}
