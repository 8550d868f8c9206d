package org.dutypay.duty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutypay.duty.Advance.Finding;
import org.dutypay.duty.Day.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One officer's roster and duties on one line of minutes, cut once into the parts that rulebook 5
 * to 10 speak of. Cutting decides what a minute is; the rules decide what it pays.
 */
public final class Timeline {

  private final Days days;
  private final ForceDays forceDays;
  private final int bookOnMinutes;
  private final DueNotice dueNotice;
  private final List<Chain> chains;
  private final List<Tour> tours = new ArrayList<>();
  private final List<Advance> advances = new ArrayList<>();

  /** By chain: up to where it only booked on early; its own start where it did not. */
  private final long[] bookedOnUntil;

  private final List<Day> firstDays = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final Set<Long> holidaysWorked = new HashSet<>();

  /** How many minutes of notice are due on a force day before an early start (5.3). */
  @FunctionalInterface
  public interface DueNotice {
    int minutes(long date);
  }

  /**
   * @param duties by start, never overlapping
   * @param bookOnMinutes how long before a tour booking on is not yet an early start
   */
  public Timeline(
      Days days, List<Duty> duties, ForceDays forceDays, int bookOnMinutes, DueNotice dueNotice) {
    this.days = days;
    this.forceDays = forceDays;
    this.bookOnMinutes = bookOnMinutes;
    this.dueNotice = dueNotice;
    chains = chains(duties);
    bookedOnUntil = new long[chains.size()];
    for (int i = 0; i < bookedOnUntil.length; i++) {
      bookedOnUntil[i] = chains.get(i).start();
    }
    layTours();
    for (int i = 0; i < bookedOnUntil.length; i++) {
      new Cutter(chains.get(i), bookedOnUntil[i]).cut();
    }
    parts.sort(Comparator.comparingLong(Part::start));
  }

  /** In order of time. */
  public List<Chain> chains() {
    return chains;
  }

  /** Effective tours in order of time, never overlapping. */
  public List<Tour> tours() {
    return tours;
  }

  /** The chains that run into tours, and what was made of each, in order of time. */
  public List<Advance> advances() {
    return advances;
  }

  /** In order of time. */
  public List<Part> parts() {
    return parts;
  }

  /** The dates of public holidays with any duty on them, or whose tour a chain follows. */
  public Set<Long> holidaysWorked() {
    return holidaysWorked;
  }

  /** The day to which the first segment of a chain belongs. */
  public Day firstDay(int chain) {
    return firstDays.get(chain);
  }

  /** Whether there is any duty in a tour, or a chain follows its end unbroken (rulebook 1). */
  public boolean isWorked(Tour tour) {
    int index = lastChainBefore(tour.end() + 1);
    return index >= 0 && chains.get(index).end() > tour.start();
  }

  /**
   * Minutes of duty by the day to which their segment belongs: inside an effective tour its roster
   * day, elsewhere the force day that holds them (rulebook 1). Days without duty are missing.
   */
  public Map<Long, Integer> minutesByDay() {
    Map<Long, Integer> minutes = new HashMap<>();
    int next = 0;
    for (Chain chain : chains) {
      long at = chain.start();
      while (at < chain.end()) {
        while (next < tours.size() && tours.get(next).end() <= at) {
          next++;
        }
        Tour tour = next < tours.size() ? tours.get(next) : null;
        long date;
        long end;
        if (tour != null && tour.holds(at)) {
          date = tour.day().date();
          end = tour.end();
        } else {
          date = forceDays.of(at);
          end = tour == null ? forceDays.end(date) : Math.min(forceDays.end(date), tour.start());
        }
        end = Math.min(end, chain.end());
        minutes.merge(date, (int) (end - at), Integer::sum);
        at = end;
      }
    }
    return minutes;
  }

  private static List<Chain> chains(List<Duty> duties) {
    List<Chain> chains = new ArrayList<>(duties.size());
    int from = 0;
    for (int i = 1; i <= duties.size(); i++) {
      if (i == duties.size() || duties.get(i).start() != duties.get(i - 1).end()) {
        chains.add(new Chain(duties.subList(from, i)));
        from = i;
      }
    }
    return chains;
  }

  /**
   * Where tours of neighbouring days overlap, the earlier-starting one has the minutes (rulebook
   * 1).
   */
  private void layTours() {
    long latestEnd = Long.MIN_VALUE;
    for (Day day : days.rostered()) {
      if (!day.hasTour()) {
        continue;
      }
      long start = Math.max(day.roster().start(), latestEnd);
      long end = day.roster().end();
      if (start < end) {
        Tour rostered = Tour.asRostered(day, start, end);
        Tour tour = day.kind() == Kind.DUTY ? advanced(rostered) : rostered;
        tours.add(tour);
        latestEnd = tour.end();
      }
    }
  }

  /** The tour as a chain that runs into it has moved it (5.3). */
  private Tour advanced(Tour tour) {
    long rosteredStart = tour.start();
    int index = lastChainBefore(rosteredStart);
    if (index < 0 || chains.get(index).end() < rosteredStart) {
      return tour;
    }
    Chain chain = chains.get(index);
    long start = startOnDutyDays(chain, rosteredStart);
    Advance.Finding finding = finding(tour.day(), chain, start, rosteredStart);
    long informedAt = chain.at(Math.min(start, chain.end() - 1)).informedAt();
    advances.add(new Advance(tour.day(), chain.start(), start, rosteredStart, informedAt, finding));
    return switch (finding) {
      case OUT_OF_A_TOUR, OTHER_DAYS_RULE -> tour;
      case BOOKED_ON_EARLY -> {
        bookedOnUntil[index] = rosteredStart;
        yield tour;
      }
      case TOLD_IN_TIME, SAME_FORCE_DAY, NO_TOUR_BEFORE -> moved(tour, start, false);
      case WITHOUT_DUE_NOTICE -> moved(tour, start, true);
    };
  }

  /** The same tour from an earlier start until its length is used up. */
  private static Tour moved(Tour tour, long start, boolean isOvertime) {
    long end = start + (tour.end() - tour.start());
    long blockEnd = isOvertime ? Math.min(tour.start(), end) : start;
    return new Tour(tour.day(), tour.start(), tour.rosteredEnd(), start, end, blockEnd);
  }

  private Finding finding(Day day, Chain chain, long start, long rosteredStart) {
    boolean comesOutOfATour = !tours.isEmpty() && tours.getLast().end() >= start;
    if (comesOutOfATour) {
      return Finding.OUT_OF_A_TOUR;
    }
    boolean beginsAtATour = !tours.isEmpty() && tours.getLast().end() >= chain.start();
    if (!beginsAtATour && rosteredStart - chain.start() < bookOnMinutes && !isTold(chain)) {
      return Finding.BOOKED_ON_EARLY;
    }
    return start == rosteredStart ? Finding.OTHER_DAYS_RULE : notice(day, chain, start);
  }

  /** On a changed day the change itself stands for an empty {@code informed_at} (rulebook 4). */
  private boolean isTold(Chain chain) {
    return None.isGiven(chain.first().informedAt())
        || None.isGiven(days.on(forceDays.of(chain.start())).changedAt());
  }

  /**
   * The start of the chain's first segment on a duty day from which it is unbroken into the tour.
   */
  private long startOnDutyDays(Chain chain, long rosteredStart) {
    long start = rosteredStart;
    while (start > chain.start()) {
      long date = forceDays.of(start - 1);
      if (days.on(date).kind() != Kind.DUTY) {
        break;
      }
      start = Math.max(chain.start(), forceDays.start(date));
    }
    return start;
  }

  /** Too little notice, in an earlier force day whose own tour was worked to its end (G 2.16). */
  private Finding notice(Day day, Chain chain, long start) {
    long informedAt = chain.at(start).informedAt();
    if (None.isGiven(informedAt) && start - informedAt >= dueNotice.minutes(day.date())) {
      return Finding.TOLD_IN_TIME;
    }
    long earlier = forceDays.of(start);
    if (earlier >= day.date()) {
      return Finding.SAME_FORCE_DAY;
    }
    boolean isTourWorked =
        tours.stream()
            .anyMatch(
                tour ->
                    tour.day().date() == earlier
                        && tour.day().kind() == Kind.DUTY
                        && isWorkedToItsEnd(tour));
    return isTourWorked ? Finding.WITHOUT_DUE_NOTICE : Finding.NO_TOUR_BEFORE;
  }

  /** A chain that starts exactly at the tour's end follows it, which then counts as worked. */
  private boolean isWorkedToItsEnd(Tour tour) {
    int index = lastChainBefore(tour.end() + 1);
    return index >= 0 && chains.get(index).end() >= tour.end();
  }

  /** The last chain that starts before a minute, -1 where there is none. */
  private int lastChainBefore(long minute) {
    int low = 0;
    int high = chains.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chains.get(middle).start() < minute) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /**
   * When the officer's first chain that worked in the tour was begun; the tour's own start where
   * none did.
   */
  private long begun(Tour tour) {
    int index = lastChainBefore(tour.end());
    long begun = tour.start();
    while (index >= 0 && chains.get(index).end() > tour.start()) {
      begun = chains.get(index).start();
      index--;
    }
    return begun;
  }

  /** What the minutes of a part are, while it is being gathered. */
  private enum Sort {
    SALARY,
    BLOCK,
    BOOKED_ON,
    UNPAID,
    OCCASION,
    RECALL,
    PERIOD,
    LEAVE
  }

  /** A part while it is being gathered. */
  private static final class Gathering {
    final Sort sort;
    final Day day;
    final @Nullable Tour tour;
    final long start;
    final boolean retained;
    final boolean startsChain;
    final List<Duty> duties = new ArrayList<>(2);
    boolean insideTour;
    int minutes;

    Gathering(
        Sort sort,
        Day day,
        @Nullable Tour tour,
        long start,
        boolean retained,
        boolean startsChain) {
      this.sort = sort;
      this.day = day;
      this.tour = tour;
      this.start = start;
      this.retained = retained;
      this.startsChain = startsChain;
    }
  }

  /** Walks one chain from its start to its end and gathers its parts. */
  private final class Cutter {
    private final Chain chain;
    private final long bookedOn;
    private final List<Gathering> gathered = new ArrayList<>(4);

    /** The tour that the minute at hand follows unbroken, over duty days only. */
    private @Nullable Tour following;

    private @Nullable Day before;
    private @Nullable Gathering last;

    Cutter(Chain chain, long bookedOn) {
      this.chain = chain;
      this.bookedOn = bookedOn;
    }

    void cut() {
      int next = firstTourEndingAtOrAfter(chain.start());
      if (next < tours.size() && tours.get(next).end() == chain.start()) {
        following = tours.get(next);
        before = following.day();
        noteHoliday(before);
        next++;
      }
      boolean touching = following != null;
      long at = chain.start();
      while (at < chain.end()) {
        Tour tour = next < tours.size() ? tours.get(next) : null;
        long end;
        if (tour != null && tour.holds(at)) {
          end = Math.min(chain.end(), at < tour.blockEnd() ? tour.blockEnd() : tour.end());
          inTour(tour, at, end, touching);
          if (end == tour.end()) {
            next++;
          }
        } else {
          Day day = days.on(forceDays.of(at));
          end = Math.min(chain.end(), forceDays.end(day.date()));
          if (tour != null) {
            end = Math.min(end, tour.start());
          }
          outOfTour(day, at, end, touching);
        }
        at = end;
      }
      gathered.forEach(this::finish);
    }

    private int firstTourEndingAtOrAfter(long minute) {
      int low = 0;
      int high = tours.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (tours.get(middle).end() < minute) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private void inTour(Tour tour, long at, long end, boolean touching) {
      if (tour.day().kind() == Kind.DUTY) {
        add(
            gathering(
                at < tour.blockEnd() ? Sort.BLOCK : Sort.SALARY, tour.day(), tour, at, touching),
            at,
            end);
      } else {
        Gathering period = gathering(Sort.PERIOD, tour.day(), null, at, touching);
        period.insideTour = true;
        add(period, at, end);
      }
      following = tour;
    }

    private void outOfTour(Day day, long at, long end, boolean touching) {
      if (at < bookedOn) {
        add(gathering(Sort.BOOKED_ON, day, null, at, touching), at, end);
        return;
      }
      switch (day.kind()) {
        case DUTY -> {
          if (following != null) {
            add(gathering(Sort.OCCASION, following.day(), following, at, touching), at, end);
            return;
          }
          boolean goesOn = last != null && last.sort == Sort.RECALL && last.day.kind() == Kind.DUTY;
          add(
              goesOn && last != null ? last : gathering(Sort.RECALL, day, null, at, touching),
              at,
              end);
        }
        case TOIL_TAKEN -> add(gathering(Sort.RECALL, day, null, at, touching), at, end);
        case REST_DAY, FREE_DAY, PUBLIC_HOLIDAY ->
            add(gathering(Sort.PERIOD, day, null, at, touching), at, end);
        case ANNUAL_LEAVE -> add(gathering(Sort.LEAVE, day, null, at, touching), at, end);
        case ABSENCE, NO_ROSTER -> unpaid(day, at, end);
      }
      following = null;
    }

    /** One for each duty row and force day. */
    private void unpaid(Day day, long at, long end) {
      for (Duty duty : chain.duties()) {
        long from = Math.max(at, duty.start());
        long to = Math.min(end, duty.end());
        if (from < to) {
          Gathering unpaid = new Gathering(Sort.UNPAID, day, null, from, false, false);
          gathered.add(unpaid);
          add(unpaid, from, to);
        }
      }
    }

    /** The part that these minutes belong to: one for each sort and day of the chain. */
    private Gathering gathering(
        Sort sort, Day day, @Nullable Tour tour, long at, boolean touching) {
      for (Gathering known : gathered) {
        if (known.sort == sort && known.day.date() == day.date()) {
          return known;
        }
      }
      boolean retained = before != null && before.date() < day.date();
      Gathering started =
          new Gathering(sort, day, tour, at, retained, at == chain.start() && !touching);
      gathered.add(started);
      return started;
    }

    private void noteHoliday(Day day) {
      if (day.kind() == Kind.PUBLIC_HOLIDAY) {
        holidaysWorked.add(day.date());
      }
    }

    private void add(Gathering part, long at, long end) {
      if (part.sort == Sort.PERIOD) {
        noteHoliday(part.day);
      }
      part.minutes += (int) (end - at);
      for (Duty duty : chain.duties()) {
        if (duty.start() < end
            && duty.end() > at
            && (part.duties.isEmpty() || part.duties.getLast().start() != duty.start())) {
          part.duties.add(duty);
        }
      }
      if (at == chain.start()) {
        firstDays.add(part.sort == Sort.OCCASION ? days.on(forceDays.of(at)) : part.day);
      }
      before =
          part.sort == Sort.OCCASION || part.sort == Sort.RECALL
              ? days.on(forceDays.of(end - 1))
              : part.day;
      last = part;
    }

    private void finish(Gathering part) {
      List<Duty> duties = List.copyOf(part.duties);
      switch (part.sort) {
        case SALARY -> parts.add(new Part.SalaryTime(part.day, part.start, part.minutes, duties));
        case BLOCK ->
            parts.add(
                new Part.EarlyBlock(
                    part.day, part.start, part.minutes, duties, earlyMinutes(part)));
        case BOOKED_ON ->
            parts.add(new Part.BookedOnEarly(part.day, part.start, part.minutes, duties));
        case UNPAID -> parts.add(new Part.UnpaidDuty(part.day, part.start, part.minutes, duties));
        case OCCASION -> {
          long begun = begun(tourOf(part));
          long informedAt = duties.getFirst().informedAt();
          boolean toldBefore = None.isGiven(informedAt) && informedAt <= begun;
          parts.add(
              new Part.RetainedOccasion(
                  part.day, part.start, part.minutes, duties, toldBefore, begun));
        }
        case RECALL ->
            parts.add(
                new Part.Recall(part.day, part.start, part.minutes, duties, part.startsChain));
        case LEAVE -> addLeave(part, duties);
        case PERIOD -> parts.add(period(part, duties));
      }
    }

    private int earlyMinutes(Gathering block) {
      return (int) (tourOf(block).rosteredStart() - block.start);
    }

    private Tour tourOf(Gathering part) {
      if (part.tour == null) {
        throw new IllegalStateException("A part of sort " + part.sort + " belongs to a tour");
      }
      return part.tour;
    }

    private Part period(Gathering part, List<Duty> duties) {
      return switch (part.day.kind()) {
        case REST_DAY ->
            new Part.RestDayPeriod(
                part.day, part.start, part.minutes, duties, part.retained, part.startsChain);
        case FREE_DAY ->
            new Part.FreeDayPeriod(
                part.day, part.start, part.minutes, duties, part.retained, part.startsChain);
        case PUBLIC_HOLIDAY ->
            new Part.HolidayPeriod(
                part.day,
                part.start,
                part.minutes,
                duties,
                part.retained,
                part.startsChain,
                part.insideTour);
        case DUTY, ANNUAL_LEAVE, TOIL_TAKEN, ABSENCE, NO_ROSTER ->
            throw new IllegalStateException("No period lies on a day of kind " + part.day.kind());
      };
    }

    /** A leave day is one matter however often the officer was called. */
    private void addLeave(Gathering part, List<Duty> duties) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (parts.get(i)
                instanceof Part.LeaveDayWorked(Day day, long start, int minutes, List<Duty> rows)
            && day.date() == part.day.date()) {
          List<Duty> all = new ArrayList<>(rows);
          duties.stream().filter(duty -> !all.contains(duty)).forEach(all::add);
          parts.set(
              i, new Part.LeaveDayWorked(day, start, minutes + part.minutes, List.copyOf(all)));
          return;
        }
      }
      parts.add(new Part.LeaveDayWorked(part.day, part.start, part.minutes, duties));
    }
  }
}
