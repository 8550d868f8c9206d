package org.dutypay.rules;

import java.util.Optional;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Overtime retained after the tour: rulebook 5.1 and 5.2, G 2.12 to 2.14 and 2.3.
 *
 * <p>Planned (G 2.13.1): every completed quarter-hour. Casual (G 2.14): under thirty minutes
 * nothing; on the first four occasions of a week the first thirty minutes are not paid. Part-time
 * (G 2.3): plain time up to forty hours comes first. Inspecting ranks, and who acts as one, have
 * plain time only (G 2.8.1, 1.31.2, 1.32.3). Elsewhere: early starts ({@link EarlyStart}), recalls
 * ({@link Recalls}).
 */
final class Overtime {

  /** The numbers of 5.1. */
  record Numbers(
      Multiple multiple, int casualLeast, int casualDisregard, int disregardedOccasions) {}

  private final Dated<Numbers> numbers;
  private final boolean shortCasualCounts;

  Overtime(RunContext run) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.multiple("overtime.multiple", day),
                    dated.whole("overtime.casual-least-minutes", day),
                    dated.whole("overtime.casual-disregard-minutes", day),
                    dated.whole("overtime.disregarded-occasions", day)));
    shortCasualCounts = run.policy().is(Policy.Key.SHORT_CASUAL_COUNTS);
  }

  /** The multiple of overtime on a day. */
  Multiple multiple(long date) {
    return numbers.on(date).multiple();
  }

  void assess(Part.RetainedOccasion occasion, Assessment assessment, TimeOff timeOff) {
    Length time = Length.ofMinutes(Length.floor15(occasion.minutes()));
    if (payPlainTimeFirst(
        occasion,
        time,
        Paragraph.G_2_13_1,
        "retained " + occasion.minutes() + " min",
        assessment,
        timeOff)) {
      assessment
          .reasons()
          .refused(
              occasion,
              Paragraph.G_2_14_1,
              "no casual occasion, since some of it is within forty hours of the week");
      return;
    }
    String told = toldWhen(occasion);
    if (assessment.reasons().applies(occasion.toldBefore(), occasion, Paragraph.G_2_13_1, told)) {
      pay(
          occasion,
          time,
          Paragraph.G_2_13_1,
          "planned, " + occasion.minutes() + " min retained, " + told,
          assessment,
          timeOff);
    } else {
      casual(occasion, told, assessment, timeOff);
    }
  }

  private void casual(
      Part.RetainedOccasion occasion, String told, Assessment assessment, TimeOff timeOff) {
    Numbers today = numbers.on(occasion.day().date());
    int minutes = occasion.minutes();
    if (minutes < today.casualLeast()) {
      assessment
          .reasons()
          .refused(
              occasion,
              Paragraph.G_2_14_1,
              () -> minutes + " min retained, under " + today.casualLeast() + ": nothing");
      if (shortCasualCounts) {
        countCasual(occasion, assessment);
      }
      assessment.rows().notDue(occasion, RowOutcome.TOO_SHORT);
      return;
    }
    int number = countCasual(occasion, assessment);
    boolean disregards = number <= today.disregardedOccasions();
    int payable = Length.floor15(disregards ? minutes - today.casualDisregard() : minutes);
    String why =
        "casual occasion "
            + number
            + " of the week, "
            + minutes
            + " min retained"
            + (disregards
                ? ", the first "
                    + today.casualDisregard()
                    + " not paid: planned overtime pays them, but "
                    + told
                : "");
    pay(occasion, Length.ofMinutes(payable), Paragraph.G_2_14_1, why, assessment, timeOff);
  }

  /** Counts a casual occasion; its number in the week. */
  private static int countCasual(Part.RetainedOccasion occasion, Assessment assessment) {
    long date = occasion.day().date();
    int number = assessment.week(date).nextCasual();
    assessment
        .reasons()
        .counted(
            () -> WeekCount.casual(assessment.forceDays().week(date), date, number - 1, number));
    return number;
  }

  private static String toldWhen(Part.RetainedOccasion occasion) {
    String begun = "the tour was begun at " + Facts.moment(occasion.tourBegun()).substring(11);
    long informedAt = occasion.first().informedAt();
    return None.isGiven(informedAt)
        ? "told at " + Facts.moment(informedAt) + " and " + begun
        : "it is not recorded that the officer was told before " + begun;
  }

  /**
   * Plain time up to forty hours a week for part-time officers, the rest as overtime without
   * disregard (5.2).
   *
   * @param time completed quarter-hours, with any travel that counts
   * @param overtimeRule the paragraph of the part that passes the headroom
   * @return whether some of it was plain time, so that it is no casual occasion and nothing is left
   *     to pay
   */
  boolean payPlainTimeFirst(
      Part part,
      Length time,
      Paragraph overtimeRule,
      String why,
      Assessment assessment,
      TimeOff timeOff) {
    Length plain = plainTime(part, time, assessment);
    if (!plain.isPositive()) {
      return false;
    }
    String shared =
        why
            + ": "
            + time.inMinutes()
            + " min, of which "
            + plain.inMinutes()
            + " within 40 hours of the week";
    timeOff.atMultiple(
        part, Element.ADDITIONAL_HOURS, plain, Multiple.ONE, Paragraph.G_2_3_1, shared);
    Length rest = time.minus(plain);
    if (rest.isPositive()) {
      pay(part, rest, overtimeRule, shared, assessment, timeOff);
    }
    return true;
  }

  /** What of a part-time officer's time the headroom of the week still holds; it is used up. */
  Length plainTime(Part part, Length time, Assessment assessment) {
    long date = part.day().date();
    Standing standing = assessment.on(date);
    Reasons reasons = assessment.reasons();
    if (!standing.isPartTime()) {
      reasons.refused(part, Paragraph.G_2_3_1, "plain time: full-time");
      return Length.ZERO;
    }
    WeekCount week = assessment.week(date);
    Length left = week.headroomLeft(standing);
    Length plain = time.atMost(left);
    week.usePlainTime(plain);
    reasons.applies(
        plain.isPositive(),
        part,
        Paragraph.G_2_3_1,
        () ->
            time.isPositive()
                ? "plain time: the headroom of the week is used up"
                : "plain time: no completed quarter-hour");
    reasons.counted(
        () ->
            WeekCount.headroom(
                assessment.forceDays().week(date), date, left, week.headroomLeft(standing)));
    return plain;
  }

  /** Overtime at its multiple; inspecting ranks, and who acts as one, have none (G 2.8.1). */
  void pay(
      Part part, Length time, Paragraph rule, String why, Assessment assessment, TimeOff timeOff) {
    if (!time.isPositive()) {
      assessment.rows().notDue(part, RowOutcome.TOO_SHORT);
      assessment.reasons().refused(part, rule, () -> why + ": less than a quarter-hour to pay");
      return;
    }
    long date = part.day().date();
    if (!assessment.on(date).hasPaidOvertime()) {
      notEntitled(part, time, assessment);
      return;
    }
    timeOff.overtime(part, time, multiple(date), rule, why);
  }

  /** What would have been paid to an officer who has overtime. */
  static void notEntitled(Part part, Length time, Assessment assessment) {
    assessment.rows().notDue(part, RowOutcome.NOT_ENTITLED);
    Standing standing = assessment.on(part.day().date());
    Optional<ActingDay> banned = standing.withoutOvertimeBy();
    String who =
        banned
            .map(
                row ->
                    "a " + standing.rank().inWords() + " acting as " + row.actingRank().inWords())
            .orElse("an officer in the rank of " + standing.rank().inWords());
    assessment.raise(
        ExceptionCode.RANK_NOT_ENTITLED,
        part,
        banned.map(Overtime::paragraphOfBan).orElse(ExceptionCode.RANK_NOT_ENTITLED.rule()),
        time.inMinutes()
            + " min from "
            + Facts.moment(part.start())
            + " would be overtime, but "
            + who
            + " has no paid overtime.");
  }

  private static Paragraph paragraphOfBan(ActingDay row) {
    return row.basis() == ActingDay.Basis.TEMPORARY_SALARY
        ? Paragraph.G_1_32_3
        : Paragraph.G_1_31_2;
  }
}
