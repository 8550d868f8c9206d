package org.dutypay.rules;

import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.dutypay.duty.Rank;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Account;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Public holiday working: rulebook 9, G 2.22 to 2.27. Double time on top of salary, four hours at
 * least, in and out of the tour together; with less than eight days' notice another holiday too (G
 * 2.22.3); with less than fifteen an assistant chief constable's authority (G 2.22.4). Elsewhere:
 * holidays not worked ({@link RosterDays}).
 */
final class PublicHoliday {

  /** Notice was given by the roster itself, longer ago than any rule asks. */
  private static final long BY_THE_ROSTER = Long.MAX_VALUE;

  /** The numbers of 9. */
  private record Numbers(Multiple multiple, int minimum, int lieuNotice, int authorityNotice) {}

  private final Periods periods;
  private final Dated<Numbers> numbers;

  PublicHoliday(RunContext run, Periods periods) {
    this.periods = periods;
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.multiple("public-holiday.multiple", day),
                    dated.whole("public-holiday.minimum-minutes", day),
                    dated.whole("public-holiday.lieu-notice-days", day),
                    dated.whole("public-holiday.authority-notice-days", day)));
  }

  void assess(
      Part.HolidayPeriod period, Assessment assessment, TimeOff timeOff, Periods.Blocks blocks) {
    if (Periods.isAtOwnRequest(period, assessment)) {
      Periods.ownRequest(period, Account.PUBLIC_HOLIDAYS_IN_LIEU, assessment);
    } else if (Periods.isOfInspectingRank(period, Paragraph.G_2_8_2, assessment)) {
      periods.inspecting(period, Account.PUBLIC_HOLIDAYS_IN_LIEU, assessment);
    } else {
      pay(period, assessment, timeOff, blocks);
    }
  }

  private void pay(
      Part.HolidayPeriod period, Assessment assessment, TimeOff timeOff, Periods.Blocks blocks) {
    Numbers today = numbers.on(period.day().date());
    Periods.Deemed deemed = periods.deemed(period, today.minimum(), assessment.reasons());
    Length payable = Periods.payable(blocks, period, deemed);
    long notice = noticeDays(period, assessment);
    boolean dayInLieu = notice < today.lieuNotice();
    String had =
        notice == BY_THE_ROSTER
            ? "the roster itself was notice"
            : notice == None.NONE ? "none is recorded" : "had " + notice;
    String why =
        "public holiday worked, "
            + Periods.why(deemed, payable)
            + (dayInLieu
                ? ", a holiday in lieu as well"
                : ", no holiday in lieu: that needs less than "
                    + today.lieuNotice()
                    + " days' notice, "
                    + had);
    if (payable.isPositive()) {
      timeOff.atMultiple(
          period,
          Element.PUBLIC_HOLIDAY_WORKING,
          payable,
          today.multiple(),
          Paragraph.G_2_22_3,
          why);
    } else {
      Periods.nothingPayable(period, deemed, Paragraph.G_2_22_3, assessment);
    }
    if (dayInLieu) {
      assessment.creditDayInLieu(
          period,
          Account.PUBLIC_HOLIDAYS_IN_LIEU,
          None.NONE,
          Paragraph.G_2_22_3,
          "required with less than " + today.lieuNotice() + " days' notice, " + had);
    }
    checkAuthority(period, today, notice, had, assessment);
  }

  private void checkAuthority(
      Part.HolidayPeriod period, Numbers today, long notice, String had, Assessment assessment) {
    Rank rank = period.first().authorisedByRank();
    boolean isAuthorised = rank != null && rank.isAtLeast(Rank.ASSISTANT_CHIEF_CONSTABLE);
    boolean isDue = notice < today.authorityNotice() && !period.retained();
    if (assessment
        .reasons()
        .applies(
            isDue && !isAuthorised,
            period,
            Paragraph.G_2_22_4,
            () -> whyNoAuthority(period, today, had, isDue))) {
      assessment.raise(
          ExceptionCode.PUBLIC_HOLIDAY_AUTHORITY,
          period,
          "Required on the public holiday of "
              + Assessment.day(period.day().date())
              + " with less than "
              + today.authorityNotice()
              + " days' notice ("
              + had
              + "), authorised by "
              + (rank == null ? "nobody" : rank.name())
              + ", which is below assistant chief constable.");
    }
  }

  private static String whyNoAuthority(
      Part.HolidayPeriod period, Numbers today, String had, boolean isDue) {
    if (isDue) {
      return "authorised by " + period.first().authorisedByRank();
    }
    return period.retained()
        ? "no authority is needed: retained"
        : "no authority is needed: that is for less than "
            + today.authorityNotice()
            + " days' notice, "
            + had;
  }

  /** Clear days of notice; {@link None#NONE}, less than any number, where there was none. */
  private static long noticeDays(Part.HolidayPeriod period, Assessment assessment) {
    long informedAt = Periods.informedAt(period);
    if (!None.isGiven(informedAt) && period.insideTour()) {
      RosterDay row = period.day().roster();
      long date = None.isGiven(row.changedOn()) ? row.changedOn() : row.publishedOn();
      if (!None.isGiven(date)) {
        return BY_THE_ROSTER;
      }
      informedAt = London.minute(date, 0);
    }
    return None.isGiven(informedAt)
        ? assessment.clearDays(period.day().date(), informedAt)
        : None.NONE;
  }
}
