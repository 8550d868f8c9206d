package org.dutypay.rules;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.ActingDay.Basis;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Unit;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Acting up: rulebook 11, G 1.31 and A 3.4.5. After ten whole days of a year from 1 April, or
 * eighty hours of whole tours for part-time officers and variable shifts, a day's or an hour's
 * share of the gap; for at most 46 days of one continuous period (G 1.31.1). What is not claimed
 * within two months is not paid (A 3.4.5). A constable or sergeant who acts as inspector or above
 * has no allowance on a rest day or public holiday worked (G 1.31.2). More than 56 days are a
 * warning (A 3.2.3). Elsewhere: what acting changes on other lines ({@link HigherRanks}).
 */
final class ActingUp {

  /** The numbers of basis ACTING. */
  private record Numbers(
      int qualifyingDays,
      int qualifyingHours,
      int paidDays,
      int reviewDays,
      int dayDivisor,
      int calendarDayDivisor) {}

  private static final String ACTING_DAYS = "ACTING_DAYS";
  private static final String ACTING_HOURS = "ACTING_HOURS";
  private static final int HOUR = 60;
  private static final long ONE_DAY = 10_000;

  private final Dated<Numbers> numbers;
  private final int breakDays;
  private final int claimLimitMonths;
  private final boolean paysCalendarDays;

  ActingUp(RunContext run) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("acting-up.qualifying-days", day),
                    dated.whole("acting-up.qualifying-hours", day),
                    dated.whole("acting-up.paid-days", day),
                    dated.whole("acting-up.review-days", day),
                    dated.whole("acting-up.day-divisor", day),
                    dated.whole("acting-up.calendar-day-divisor", day)));
    breakDays = run.policy().number(Policy.Key.ACTING_BREAK_DAYS);
    claimLimitMonths = run.policy().number(Policy.Key.ACTING_CLAIM_LIMIT_MONTHS);
    paysCalendarDays = run.policy().is(Policy.Key.ACTING_PAY_DAYS, "CALENDAR");
  }

  /** Whether the allowance is paid by the hour: part-time officers and variable shifts. */
  private static boolean isByTheHour(HigherRankDay day) {
    OfficerRecord record = day.own().record();
    return record.isPartTime() || record.variableShifts();
  }

  /** The year from 1 April that holds a day, by the calendar year in which it starts. */
  private static int yearOf(long date) {
    LocalDate day = LocalDate.ofEpochDay(date);
    return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
  }

  /** What has counted towards qualification in one year from 1 April, so far. */
  private static final class YearCount {
    private long dayTenThousandths;
    private Length hours = Length.ZERO;

    /** Only whole tours count; days and hours both, whichever decides for the officer. */
    void add(ActingDay row) {
      if (row.wholeTour()) {
        dayTenThousandths += ONE_DAY;
        hours = hours.plus(hoursOf(row));
      }
    }

    /** What stood before the feed; hours that are given as days are hours all the same. */
    void add(OpeningBalance opening) {
      long minutes = opening.minutesTenThousandths();
      long days = opening.daysTenThousandths();
      if (opening.account().equals(ACTING_DAYS) && None.isGiven(days)) {
        dayTenThousandths += days;
      } else if (opening.account().equals(ACTING_HOURS)) {
        hours = hours.plus(new Length(None.isGiven(minutes) ? minutes : days * HOUR));
      }
    }

    String inWords() {
      return Length.decimal(dayTenThousandths)
          + " days and "
          + Length.decimal(hours.tenThousandths() / HOUR)
          + " h";
    }

    boolean isQualified(HigherRankDay day, Numbers today) {
      return isByTheHour(day)
          ? hours.compareTo(Length.ofMinutes((long) today.qualifyingHours() * HOUR)) >= 0
          : dayTenThousandths >= today.qualifyingDays() * ONE_DAY;
    }
  }

  /** The hours acted; none where they are not given. */
  private static Length hoursOf(ActingDay row) {
    return None.isGiven(row.hoursTenThousandths())
        ? new Length(row.hoursTenThousandths() * HOUR)
        : Length.ZERO;
  }

  /** A continuous period under way. */
  private static final class Period {
    final long firstDay;

    /** Of the year in which it started, also beyond 31 March. */
    final YearCount count;

    HigherRankDay last;
    int paidDays;

    /** Whether every calendar day is paid from now on, with the policy CALENDAR. */
    boolean paysEveryDay;

    Period(HigherRankDay first, YearCount count) {
      this.firstDay = first.date();
      this.count = count;
      this.last = first;
    }
  }

  /** The acting days of one officer, in order of date. */
  final class OfOfficer {
    private final Assessment assessment;
    private final HigherRanks ranks;
    private final LongPredicate dayOffWorked;
    private final Map<Integer, YearCount> years = new HashMap<>();
    private @Nullable Period latest;

    /**
     * @param dayOffWorked whether a date is a rest day or public holiday that was worked
     */
    OfOfficer(LongPredicate dayOffWorked, Assessment assessment) {
      this.assessment = assessment;
      this.ranks = assessment.higherRanks();
      this.dayOffWorked = dayOffWorked;
    }

    void assess() {
      for (OpeningBalance opening : assessment.officer().openingBalances()) {
        year(opening.date()).add(opening);
      }
      for (ActingDay row : assessment.officer().acting()) {
        HigherRankDay day = ranks.day(row.date(), row);
        if (day.isOn(Basis.ACTING) && day.isAboveOwnRank() && ranks.counts(day)) {
          assess(day, isClaimed(day));
        }
      }
    }

    private YearCount year(long date) {
      return years.computeIfAbsent(yearOf(date), year -> new YearCount());
    }

    private void assess(HigherRankDay day, boolean isClaimed) {
      Period period = periodOf(day);
      checkLength(day, period);
      boolean isQualified = period.count.isQualified(day, numbers.on(day.date()));
      String before = assessment.reasons().listens() ? period.count.inWords() : "";
      period.count.add(day.row());
      assessment.reasons().counted(() -> wholeTours(day, period, before));
      if (year(day.date()) != period.count) {
        year(day.date()).add(day.row());
      }
      if (isClaimed) {
        payIfDue(day, period, isQualified);
      }
    }

    private static Count wholeTours(HigherRankDay day, Period period, String before) {
      return new Count(
          day.date(),
          "whole tours acted in the year from " + yearOf(period.firstDay) + "-04-01",
          before,
          period.count.inWords());
    }

    /** Claimed, and in time, or released all the same (A 3.4.5). */
    private boolean isClaimed(HigherRankDay day) {
      long claimedOn = day.row().claimedOn();
      String dayActed =
          "The day of " + Assessment.day(day.date()) + " as acting " + day.rank().inWords();
      if (!None.isGiven(claimedOn)) {
        assessment.raise(
            ExceptionCode.ACTING_UNCLAIMED,
            day.date(),
            day.row(),
            dayActed + " has not been claimed.",
            day.facts());
        assessment.rows().held(day.date(), day.row(), ExceptionCode.ACTING_UNCLAIMED);
        return false;
      }
      long lastDay = LocalDate.ofEpochDay(day.date()).plusMonths(claimLimitMonths).toEpochDay();
      if (claimLimitMonths == 0 || claimedOn <= lastDay) {
        return true;
      }
      return assessment.isReleased(
          ExceptionCode.ACTING_CLAIM_LATE,
          day,
          dayActed
              + " was claimed on "
              + Assessment.day(claimedOn)
              + ", later than "
              + Assessment.day(lastDay)
              + ", which is "
              + claimLimitMonths
              + (claimLimitMonths == 1 ? " month" : " months")
              + " after it.",
          day.facts()
              .policy(assessment.run().policy(), List.of(Policy.Key.ACTING_CLAIM_LIMIT_MONTHS)));
    }

    /** The period under way, unless more days than the policy's lie between: then a new one. */
    private Period periodOf(HigherRankDay day) {
      Period period = latest;
      if (period == null || day.date() - period.last.date() - 1 > breakDays) {
        period = new Period(day, year(day.date()));
        latest = period;
      } else {
        payDaysWithoutRow(period, day.date());
        period.last = day;
      }
      return period;
    }

    private void checkLength(HigherRankDay day, Period period) {
      long number = day.date() - period.firstDay + 1;
      int reviewDays = numbers.on(day.date()).reviewDays();
      if (number <= reviewDays) {
        refused(
            day,
            Paragraph.A_3_2_3,
            () ->
                "day "
                    + number
                    + " of the period from "
                    + Assessment.day(period.firstDay)
                    + ", not beyond "
                    + reviewDays);
      } else {
        assessment.raise(
            ExceptionCode.ACTING_OVER_56_DAYS,
            day.date(),
            day.row(),
            Assessment.day(day.date())
                + " is day "
                + number
                + " of a continuous period of acting from "
                + Assessment.day(period.firstDay)
                + "; it is not meant to go beyond "
                + reviewDays
                + ".",
            facts(day.facts(), period));
      }
    }

    private void payIfDue(HigherRankDay day, Period period, boolean isQualified) {
      boolean byTheHour = isByTheHour(day);
      if (!isQualified) {
        notDue(day, RowOutcome.QUALIFYING, Paragraph.G_1_31_1, () -> whyQualifying(day));
      } else if (!byTheHour && !day.row().wholeTour() && !period.paysEveryDay) {
        notDue(day, RowOutcome.PART_TOUR, Paragraph.G_1_31_1, () -> "not a whole tour");
      } else if (day.isInspectingAboveOwn() && dayOffWorked.test(day.date())) {
        notDue(
            day,
            RowOutcome.NOT_ENTITLED,
            Paragraph.G_1_31_2,
            () -> "no allowance on a rest day or public holiday worked as " + day.rank().inWords());
      } else if (byTheHour && !hoursOf(day.row()).isPositive()) {
        notDue(day, RowOutcome.TOO_SHORT, Paragraph.G_1_31_1, () -> "no hours were acted");
      } else {
        period.paysEveryDay |= paysCalendarDays && !byTheHour;
        payUnlessCapped(day, period);
      }
    }

    private String whyQualifying(HigherRankDay day) {
      Numbers today = numbers.on(day.date());
      return "qualifying: paid only after "
          + (isByTheHour(day)
              ? today.qualifyingHours() + " hours of whole tours"
              : today.qualifyingDays() + " whole days");
    }

    private void notDue(HigherRankDay day, String reason, Paragraph rule, Supplier<String> why) {
      assessment.rows().notDue(day.date(), day.row(), reason);
      refused(day, rule, why);
    }

    private void refused(HigherRankDay day, Paragraph rule, Supplier<String> why) {
      if (assessment.reasons().listens()) {
        assessment.reasons().refused(day.date(), rule, why.get());
      }
    }

    private void payUnlessCapped(HigherRankDay day, Period period) {
      switch (ranks.gap(day)) {
        case Gap.NoHigherPoint none ->
            notDue(day, RowOutcome.NOT_ENTITLED, Paragraph.G_1_31_1, none::inWords);
        case Gap.Known gap -> {
          if (isWithinCap(day, period)) {
            pay(day, gap, period);
            assessment.rows().paid(day.date(), day.row());
          }
        }
        case Gap.Unknown missing -> {
          if (isWithinCap(day, period)) {
            assessment.noRate(day, missing);
            assessment.rows().held(day.date(), day.row(), ExceptionCode.NO_RATE);
          }
        }
      }
    }

    private boolean isFull(Period period, long date) {
      return period.paidDays >= numbers.on(date).paidDays();
    }

    /** After the last paid day another basis is due, unless a person says otherwise (G 1.31.1). */
    private boolean isWithinCap(HigherRankDay day, Period period) {
      if (!isFull(period, day.date())) {
        return true;
      }
      String rank = day.rank().inWords();
      String due =
          day.own().record().isQualifiedFor(day.rank())
              ? "temporary promotion is due, since the officer is qualified for "
                  + rank
                  + " ("
                  + Paragraph.G_1_33_5.citation()
                  + ")."
              : "temporary salary is due, since the officer is not qualified for "
                  + rank
                  + " ("
                  + Paragraph.G_1_32_1.citation()
                  + ").";
      return assessment.isReleased(
          ExceptionCode.ACTING_CAP,
          day,
          numbers.on(day.date()).paidDays()
              + " days of the continuous period from "
              + Assessment.day(period.firstDay)
              + " have been paid before "
              + Assessment.day(day.date())
              + ": now "
              + due,
          facts(day.qualificationFacts(), period, Policy.Key.ACTING_PAY_DAYS));
    }

    /** What decides where a period starts, and what else is named. */
    private Facts facts(Facts facts, Period period, Policy.Key... others) {
      List<Policy.Key> keys = new ArrayList<>(List.of(others));
      keys.addFirst(Policy.Key.ACTING_BREAK_DAYS);
      return facts
          .value("period from", Assessment.day(period.firstDay))
          .policy(assessment.run().policy(), keys);
    }

    /**
     * With the policy CALENDAR, the days up to the next acting day, in the rank of the last one; a
     * day that a row on another basis pays is left to it.
     */
    private void payDaysWithoutRow(Period period, long nextDay) {
      for (long date = period.last.date() + 1; period.paysEveryDay && date < nextDay; date++) {
        HigherRankDay day = ranks.day(date, period.last.row());
        boolean hasOwnRow = ranks.dayOn(date).isPresent();
        boolean isPaidByTheDay = day.own().record().covers(date) && !isByTheHour(day);
        if (!hasOwnRow && isPaidByTheDay && day.isAboveOwnRank() && !isFull(period, date)) {
          payDayWithoutRow(day, period);
        }
      }
    }

    private void payDayWithoutRow(HigherRankDay day, Period period) {
      switch (ranks.gap(day)) {
        case Gap.Known gap -> pay(day, gap, period);
        case Gap.Unknown missing -> assessment.noRate(day, missing);
        case Gap.NoHigherPoint none -> {
          // Nothing is due, and there is no row to account for.
        }
      }
    }

    private static Count paidDays(HigherRankDay day, Period period) {
      return new Count(
          day.date(),
          "acting days paid in the period from " + Assessment.day(period.firstDay),
          Integer.toString(period.paidDays - 1),
          Integer.toString(period.paidDays));
    }

    private void pay(HigherRankDay day, Gap.Known gap, Period period) {
      period.paidDays++;
      assessment.reasons().counted(() -> paidDays(day, period));
      Numbers today = numbers.on(day.date());
      boolean byTheHour = isByTheHour(day);
      String why =
          "acting as "
              + day.rank().inWords()
              + " after "
              + (byTheHour
                  ? today.qualifyingHours() + " qualifying hours"
                  : today.qualifyingDays() + " qualifying days")
              + ", paid day "
              + period.paidDays
              + " of the period from "
              + Assessment.day(period.firstDay)
              + "; ";
      if (byTheHour) {
        assessment.line(
            day.date(),
            Element.ACTING_UP,
            hoursOf(day.row()),
            Multiple.ONE,
            Paragraph.G_1_31_1,
            gap.annual(),
            "",
            why + gap.inWords());
        return;
      }
      int divisor = period.paysEveryDay ? today.calendarDayDivisor() : today.dayDivisor();
      ExactAmount amount = gap.perDay(divisor);
      assessment.line(
          day.date(),
          Element.ACTING_UP,
          100,
          Unit.DAYS,
          amount,
          amount,
          Paragraph.G_1_31_1,
          "",
          why + gap.perDayInWords(divisor));
    }
  }
}
