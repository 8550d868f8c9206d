package org.dutypay.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dutypay.duty.Day;
import org.dutypay.duty.Days;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.jspecify.annotations.Nullable;

/**
 * A second, plain reading of rulebook 1 and 5: what each single minute of duty is, one after the
 * other. Slow and simple; the engine's cut must agree with it.
 */
final class MinuteByMinute {

  private static final int DUE_NOTICE = 480;

  /** A tour where it really lies; {@code blockEnd} is its start where nothing in it is overtime. */
  private record Laid(Day day, long start, long end, long blockEnd) {}

  /** What a minute is and to which day it belongs. */
  private record Is(String what, Day day) {}

  private final Days days;
  private final ForceDays forceDays;
  private final int bookOnMinutes;
  private final TreeMap<Long, Duty> worked = new TreeMap<>();
  private final List<Laid> tours = new ArrayList<>();
  private final Map<Long, Long> bookedOn = new LinkedHashMap<>();
  private final List<String> parts = new ArrayList<>();

  MinuteByMinute(Days days, List<Duty> duties, ForceDays forceDays, int bookOnMinutes) {
    this.days = days;
    this.forceDays = forceDays;
    this.bookOnMinutes = bookOnMinutes;
    for (Duty duty : duties) {
      for (long minute = duty.start(); minute < duty.end(); minute++) {
        worked.put(minute, duty);
      }
    }
    layTours();
    gather();
  }

  /** In the words of {@link #inWords(Part)}, in any order. */
  List<String> parts() {
    return parts;
  }

  /** Each minute of duty on the day of its segment. */
  Map<Long, Integer> minutesByDay() {
    Map<Long, Integer> minutes = new TreeMap<>();
    for (long minute : worked.keySet()) {
      Laid tour = tourAt(minute);
      minutes.merge(tour == null ? forceDays.of(minute) : tour.day.date(), 1, Integer::sum);
    }
    return minutes;
  }

  /** A part of the engine's cut in the same words. */
  static String inWords(Part part) {
    String rows = String.join(";", part.duties().stream().map(Duty::entryId).toList());
    String which =
        switch (part) {
          case Part.SalaryTime salary -> "SALARY";
          case Part.BookedOnEarly bookedOn -> "BOOKED_ON";
          case Part.UnpaidDuty unpaid -> "UNPAID";
          case Part.RetainedOccasion occasion -> "OCCASION told " + occasion.toldBefore();
          case Part.EarlyBlock block -> "BLOCK";
          case Part.Recall recall -> "RECALL first " + recall.startsChain();
          case Part.HolidayPeriod period ->
              "PERIOD retained "
                  + period.retained()
                  + " first "
                  + period.startsChain()
                  + " in tour "
                  + period.insideTour();
          case Part.Period period ->
              "PERIOD retained " + period.retained() + " first " + period.startsChain();
          case Part.LeaveDayWorked leave -> "LEAVE";
        };
    return which
        + " of "
        + part.day().date()
        + " from "
        + part.start()
        + " for "
        + part.minutes()
        + " in "
        + rows;
  }

  private void layTours() {
    for (Day day : days.rostered()) {
      if (!day.hasTour()) {
        continue;
      }
      long start = day.roster().start();
      long end = day.roster().end();
      while (start < end && tourAt(start) != null) {
        start++;
      }
      if (start < end) {
        tours.add(
            day.kind() == Day.Kind.DUTY
                ? moved(day, start, end)
                : new Laid(day, start, end, start));
      }
    }
  }

  private Laid moved(Day day, long start, long end) {
    Laid asRostered = new Laid(day, start, end, start);
    if (!worked.containsKey(start - 1)) {
      return asRostered;
    }
    long earliest = start;
    while (worked.containsKey(earliest - 1)
        && tourAt(earliest - 1) == null
        && kindAt(earliest - 1) == Day.Kind.DUTY) {
      earliest--;
    }
    boolean outOfATour = tourEndingAt(earliest) != null;
    if (outOfATour) {
      return asRostered;
    }
    long chainStart = chainStart(start - 1);
    boolean told =
        None.isGiven(dutyAt(chainStart).informedAt())
            || None.isGiven(days.on(forceDays.of(chainStart)).changedAt());
    boolean atATour = tourAt(chainStart) != null || tourEndingAt(chainStart) != null;
    if (start - chainStart < bookOnMinutes && !told && !atATour) {
      bookedOn.put(chainStart, start);
      return asRostered;
    }
    if (earliest == start) {
      return asRostered;
    }
    long length = end - start;
    boolean isBlock = isWithoutDueNotice(day, earliest);
    long blockEnd = isBlock ? Math.min(start, earliest + length) : earliest;
    return new Laid(day, earliest, earliest + length, blockEnd);
  }

  private boolean isWithoutDueNotice(Day day, long start) {
    long informedAt = dutyAt(start).informedAt();
    if (None.isGiven(informedAt) && start - informedAt >= DUE_NOTICE) {
      return false;
    }
    long earlier = forceDays.of(start);
    for (Laid tour : tours) {
      boolean isOfThatDay = tour.day.date() == earlier && tour.day.kind() == Day.Kind.DUTY;
      boolean workedToItsEnd = worked.containsKey(tour.end - 1) || worked.containsKey(tour.end);
      if (isOfThatDay && workedToItsEnd) {
        return earlier < day.date();
      }
    }
    return false;
  }

  private @Nullable Laid tourAt(long minute) {
    for (Laid tour : tours) {
      if (minute >= tour.start && minute < tour.end) {
        return tour;
      }
    }
    return null;
  }

  private @Nullable Laid tourEndingAt(long minute) {
    for (Laid tour : tours) {
      if (tour.end == minute) {
        return tour;
      }
    }
    return null;
  }

  private Duty dutyAt(long minute) {
    return Objects.requireNonNull(worked.get(minute));
  }

  private Day.Kind kindAt(long minute) {
    return days.on(forceDays.of(minute)).kind();
  }

  private long chainStart(long minute) {
    long start = minute;
    while (worked.containsKey(start - 1)) {
      start--;
    }
    return start;
  }

  /** A part while its minutes are counted. */
  private static final class Counted {
    final String which;
    final long start;
    final List<String> rows = new ArrayList<>();
    int minutes;
    boolean inTour;

    Counted(String which, long start) {
      this.which = which;
      this.start = start;
    }
  }

  private void gather() {
    Map<String, Counted> counted = new LinkedHashMap<>();
    Laid follows = null;
    Day before = null;
    String recall = "";
    long chain = Long.MIN_VALUE;
    for (Map.Entry<Long, Duty> entry : worked.entrySet()) {
      long minute = entry.getKey();
      Duty duty = entry.getValue();
      if (!worked.containsKey(minute - 1)) {
        chain = minute;
        follows = tourEndingAt(minute);
        before = follows == null ? null : follows.day;
        recall = "";
      }
      Laid tour = tourAt(minute);
      Day holding = days.on(forceDays.of(minute));
      Is is = is(minute, chain, tour, follows, holding);
      boolean first = minute == chain && before == null;
      boolean retained = before != null && before.date() < is.day.date();
      String key =
          switch (is.what) {
            case "UNPAID" -> "UNPAID " + duty.entryId() + " " + is.day.date();
            case "LEAVE" -> "LEAVE " + is.day.date();
            case "RECALL" ->
                holding.kind() == Day.Kind.DUTY && !recall.isEmpty()
                    ? recall
                    : "RECALL " + minuteOrDay(minute, holding) + " " + chain;
            default -> is.what + " " + is.day.date() + " " + chain;
          };
      recall = is.what.equals("RECALL") && holding.kind() == Day.Kind.DUTY ? key : "";
      if (!counted.containsKey(key)) {
        counted.put(key, new Counted(which(is, follows, duty, first, retained), minute));
      }
      Counted part = counted.get(key);
      part.minutes++;
      part.inTour |= tour != null;
      if (!part.rows.contains(duty.entryId())) {
        part.rows.add(duty.entryId());
      }
      before = is.what.equals("OCCASION") || is.what.equals("RECALL") ? holding : is.day;
      if (tour != null) {
        follows = tour;
      } else if (holding.kind() != Day.Kind.DUTY && !is.what.equals("BOOKED_ON")) {
        follows = null;
      }
    }
    counted.values().forEach(part -> parts.add(inWords(part)));
  }

  /** A recall on duty days runs on; on a day of time off it is one a force day. */
  private static String minuteOrDay(long minute, Day holding) {
    return holding.kind() == Day.Kind.DUTY ? "at " + minute : "on " + holding.date();
  }

  private Is is(long minute, long chain, @Nullable Laid tour, @Nullable Laid follows, Day holding) {
    Long until = bookedOn.get(chain);
    if (until != null && minute < until) {
      return new Is("BOOKED_ON", holding);
    }
    if (tour != null) {
      boolean isHoliday = tour.day.kind() == Day.Kind.PUBLIC_HOLIDAY;
      return new Is(isHoliday ? "PERIOD" : minute < tour.blockEnd ? "BLOCK" : "SALARY", tour.day);
    }
    return switch (holding.kind()) {
      case DUTY -> follows != null ? new Is("OCCASION", follows.day) : new Is("RECALL", holding);
      case TOIL_TAKEN -> new Is("RECALL", holding);
      case REST_DAY, FREE_DAY, PUBLIC_HOLIDAY -> new Is("PERIOD", holding);
      case ANNUAL_LEAVE -> new Is("LEAVE", holding);
      case ABSENCE, NO_ROSTER -> new Is("UNPAID", holding);
    };
  }

  private String which(Is is, @Nullable Laid follows, Duty duty, boolean first, boolean retained) {
    String holiday = is.day.kind() == Day.Kind.PUBLIC_HOLIDAY ? " in tour ?" : "";
    String what =
        switch (is.what) {
          case "OCCASION" -> "OCCASION told " + isToldBefore(follows, duty);
          case "RECALL" -> "RECALL first " + first;
          case "PERIOD" -> "PERIOD retained " + retained + " first " + first + holiday;
          default -> is.what;
        };
    return what + " of " + is.day.date();
  }

  private boolean isToldBefore(@Nullable Laid tour, Duty duty) {
    if (tour == null || !None.isGiven(duty.informedAt())) {
      return false;
    }
    Long firstMinute = worked.ceilingKey(tour.start);
    boolean wasWorked = firstMinute != null && firstMinute < tour.end;
    long begun = wasWorked ? chainStart(firstMinute) : tour.start;
    return duty.informedAt() <= begun;
  }

  private static String inWords(Counted part) {
    return part.which.replace("?", Boolean.toString(part.inTour))
        + " from "
        + part.start
        + " for "
        + part.minutes
        + " in "
        + String.join(";", part.rows);
  }
}
