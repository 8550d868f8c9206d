package org.dutypay.rules;

import org.dutypay.duty.Part;
import org.dutypay.pay.Element;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Early start without due notice: rulebook 5.3, G 2.16. The block before the rostered start counts
 * as part of the tour, which salary pays, so a third is added to it; with the policy FULL it is
 * paid at 4/3. The timeline has moved the tour and found the block.
 */
final class EarlyStart {

  /** The numbers of 5.3. */
  private record Numbers(int dueNotice, Multiple premium) {}

  private final Dated<Numbers> numbers;
  private final Overtime overtime;
  private final boolean paysInFull;

  EarlyStart(RunContext run, Overtime overtime) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("early-start.due-notice-minutes", day),
                    dated.multiple("early-start.premium", day)));
    this.overtime = overtime;
    paysInFull = run.policy().is(Policy.Key.EARLY_START_PAY, "FULL");
  }

  /** The notice that is due before an early start, in minutes. */
  int dueNotice(long date) {
    return numbers.on(date).dueNotice();
  }

  void assess(Part.EarlyBlock block, Assessment assessment, TimeOff timeOff) {
    long date = block.day().date();
    Standing standing = assessment.on(date);
    Length time = Length.ofMinutes(Length.floor15(block.earlyMinutes()));
    boolean belowFortyHours =
        standing.isPartTime() && assessment.week(date).headroomLeft(standing).isPositive();
    if (!time.isPositive() || belowFortyHours) {
      assessment.rows().notDue(block, RowOutcome.TOO_SHORT);
      return;
    }
    if (!standing.hasPaidOvertime()) {
      Overtime.notEntitled(block, time, assessment);
      return;
    }
    String why =
        "early start with less than "
            + dueNotice(date) / 60
            + " hours' notice: "
            + block.earlyMinutes()
            + " min before the rostered start";
    if (paysInFull) {
      timeOff.overtime(block, time, overtime.multiple(date), Paragraph.G_2_16_1, why);
    } else {
      Multiple premium = numbers.on(date).premium();
      timeOff.atMultiple(
          block,
          Element.OVERTIME,
          time,
          premium,
          Paragraph.G_2_16_1,
          why + ", which salary pays as part of the tour");
    }
  }
}
