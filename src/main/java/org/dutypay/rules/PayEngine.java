package org.dutypay.rules;

import static org.dutypay.pay.Decision.Verdict.REFUSE;
import static org.dutypay.pay.Decision.Verdict.RELEASE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.dutypay.duty.Days;
import org.dutypay.duty.Duty;
import org.dutypay.duty.London;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.duty.Part;
import org.dutypay.duty.RejectedRow;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Every pay rule there is, in the order of the rulebook: one officer's case in, all that it gives
 * out. Read this class first.
 *
 * <p>The roster is treated (4), the duties are cut into parts (1), and each part is paid by the one
 * rule that its kind names (5 to 10); unsocial hours come on top (6), and time off that was not
 * taken is paid last (3). Days in a higher rank are paid by the day or hour (11), and claims by
 * what they claim (12); holiday pay rests on what has been paid (13). The same case gives the same
 * outcome, whatever the order of its rows, the machine or the clock.
 */
public final class PayEngine {

  private final RunContext run;
  private final int bookOnMinutes;
  private final Dated<TimeOff.Numbers> timeOffNumbers;
  private final RosterDays rosterDays;
  private final Overtime overtime;
  private final EarlyStart earlyStart;
  private final Recalls recalls;
  private final UnsocialHours unsocialHours;
  private final StoodDown stoodDown;
  private final RestDay restDay;
  private final FreeDay freeDay;
  private final PublicHoliday publicHoliday;
  private final LeaveRecall leaveRecall;
  private final HigherRankChecks higherRankChecks;
  private final ActingUp actingUp;
  private final TemporaryRank temporaryRank;
  private final Claims claims;
  private final ClaimConflicts claimConflicts;
  private final HolidayPay holidayPay;
  private final WorkingTime workingTime;
  private final RestBetweenDuties restBetweenDuties;
  private final RosterPublication rosterPublication;
  private final LeaveEntitlement leaveEntitlement;
  private final SickPay sickPay;
  private final LateClaims lateClaims;
  private final Completeness completeness;
  private final Secondments secondments;

  public PayEngine(RunContext run) {
    this.run = run;
    bookOnMinutes = run.policy().number(Policy.Key.EARLY_BOOK_ON_MINUTES);
    Periods periods = new Periods(run);
    timeOffNumbers = TimeOff.numbers(run); // 3
    rosterDays = new RosterDays(run); // 4
    overtime = new Overtime(run); // 5.1 and 5.2
    earlyStart = new EarlyStart(run, overtime); // 5.3
    recalls = new Recalls(run, overtime); // 5.5
    unsocialHours = new UnsocialHours(run); // 6
    stoodDown = new StoodDown(run); // 7 to 9
    restDay = new RestDay(run, periods); // 7
    freeDay = new FreeDay(run, periods, overtime); // 8
    publicHoliday = new PublicHoliday(run, periods); // 9
    leaveRecall = new LeaveRecall(run, periods, overtime); // 10
    higherRankChecks = new HigherRankChecks(); // 11
    actingUp = new ActingUp(run); // 11
    temporaryRank = new TemporaryRank(run); // 11
    claims = new Claims(run); // 12
    claimConflicts = new ClaimConflicts(run); // 12
    holidayPay = new HolidayPay(run); // 13
    workingTime = new WorkingTime(run); // 15
    restBetweenDuties = new RestBetweenDuties(run); // 15
    rosterPublication = new RosterPublication(run); // 15
    leaveEntitlement = new LeaveEntitlement(run); // 15
    sickPay = new SickPay(run); // 15
    lateClaims = new LateClaims(run); // 15
    completeness = new Completeness(run); // contract 4
    secondments = new Secondments(run); // 16
  }

  /** What an officer's case gives, in the order of the files. */
  public Outcome assess(OfficerCase officer) {
    return outcome(officer, assessed(officer));
  }

  /** The same assessment of an officer's case, with what decided one force day of it. */
  public Explanation explain(OfficerCase officer, long date) {
    Assessment assessment = assessed(officer, Reasons.heard());
    return Explanation.of(date, assessment, outcome(officer, assessment));
  }

  /**
   * Holiday pay for the run's days, in the order of the file (13). It is no part of {@link
   * #assess}, since it rests on what has been paid for good.
   *
   * @param paid what the officer has been paid, in any order
   */
  public List<PayLine> holidayPay(OfficerCase officer, List<PaidPayment> paid) {
    return officer.records().isEmpty()
        ? List.of()
        : holidayPay.lines(officer, leaveTaken(officer), paid);
  }

  /** The leave that an officer has taken, and the roster that it is part of (4, 10). */
  public LeaveTaken leaveTaken(OfficerCase officer) {
    Days days = rosterDays.treat(new Assessment(officer, run));
    return LeaveTaken.of(days, timeline(days, officer));
  }

  private Outcome outcome(OfficerCase officer, Assessment assessment) {
    List<PayException> exceptions = withMoneyAtStake(officer, assessment);
    assessment.lines().sort(PayLine.FILE_ORDER);
    assessment.balances().sort(Balance.FILE_ORDER);
    exceptions.sort(PayException.FILE_ORDER);
    return new Outcome(
        officer.officerId(),
        assessment.lines(),
        assessment.balances(),
        exceptions,
        assessment.rows().outcomes(),
        assessment.tours());
  }

  private Assessment assessed(OfficerCase officer) {
    return assessed(officer, Reasons.UNHEARD);
  }

  private Assessment assessed(OfficerCase officer, Reasons reasons) {
    Assessment assessment = new Assessment(officer, run, reasons);
    for (RejectedRow row : officer.rejected()) {
      reject(row, assessment);
    }
    if (!officer.records().isEmpty()) {
      Days days = rosterDays.treat(assessment);
      Timeline timeline = timeline(days, officer);
      reasons.laid(days, timeline);
      earlyStart.explain(timeline.advances(), assessment);
      payParts(days, timeline, assessment);
      unsocialHours.assess(timeline, assessment);
      payHigherRanks(timeline, assessment);
      claims.assess(days, assessment);
      claimConflicts.assess(days, assessment);
      check(days, timeline, assessment);
      checkClocks(officer.duties(), assessment);
    }
    secondments.assess(assessment);
    return assessment;
  }

  private Timeline timeline(Days days, OfficerCase officer) {
    return new Timeline(
        days, officer.duties(), run.forceDays(), bookOnMinutes, earlyStart::dueNotice);
  }

  private void payParts(Days days, Timeline timeline, Assessment assessment) {
    Map<Long, LeaveRecall.Absence> absences = LeaveRecall.absences(days);
    TimeOff timeOff = new TimeOff(timeOffNumbers, assessment);
    Recalls.OfOfficer officersRecalls = recalls.new OfOfficer(assessment, timeOff);
    LeaveRecall.OfOfficer leave = leaveRecall.new OfOfficer(absences, assessment, timeOff);
    Periods.Blocks blocks = new Periods.Blocks();
    List<Part> parts = stoodDown.withoutHeld(timeline.parts(), assessment);
    Reasons reasons = assessment.reasons();
    for (Part part : leaveRecall.withWholeAbsences(parts, absences, reasons)) {
      reasons.about(part);
      switch (part) {
        case Part.SalaryTime salary -> assessment.rows().salary(salary);
        case Part.BookedOnEarly bookedOn -> assessment.rows().salary(bookedOn);
        case Part.UnpaidDuty unpaid -> hold(unpaid, assessment);
        case Part.RetainedOccasion occasion -> overtime.assess(occasion, assessment, timeOff);
        case Part.EarlyBlock block -> earlyStart.assess(block, assessment, timeOff);
        case Part.Recall recall -> officersRecalls.assess(recall);
        case Part.RestDayPeriod period -> restDay.assess(period, assessment, timeOff, blocks);
        case Part.FreeDayPeriod period -> freeDay.assess(period, assessment, timeOff, blocks);
        case Part.HolidayPeriod period -> publicHoliday.assess(period, assessment, timeOff, blocks);
        case Part.LeaveDayWorked leaveDay -> leave.assess(leaveDay);
      }
    }
    reasons.aboutTheDay();
    rosterDays.settleHolidaysNotWorked(days, timeline.holidaysWorked()::contains, assessment);
    timeOff.takeAndExpire(days, officersRecalls::wasWorked);
  }

  private void payHigherRanks(Timeline timeline, Assessment assessment) {
    if (assessment.higherRanks().any()) {
      LongPredicate dayOffWorked = HigherRanks.daysOffWorked(timeline);
      higherRankChecks.assess(assessment);
      actingUp.new OfOfficer(dayOffWorked, assessment).assess();
      temporaryRank.assess(dayOffWorked, assessment);
    }
  }

  /** Warnings: what is paid all the same and should be looked at (15). */
  private void check(Days days, Timeline timeline, Assessment assessment) {
    workingTime.assess(days, timeline, assessment);
    restBetweenDuties.assess(timeline, assessment);
    rosterPublication.assess(assessment);
    leaveEntitlement.assess(days, timeline, assessment);
    sickPay.assess(days, assessment);
    lateClaims.assess(assessment);
    assessment.tours(completeness.assess(days, timeline, assessment));
  }

  /**
   * Duty on a day of absence, or on one without a roster row, is not paid until the data is
   * corrected (4).
   */
  private static void hold(Part.UnpaidDuty duty, Assessment assessment) {
    String day = Assessment.day(duty.day().date());
    boolean noRoster = duty.day().row() == null;
    ExceptionCode code = noRoster ? ExceptionCode.NO_ROSTER : ExceptionCode.DUTY_ON_ABSENCE;
    String message =
        noRoster
            ? duty.minutes() + " min of duty on " + day + ", for which there is no roster row."
            : duty.minutes()
                + " min of duty on "
                + day
                + ", which is rostered as "
                + duty.day().roster().dayType()
                + ".";
    assessment.raise(code, duty, message);
    assessment.rows().held(duty.day().date(), duty.duties(), code);
  }

  /** A duty over a change of the clocks, on the force day of its start (1). */
  private void checkClocks(List<Duty> duties, Assessment assessment) {
    for (Duty duty : duties) {
      if (London.changesBetween(duty.start(), duty.end())) {
        long minutes = duty.end() - duty.start();
        String message =
            "The clocks changed during the duty from "
                + Facts.moment(duty.start())
                + " to "
                + Facts.moment(duty.end())
                + ", which is "
                + minutes / 60
                + " h "
                + minutes % 60
                + " min long.";
        long date = run.forceDays().of(duty.start());
        assessment.raise(
            ExceptionCode.CLOCK_CHANGE, date, duty, message, Facts.of(duty).toString());
      }
    }
  }

  private void reject(RejectedRow row, Assessment assessment) {
    String where = row.file() + " line " + row.line() + ": ";
    assessment.raise(
        row.code(),
        row.date(),
        row.file(),
        row.line(),
        row.entryId(),
        row.subKey(),
        where + run.inWords(row.problem()),
        row.cells());
  }

  /**
   * The same exceptions with the pounds at stake: what the officer would be paid more if this one
   * were released, everything else being the same. Where several matters hold one row, its pounds
   * are at stake in the first of them, once.
   */
  private List<PayException> withMoneyAtStake(OfficerCase officer, Assessment assessment) {
    List<PayException> exceptions = new ArrayList<>(assessment.exceptions().size());
    for (PayException exception : assessment.exceptions()) {
      exceptions.add(
          exception.code().isReleasable() ? atStake(exception, officer, assessment) : exception);
    }
    return exceptions;
  }

  private PayException atStake(PayException exception, OfficerCase officer, Assessment assessment) {
    boolean isReleased = assessment.isDecided(RELEASE, exception);
    Assessment released =
        isReleased
            ? assessment
            : assessed(releasing(exception, assessment, deciding(RELEASE, exception, officer)));
    Assessment refused = isReleased ? assessed(deciding(REFUSE, exception, officer)) : assessment;
    boolean isPriced = withoutRate(released) == withoutRate(refused);
    return isPriced ? exception.withMoneyAtStake(total(released) - total(refused), 0) : exception;
  }

  /**
   * The matters that hold the same row and were found after this one are released with it, except
   * those that a person has refused.
   */
  private static OfficerCase releasing(
      PayException first, Assessment assessment, OfficerCase officer) {
    OfficerCase deciding = officer;
    List<PayException> all = assessment.exceptions();
    for (PayException later : all.subList(all.indexOf(first) + 1, all.size())) {
      if (later.code().isReleasable()
          && later.code() != first.code()
          && ofOneRow(first, later)
          && !assessment.isDecided(REFUSE, later)) {
        deciding = deciding(RELEASE, later, deciding);
      }
    }
    return deciding;
  }

  private static OfficerCase deciding(
      Decision.Verdict verdict, PayException exception, OfficerCase officer) {
    return officer.deciding(exception.id(), new Decision(verdict, OptionalLong.empty()));
  }

  private static boolean ofOneRow(PayException one, PayException other) {
    return one.file().equals(other.file())
        && one.line() == other.line()
        && one.date() == other.date();
  }

  private static long withoutRate(Assessment assessment) {
    return assessment.exceptions().stream()
        .filter(exception -> exception.code() == ExceptionCode.NO_RATE)
        .count();
  }

  private static long total(Assessment assessment) {
    long pence = 0;
    for (PayLine line : assessment.lines()) {
      pence += line.amountPence();
    }
    return pence;
  }
}
