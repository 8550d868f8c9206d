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
  NO_ROSTER(
      BLOCKING,
      Paragraph.R_4,
      "Add the roster row for this day; the duty is then paid by its day type."),
  NO_RATE(
      BLOCKING,
      Paragraph.R_2,
      "Correct the pay scale or pay point in the officers file, or add the rate to"
          + " pay-scales.csv. Where an allowance has no value that day, correct the claim's date or"
          + " pay it by hand."),
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
  ACTING_UNCLAIMED(
      BLOCKING,
      Paragraph.A_3_4_5,
      "Ask the officer to claim the day, or remove the row if the officer did not act."),
  ACTING_CLAIM_LATE(
      BLOCKING,
      Paragraph.A_3_4_5,
      "Find out why it was claimed late. Release the day to pay it all the same, refuse it if not.",
      true),
  ACTING_CAP(
      BLOCKING,
      Paragraph.G_1_31_1,
      "Give the officer what the message says is due. Release the day only if"
          + " the allowance is to be paid beyond the 46 days.",
      true),
  NOT_QUALIFIED(
      BLOCKING,
      Paragraph.G_1_33_3,
      "Record the qualification in the officers file, or give the officer temporary salary."
          + " Release the day if the officer is qualified all the same.",
      true),
  ACTING_TWO_RANKS(
      BLOCKING,
      Paragraph.S_3_16_3,
      "Correct the rank, or release the day if two ranks up were agreed with the host.",
      true),
  DUPLICATE_CLAIM(
      BLOCKING,
      Paragraph.G_1_21_1,
      "One claim of this kind is paid for a day. Refuse the repeat, or release it if it is another"
          + " day's and correct its date.",
      true),
  NOT_IN_RESERVE(
      BLOCKING,
      Paragraph.G_1_19_1,
      "Check whether the officer was held in reserve that night. Release the claim if so, refuse it"
          + " if not.",
      true),
  RECEIPT_MISSING(
      BLOCKING,
      Paragraph.G_1_28_4,
      "Obtain the receipt and send the claim again with receipt = Y, or release or refuse it.",
      true),
  AMOUNT_OUT_OF_RANGE(
      BLOCKING,
      Paragraph.G_1_15_1,
      "Correct the amount, or release the claim if the chief officer has approved it.",
      true),
  KIT_DAYS_EXCEEDED(
      BLOCKING,
      Paragraph.G_2_54_1,
      "Ten days are paid in one family leave. Refuse this one, or release it if it belongs to"
          + " another.",
      true),
  HOST_APPROVAL_MISSING(
      BLOCKING,
      Paragraph.S_3_10_2,
      "Obtain the host's written approval and send the claim again with host_approval = Y, or"
          + " release or refuse it.",
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
  ACTING_OVER_56_DAYS(
      WARNING,
      Paragraph.A_3_2_3,
      "Have the period reviewed: acting is not meant to go beyond 56 days in a row."),
  ACTING_AUTHORITY(
      WARNING,
      Paragraph.A_3_3_2,
      "Obtain or record the authority of a superintendent or above for the powers used."),
  ACTING_CUSTODY(
      WARNING,
      Paragraph.A_3_2_4,
      "Have custody done by a substantive or temporarily promoted sergeant."),
  WTR_48_HOURS(
      WARNING,
      Paragraph.R_15,
      "Reduce the officer's hours, or record the opt-out if there is one."),
  WTR_WEEKLY_REST(WARNING, Paragraph.R_15, "Check that the officer had compensatory rest."),
  ROSTER_LATE(
      WARNING,
      Paragraph.G_2_5_1,
      "Publish rosters a month before they start, or correct the date of publication."),
  LEAVE_ENTITLEMENT(
      WARNING,
      Paragraph.G_2_30_1,
      "Check the officer's leave account: this day goes beyond the entitlement and five days"
          + " carried over."),
  SICK_PAY_LIMIT(
      WARNING,
      Paragraph.G_2_38_2,
      "Change the officer's sick pay from this day on, unless the chief officer keeps it up."),
  CLAIM_LATE(
      WARNING, Paragraph.R_15, "Find out why the duty was booked more than three months late."),
  SECONDMENT_AGREEMENT(
      WARNING,
      Paragraph.S_3_5_5,
      "Obtain the signed agreement and record its reference in secondments.csv."),
  SECONDMENT_OVER_5_YEARS(
      WARNING, Paragraph.G_2_65_1, "End or renew the secondment: five years are the limit."),
  OWN_AUTHORITY(
      WARNING,
      Paragraph.C_4,
      "Have somebody else authorise it: nobody authorises their own claim."),
  CLAIM_CONFLICT(
      WARNING, Paragraph.C_4, "Check which of the two is right, and have the other one withdrawn."),
  TOIL_EXPIRED(
      INFO,
      Paragraph.G_2_17_1,
      "Nothing, where it is paid. Otherwise decide what becomes of the time off."),
  WTR_DAILY_REST(WARNING, Paragraph.R_15, "Check that the officer had compensatory rest."),
  RANK_NOT_ENTITLED(
      INFO,
      Paragraph.G_2_8_1,
      "Nothing. Inspectors, chief inspectors and those who act as one have no paid overtime."),
  TOUR_STRADDLES_FORCE_DAY(
      INFO,
      Paragraph.R_1,
      "Nothing, where the tour is meant to run over the start of the force day."),
  DUTY_NOT_BOOKED(
      INFO, Paragraph.C_4, "Book the duty, or correct the roster day if the officer was absent."),
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
