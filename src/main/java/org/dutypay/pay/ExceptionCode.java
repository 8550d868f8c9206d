package org.dutypay.pay;

import static org.dutypay.pay.Severity.BLOCKING;
import static org.dutypay.pay.Severity.INFO;
import static org.dutypay.pay.Severity.REJECTED;
import static org.dutypay.pay.Severity.WARNING;

/**
 * Every matter a person may have to look at: how grave it is, the paragraph behind it, what it
 * means and what to do.
 */
public enum ExceptionCode {
  BAD_ROW(
      REJECTED,
      Paragraph.C_2,
      "A cell, or the whole row, is not what the file takes; the message names the column.",
      "Correct the row in the system it came from and send the file again."),
  DUPLICATE_ENTRY(
      REJECTED,
      Paragraph.C_2,
      "An earlier row of the file has the same entry or claim id.",
      "The first row with this id was used. Remove the repeat or give it its own id."),
  DUPLICATE_ROSTER(
      REJECTED,
      Paragraph.C_2,
      "The officer has an earlier roster row for the day.",
      "The first row for this day was used. Keep one roster row per officer and day."),
  UNKNOWN_OFFICER(
      REJECTED,
      Paragraph.C_2,
      "No officers row covers the day.",
      "Add an officers row that covers this day, or correct the officer's id or the date."),
  FUTURE_DUTY(
      REJECTED,
      Paragraph.C_2,
      "The duty starts after the run date has ended.",
      "Correct the date, or send the booking again once the duty has been worked."),
  DUTY_OVERLAP(
      REJECTED,
      Paragraph.R_1,
      "Two or more duties of the officer share some time, and none of them is paid.",
      "Correct the times so that the officer's duties do not overlap."),
  NO_ROSTER(
      BLOCKING,
      Paragraph.R_4,
      "There is duty on a day for which the officer has no roster row.",
      "Add the roster row for this day; the duty is then paid by its day type."),
  NO_RATE(
      BLOCKING,
      Paragraph.R_2,
      "There is no annual rate for the officer's scale and point on the day, none for the higher"
          + " rank, or an allowance has no value that day.",
      "Correct the pay scale or pay point in the officers file, or add the rate to"
          + " pay-scales.csv. Where an allowance has no value that day, correct the claim's date or"
          + " pay it by hand."),
  DUTY_ON_ABSENCE(
      BLOCKING,
      Paragraph.R_4,
      "There is duty on a day of sickness, family leave, career break, unpaid leave or suspension.",
      "Correct the roster day if the officer was at work, or the booking if not."),
  STOOD_DOWN(
      BLOCKING,
      Paragraph.G_2_27_1,
      "The officer was told more than seven days before that the day off would not be worked, and"
          + " worked it all the same.",
      "Check when the officer was stood down. Release the duty if it was required after all, refuse"
          + " it if not.",
      true),
  ACTING_UNCLAIMED(
      BLOCKING,
      Paragraph.A_3_4_5,
      "A day of acting up has not been claimed. It counts towards the year's first ten days all the"
          + " same.",
      "Ask the officer to claim the day, or remove the row if the officer did not act."),
  ACTING_CLAIM_LATE(
      BLOCKING,
      Paragraph.A_3_4_5,
      "A day of acting up was claimed later than two months after it (acting-claim-limit-months)."
          + " It counts towards the year's first ten days all the same.",
      "Find out why it was claimed late. Release the day to pay it all the same, refuse it if not.",
      true),
  ACTING_CAP(
      BLOCKING,
      Paragraph.G_1_31_1,
      "46 days of a continuous period of acting up have been paid; the message names the basis that"
          + " is due instead.",
      "Give the officer what the message says is due. Release the day only if"
          + " the allowance is to be paid beyond the 46 days.",
      true),
  NOT_QUALIFIED(
      BLOCKING,
      Paragraph.G_1_33_3,
      "Temporary promotion to sergeant or inspector of an officer who is not qualified for the"
          + " rank.",
      "Record the qualification in the officers file, or give the officer temporary salary."
          + " Release the day if the officer is qualified all the same.",
      true),
  ACTING_TWO_RANKS(
      BLOCKING,
      Paragraph.S_3_16_3,
      "A seconded officer is more than one rank above the own.",
      "Correct the rank, or release the day if two ranks up were agreed with the host.",
      true),
  DUPLICATE_CLAIM(
      BLOCKING,
      Paragraph.G_1_21_1,
      "There is another claim of the same day for on call, a night away or hardship.",
      "One claim of this kind is paid for a day. Refuse the repeat, or release it if it is another"
          + " day's and correct its date.",
      true),
  NOT_IN_RESERVE(
      BLOCKING,
      Paragraph.G_1_19_1,
      "A night away for training or routine duty, or a hardship allowance without a paid night"
          + " away.",
      "Check whether the officer was held in reserve that night. Release the claim if so, refuse it"
          + " if not.",
      true),
  RECEIPT_MISSING(
      BLOCKING,
      Paragraph.G_1_28_4,
      "A meal, accommodation or removal is claimed without a receipt.",
      "Obtain the receipt and send the claim again with receipt = Y, or release or refuse it.",
      true),
  AMOUNT_OUT_OF_RANGE(
      BLOCKING,
      Paragraph.G_1_15_1,
      "An award is outside its limits, a year's targeted payments would pass their maximum, or a"
          + " regional allowance is above its published amount.",
      "Correct the amount, or release the claim if the chief officer has approved it.",
      true),
  KIT_DAYS_EXCEEDED(
      BLOCKING,
      Paragraph.G_2_54_1,
      "Ten keeping-in-touch days of the family leave are paid already.",
      "Ten days are paid in one family leave. Refuse this one, or release it if it belongs to"
          + " another.",
      true),
  HOST_APPROVAL_MISSING(
      BLOCKING,
      Paragraph.S_3_10_2,
      "A seconded officer claims an expense without the host's written approval.",
      "Obtain the host's written approval and send the claim again with host_approval = Y, or"
          + " release or refuse it.",
      true),
  REPLACEMENT_LATE(
      WARNING,
      Paragraph.G_2_19_2,
      "A day off was moved with due notice, but the day given instead is not named, or was named"
          + " late.",
      "Name another rest day within four days of the notice, and record when the officer was"
          + " told."),
  HOLIDAY_NOT_ROSTERED(
      WARNING,
      Paragraph.G_2_23_1,
      "The roster does not mark a public holiday, and no other day was given for it.",
      "Roster this day as a public holiday, or give the officer another day in its place."),
  CHRISTMAS_SUBSTITUTED(
      WARNING,
      Paragraph.G_2_23_1,
      "Another day was given for Christmas Day.",
      "Christmas Day cannot be exchanged. Roster 25 December as a public holiday."),
  PUBLIC_HOLIDAY_AUTHORITY(
      WARNING,
      Paragraph.G_2_22_4,
      "Duty on a public holiday at short notice was not authorised by an assistant chief constable"
          + " or above.",
      "Obtain or record the authority of an assistant chief constable or above."),
  ACTING_OVER_56_DAYS(
      WARNING,
      Paragraph.A_3_2_3,
      "A continuous period of acting up has gone on for more than 56 days.",
      "Have the period reviewed: acting is not meant to go beyond 56 days in a row."),
  ACTING_AUTHORITY(
      WARNING,
      Paragraph.A_3_3_2,
      "Powers of the higher rank were used without the authority of a superintendent or above.",
      "Obtain or record the authority of a superintendent or above for the powers used."),
  ACTING_CUSTODY(
      WARNING,
      Paragraph.A_3_2_4,
      "An acting sergeant, or one on temporary salary, did custody.",
      "Have custody done by a substantive or temporarily promoted sergeant."),
  WTR_48_HOURS(
      WARNING,
      Paragraph.R_15,
      "Duty came to more than 48 hours a week over the 17 weeks to the end of this one.",
      "Reduce the officer's hours, or record the opt-out if there is one."),
  WTR_WEEKLY_REST(
      WARNING,
      Paragraph.R_15,
      "The 14 days to the end of the week hold neither 48 hours free of duty nor 24 hours twice.",
      "Check that the officer had compensatory rest."),
  ROSTER_LATE(
      WARNING,
      Paragraph.G_2_5_1,
      "A roster was published less than a month before the day.",
      "Publish rosters a month before they start, or correct the date of publication."),
  LEAVE_ENTITLEMENT(
      WARNING,
      Paragraph.G_2_30_1,
      "With this day the leave taken in the leave year passes the entitlement and five days carried"
          + " over.",
      "Check the officer's leave account: this day goes beyond the entitlement and five days"
          + " carried over."),
  SICK_PAY_LIMIT(
      WARNING,
      Paragraph.G_2_38_2,
      "From this day on sick pay is half pay, or ends.",
      "Change the officer's sick pay from this day on, unless the chief officer keeps it up."),
  CLAIM_LATE(
      WARNING,
      Paragraph.R_15,
      "A duty was booked more than three months after it was worked.",
      "Find out why the duty was booked more than three months late."),
  SECONDMENT_AGREEMENT(
      WARNING,
      Paragraph.S_3_5_5,
      "A secondment has no reference to a signed agreement.",
      "Obtain the signed agreement and record its reference in secondments.csv."),
  SECONDMENT_OVER_5_YEARS(
      WARNING,
      Paragraph.G_2_65_1,
      "A secondment under regulation 13A goes beyond five years.",
      "End or renew the secondment: five years are the limit."),
  OWN_AUTHORITY(
      WARNING,
      Paragraph.C_4,
      "A duty, acting row or claim was authorised by the officer whose it is (with"
          + " claim-conflicts).",
      "Have somebody else authorise it: nobody authorises their own claim."),
  CLAIM_CONFLICT(
      WARNING,
      Paragraph.C_4,
      "A claim does not go with the day or with another claim; the message says with what (with"
          + " claim-conflicts).",
      "Check which of the two is right, and have the other one withdrawn."),
  TOIL_EXPIRED(
      INFO,
      Paragraph.G_2_17_1,
      "Time off was not taken in time; by the policy it is paid, or only reported (then a"
          + " warning).",
      "Nothing, where it is paid. Otherwise decide what becomes of the time off."),
  WTR_DAILY_REST(
      WARNING,
      Paragraph.R_15,
      "Less than eleven hours lie between two days' duty.",
      "Check that the officer had compensatory rest."),
  RANK_NOT_ENTITLED(
      INFO,
      Paragraph.G_2_8_1,
      "An inspecting rank, or somebody who acts as one, worked what would be paid overtime to a"
          + " constable or sergeant.",
      "Nothing. Inspectors, chief inspectors and those who act as one have no paid overtime."),
  TOUR_STRADDLES_FORCE_DAY(
      INFO,
      Paragraph.R_1,
      "A rostered tour ends after its force day does.",
      "Nothing, where the tour is meant to run over the start of the force day."),
  DUTY_NOT_BOOKED(
      INFO,
      Paragraph.C_4,
      "Nothing is booked for a rostered tour, and the roster shows no absence (with"
          + " duty-not-booked).",
      "Book the duty, or correct the roster day if the officer was absent."),
  CLOCK_CHANGE(
      INFO,
      Paragraph.R_1,
      "The clocks changed during the duty.",
      "Check that the booked times are the wall clock's; the length paid is elapsed time."),
  DECISION_CONTRADICTORY(
      WARNING,
      Paragraph.C_2,
      "Two decisions of the same time say different things.",
      "Keep one decision; give the later one a later time."),
  DECISION_UNKNOWN(
      WARNING,
      Paragraph.C_2,
      "A decision names an exception that no run has raised.",
      "Copy the exception's id from exceptions.csv of an earlier run."),
  DECISION_BY_CLAIMANT(
      WARNING,
      Paragraph.C_2,
      "A decision was made by the officer whom it concerns.",
      "Have somebody else decide."),
  DECISION_NOT_POSSIBLE(
      WARNING,
      Paragraph.C_2,
      "A decision releases what has no amount to release.",
      "There is no amount to release. Correct the data instead."),
  DECISION_STALE(
      WARNING,
      Paragraph.C_2,
      "A decision was made on facts that have changed since.",
      "The facts have changed since. Look at the exception again and decide anew.");

  private final Severity severity;
  private final Paragraph rule;
  private final String means;
  private final String whatToDo;
  private final boolean releasable;

  ExceptionCode(Severity severity, Paragraph rule, String means, String whatToDo) {
    this(severity, rule, means, whatToDo, false);
  }

  ExceptionCode(
      Severity severity, Paragraph rule, String means, String whatToDo, boolean releasable) {
    this.severity = severity;
    this.rule = rule;
    this.means = means;
    this.whatToDo = whatToDo;
    this.releasable = releasable;
  }

  public Severity severity() {
    return severity;
  }

  public Paragraph rule() {
    return rule;
  }

  /** What has happened, in a sentence or two. */
  public String means() {
    return means;
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
