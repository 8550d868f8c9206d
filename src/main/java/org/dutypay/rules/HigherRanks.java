package org.dutypay.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.ActingDay.Basis;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Part;
import org.dutypay.duty.Rank;
import org.dutypay.duty.Secondment;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.HourlyRate;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;

/**
 * One officer's days in a higher rank, and what they change on the day's other lines: rulebook 11.
 *
 * <p>On temporary promotion everything is that of the higher rank (G 1.33.1). A constable or
 * sergeant who does an inspecting rank's duties otherwise has no overtime (G 1.31.2, 1.32.3). With
 * the policy ACTING a constable who acts as sergeant has a sergeant's overtime (G 1.32.6). A day
 * that is held changes nothing; one that is claimed late, not at all, or beyond the days that are
 * paid does all the same.
 */
final class HigherRanks {

  /** What a person has decided about a matter of one day, on the facts it has now. */
  @FunctionalInterface
  interface Decided {
    Optional<Decision.Verdict> on(ExceptionCode code, long date, Facts facts);
  }

  private final List<ActingDay> rows;
  private final List<Secondment> secondments;
  private final RunContext run;
  private final PayScales payScales;
  private final boolean overtimeAtHigherRate;
  private final Standings standings;
  private final Decided decided;

  /** The day asked last, which is mostly the day asked next. */
  private long lastDate = None.NONE;

  private @Nullable Standing last;

  HigherRanks(OfficerCase officer, RunContext run, Standings standings, Decided decided) {
    rows = officer.acting();
    secondments = officer.secondments();
    this.run = run;
    payScales = run.payScales();
    overtimeAtHigherRate = run.policy().is(Policy.Key.ACTING_OVERTIME_RATE, "ACTING");
    this.standings = standings;
    this.decided = decided;
  }

  boolean any() {
    return !rows.isEmpty();
  }

  /** What the officer is on a day, with what a higher rank changes. */
  Standing on(long date) {
    if (last == null || lastDate != date) {
      last =
          dayOn(date).filter(this::counts).map(this::changed).orElseGet(() -> standings.on(date));
      lastDate = date;
    }
    return last;
  }

  private Standing changed(HigherRankDay day) {
    Standing own = day.own();
    if (day.isOn(Basis.TEMPORARY_PROMOTION)) {
      Optional<HourlyRate> rate = higherRate(day);
      return new Standing(own.record(), day.rank(), rate, rate, Optional.empty());
    }
    if (day.isDifference()) {
      return own;
    }
    if (day.isInspectingAboveOwn()) {
      return new Standing(
          own.record(), own.rank(), own.rate(), own.overtimeRate(), Optional.of(day.row()));
    }
    boolean isActingSergeant = day.isOn(Basis.ACTING) && day.rank() == Rank.SERGEANT;
    return overtimeAtHigherRate && isActingSergeant
        ? new Standing(own.record(), own.rank(), own.rate(), higherRate(day), Optional.empty())
        : own;
  }

  /** Own annual pay and the gap. */
  private Optional<HourlyRate> higherRate(HigherRankDay day) {
    return switch (gap(day)) {
      case Gap.Known known -> Optional.of(known.higher());
      case Gap.NoHigherPoint none -> day.own().rate();
      case Gap.Unknown unknown -> Optional.empty();
    };
  }

  /** The day as an acting row has it; empty where none does. */
  Optional<HigherRankDay> dayOn(long date) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).date() <= date) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && rows.get(low - 1).to() >= date
        ? Optional.of(day(date, rows.get(low - 1)))
        : Optional.empty();
  }

  /** A day as a row has it, also one that the row does not name. */
  HigherRankDay day(long date, ActingDay row) {
    Optional<Secondment> secondment =
        secondments.stream().filter(one -> one.from() <= date && date <= one.to()).findFirst();
    return new HigherRankDay(date, row, standings.on(date), secondment);
  }

  /**
   * Every day that is told of, or of which it is asked what is right, by date; a row over several
   * days has one for each.
   */
  List<HigherRankDay> asked() {
    ClosedDays closed = run.closed();
    long from = closed.areRecomputed() ? Math.min(run.from(), closed.from()) : run.from();
    long to = closed.areRecomputed() ? Math.max(run.to(), closed.to()) : run.to();
    List<HigherRankDay> days = new ArrayList<>();
    for (ActingDay row : rows) {
      for (long date = Math.max(row.date(), from); date <= Math.min(row.to(), to); date++) {
        if (run.reports(date) || run.gives(date)) {
          days.add(day(date, row));
        }
      }
    }
    return days;
  }

  Gap gap(HigherRankDay day) {
    return Gap.of(day, payScales);
  }

  /** The rate that is missing on a day in a higher rank, so that nothing can be priced at it. */
  Optional<Gap.Unknown> unknownOn(long date) {
    return dayOn(date)
        .filter(day -> gap(day) instanceof Gap.Unknown)
        .map(day -> (Gap.Unknown) gap(day));
  }

  /** Whether a day is in a higher rank and nothing holds it, or a person has released what does. */
  boolean counts(HigherRankDay day) {
    return day.isAboveOwnRank()
        && day.holds().stream()
            .allMatch(
                hold ->
                    decided
                        .on(hold.code(), day.date(), hold.facts())
                        .filter(Decision.Verdict.RELEASE::equals)
                        .isPresent());
  }

  /**
   * The rest days and public holidays that were worked, also where the duty is held or counts as
   * leave; booking on early is no work.
   */
  static LongPredicate daysOffWorked(Timeline timeline) {
    Set<Long> days = new HashSet<>(timeline.holidaysWorked());
    for (Part part : timeline.parts()) {
      if (part instanceof Part.RestDayPeriod) {
        days.add(part.day().date());
      }
    }
    return days::contains;
  }
}
