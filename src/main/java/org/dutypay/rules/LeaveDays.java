package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import org.dutypay.duty.Day;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.Fraction;
import org.dutypay.pay.Length;

/**
 * The leave days of an officer as holiday pay counts them (rulebook 13): each is worth its length
 * over a fifth of the weekly hours, and they are added up from the leave year's first day on.
 */
final class LeaveDays {

  /**
   * One day of leave that was taken.
   *
   * @param worth in days
   * @param number days' worth of the leave year up to and with this day
   * @param withinLimit what of the day lies within the limit, from nothing to all of its worth
   */
  record LeaveDay(
      Day day, OfficerRecord record, Fraction worth, Fraction number, Fraction withinLimit) {

    long date() {
      return day.date();
    }

    boolean hasTimes() {
      return day.roster().hasTimes();
    }
  }

  /** How many days of the leave year that holds a date count. */
  interface Limit {
    int on(long date);
  }

  private LeaveDays() {}

  static List<LeaveDay> of(
      OfficerCase officer, LeaveTaken leave, ForceDays forceDays, Limit limit) {
    List<LeaveDay> days = new ArrayList<>(leave.days().size());
    long year = None.NONE;
    Fraction before = Fraction.ZERO;
    for (Day day : leave.days()) {
      long itsYear = forceDays.leaveYear(day.date());
      if (itsYear != year) {
        year = itsYear;
        before = Fraction.of(LeaveTaken.before(year, officer, forceDays), Length.PER_MINUTE);
      }
      OfficerRecord record = recordOn(officer, day.date());
      Fraction worth =
          Fraction.of(day.value(record).tenThousandths(), record.fifthOfTheWeek().tenThousandths());
      Fraction left = Fraction.of(limit.on(day.date())).minus(before);
      Fraction within = left.isPositive() ? worth.atMost(left) : Fraction.ZERO;
      Fraction number = before.plus(worth);
      days.add(new LeaveDay(day, record, worth, number, within));
      before = number;
    }
    return days;
  }

  /** A roster row is used only where an officers row covers its date. */
  private static OfficerRecord recordOn(OfficerCase officer, long date) {
    return officer.records().stream()
        .filter(record -> record.covers(date))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No officers row covers leave on " + Assessment.day(date)));
  }
}
