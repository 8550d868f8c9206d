package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Rank;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;

@Label("What holds for every officer in a higher rank")
class ActingPropertiesTest {

  private static final int TRIES = 100;
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 12);
  private static final int MOST_PAID = 46;

  private static final Set<Element> IN_HIGHER_RANK =
      Set.of(
          Element.ACTING_UP,
          Element.TEMPORARY_SALARY,
          Element.TEMPORARY_PROMOTION,
          Element.SECONDMENT_DIFFERENCE);

  /** What one day of a run may be; hours are told for every row. */
  private static final List<String> ROWS =
      List.of(
          "SERGEANT hours 8",
          "SERGEANT hours 8",
          "SERGEANT hours 10",
          "SERGEANT hours 7.5",
          "SERGEANT hours 10 point 4",
          "SERGEANT hours 3 part",
          "SERGEANT hours 8 unclaimed",
          "SERGEANT hours 8 claimed 12-31",
          "INSPECTOR hours 9",
          "INSPECTOR hours 9",
          "INSPECTOR hours 4 part",
          "SERGEANT hours 8 difference",
          "SERGEANT temporary-salary",
          "INSPECTOR temporary-salary pace",
          "SERGEANT temporary-promotion",
          "INSPECTOR temporary-promotion",
          "");

  /** Days without acting before a run: those around the fourteen that break a period. */
  private static final List<Integer> GAPS = List.of(0, 1, 2, 5, 13, 14, 15, 16, 30);

  private static final List<String> DAYS =
      List.of("07-15", "07-15", "07-15", "REST", "REST worked", "HOLIDAY 07-15 worked", "HOLIDAY");

  private static final List<String> POLICIES =
      List.of(
          "acting-pay-days CALENDAR",
          "acting-break-days 1",
          "acting-overtime-rate ACTING",
          "acting-claim-limit-months 0");

  /** A run of acting: the days without before it, its length, and what its rows are in turn. */
  private record Run(int gap, int length, List<String> rows) {}

  /** A story as it is told, so that a failure can be read and told again. */
  record Telling(
      String terms, List<String> policies, String roster, String duties, List<String> acting) {

    Story story(List<String> rows) {
      Story story = Story.officer().runDate("2025-03-31").seconded("04-02..04-20 NCA agreement X1");
      switch (terms) {
        case "part-time" -> story.weeklyHours("24");
        case "variable" -> story.variableShifts();
        case "qualified" -> story.qualifiedFor(Rank.SERGEANT);
        case "to variable" -> story.from("04-05").variableShifts();
        default -> {
          // Full-time on regular shifts.
        }
      }
      for (String policy : policies) {
        int space = policy.indexOf(' ');
        story.policy(policy.substring(0, space), policy.substring(space + 1));
      }
      return story.roster(roster).duty(duties).acting(String.join(",", rows));
    }

    Story story() {
      return story(acting);
    }

    boolean paysCalendarDays() {
      return policies.contains("acting-pay-days CALENDAR");
    }
  }

  @Provide
  Arbitrary<Telling> tellings() {
    Arbitrary<Run> run =
        Combinators.combine(
                Arbitraries.of(GAPS),
                Arbitraries.integers().between(1, 50),
                Arbitraries.of(ROWS).list().ofMinSize(1).ofMaxSize(8))
            .as(Run::new);
    return Combinators.combine(
            Arbitraries.of(
                "full-time", "full-time", "part-time", "variable", "qualified", "to variable"),
            Arbitraries.of(POLICIES).set().ofMaxSize(3),
            Arbitraries.of(DAYS).list().ofSize(7),
            run.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (terms, policies, week, runs) ->
                new Telling(
                    terms,
                    policies.stream().sorted().toList(),
                    rosterOf(week),
                    dutiesOf(week),
                    actingOf(runs)));
  }

  private static List<String> actingOf(List<Run> runs) {
    List<String> acting = new ArrayList<>();
    LocalDate day = FIRST;
    for (Run run : runs) {
      day = day.plusDays(run.gap);
      for (int i = 0; i < run.length; i++) {
        String row = run.rows.get(i % run.rows.size());
        if (!row.isEmpty()) {
          acting.add(day + " " + row);
        }
        day = day.plusDays(1);
      }
    }
    return acting;
  }

  private static String rosterOf(List<String> week) {
    List<String> roster = new ArrayList<>();
    for (int i = 0; i < 12 * 7; i++) {
      roster.add(FIRST.plusDays(i) + " " + week.get(i % 7).replace(" worked", ""));
    }
    return String.join(",", roster);
  }

  private static String dutiesOf(List<String> week) {
    List<String> duties = new ArrayList<>();
    for (int i = 0; i < 12 * 7; i++) {
      if (week.get(i % 7).endsWith("worked")) {
        duties.add(FIRST.plusDays(i) + " 09:00-12:00");
      }
    }
    return String.join(",", duties);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("The days paid for acting are those of a plain reading, row by row")
  void plainReading(@ForAll("tellings") Telling telling) {
    OfficerCase officer = telling.story().toCase();
    Outcome outcome = telling.story().assess();
    assertThat(outcome.lines())
        .filteredOn(line -> line.element() == Element.ACTING_UP)
        .extracting(PayLine::workDate)
        .containsExactlyElementsOf(new PlainReading(telling, officer).paidDays());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("A day has at most one line of a higher rank, and a paid row has one on a day of its own")
  void oneLineADay(@ForAll("tellings") Telling telling) {
    OfficerCase officer = telling.story().toCase();
    Outcome outcome = telling.story().assess();
    List<Long> paid =
        outcome.lines().stream()
            .filter(line -> IN_HIGHER_RANK.contains(line.element()))
            .map(PayLine::workDate)
            .toList();
    assertThat(paid).doesNotHaveDuplicates();
    Map<Integer, Long> days = new HashMap<>();
    officer.acting().forEach(row -> days.put(row.line(), row.date()));
    assertThat(outcome.rows())
        .filteredOn(row -> row.file().equals(Assessment.ACTING))
        .hasSameSizeAs(officer.acting())
        .allSatisfy(
            row -> {
              assertThat(row.kind()).isNotEqualTo(RowOutcome.Kind.SALARY_ONLY);
              assertThat(row.reason()).isNotEqualTo(RowOutcome.OUTSIDE_RANGE);
              if (row.kind() == RowOutcome.Kind.PAID) {
                assertThat(paid).contains(days.getOrDefault(row.line(), None.NONE));
              }
              if (row.kind() == RowOutcome.Kind.HELD) {
                assertThat(outcome.exceptions())
                    .anyMatch(
                        exception ->
                            exception.line() == row.line()
                                && exception.code().name().equals(row.reason()));
              }
            });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("The order in which rows are told does not matter")
  void orderIsIrrelevant(@ForAll("tellings") Telling telling, @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(telling.acting());
    Collections.shuffle(shuffled, random);
    Outcome once = telling.story().assess();
    Outcome again = telling.story(shuffled).assess();
    assertThat(again.lines()).isEqualTo(once.lines());
    assertThat(again.balances()).isEqualTo(once.balances());
    assertThat(again.exceptions())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
        .isEqualTo(once.exceptions());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("A range gives exactly what the whole gives for its days")
  void rangeIsAWindow(@ForAll("tellings") Telling telling) {
    long from = Story.day("03-20").toEpochDay();
    long to = Story.day("05-10").toEpochDay();
    Outcome whole = telling.story().assess();
    Outcome part = telling.story().range("03-20", "05-10").assess();
    assertThat(part.lines())
        .isEqualTo(
            whole.lines().stream()
                .filter(line -> line.workDate() >= from && line.workDate() <= to)
                .toList());
    assertThat(part.exceptions())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("heldPence", "refusedPence")
        // A secondment under way is told of on the first day of the range.
        .filteredOn(exception -> exception.file().equals(Assessment.ACTING))
        .isEqualTo(
            whole.exceptions().stream()
                .filter(exception -> exception.date() >= from && exception.date() <= to)
                .filter(exception -> exception.file().equals(Assessment.ACTING))
                .toList());
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  @Label("Released, a late or capped day pays no less than held, and a held one's facts stay")
  void releasing(@ForAll("tellings") Telling telling, @ForAll Random random) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    PayEngine engine = new PayEngine(story.context());
    Outcome held = engine.assess(officer);
    List<PayException> releasable =
        held.exceptions().stream()
            .filter(
                exception ->
                    exception.code() == ExceptionCode.ACTING_CAP
                        || exception.code() == ExceptionCode.ACTING_CLAIM_LATE)
            .toList();
    if (releasable.isEmpty()) {
      return;
    }
    PayException one = releasable.get(random.nextInt(releasable.size()));
    Outcome released =
        engine.assess(
            officer.deciding(
                one.id(), new Decision(Decision.Verdict.RELEASE, OptionalLong.of(one.facts()))));
    assertThat(actingPence(released, one.date()))
        .isGreaterThanOrEqualTo(actingPence(held, one.date()));
    if (one.code() == ExceptionCode.ACTING_CAP) {
      assertThat(actingPence(released, one.date())).isPositive();
      assertThat(released.exceptions())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("heldPence", "refusedPence")
          .isEqualTo(held.exceptions());
    }
  }

  private static long actingPence(Outcome outcome, long date) {
    return outcome.lines().stream()
        .filter(line -> line.workDate() == date && line.element() == Element.ACTING_UP)
        .mapToLong(PayLine::amountPence)
        .sum();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Without its acting rows, only days in a higher rank have other lines")
  void otherDaysAreLeftAlone(@ForAll("tellings") Telling telling) {
    Outcome with = telling.story().assess();
    Outcome without = telling.story(List.of()).assess();
    Set<Long> days = new HashSet<>();
    telling.story().toCase().acting().forEach(row -> days.add(row.date()));
    assertThat(with.lines())
        .filteredOn(
            line -> !days.contains(line.workDate()) && !IN_HIGHER_RANK.contains(line.element()))
        .isEqualTo(
            without.lines().stream().filter(line -> !days.contains(line.workDate())).toList());
  }

  /** Which days acting is paid, found row by row from the rulebook's sentences. */
  private static final class PlainReading {

    private final Telling telling;
    private final OfficerCase officer;
    private final List<ActingDay> rows;

    PlainReading(Telling telling, OfficerCase officer) {
      this.telling = telling;
      this.officer = officer;
      rows = officer.acting().stream().filter(this::isActing).toList();
    }

    private boolean isActing(ActingDay row) {
      return row.basis() == ActingDay.Basis.ACTING && !isDifference(row) && !isTwoRanks(row);
    }

    private static boolean isSeconded(long date) {
      return date >= Story.day("04-02").toEpochDay() && date <= Story.day("04-20").toEpochDay();
    }

    private static boolean isDifference(ActingDay row) {
      return row.nonPensionableDifference() && isSeconded(row.date());
    }

    private static boolean isTwoRanks(ActingDay row) {
      return row.actingRank() == Rank.INSPECTOR && isSeconded(row.date());
    }

    Set<Long> paidDays() {
      Set<Long> paid = new TreeSet<>();
      List<ActingDay> period = new ArrayList<>();
      for (ActingDay row : rows) {
        if (!period.isEmpty() && row.date() - period.getLast().date() - 1 > breakDays()) {
          paid.addAll(paidOf(period));
          period.clear();
        }
        period.add(row);
      }
      paid.addAll(paidOf(period));
      return paid;
    }

    private List<Long> paidOf(List<ActingDay> period) {
      List<Long> days = new ArrayList<>();
      boolean everyDay = false;
      for (int i = 0; i < period.size(); i++) {
        ActingDay row = period.get(i);
        for (long date = i == 0 ? row.date() : period.get(i - 1).date() + 1;
            everyDay && date < row.date();
            date++) {
          if (!isByTheHour(date) && !hasOwnRow(date)) {
            days.add(date);
          }
        }
        boolean byTheHour = isByTheHour(row.date());
        boolean isDue =
            isQualified(row, period)
                && isClaimed(row)
                && !(row.actingRank() == Rank.INSPECTOR && isDayOffWorked(row.date()));
        if (isDue && (byTheHour || row.wholeTour() || everyDay)) {
          days.add(row.date());
          everyDay |= telling.paysCalendarDays() && !byTheHour;
        }
      }
      return days.subList(0, Math.min(MOST_PAID, days.size()));
    }

    private boolean isQualified(ActingDay row, List<ActingDay> period) {
      int year = year(period.getFirst().date());
      List<ActingDay> before =
          rows.stream()
              .filter(other -> other.date() < row.date() && other.wholeTour())
              .filter(other -> year(other.date()) == year || period.contains(other))
              .toList();
      return isByTheHour(row.date())
          ? before.stream().mapToLong(ActingDay::hoursTenThousandths).sum() >= 80 * 10_000
          : before.size() >= 10;
    }

    private static int year(long date) {
      LocalDate day = LocalDate.ofEpochDay(date);
      return day.minusMonths(3).getYear();
    }

    private int breakDays() {
      return telling.policies().contains("acting-break-days 1") ? 1 : 14;
    }

    private boolean isByTheHour(long date) {
      return switch (telling.terms()) {
        case "part-time", "variable" -> true;
        case "to variable" -> date >= Story.day("04-05").toEpochDay();
        default -> false;
      };
    }

    private boolean isClaimed(ActingDay row) {
      LocalDate twoMonthsOn = LocalDate.ofEpochDay(row.date()).plusMonths(2);
      boolean hasNoLimit = telling.policies().contains("acting-claim-limit-months 0");
      return None.isGiven(row.claimedOn())
          && (hasNoLimit || row.claimedOn() <= twoMonthsOn.toEpochDay());
    }

    private boolean isDayOffWorked(long date) {
      String day = LocalDate.ofEpochDay(date).toString();
      return telling.duties().contains(day);
    }

    private boolean hasOwnRow(long date) {
      return officer.acting().stream().anyMatch(row -> row.date() == date);
    }
  }
}
