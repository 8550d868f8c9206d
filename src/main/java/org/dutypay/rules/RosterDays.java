package org.dutypay.rules;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.dutypay.duty.Day;
import org.dutypay.duty.Day.Kind;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Days;
import org.dutypay.duty.None;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Account;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Policy;

/**
 * What each roster day is treated as: rulebook 4. A day in lieu stands for its type; a changed day
 * keeps the protection it had (G 2.19.2, 2.32.1); a public holiday that the roster does not mark is
 * one all the same unless another day was given for it (G 2.23.1).
 */
final class RosterDays {

  private final RunContext run;
  private final boolean unmarkedAreHolidays;

  RosterDays(RunContext run) {
    this.run = run;
    unmarkedAreHolidays = run.policy().is(Policy.Key.UNMARKED_HOLIDAYS, "HOLIDAY");
  }

  /**
   * One row on its way to being a day: its own type, with original types and days in lieu resolved.
   */
  private record Treated(RosterDay row, boolean isDayInLieu, Kind kind) {}

  /** Treats the roster, and says what is wrong with its public holidays and long tours. */
  Days treat(Assessment assessment) {
    List<RosterDay> roster = assessment.officer().roster();
    List<Treated> treated = new ArrayList<>(roster.size());
    boolean anyHoliday = false;
    for (RosterDay row : roster) {
      Treated day = treated(row);
      treated.add(day);
      anyHoliday |= run.publicHolidays().isHoliday(row.date());
    }
    Set<Long> holidays = anyHoliday ? unmarkedHolidays(treated, assessment) : Set.of();
    List<Day> days = new ArrayList<>(treated.size());
    for (Treated one : treated) {
      Kind kind = holidays.contains(one.row().date()) ? Kind.PUBLIC_HOLIDAY : one.kind();
      boolean timesCount = one.kind() != Kind.REST_DAY && one.kind() != Kind.FREE_DAY;
      RosterDay row = timesCount ? one.row() : one.row().withoutTimes();
      Day day = new Day(row.date(), kind, row);
      days.add(day);
      if (assessment.reasons().listens()) {
        explain(one, assessment.reasons());
      }
      if (isPast(day.date())) {
        if (one.isDayInLieu()) {
          assessment.takeDayInLieu(day.date(), accountOf(one.kind()));
        }
        if (day.hasTour() && row.end() > assessment.forceDays().end(day.date())) {
          straddles(day, assessment);
        }
      }
    }
    return new Days(days);
  }

  /** What a day's own type, original type and day in lieu make of it. */
  private void explain(Treated day, Reasons reasons) {
    RosterDay row = day.row();
    long date = row.date();
    DayType original = row.originalDayType();
    if (original != null) {
      String changed =
          "rostered as "
              + row.dayType()
              + " since "
              + Assessment.day(row.changedOn())
              + ", before that as "
              + original;
      if (original.keepsProtection()) {
        reasons.applied(date, Paragraph.R_4, changed + ", which keeps its protection");
      } else {
        reasons.refused(date, Paragraph.R_4, changed + ", which has no protection to keep");
      }
    }
    if (day.isDayInLieu()) {
      reasons.applied(
          date, Paragraph.R_4, "a day in lieu is treated as " + day.kind() + " in everything");
    }
    if (isSubstituted(day)) {
      reasons.applied(
          date, Paragraph.G_2_23_1, "no public holiday by date: a day given for another");
    }
    if (!isPast(date)) {
      reasons.refused(date, Paragraph.R_4, "after the run date: it raises and writes nothing");
    }
  }

  /** Roster rows after the run date raise and write nothing. */
  private boolean isPast(long date) {
    return date <= run.runDate();
  }

  private static Treated treated(RosterDay row) {
    DayType original = row.originalDayType();
    DayType type = original != null && original.keepsProtection() ? original : row.dayType();
    boolean isDayInLieu = type == DayType.LIEU_DAY;
    if (isDayInLieu) {
      if (row.lieuOf() == null) {
        throw new IllegalStateException(
            "roster.csv line " + row.line() + " is a day in lieu of nothing");
      }
      type = row.lieuOf();
    }
    return new Treated(row, isDayInLieu, kindOf(type));
  }

  private static Kind kindOf(DayType type) {
    return switch (type) {
      case DUTY -> Kind.DUTY;
      case REST_DAY -> Kind.REST_DAY;
      case FREE_DAY -> Kind.FREE_DAY;
      case PUBLIC_HOLIDAY -> Kind.PUBLIC_HOLIDAY;
      case ANNUAL_LEAVE -> Kind.ANNUAL_LEAVE;
      case TOIL_TAKEN -> Kind.TOIL_TAKEN;
      case SICK, FAMILY_LEAVE, CAREER_BREAK, UNPAID, SUSPENDED -> Kind.ABSENCE;
      case LIEU_DAY ->
          throw new IllegalStateException("A day in lieu is treated as the day it stands for");
    };
  }

  private static Account accountOf(Kind kind) {
    return switch (kind) {
      case REST_DAY -> Account.REST_DAYS_IN_LIEU;
      case FREE_DAY -> Account.FREE_DAYS_IN_LIEU;
      case PUBLIC_HOLIDAY -> Account.PUBLIC_HOLIDAYS_IN_LIEU;
      case DUTY, ANNUAL_LEAVE, TOIL_TAKEN, ABSENCE, NO_ROSTER ->
          throw new IllegalStateException("There is no day in lieu of " + kind);
    };
  }

  /**
   * Matches the unmarked holidays of each leave year in order of date with that year's substituted
   * days.
   *
   * @return the dates that are treated as public holidays though the roster does not say so
   */
  private Set<Long> unmarkedHolidays(List<Treated> days, Assessment assessment) {
    Set<Long> holidays = new HashSet<>();
    long year = None.NONE;
    int substituted = 0;
    for (Treated day : days) {
      long date = day.row().date();
      if (!run.publicHolidays().isHoliday(date) || !isUnmarked(day)) {
        continue;
      }
      long itsYear = assessment.forceDays().leaveYear(date);
      if (itsYear != year) {
        year = itsYear;
        substituted = substitutedDays(days, year, assessment);
      }
      if (substituted > 0) {
        substituted--;
        assessment
            .reasons()
            .refused(
                date,
                Paragraph.G_2_23_1,
                "a public holiday, but another day of the leave year was given for it");
        if (isChristmas(date) && isPast(date)) {
          raise(
              ExceptionCode.CHRISTMAS_SUBSTITUTED,
              day,
              "Christmas Day is rostered as "
                  + typeOf(day)
                  + " and another day was given for it, but it cannot be exchanged.",
              assessment);
        }
        continue;
      }
      if (isPast(date)) {
        raise(
            ExceptionCode.HOLIDAY_NOT_ROSTERED,
            day,
            "The public holiday of "
                + Assessment.day(date)
                + " is rostered as "
                + typeOf(day)
                + ", and no other day of the leave year was given for it.",
            assessment);
      }
      boolean protects =
          day.kind() == Kind.DUTY || day.kind() == Kind.REST_DAY || day.kind() == Kind.FREE_DAY;
      if (unmarkedAreHolidays && protects) {
        holidays.add(date);
      }
      if (assessment.reasons().listens()) {
        explainHoliday(day, protects, assessment.reasons());
      }
    }
    return holidays;
  }

  /** What an unmatched holiday that the roster does not mark is treated as. */
  private void explainHoliday(Treated day, boolean protects, Reasons reasons) {
    long date = day.row().date();
    if (unmarkedAreHolidays && protects) {
      reasons.applied(
          date, Paragraph.G_2_23_1, "a public holiday though rostered as " + typeOf(day));
    } else {
      String why = protects ? ": unmarked-holidays is ROSTERED" : ", which has its own rule";
      reasons.refused(
          date, Paragraph.G_2_23_1, "a public holiday, but it stays " + typeOf(day) + why);
    }
  }

  private static boolean isUnmarked(Treated day) {
    return switch (day.kind()) {
      case DUTY, REST_DAY, FREE_DAY, ANNUAL_LEAVE, TOIL_TAKEN -> true;
      case PUBLIC_HOLIDAY, ABSENCE, NO_ROSTER -> false;
    };
  }

  private int substitutedDays(List<Treated> days, long year, Assessment assessment) {
    int count = 0;
    for (Treated day : days) {
      if (isSubstituted(day) && assessment.forceDays().leaveYear(day.row().date()) == year) {
        count++;
      }
    }
    return count;
  }

  /** A public holiday by the roster on a date that is none (G 2.23.1). */
  private boolean isSubstituted(Treated day) {
    return day.kind() == Kind.PUBLIC_HOLIDAY
        && !day.isDayInLieu()
        && !run.publicHolidays().isHoliday(day.row().date());
  }

  private static boolean isChristmas(long date) {
    LocalDate day = LocalDate.ofEpochDay(date);
    return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 25;
  }

  private static String typeOf(Treated day) {
    return day.row().dayType().name();
  }

  private void raise(ExceptionCode code, Treated day, String message, Assessment assessment) {
    RosterDay row = day.row();
    String facts =
        Facts.of(new Day(row.date(), day.kind(), row))
            .policy(
                run.policy(), List.of(Policy.Key.UNMARKED_HOLIDAYS, Policy.Key.LEAVE_YEAR_STARTS))
            .toString();
    assessment.raise(code, row.date(), Assessment.ROSTER, row.line(), "", "", message, facts);
  }

  private void straddles(Day day, Assessment assessment) {
    RosterDay row = day.roster();
    String message =
        "The tour of "
            + Assessment.day(day.date())
            + " from "
            + Facts.time(row.startsAt())
            + " to "
            + Facts.time(row.endsAt())
            + " ends after its force day does, at "
            + run.policy().value(Policy.Key.FORCE_DAY_STARTS)
            + ".";
    String facts =
        Facts.of(day).policy(run.policy(), List.of(Policy.Key.FORCE_DAY_STARTS)).toString();
    assessment.raise(
        ExceptionCode.TOUR_STRADDLES_FORCE_DAY,
        day.date(),
        Assessment.ROSTER,
        row.line(),
        "",
        "",
        message,
        facts);
  }

  /** Whether a holiday with times has come and was not worked. */
  private boolean isNotWorked(Day day, LongPredicate worked, Reasons reasons) {
    boolean isNotWorked = day.hasTour() && isPast(day.date()) && !worked.test(day.date());
    if (!isNotWorked && reasons.listens()) {
      String why;
      if (worked.test(day.date())) {
        why = "the public holiday was worked";
      } else {
        why = day.hasTour() ? "after the run date" : "no times are rostered, so none are owed";
      }
      reasons.refused(day.date(), Paragraph.G_2_22_2, why);
    }
    return isNotWorked;
  }

  /**
   * A public holiday not worked is a day's paid leave: who is rostered for longer owes the
   * difference, for shorter is owed it (rulebook 9, G 2.22.2).
   *
   * @param worked whether a date has any minute of duty, or a chain follows its tour
   */
  void settleHolidaysNotWorked(Days days, LongPredicate worked, Assessment assessment) {
    for (Day day : days.rostered()) {
      if (day.kind() != Kind.PUBLIC_HOLIDAY || !isNotWorked(day, worked, assessment.reasons())) {
        continue;
      }
      Standing standing = assessment.on(day.date());
      Length leave = standing.record().fifthOfTheWeek();
      Length rostered = day.value(standing.record());
      long owed = rostered.minus(leave).minutes();
      if (owed == 0 && assessment.reasons().listens()) {
        String why = "not worked: rostered for " + rostered.inMinutes() + " min, the day's leave";
        assessment.reasons().refused(day.date(), Paragraph.G_2_22_2, why);
      }
      if (owed != 0) {
        String note =
            "public holiday not worked: rostered for "
                + rostered.inMinutes()
                + " min, the day's leave is "
                + leave.inMinutes()
                + " min, so the "
                + (owed > 0 ? "officer owes " : "force owes ")
                + Math.abs(owed)
                + " min";
        assessment.creditMinutes(
            day.date(), Account.HOURS_OWED, owed, None.NONE, Paragraph.G_2_22_2, List.of(), note);
      }
    }
  }
}
