package org.dutypay.pay;

import static org.dutypay.pay.Severity.BLOCKING;
import static org.dutypay.pay.Severity.INFO;
import static org.dutypay.pay.Severity.REJECTED;
import static org.dutypay.pay.Severity.WARNING;

/**
 * Every matter a person may have to look at: how grave it is, the paragraph behind it and what to
 * do.
 */
public enum ExceptionCode {
  BAD_ROW(
      REJECTED,
      Paragraph.C_2,
      "Correct the row in the system it came from and send the file again."),
  DUPLICATE_ENTRY(
      REJECTED,
      Paragraph.C_2,
      "The first row with this id was used. Remove the repeat or give it its own id."),
  DUPLICATE_ROSTER(
      REJECTED,
      Paragraph.C_2,
      "The first row for this day was used. Keep one roster row per officer and day."),
  UNKNOWN_OFFICER(
      REJECTED,
      Paragraph.C_2,
      "Add an officers row that covers this day, or correct the officer's id or the date."),
  FUTURE_DUTY(
      REJECTED,
      Paragraph.C_2,
      "Correct the date, or send the booking again once the duty has been worked."),
  DUTY_OVERLAP(
      REJECTED, Paragraph.R_1, "Correct the times so that the officer's duties do not overlap."),
  NOT_YET_SUPPORTED(
      BLOCKING,
      Paragraph.C_2,
      "This version does not pay rows of this kind yet. Pay it by hand, or keep it for a later"
          + " version."),
  NO_ROSTER(
      BLOCKING,
      Paragraph.R_4,
      "Add the roster row for this day; the duty is then paid by its day type."),
  NO_RATE(
      BLOCKING,
      Paragraph.R_2,
      "Correct the pay scale or pay point in the officers file, or add the rate to"
          + " pay-scales.csv."),
  DUTY_ON_ABSENCE(
      BLOCKING,
      Paragraph.R_4,
      "Correct the roster day if the officer was at work, or the booking if not."),
  STOOD_DOWN(
      BLOCKING,
      Paragraph.G_2_27_1,
      "Check when the officer was stood down. Release the duty if it was required after all, refuse"
          + " it if not.",
      true),
  REPLACEMENT_LATE(
      WARNING,
      Paragraph.G_2_19_2,
      "Name another rest day within four days of the notice, and record when the officer was"
          + " told."),
  HOLIDAY_NOT_ROSTERED(
      WARNING,
      Paragraph.G_2_23_1,
      "Roster this day as a public holiday, or give the officer another day in its place."),
  CHRISTMAS_SUBSTITUTED(
      WARNING,
      Paragraph.G_2_23_1,
      "Christmas Day cannot be exchanged. Roster 25 December as a public holiday."),
  PUBLIC_HOLIDAY_AUTHORITY(
      WARNING,
      Paragraph.G_2_22_4,
      "Obtain or record the authority of an assistant chief constable or above."),
  TOIL_EXPIRED(
      INFO,
      Paragraph.G_2_17_1,
      "Nothing, where it is paid. Otherwise decide what becomes of the time off."),
  WTR_DAILY_REST(WARNING, Paragraph.R_15, "Check that the officer had compensatory rest."),
  RANK_NOT_ENTITLED(
      INFO, Paragraph.G_2_8_1, "Nothing. Inspectors and chief inspectors have no paid overtime."),
  TOUR_STRADDLES_FORCE_DAY(
      INFO,
      Paragraph.R_1,
      "Nothing, where the tour is meant to run over the start of the force day."),
  CLOCK_CHANGE(
      INFO,
      Paragraph.R_1,
      "Check that the booked times are the wall clock's; the length paid is elapsed time."),
  DECISION_CONTRADICTORY(
      WARNING, Paragraph.C_2, "Keep one decision; give the later one a later time."),
  DECISION_UNKNOWN(
      WARNING, Paragraph.C_2, "Copy the exception's id from exceptions.csv of an earlier run."),
  DECISION_BY_CLAIMANT(WARNING, Paragraph.C_2, "Have somebody else decide."),
  DECISION_NOT_POSSIBLE(
      WARNING, Paragraph.C_2, "There is no amount to release. Correct the data instead."),
  DECISION_STALE(
      WARNING,
      Paragraph.C_2,
      "The facts have changed since. Look at the exception again and decide anew.");

  private final Severity severity;
  private final Paragraph rule;
  private final String whatToDo;
  private final boolean releasable;

  ExceptionCode(Severity severity, Paragraph rule, String whatToDo) {
    this(severity, rule, whatToDo, false);
  }

  ExceptionCode(Severity severity, Paragraph rule, String whatToDo, boolean releasable) {
    this.severity = severity;
    this.rule = rule;
    this.whatToDo = whatToDo;
    this.releasable = releasable;
  }

  public Severity severity() {
    return severity;
  }

  public Paragraph rule() {
    return rule;
  }

  /** One sentence for the person who has to act. */
  public String whatToDo() {
    return whatToDo;
  }

  /** Whether a person's RELEASE pays the held line (rulebook 17). */
  public boolean isReleasable() {
    return releasable;
  }
}
