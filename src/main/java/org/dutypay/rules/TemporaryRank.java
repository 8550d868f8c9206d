package org.dutypay.rules;

import java.util.function.LongPredicate;
import org.dutypay.duty.ActingDay.Basis;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Unit;
import org.dutypay.reference.Dated;

/**
 * Temporary salary and temporary promotion: rulebook 11, G 1.32 and 1.33, S 3.16. A day's share of
 * the gap for every calendar day, in proportion to the weekly hours. A constable or sergeant on
 * temporary salary as inspector or above has none on a rest day or public holiday worked (G
 * 1.32.3). On secondment, an officer not suitable for the promotion has the difference instead (S
 * 3.16.5). Elsewhere: what a temporary promotion changes on other lines ({@link HigherRanks}).
 */
final class TemporaryRank {

  private final Dated<Integer> divisor;

  TemporaryRank(RunContext run) {
    divisor =
        new Dated<>(run.numbers(), (dated, day) -> dated.whole("temporary-rank.day-divisor", day));
  }

  /**
   * @param dayOffWorked whether a date is a rest day or public holiday that was worked
   */
  void assess(LongPredicate dayOffWorked, Assessment assessment) {
    HigherRanks ranks = assessment.higherRanks();
    for (HigherRankDay day : ranks.asked()) {
      if (day.isOn(Basis.ACTING) || !ranks.counts(day)) {
        continue;
      }
      if (day.isOn(Basis.TEMPORARY_SALARY)
          && day.isInspectingAboveOwn()
          && dayOffWorked.test(day.date())) {
        String why = "none on a rest day or public holiday worked as an inspecting rank";
        notEntitled(day, Paragraph.G_1_32_3, why, assessment);
        continue;
      }
      switch (ranks.gap(day)) {
        case Gap.Known gap -> pay(day, gap, assessment);
        case Gap.NoHigherPoint none ->
            notEntitled(day, Paragraph.G_1_32_1, none.inWords(), assessment);
        case Gap.Unknown missing -> {
          assessment.noRate(day, missing);
          assessment.rows().held(day.date(), day.row(), ExceptionCode.NO_RATE);
        }
      }
    }
  }

  private static void notEntitled(
      HigherRankDay day, Paragraph rule, String why, Assessment assessment) {
    assessment.rows().notDue(day.date(), day.row(), RowOutcome.NOT_ENTITLED);
    assessment.reasons().refused(day.date(), rule, why);
  }

  private void pay(HigherRankDay day, Gap.Known gap, Assessment assessment) {
    int dayDivisor = divisor.on(day.date());
    ExactAmount amount = gap.perDay(dayDivisor);
    String why = "as " + day.rank().inWords() + "; " + gap.perDayInWords(dayDivisor);
    if (day.isDifference()) {
      line(
          day,
          Element.SECONDMENT_DIFFERENCE,
          amount,
          Paragraph.S_3_16_5,
          "difference on secondment " + why,
          assessment);
      return;
    }
    OfficerRecord record = day.own().record();
    if (record.isPartTime()) {
      amount = record.proRata(amount);
      why +=
          ", x "
              + hours(record.weeklyHoursTenThousandths())
              + " / "
              + hours(OfficerRecord.FULL_TIME)
              + " hours a week";
    }
    if (day.isOn(Basis.TEMPORARY_PROMOTION)) {
      line(
          day,
          Element.TEMPORARY_PROMOTION,
          amount,
          Paragraph.G_1_33_1,
          "temporary promotion " + why,
          assessment);
    } else {
      line(
          day,
          Element.TEMPORARY_SALARY,
          amount,
          Paragraph.G_1_32_1,
          "temporary salary " + why,
          assessment);
    }
  }

  private static String hours(int tenThousandths) {
    return new Length(tenThousandths).inMinutes();
  }

  private static void line(
      HigherRankDay day,
      Element element,
      ExactAmount amount,
      Paragraph rule,
      String note,
      Assessment assessment) {
    assessment.rows().paid(day.date(), day.row());
    assessment.line(day.date(), element, 100, Unit.DAYS, amount, amount, rule, "", note);
  }
}
