package org.dutypay.rules;

import org.dutypay.duty.Part;
import org.dutypay.pay.Account;
import org.dutypay.pay.Element;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Dated;

/**
 * Free day working: rulebook 8, G 2.21. As a rest day, except that at the officer's own request it
 * is paid by the hour, work that only this officer could do is plain time, and inspecting ranks
 * have plain time up to forty hours a week (G 2.21.3).
 */
final class FreeDay {

  private final Periods periods;
  private final Overtime overtime;
  private final Dated<Multiple> multiple;

  FreeDay(RunContext run, Periods periods, Overtime overtime) {
    this.periods = periods;
    this.overtime = overtime;
    multiple = new Dated<>(run.numbers(), (dated, day) -> dated.multiple("free-day.multiple", day));
  }

  void assess(
      Part.FreeDayPeriod period, Assessment assessment, TimeOff timeOff, Periods.Blocks blocks) {
    if (Periods.isOfInspectingRank(period, Paragraph.G_2_21_3, assessment)) {
      inspecting(period, assessment, timeOff);
    } else if (Periods.isAtOwnRequest(period, assessment)) {
      byTheHour(period, assessment, timeOff);
    } else if (periods.isMovedInTime(period, Paragraph.G_2_21_1, assessment)) {
      periods.move(period, Account.FREE_DAYS_IN_LIEU, Paragraph.G_2_21_1, assessment);
    } else {
      pay(period, assessment, timeOff, blocks);
    }
  }

  /**
   * Own request: no minimum, no travel; within the week's headroom plain time, the rest overtime,
   * never casual.
   */
  private void byTheHour(Part.FreeDayPeriod period, Assessment assessment, TimeOff timeOff) {
    Length time = Length.ofMinutes(Length.floor15(period.minutes()));
    String why = "free day worked at own request, " + period.minutes() + " min by the hour";
    if (!overtime.payPlainTimeFirst(period, time, Paragraph.G_2_21_1, why, assessment, timeOff)) {
      overtime.pay(period, time, Paragraph.G_2_21_1, why, assessment, timeOff);
    }
  }

  private void inspecting(Part.FreeDayPeriod period, Assessment assessment, TimeOff timeOff) {
    Length time = Length.ofMinutes(Length.floor15(period.minutes()));
    Length plain = overtime.plainTime(period, time, assessment);
    String why =
        "free day worked by an inspecting rank, "
            + plain.inMinutes()
            + " of "
            + period.minutes()
            + " min within 40 hours of the week";
    timeOff.atMultiple(
        period, Element.ADDITIONAL_HOURS, plain, Multiple.ONE, Paragraph.G_2_21_3, why);
    if (time.minus(plain).isPositive()) {
      Overtime.notEntitled(period, time.minus(plain), assessment);
    } else if (!plain.isPositive()) {
      assessment.rows().notDue(period, RowOutcome.TOO_SHORT);
    }
  }

  private void pay(
      Part.FreeDayPeriod period, Assessment assessment, TimeOff timeOff, Periods.Blocks blocks) {
    Reasons reasons = assessment.reasons();
    Periods.Deemed deemed = periods.deemedUnlessBrief(period, reasons);
    Length payable = Periods.payable(blocks, period, deemed);
    if (!payable.isPositive()) {
      Periods.nothingPayable(period, deemed, Paragraph.G_2_21_1, assessment);
      return;
    }
    String why = "free day worked, " + Periods.why(deemed, payable);
    if (reasons.applies(
        period.first().solePerformer(),
        period,
        Paragraph.G_2_21_1,
        "plain time: others could have done it")) {
      String sole = why + ", plain time since only this officer could do it";
      timeOff.atMultiple(
          period, Element.ADDITIONAL_HOURS, payable, Multiple.ONE, Paragraph.G_2_21_1, sole);
      return;
    }
    boolean isRule2 = deemed.isMinimum() || periods.isRetainedBriefly(period);
    Paragraph rule = isRule2 ? Paragraph.G_2_21_2 : Paragraph.G_2_21_1;
    timeOff.atMultiple(
        period, Element.FREE_DAY_WORKING, payable, multiple.on(period.day().date()), rule, why);
  }
}
