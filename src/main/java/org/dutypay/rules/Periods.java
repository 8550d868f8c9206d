package org.dutypay.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.dutypay.pay.Account;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * What rest days, free days and public holidays share: notice, travel, the minimum, and that time
 * is never paid twice (rulebook 7; G 2.19.2 to 2.19.6, 2.29.1; KSO v Metropolis 2022).
 */
final class Periods {

  /** The numbers of 7. */
  record Numbers(
      int shortNotice, int minimum, int retainedLimit, int travelCeiling, int replacementDays) {}

  private final Dated<Numbers> numbers;
  private final Dated<Integer> lieuMonths;
  private final int travelLimit;

  Periods(RunContext run) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("rest-day.short-notice-days", day),
                    dated.whole("rest-day.minimum-minutes", day),
                    dated.whole("rest-day.retained-minutes", day),
                    dated.whole("rest-day.travel-ceiling-minutes", day),
                    dated.whole("rest-day.replacement-days", day)));
    lieuMonths =
        new Dated<>(
            run.numbers(), (dated, day) -> dated.whole("inspecting-ranks.lieu-months", day));
    travelLimit = run.policy().number(Policy.Key.REST_DAY_TRAVEL_LIMIT_MINUTES);
  }

  Numbers on(long date) {
    return numbers.on(date);
  }

  /** Retained for an hour or less: no minimum, no travel (G 2.19.4). */
  boolean isRetainedBriefly(Part.Period period) {
    return period.retained() && period.minutes() <= on(period.day().date()).retainedLimit();
  }

  /**
   * The moment the officer was told; on a changed day the change itself where none is recorded
   * (rulebook 4).
   */
  static long informedAt(Part part) {
    long informedAt = part.first().informedAt();
    return None.isGiven(informedAt) ? informedAt : part.day().changedAt();
  }

  /**
   * Travel counts up to the policy's limit and until it and the duty come to six hours (G 2.29.1).
   */
  int travel(Part.Period period) {
    if (!period.startsChain() || period.retained()) {
      return 0;
    }
    int room = Math.max(0, on(period.day().date()).travelCeiling() - period.minutes());
    return Math.min(Math.min(period.first().travelMinutes(), travelLimit), room);
  }

  private void explainTravel(Part.Period period, int travel, Reasons reasons) {
    int recorded = period.first().travelMinutes();
    if (travel > 0) {
      reasons.applied(
          period, Paragraph.G_2_29_1, () -> travel + " of " + recorded + " min of travel count");
    } else if (recorded > 0) {
      reasons.refused(
          period, Paragraph.G_2_29_1, () -> recorded + " min of travel" + noTravel(period));
    }
  }

  /**
   * How long a period counts, with travel and minimum, and how that came about.
   *
   * @param isMinimum whether it counts as the minimum and no longer
   */
  record Deemed(int total, boolean isMinimum, String why) {}

  /**
   * The period as long as it counts: its own minutes and travel, at least the minimum (G 2.19.3).
   */
  Deemed deemed(Part.Period period, int minimum, Reasons reasons) {
    int minutes = period.minutes();
    int travel = travel(period);
    explainTravel(period, travel, reasons);
    reasons.applies(
        minutes + travel < minimum,
        period,
        minimumRule(period),
        () -> minutes + travel + " min are not below the minimum of " + minimum + " min");
    int total = Math.max(minimum, minutes + travel);
    String why =
        minutes
            + (period.retained() ? " min retained" : " min duty")
            + (travel > 0
                ? " and " + travel + " min travel"
                : period.first().travelMinutes() > 0 ? noTravel(period) : "")
            + (minutes + travel < minimum ? ", counted as the " + minimum + " min minimum" : "");
    return new Deemed(total, total == minimum, why);
  }

  private String noTravel(Part.Period period) {
    String because =
        period.retained() || !period.startsChain()
            ? "retained"
            : "the duty alone comes to " + on(period.day().date()).travelCeiling() + " min";
    return ", no travel: " + because;
  }

  private static Paragraph minimumRule(Part.Period period) {
    return switch (period) {
      case Part.RestDayPeriod rest -> Paragraph.G_2_19_3;
      case Part.FreeDayPeriod free -> Paragraph.G_2_21_2;
      case Part.HolidayPeriod holiday -> Paragraph.G_2_22_3;
    };
  }

  private static Paragraph retainedRule(Part.Period period) {
    return period instanceof Part.RestDayPeriod ? Paragraph.G_2_19_4 : Paragraph.G_2_21_2;
  }

  /** As {@link #deemed}, but retained for an hour or less the minutes alone (G 2.19.4). */
  Deemed deemedUnlessBrief(Part.Period period, Reasons reasons) {
    Numbers today = on(period.day().date());
    if (!reasons.applies(
        isRetainedBriefly(period),
        period,
        retainedRule(period),
        () -> whyNotRetainedBriefly(period))) {
      return deemed(period, today.minimum(), reasons);
    }
    String why =
        period.minutes()
            + " min retained, not more than "
            + today.retainedLimit()
            + ", so without the "
            + today.minimum()
            + " min minimum";
    return new Deemed(period.minutes(), false, why);
  }

  private String whyNotRetainedBriefly(Part.Period period) {
    if (period.retained()) {
      return "retained for "
          + period.minutes()
          + " min, more than "
          + on(period.day().date()).retainedLimit();
    }
    return period.startsChain()
        ? "not retained: it starts a chain of its own"
        : "not retained: it came unbroken from nothing of an earlier force day";
  }

  /** The deemed blocks of each day so far. */
  static final class Blocks {
    private final Map<Long, Long> latestEnds = new HashMap<>();

    /** Lays a block down; what of it no earlier block of the day has paid, in minutes. */
    int lay(Part.Period period, int total) {
      long date = period.day().date();
      long end = period.start() + total;
      Long latest = latestEnds.get(date);
      long from = latest == null ? period.start() : Math.max(period.start(), latest);
      latestEnds.put(date, latest == null ? end : Math.max(end, latest));
      return (int) Math.max(0, end - from);
    }
  }

  /**
   * Lays the block and gives the completed quarter-hours that are left to pay, with the sentence
   * that explains them.
   */
  static Length payable(Blocks blocks, Part.Period period, Deemed deemed) {
    return Length.ofMinutes(Length.floor15(blocks.lay(period, deemed.total())));
  }

  /** The sentence, with what an earlier period of the day has already paid. */
  static String why(Deemed deemed, Length payable) {
    boolean overlaps = deemed.total() - payable.minutes() >= 15;
    return overlaps
        ? deemed.why() + ", less what an earlier period of the day has paid already"
        : deemed.why();
  }

  /** Nothing is left to pay of a period, or it never came to a quarter-hour. */
  static void nothingPayable(
      Part.Period period, Deemed deemed, Paragraph rule, Assessment assessment) {
    assessment.rows().notDue(period, RowOutcome.TOO_SHORT);
    assessment
        .reasons()
        .refused(
            period,
            rule,
            () ->
                deemed.total() < Length.QUARTER_HOUR
                    ? deemed.why() + ": less than a quarter-hour"
                    : deemed.why() + ": an earlier period of the day has paid it already");
  }

  /** A normal duty day, since the officer asked for it (G 2.26). */
  static boolean isAtOwnRequest(Part.Period period, Assessment assessment) {
    return assessment
        .reasons()
        .applies(
            period.first().ownRequest(),
            period,
            Paragraph.G_2_26_1,
            "not at the officer's own request");
  }

  /**
   * Whether the officer is an inspector or chief inspector on that day.
   *
   * @param rule the paragraph that would then hold
   */
  static boolean isOfInspectingRank(Part.Period period, Paragraph rule, Assessment assessment) {
    Standing standing = assessment.on(period.day().date());
    return assessment
        .reasons()
        .applies(
            standing.isInspecting(),
            period,
            rule,
            () -> "no inspecting rank: " + standing.rank().inWords());
  }

  /**
   * Whether notice was long enough to move the day instead of paying it.
   *
   * @param rule the paragraph that would then hold
   */
  boolean isMovedInTime(Part.Period period, Paragraph rule, Assessment assessment) {
    long informedAt = informedAt(period);
    long date = period.day().date();
    boolean isMoved =
        !period.retained()
            && None.isGiven(informedAt)
            && assessment.clearDays(date, informedAt) >= on(date).shortNotice();
    return assessment
        .reasons()
        .applies(isMoved, period, rule, () -> whyNotMoved(period, assessment));
  }

  private String whyNotMoved(Part.Period period, Assessment assessment) {
    long informedAt = informedAt(period);
    long date = period.day().date();
    String why;
    if (period.retained()) {
      why = "retained, so that notice does not matter";
    } else if (!None.isGiven(informedAt)) {
      why = "no notice is recorded";
    } else {
      why =
          "told at "
              + Facts.moment(informedAt)
              + ", "
              + assessment.clearDays(date, informedAt)
              + " clear days before, fewer than "
              + on(date).shortNotice();
    }
    return "the day does not move: " + why;
  }

  /** With due notice the day moves: another is credited where none is named (G 2.19.2). */
  void move(Part.Period period, Account account, Paragraph rule, Assessment assessment) {
    long date = period.day().date();
    long informedAt = informedAt(period);
    Numbers today = on(date);
    long notice = assessment.clearDays(date, informedAt);
    if (None.isGiven(period.first().replacementDay())) {
      assessment.rows().notDue(period, RowOutcome.MOVED);
      assessment
          .reasons()
          .applied(
              period,
              rule,
              () ->
                  "no pay: the day has moved to "
                      + Assessment.day(period.first().replacementDay())
                      + " with "
                      + notice
                      + " days' notice");
    } else {
      String note =
          "no pay but another day: pay needs less than "
              + today.shortNotice()
              + " days' notice; had "
              + notice;
      assessment.creditDayInLieu(period, account, None.NONE, rule, note);
    }
    checkReplacement(period, informedAt, today, assessment);
  }

  private void checkReplacement(
      Part.Period period, long informedAt, Numbers today, Assessment assessment) {
    String problem;
    long replacementInformedAt = period.first().replacementInformedAt();
    if (!None.isGiven(period.first().replacementDay())) {
      problem = "no other day is named.";
    } else if (!None.isGiven(replacementInformedAt)) {
      problem = "it is not recorded when the officer was told of the other day.";
    } else {
      long days =
          assessment.forceDays().of(replacementInformedAt) - assessment.forceDays().of(informedAt);
      if (days <= today.replacementDays()) {
        return;
      }
      problem =
          "the officer was told of the other day "
              + days
              + " days after the notice, not within "
              + today.replacementDays()
              + ".";
    }
    assessment.raise(
        ExceptionCode.REPLACEMENT_LATE,
        period,
        "The day off on "
            + Assessment.day(period.day().date())
            + " was moved with notice at "
            + Facts.moment(informedAt)
            + ", but "
            + problem);
  }

  /** A normal duty day at the officer's own request: another day, no pay (G 2.26). */
  static void ownRequest(Part.Period period, Account account, Assessment assessment) {
    assessment.creditDayInLieu(
        period,
        account,
        None.NONE,
        Paragraph.G_2_26_1,
        "worked at the officer's own request: another day off, no pay");
  }

  /** Inspecting ranks have another day off within a year, and no pay (G 2.8.2). */
  void inspecting(Part.Period period, Account account, Assessment assessment) {
    long date = period.day().date();
    int months = lieuMonths.on(date);
    long expiresOn = LocalDate.ofEpochDay(date).plusMonths(months).toEpochDay();
    assessment.creditDayInLieu(
        period,
        account,
        expiresOn,
        Paragraph.G_2_8_2,
        "inspecting ranks have another day off within " + months + " months, no pay");
  }
}
