package org.dutypay.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.Day;
import org.dutypay.duty.Day.Kind;
import org.dutypay.duty.Days;
import org.dutypay.duty.Duty;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.dutypay.pay.Account;
import org.dutypay.pay.Element;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Recall from annual leave: rulebook 10, G 2.32 and 2.20, all federated ranks. In an absence of
 * three days or more the first two leave days worked give two days back, or one and the day at
 * double time; each later day one and a half, or one and half the day at double time. In a shorter
 * absence the day comes back. In one of five days or more, rest and free days worked count as leave
 * (PNB 2014/8). Time beyond the day's value is overtime.
 */
final class LeaveRecall {

  /** The numbers of 10. */
  private record Numbers(
      int absenceDays,
      int wholeAbsenceDays,
      int firstDays,
      Multiple firstTimeOff,
      Multiple laterTimeOff,
      Multiple multiple,
      Multiple laterShare) {}

  private final Dated<Numbers> numbers;
  private final Periods periods;
  private final Overtime overtime;
  private final boolean countsWholeAbsences;

  LeaveRecall(RunContext run, Periods periods, Overtime overtime) {
    this.periods = periods;
    this.overtime = overtime;
    countsWholeAbsences = run.policy().is(Policy.Key.PNB_2014_8);
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("leave-recall.absence-days", day),
                    dated.whole("leave-recall.whole-absence-days", day),
                    dated.whole("leave-recall.first-days", day),
                    dated.multiple("leave-recall.first-time-off", day),
                    dated.multiple("leave-recall.later-time-off", day),
                    dated.multiple("leave-recall.multiple", day),
                    dated.multiple("leave-recall.later-share", day)));
  }

  /** An unbroken run of days off with at least one day of annual leave. */
  record Absence(long firstDay, int days) {}

  /** The absence that holds a day, by its date; days that are in none are missing. */
  static Map<Long, Absence> absences(Days days) {
    Map<Long, Absence> absences = new HashMap<>();
    List<Day> rostered = days.rostered();
    int from = 0;
    for (int i = 1; i <= rostered.size(); i++) {
      boolean goesOn =
          i < rostered.size()
              && rostered.get(i).date() == rostered.get(i - 1).date() + 1
              && rostered.get(i).kind().isTimeOff()
              && rostered.get(i - 1).kind().isTimeOff();
      if (!goesOn) {
        List<Day> run = rostered.subList(from, i);
        if (run.stream().anyMatch(day -> day.kind() == Kind.ANNUAL_LEAVE)) {
          Absence absence = new Absence(run.getFirst().date(), run.size());
          run.forEach(day -> absences.put(day.date(), absence));
        }
        from = i;
      }
    }
    return absences;
  }

  /**
   * The same parts, with the rest and free days that count as leave made one leave day each (G
   * 2.20.1).
   */
  List<Part> withWholeAbsences(List<Part> parts, Map<Long, Absence> absences, Reasons reasons) {
    if ((!countsWholeAbsences || absences.isEmpty()) && !reasons.listens()) {
      return parts;
    }
    List<Part> result = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (part instanceof Part.Period period
          && countsAsLeave(period, absences.get(part.day().date()), reasons)) {
        addToLeaveDay(period, result);
      } else {
        result.add(part);
      }
    }
    result.sort(Comparator.comparingLong(Part::start));
    return result;
  }

  private boolean countsAsLeave(Part.Period period, @Nullable Absence absence, Reasons reasons) {
    if (period instanceof Part.HolidayPeriod) {
      return false;
    }
    boolean counts =
        countsWholeAbsences
            && absence != null
            && absence.days() >= numbers.on(period.day().date()).wholeAbsenceDays()
            && !period.first().ownRequest()
            && !periods.isRetainedBriefly(period);
    return reasons.applies(counts, period, Paragraph.G_2_20_1, () -> whyNoLeave(period, absence));
  }

  private String whyNoLeave(Part.Period period, @Nullable Absence absence) {
    int least = numbers.on(period.day().date()).wholeAbsenceDays();
    String why;
    if (!countsWholeAbsences) {
      why = "pnb-2014-8 is false";
    } else if (absence == null) {
      why = "it lies in no absence with annual leave";
    } else if (absence.days() < least) {
      why = "its absence has " + absence.days() + " days, fewer than " + least;
    } else if (period.first().ownRequest()) {
      why = "worked at the officer's own request";
    } else {
      why = "retained for an hour or less";
    }
    return "does not count as leave: " + why;
  }

  private static void addToLeaveDay(Part.Period period, List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i)
              instanceof Part.LeaveDayWorked(Day day, long start, int minutes, List<Duty> duties)
          && day.date() == period.day().date()) {
        List<Duty> all = new ArrayList<>(duties);
        period.duties().stream().filter(duty -> !all.contains(duty)).forEach(all::add);
        parts.set(
            i, new Part.LeaveDayWorked(day, start, minutes + period.minutes(), List.copyOf(all)));
        return;
      }
    }
    parts.add(
        new Part.LeaveDayWorked(period.day(), period.start(), period.minutes(), period.duties()));
  }

  /** The leave days of one officer, numbered within each absence in order of time. */
  final class OfOfficer {
    private final Map<Long, Absence> absences;
    private final Assessment assessment;
    private final TimeOff timeOff;
    private final Map<Absence, Integer> worked = new HashMap<>();

    OfOfficer(Map<Long, Absence> absences, Assessment assessment, TimeOff timeOff) {
      this.absences = absences;
      this.assessment = assessment;
      this.timeOff = timeOff;
    }

    void assess(Part.LeaveDayWorked leave) {
      long date = leave.day().date();
      Absence absence = absences.get(date);
      if (absence == null) {
        throw new IllegalStateException(
            "Every leave day is in an absence, but not " + Assessment.day(date));
      }
      int number = worked.merge(absence, 1, Integer::sum);
      Length value = leave.day().value(assessment.on(date).record());
      Paragraph rule =
          leave.day().kind() == Kind.ANNUAL_LEAVE ? Paragraph.G_2_32_1 : Paragraph.G_2_20_1;
      String why =
          "leave day "
              + number
              + " worked in an absence of "
              + absence.days()
              + (absence.days() == 1 ? " day" : " days")
              + ", the day's value is "
              + value.inMinutes()
              + " min";
      compensate(leave, number, absence, value, rule, why);
      beyondTheValue(leave, value);
    }

    private void compensate(
        Part.LeaveDayWorked leave,
        int number,
        Absence absence,
        Length value,
        Paragraph rule,
        String why) {
      long date = leave.day().date();
      Numbers today = numbers.on(date);
      if (absence.days() < today.absenceDays()) {
        giveBack(
            leave,
            value.minutes(),
            rule,
            why + ": the day back; more needs an absence of " + today.absenceDays() + " days");
        return;
      }
      boolean isFirst = number <= today.firstDays();
      if (leave.first().timeOff()) {
        Multiple daysBack = isFirst ? today.firstTimeOff() : today.laterTimeOff();
        giveBack(
            leave,
            value.minutesTimes(daysBack),
            rule,
            why + ": time off, " + daysBack + " of it back");
        return;
      }
      giveBack(leave, value.minutes(), rule, why + ": the day back");
      Length paid = isFirst ? value : value.times(today.laterShare());
      String share =
          isFirst
              ? ": the day back and the day paid"
              : ": the day back and " + today.laterShare() + " of the day paid";
      assessment.pay(
          date, Element.LEAVE_RECALL, paid, today.multiple(), rule, leave.duties(), why + share);
    }

    private void giveBack(Part.LeaveDayWorked leave, long minutes, Paragraph rule, String note) {
      assessment.creditMinutes(
          leave.day().date(), Account.ANNUAL_LEAVE, minutes, None.NONE, rule, leave.duties(), note);
    }

    /** All duty minutes of the day beyond its value, for an absence of any length (G 2.32.3). */
    private void beyondTheValue(Part.LeaveDayWorked leave, Length value) {
      Length time = Length.ofMinutes(leave.minutes()).minus(value).completedQuarters();
      if (!time.isPositive()) {
        assessment
            .reasons()
            .refused(
                leave,
                Paragraph.G_2_32_3,
                () ->
                    leave.minutes()
                        + " min of duty: no quarter-hour beyond the day's value of "
                        + value.inMinutes()
                        + " min");
        return;
      }
      String why =
          leave.minutes()
              + " min of duty on a leave day of "
              + value.inMinutes()
              + " min, "
              + time.inMinutes()
              + " min beyond it";
      if (assessment.on(leave.day().date()).isInspecting()) {
        assessment
            .reasons()
            .refused(leave, Paragraph.G_2_32_3, "inspecting ranks: plain time only");
        Length plain = overtime.plainTime(leave, time, assessment);
        timeOff.atMultiple(
            leave, Element.ADDITIONAL_HOURS, plain, Multiple.ONE, Paragraph.G_2_3_1, why);
      } else if (!overtime.payPlainTimeFirst(
          leave, time, Paragraph.G_2_32_3, why, assessment, timeOff)) {
        overtime.pay(leave, time, Paragraph.G_2_32_3, why, assessment, timeOff);
      }
    }
  }
}
