package org.dutypay.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dutypay.duty.Chain;
import org.dutypay.duty.Day;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Part;
import org.dutypay.duty.RejectedRow;
import org.dutypay.duty.RosterDay;
import org.dutypay.duty.Timeline;
import org.dutypay.duty.Tour;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;

/**
 * One force day of one officer, with everything that decided it: what the engine found while it
 * assessed the whole case.
 *
 * @param date epoch day of the force day
 * @param standing what the officer was that day; empty where no officers row names the officer
 * @param day the day as it was treated
 * @param row its roster row as it was read; empty where there is none
 * @param tours the effective tour of the day: none or one
 * @param duties the rows of every chain with minutes on the day, in order of time
 * @param parts what those rows and the day were cut into, in order of time; some may belong to a
 *     neighbouring day
 * @param worked the chains that the rows make up, in order of time
 * @param reasons the rules asked about the day, in the order in which they were asked
 * @param counts the counters that the day has moved, and those of its week, moved or not
 * @param exceptions those of the day
 * @param decided what people have decided about them, by exception id
 * @param rejected the officer's rejected rows of the days beside it, or without a readable day;
 *     those of the day itself are among its exceptions
 * @param rows what became of the duties, and of the acting and claim rows of the day
 */
public record Explanation(
    OfficerCase officer,
    RunContext run,
    long date,
    Optional<Standing> standing,
    Day day,
    Optional<RosterDay> row,
    List<Tour> tours,
    List<Duty> duties,
    List<Part> parts,
    List<Worked> worked,
    List<Reason> reasons,
    List<Count> counts,
    List<PayLine> lines,
    List<Balance> balances,
    List<PayException> exceptions,
    Map<Long, Decision.Verdict> decided,
    List<RejectedRow> rejected,
    List<RowOutcome> rows) {

  /**
   * One chain as a whole.
   *
   * @param start its first minute
   * @param end its first minute no longer worked
   * @param date the force day of its first segment, on which its unsocial hours and the rest before
   *     it count
   */
  public record Worked(long start, long end, long date) {}

  public Explanation {
    tours = List.copyOf(tours);
    duties = List.copyOf(duties);
    parts = List.copyOf(parts);
    worked = List.copyOf(worked);
    reasons = List.copyOf(reasons);
    counts = List.copyOf(counts);
    lines = List.copyOf(lines);
    balances = List.copyOf(balances);
    exceptions = List.copyOf(exceptions);
    decided = Map.copyOf(decided);
    rejected = List.copyOf(rejected);
    rows = List.copyOf(rows);
  }

  /** The day of an assessment that was listened to, and of what it gave. */
  static Explanation of(long date, Assessment assessment, Outcome outcome) {
    OfficerCase officer = assessment.officer();
    Optional<Reasons.Laid> laid = assessment.reasons().laid();
    List<Duty> duties =
        laid.map(found -> near(date, found.timeline(), assessment.forceDays())).orElse(List.of());
    List<PayException> exceptions =
        outcome.exceptions().stream().filter(exception -> exception.date() == date).toList();
    Map<Long, Decision.Verdict> decided = new HashMap<>();
    for (PayException exception : exceptions) {
      Assessment.possible(exception.code(), assessment.verdict(exception))
          .ifPresent(verdict -> decided.put(exception.id(), verdict));
    }
    return new Explanation(
        officer,
        assessment.run(),
        date,
        officer.records().isEmpty() ? Optional.empty() : Optional.of(assessment.on(date)),
        laid.map(found -> found.days().on(date)).orElseGet(() -> Day.unrostered(date)),
        officer.roster().stream().filter(row -> row.date() == date).findFirst(),
        laid.stream()
            .flatMap(found -> found.timeline().tours().stream())
            .filter(tour -> tour.day().date() == date)
            .toList(),
        duties,
        laid.stream()
            .flatMap(found -> found.timeline().parts().stream())
            .filter(part -> part.duties().stream().anyMatch(duties::contains))
            .toList(),
        laid.map(found -> worked(found.timeline(), duties)).orElse(List.of()),
        assessment.reasons().told().stream().filter(reason -> reason.date() == date).toList(),
        counts(date, assessment),
        outcome.lines().stream().filter(line -> line.workDate() == date).toList(),
        outcome.balances().stream().filter(balance -> balance.workDate() == date).toList(),
        exceptions,
        decided,
        officer.rejected().stream()
            .filter(row -> !None.isGiven(row.date()) || Math.abs(row.date() - date) == 1)
            .toList(),
        rows(date, officer, duties, outcome));
  }

  /** The rows of the chains that have minutes on a force day or in a part that belongs to it. */
  private static List<Duty> near(long date, Timeline timeline, ForceDays forceDays) {
    Set<Duty> belonging = new LinkedHashSet<>();
    for (Part part : timeline.parts()) {
      if (part.day().date() == date) {
        belonging.addAll(part.duties());
      }
    }
    List<Duty> duties = new ArrayList<>();
    for (Chain chain : timeline.chains()) {
      boolean isOnTheDay =
          chain.start() < forceDays.end(date) && chain.end() > forceDays.start(date);
      if (isOnTheDay || chain.duties().stream().anyMatch(belonging::contains)) {
        duties.addAll(chain.duties());
      }
    }
    return duties;
  }

  private static List<Worked> worked(Timeline timeline, List<Duty> duties) {
    List<Worked> worked = new ArrayList<>();
    for (int i = 0; i < timeline.chains().size(); i++) {
      Chain chain = timeline.chains().get(i);
      if (duties.contains(chain.first())) {
        worked.add(new Worked(chain.start(), chain.end(), timeline.firstDay(i).date()));
      }
    }
    return worked;
  }

  /**
   * Each counter from before the day to after it. Those of the week are there for every officer who
   * may need them, as they stood where the day has not moved them.
   */
  private static List<Count> counts(long date, Assessment assessment) {
    Map<String, Count> counts = new TreeMap<>();
    if (!assessment.officer().records().isEmpty()) {
      long week = assessment.forceDays().week(date);
      Standing standing = assessment.on(date);
      if (standing.isPartTime()) {
        String left = standing.record().headroom().inMinutes();
        String headroom = WeekCount.headroomOf(week);
        counts.put(headroom, new Count(date, headroom, left, left));
      }
      if (!standing.isInspecting()) {
        String casual = WeekCount.casualOf(week);
        counts.put(casual, new Count(date, casual, "0", "0"));
      }
    }
    Set<String> moved = new LinkedHashSet<>();
    for (Count step : assessment.reasons().counts()) {
      String counter = step.counter();
      if (step.date() == date) {
        String before =
            moved.add(counter) ? step.before() : counts.getOrDefault(counter, step).before();
        counts.put(counter, new Count(date, counter, before, step.after()));
      } else if (step.date() < date && counts.containsKey(counter) && !moved.contains(counter)) {
        counts.put(counter, new Count(date, counter, step.after(), step.after()));
      }
    }
    return List.copyOf(counts.values());
  }

  private static List<RowOutcome> rows(
      long date, OfficerCase officer, List<Duty> duties, Outcome outcome) {
    Set<String> wanted = new LinkedHashSet<>();
    duties.forEach(duty -> wanted.add(Assessment.TIMESHEETS + duty.line()));
    officer.acting().stream()
        .filter(row -> row.date() <= date && date <= row.to())
        .forEach(row -> wanted.add(Assessment.ACTING + row.line()));
    officer.claims().stream()
        .filter(claim -> claim.date() == date)
        .forEach(claim -> wanted.add(Assessment.CLAIMS + claim.line()));
    officer.rejected().stream()
        .filter(row -> row.date() == date)
        .forEach(row -> wanted.add(row.file() + row.line()));
    return outcome.rows().stream().filter(row -> wanted.contains(row.file() + row.line())).toList();
  }
}
