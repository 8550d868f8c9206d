package org.dutypay.rules;

import org.dutypay.duty.Day;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Days;
import org.dutypay.duty.RosterDay;
import org.dutypay.duty.Timeline;
import org.dutypay.duty.Tour;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.TourCounts;
import org.dutypay.reference.Policy;

/**
 * Whether the bookings are complete: contract 4. Every rostered tour of duty in the range, up to
 * the run date, was worked, or the roster says why not; a tour of which nothing is known is counted
 * and, where the force wishes it, told of.
 */
final class Completeness {

  private final RunContext run;
  private final boolean isTold;

  Completeness(RunContext run) {
    this.run = run;
    isTold = run.policy().is(Policy.Key.DUTY_NOT_BOOKED);
  }

  /** What became of the officer's tours. */
  TourCounts assess(Days days, Timeline timeline, Assessment assessment) {
    long worked = 0;
    long notBooked = 0;
    for (Tour tour : timeline.tours()) {
      Day day = tour.day();
      if (day.kind() != Day.Kind.DUTY || !isDue(day)) {
        continue;
      }
      if (timeline.isWorked(tour)) {
        worked++;
      } else {
        notBooked++;
        if (isTold) {
          notBooked(day, assessment);
        } else {
          assessment
              .reasons()
              .refused(
                  day.date(),
                  Paragraph.C_4,
                  "nothing is booked for the tour, but duty-not-booked is false");
        }
      }
    }
    return new TourCounts(worked, absences(days), notBooked);
  }

  private long absences(Days days) {
    long absences = 0;
    for (Day day : days.rostered()) {
      if (isAbsence(day) && isDue(day)) {
        absences++;
      }
    }
    return absences;
  }

  private boolean isDue(Day day) {
    return run.reports(day.date()) && day.date() <= run.runDate();
  }

  /** Whether a tour was rostered for the day and something else now stands in its place. */
  private static boolean isAbsence(Day day) {
    RosterDay row = day.roster();
    boolean wasDuty = row.originalDayType() == DayType.DUTY;
    return switch (day.kind()) {
      case ABSENCE -> wasDuty || row.hasTimes();
      case ANNUAL_LEAVE, TOIL_TAKEN -> wasDuty;
      case REST_DAY, FREE_DAY, PUBLIC_HOLIDAY -> wasDuty && row.dayType() == DayType.LIEU_DAY;
      case DUTY, NO_ROSTER -> false;
    };
  }

  private static void notBooked(Day day, Assessment assessment) {
    RosterDay row = day.roster();
    String message =
        "Nothing is booked for the tour of "
            + Assessment.day(day.date())
            + " from "
            + Facts.time(row.startsAt())
            + " to "
            + Facts.time(row.endsAt())
            + ", and the roster shows no absence.";
    assessment.raise(
        ExceptionCode.DUTY_NOT_BOOKED,
        day.date(),
        Assessment.ROSTER,
        row.line(),
        "",
        "",
        message,
        Facts.of(day).toString());
  }
}
