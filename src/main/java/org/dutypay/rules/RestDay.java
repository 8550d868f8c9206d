package org.dutypay.rules;

import org.dutypay.duty.Part;
import org.dutypay.pay.Account;
import org.dutypay.pay.Element;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Rest day working: rulebook 7, G 2.19, 2.24 to 2.27 and 2.29. At the officer's own request a
 * normal day (G 2.26); inspecting ranks have a day in lieu (G 2.8.2); with fifteen days' notice the
 * rest day moves (G 2.19.2); else time and a half, four hours at least (G 2.19.3), unless retained
 * for an hour or less (G 2.19.4). Elsewhere: stood down ({@link StoodDown}), absences of five days
 * ({@link LeaveRecall}).
 */
final class RestDay {

  private final Periods periods;
  private final Dated<Multiple> multiple;

  RestDay(RunContext run, Periods periods) {
    this.periods = periods;
    multiple = new Dated<>(run.numbers(), (dated, day) -> dated.multiple("rest-day.multiple", day));
  }

  void assess(
      Part.RestDayPeriod period, Assessment assessment, TimeOff timeOff, Periods.Blocks blocks) {
    if (Periods.isAtOwnRequest(period, assessment)) {
      Periods.ownRequest(period, Account.REST_DAYS_IN_LIEU, assessment);
    } else if (Periods.isOfInspectingRank(period, Paragraph.G_2_8_2, assessment)) {
      periods.inspecting(period, Account.REST_DAYS_IN_LIEU, assessment);
    } else if (periods.isMovedInTime(period, Paragraph.G_2_19_2, assessment)) {
      periods.move(period, Account.REST_DAYS_IN_LIEU, Paragraph.G_2_19_2, assessment);
    } else {
      pay(period, assessment, timeOff, blocks);
    }
  }

  private void pay(
      Part.RestDayPeriod period, Assessment assessment, TimeOff timeOff, Periods.Blocks blocks) {
    Periods.Deemed deemed = periods.deemedUnlessBrief(period, assessment.reasons());
    Length payable = Periods.payable(blocks, period, deemed);
    if (!payable.isPositive()) {
      Periods.nothingPayable(period, deemed, Paragraph.G_2_19_2, assessment);
      return;
    }
    Paragraph rule =
        periods.isRetainedBriefly(period)
            ? Paragraph.G_2_19_4
            : deemed.isMinimum() ? Paragraph.G_2_19_3 : Paragraph.G_2_19_2;
    String why = "rest day worked, " + Periods.why(deemed, payable);
    timeOff.atMultiple(
        period, Element.REST_DAY_WORKING, payable, multiple.on(period.day().date()), rule, why);
  }
}
