package org.dutypay.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dutypay.duty.Day;
import org.dutypay.duty.Days;
import org.dutypay.duty.None;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Annual leave entitlement: rulebook 15, G 2.30.1. Leave taken in a leave year is not to pass the
 * days that the whole years of service at its start give, and five carried over; told of once a
 * leave year, on the day that passes them. A day that was worked was not taken.
 */
final class LeaveEntitlement {

  private static final List<Integer> STEPS = List.of(20, 15, 10, 5, 2, 0);
  private static final int DECIMALS = 4;
  private static final long DAY = 10_000;

  /** From so many whole years of service on, so many days a year. */
  private record Step(int years, int days) {}

  /**
   * The numbers of G 2.30.1.
   *
   * @param steps the longest service first
   * @param carried days that may come over from the year before
   */
  private record Numbers(List<Step> steps, int carried) {

    int days(long years) {
      for (Step step : steps) {
        if (years >= step.years()) {
          return step.days();
        }
      }
      return steps.getLast().days();
    }
  }

  private final RunContext run;
  private final Dated<Numbers> numbers;

  LeaveEntitlement(RunContext run) {
    this.run = run;
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    STEPS.stream()
                        .map(
                            years ->
                                new Step(
                                    years,
                                    dated.whole("annual-leave.days-from-" + years + "-years", day)))
                        .toList(),
                    dated.whole("annual-leave.carried-days", day)));
  }

  void assess(Days days, Timeline timeline, Assessment assessment) {
    long year = None.NONE;
    long taken = 0;
    boolean isTold = false;
    for (Day day : LeaveTaken.of(days, timeline).days()) {
      if (day.date() > run.runDate()) {
        return;
      }
      long itsYear = run.forceDays().leaveYear(day.date());
      if (itsYear != year) {
        year = itsYear;
        taken = LeaveTaken.before(year, assessment.officer(), run.forceDays());
        isTold = false;
      }
      taken += DAY;
      explain(day, year, taken, assessment.reasons());
      isTold = isTold || isPassed(day, year, taken, assessment);
    }
  }

  private static void explain(Day day, long year, long taken, Reasons reasons) {
    reasons.counted(
        () ->
            new Count(
                day.date(),
                "leave days taken in the leave year from " + Assessment.day(year),
                inDays(taken - DAY),
                inDays(taken)));
  }

  private static String inDays(long taken) {
    return BigDecimal.valueOf(taken, DECIMALS).stripTrailingZeros().toPlainString();
  }

  private boolean isPassed(Day day, long year, long taken, Assessment assessment) {
    long serviceStart = assessment.on(day.date()).record().serviceStart();
    if (!None.isGiven(serviceStart)) {
      assessment.reasons().refused(day.date(), Paragraph.G_2_30_1, "no service_start, no check");
      return false;
    }
    long years =
        ChronoUnit.YEARS.between(LocalDate.ofEpochDay(serviceStart), LocalDate.ofEpochDay(year));
    Numbers thisYear = numbers.on(year);
    int entitlement = thisYear.days(years);
    long most = (entitlement + thisYear.carried()) * DAY;
    boolean passes = taken > most && taken - DAY <= most;
    if (!passes) {
      if (assessment.reasons().listens()) {
        String limit = entitlement + " and " + thisYear.carried() + " carried over";
        String why =
            inDays(taken)
                + " days of leave taken, "
                + (taken <= most
                    ? "not more than " + limit
                    : "which passed " + limit + " on an earlier day");
        assessment.reasons().refused(day.date(), Paragraph.G_2_30_1, why);
      }
      return false;
    }
    String takenDays = inDays(taken);
    String message =
        "With "
            + Assessment.day(day.date())
            + " the leave taken since "
            + Assessment.day(year)
            + " comes to "
            + takenDays
            + " days; "
            + entitlement
            + " are due with "
            + Math.max(0, years)
            + " whole years of service, and "
            + thisYear.carried()
            + " can be carried over.";
    String facts =
        Facts.of(day)
            .value("taken", takenDays)
            .value("service_start", Assessment.day(serviceStart))
            .value("entitlement", entitlement)
            .policy(run.policy(), List.of(Policy.Key.LEAVE_YEAR_STARTS))
            .toString();
    assessment.raise(
        ExceptionCode.LEAVE_ENTITLEMENT,
        day.date(),
        Assessment.ROSTER,
        day.roster().line(),
        "",
        "",
        message,
        facts);
    return true;
  }
}
