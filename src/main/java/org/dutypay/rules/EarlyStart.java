package org.dutypay.rules;

import java.util.List;
import org.dutypay.duty.Advance;
import org.dutypay.duty.None;
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
  private final int bookOnMinutes;

  EarlyStart(RunContext run, Overtime overtime) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("early-start.due-notice-minutes", day),
                    dated.multiple("early-start.premium", day)));
    this.overtime = overtime;
    bookOnMinutes = run.policy().number(Policy.Key.EARLY_BOOK_ON_MINUTES);
    paysInFull = run.policy().is(Policy.Key.EARLY_START_PAY, "FULL");
  }

  /** The notice that is due before an early start, in minutes. */
  int dueNotice(long date) {
    return numbers.on(date).dueNotice();
  }

  /** Says of each tour that a chain runs into whether it moved and whether that is overtime. */
  void explain(List<Advance> advances, Assessment assessment) {
    if (!assessment.reasons().listens()) {
      return;
    }
    for (Advance advance : advances) {
      long date = advance.day().date();
      if (advance.finding() == Advance.Finding.WITHOUT_DUE_NOTICE) {
        assessment.reasons().applied(date, Paragraph.G_2_16_1, why(advance));
      } else {
        assessment.reasons().refused(date, Paragraph.G_2_16_1, why(advance));
      }
    }
  }

  private String why(Advance advance) {
    String begun = "begun " + Facts.moment(advance.start());
    String hours = dueNotice(advance.day().date()) / 60 + " hours";
    String tooLate =
        None.isGiven(advance.informedAt())
            ? "told at " + Facts.moment(advance.informedAt()) + ", less than " + hours + " before"
            : "no notice is recorded";
    return switch (advance.finding()) {
      case OUT_OF_A_TOUR ->
          "the tour is not moved: the chain comes unbroken out of an earlier tour, which retained"
              + " the officer";
      case BOOKED_ON_EARLY ->
          "the tour is not moved: booked on "
              + (advance.rosteredStart() - advance.chainStart())
              + " min early, less than "
              + bookOnMinutes
              + ", without being told to";
      case OTHER_DAYS_RULE ->
          "the tour is not moved: the time before it is on a day with its own rule";
      case TOLD_IN_TIME ->
          "the tour has just moved, "
              + begun
              + ": told at "
              + Facts.moment(advance.informedAt())
              + ", at least "
              + hours
              + " before, so no third";
      case SAME_FORCE_DAY ->
          "the tour has just moved, " + begun + ": in the tour's own force day, so no third";
      case NO_TOUR_BEFORE ->
          "the tour has just moved, "
              + begun
              + ": no tour on duty of the earlier force day was worked to its end, so no third";
      case WITHOUT_DUE_NOTICE ->
          "the tour has moved, "
              + begun
              + ", and the time before the rostered start is overtime: "
              + tooLate
              + ", after a tour of the earlier force day worked to its end";
    };
  }

  void assess(Part.EarlyBlock block, Assessment assessment, TimeOff timeOff) {
    long date = block.day().date();
    Standing standing = assessment.on(date);
    Length time = Length.ofMinutes(Length.floor15(block.earlyMinutes()));
    boolean belowFortyHours =
        standing.isPartTime() && assessment.week(date).headroomLeft(standing).isPositive();
    if (!time.isPositive() || belowFortyHours) {
      assessment.rows().notDue(block, RowOutcome.TOO_SHORT);
      assessment
          .reasons()
          .refused(
              block,
              Paragraph.G_2_16_1,
              belowFortyHours
                  ? "nothing while the part-time officer's headroom of the week is not used up"
                  : "no completed quarter-hour before the rostered start");
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
