package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.Chain;
import org.dutypay.duty.Days;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Weekly working time and weekly rest: rulebook 15, G 2.10. Not more than 48 hours a week on
 * average over 17 weeks, unless the officer has opted out; and in 14 days 48 hours free of duty in
 * one piece, or 24 hours twice. Both are looked at once a week, on its last force day.
 */
final class WorkingTime {

  private static final int DAYS_OF_A_WEEK = 7;
  private static final int MINUTES_OF_AN_HOUR = 60;

  /**
   * The numbers of 15.
   *
   * @param longRest one gap of so many minutes is rest enough
   * @param shortRest so are two gaps of so many minutes each
   * @param restDays the days in which they are looked for
   */
  private record Numbers(int hours, int weeks, int longRest, int shortRest, int restDays) {

    int averagedDays() {
      return weeks * DAYS_OF_A_WEEK;
    }
  }

  private final RunContext run;
  private final ForceDays forceDays;
  private final Dated<Numbers> numbers;

  /** Last days of the weeks that end in the range; not of those that are still going on. */
  private final List<Long> weeks;

  WorkingTime(RunContext run) {
    this.run = run;
    forceDays = run.forceDays();
    weeks = lastDaysOfWeeks();
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("working-time.weekly-hours", day),
                    dated.whole("working-time.averaged-weeks", day),
                    dated.whole("working-time.long-rest-minutes", day),
                    dated.whole("working-time.short-rest-minutes", day),
                    dated.whole("working-time.weekly-rest-days", day)));
  }

  void assess(Days days, Timeline timeline, Assessment assessment) {
    checkHours(days, timeline, assessment);
    for (long last : weeks) {
      checkRest(last, timeline.chains(), assessment);
    }
  }

  private List<Long> lastDaysOfWeeks() {
    List<Long> ends = new ArrayList<>();
    long until = Math.min(run.to(), run.runDate());
    for (long last = forceDays.lastOfWeek(run.from());
        last <= until;
        last = forceDays.lastOfWeek(last + 1)) {
      ends.add(last);
    }
    return ends;
  }

  /** Only where the roster reaches over all the weeks that are averaged. */
  private void checkHours(Days days, Timeline timeline, Assessment assessment) {
    List<Long> reached = weeks.stream().filter(last -> isReached(last, days, assessment)).toList();
    if (reached.isEmpty()) {
      return;
    }
    Map<Long, Integer> minutes = timeline.minutesByDay();
    for (long last : reached) {
      Numbers today = numbers.on(last);
      long worked = 0;
      for (long date = last - today.averagedDays() + 1; date <= last; date++) {
        worked += minutes.getOrDefault(date, 0);
      }
      boolean isOver = worked > (long) today.hours() * MINUTES_OF_AN_HOUR * today.weeks();
      if (isOver && !hasOptedOut(last, assessment)) {
        overHours(last, worked, today, assessment);
      } else if (assessment.reasons().listens()) {
        String why =
            average(worked, today)
                + (isOver ? "; opted out" : "; not more than " + today.hours() + " h");
        assessment.reasons().refused(last, Paragraph.R_15, why);
      }
    }
  }

  private boolean isReached(long last, Days days, Assessment assessment) {
    Numbers today = numbers.on(last);
    boolean isReached =
        !days.rostered().isEmpty()
            && days.rostered().getFirst().date() <= last - today.averagedDays() + 1
            && days.rostered().getLast().date() >= last;
    if (!isReached && assessment.reasons().listens()) {
      String why = "weekly hours: the roster does not reach over all " + today.weeks() + " weeks";
      assessment.reasons().refused(last, Paragraph.R_15, why);
    }
    return isReached;
  }

  private static boolean hasOptedOut(long date, Assessment assessment) {
    OfficerRecord record = assessment.on(date).record();
    return record.covers(date) && record.wtrOptOut();
  }

  private static void overHours(long last, long worked, Numbers today, Assessment assessment) {
    String message =
        average(worked, today)
            + " to "
            + Assessment.day(last)
            + "; "
            + today.hours()
            + " h are the limit.";
    String facts =
        new Facts().value("duty", worked + " min in " + today.weeks() + " weeks").toString();
    assessment.raise(ExceptionCode.WTR_48_HOURS, last, "", 0, "", "", message, facts);
  }

  private static String average(long worked, Numbers today) {
    long perHour = (long) today.weeks() * MINUTES_OF_AN_HOUR;
    long tenths = (20 * worked + perHour) / (2 * perHour);
    return tenths / 10
        + "."
        + tenths % 10
        + " h a week ("
        + Facts.hours(worked)
        + " in all) over the "
        + today.weeks()
        + " weeks";
  }

  /** The longest gaps between duties that lie in a window, in minutes. */
  private record Gaps(long longest, long second) {

    Gaps and(long gap) {
      if (gap > longest) {
        return new Gaps(gap, longest);
      }
      return gap > second ? new Gaps(longest, gap) : this;
    }

    /** Time before the first duty and after the last is free too. */
    static Gaps between(List<Chain> chains, long start, long end) {
      Gaps gaps = new Gaps(0, 0);
      long freeFrom = start;
      for (Chain chain : chains) {
        if (chain.start() >= end) {
          break;
        }
        if (chain.end() > start) {
          gaps = gaps.and(chain.start() - freeFrom);
          freeFrom = chain.end();
        }
      }
      return gaps.and(end - freeFrom);
    }
  }

  private void checkRest(long last, List<Chain> chains, Assessment assessment) {
    Numbers today = numbers.on(last);
    Gaps gaps =
        Gaps.between(chains, forceDays.start(last - today.restDays() + 1), forceDays.end(last));
    if (gaps.longest() >= today.longRest() || gaps.second() >= today.shortRest()) {
      if (assessment.reasons().listens()) {
        String why = "weekly rest: in" + free(last, gaps, today);
        assessment.reasons().refused(last, Paragraph.R_15, why);
      }
      return;
    }
    String message =
        "In"
            + free(last, gaps, today)
            + "; one of "
            + today.longRest() / MINUTES_OF_AN_HOUR
            + " h or two of "
            + today.shortRest() / MINUTES_OF_AN_HOUR
            + " h are due.";
    String facts =
        new Facts()
            .value("longest", gaps.longest() + " min")
            .value("second", gaps.second() + " min")
            .toString();
    assessment.raise(ExceptionCode.WTR_WEEKLY_REST, last, "", 0, "", "", message, facts);
  }

  private static String free(long last, Gaps gaps, Numbers today) {
    return " the "
        + today.restDays()
        + " days to "
        + Assessment.day(last)
        + " the longest times free of duty were "
        + Facts.hours(gaps.longest())
        + " and "
        + Facts.hours(gaps.second());
  }
}
