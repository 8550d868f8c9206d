package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.Duty;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Part;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Policy;
import org.dutypay.rules.RandomStories.Telling;

@Label("What holds for every officer")
class PayPropertiesTest {

  private static final int TRIES = 200;

  private static final Pattern ARITHMETIC =
      Pattern.compile(
          "; (\\d+(?:\\.\\d+)?) min at (\\d+)(?:/(\\d+))? x ([\\d,]+(?:\\.\\d\\d)?) x 6 / 12,520 an"
              + " hour$");

  @Provide
  Arbitrary<Telling> tellings() {
    return RandomStories.tellings();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Every minute of duty is in exactly one part")
  void everyMinuteOnce(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    Timeline timeline = timeline(officer, story.context());
    long worked = officer.duties().stream().mapToLong(duty -> duty.end() - duty.start()).sum();
    assertThat(timeline.parts().stream().mapToLong(Part::minutes).sum()).isEqualTo(worked);
    assertThat(timeline.parts())
        .allSatisfy(
            part -> {
              assertThat(part.minutes()).isPositive();
              assertThat(part.first().start()).isLessThanOrEqualTo(part.start());
              assertThat(part.first().end()).isGreaterThan(part.start());
              assertThat(part.minutes())
                  .isLessThanOrEqualTo(
                      (int)
                          part.duties().stream()
                              .mapToLong(duty -> duty.end() - duty.start())
                              .sum());
            });
    assertThat(timeline.parts().stream().flatMap(part -> part.duties().stream()).map(Duty::entryId))
        .containsAll(officer.duties().stream().map(Duty::entryId).toList());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @Label("The engine's cut agrees with a plain reading, minute by minute")
  void everyMinuteInTheRightPart(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    RunContext run = story.context();
    MinuteByMinute plain =
        new MinuteByMinute(
            new RosterDays(run).treat(new Assessment(officer, run)),
            officer.duties(),
            run.forceDays(),
            run.policy().number(Policy.Key.EARLY_BOOK_ON_MINUTES));
    Timeline timeline = timeline(officer, run);
    assertThat(timeline.parts().stream().map(MinuteByMinute::inWords))
        .containsExactlyInAnyOrderElementsOf(plain.parts());
    assertThat(timeline.minutesByDay()).isEqualTo(plain.minutesByDay());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("The same case gives the same outcome, on the same engine or another")
  void deterministic(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    PayEngine engine = new PayEngine(story.context());
    Outcome once = engine.assess(story.toCase());
    assertThat(engine.assess(story.toCase())).isEqualTo(once);
    assertThat(new PayEngine(story.context()).assess(story.toCase())).isEqualTo(once);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("An officer's outcome does not depend on who was assessed before")
  void officersAreIndependent(@ForAll("tellings") Telling one, @ForAll("tellings") Telling other) {
    OfficerCase first = one.story().toCase();
    OfficerCase second = other.story().toCase();
    PayEngine shared = new PayEngine(one.story().context());
    Outcome alone = shared.assess(first);
    shared.assess(second);
    assertThat(shared.assess(first)).isEqualTo(alone);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("A range gives exactly what the whole gives for its days")
  void rangeIsAWindow(@ForAll("tellings") Telling telling) {
    Outcome whole = telling.story().assess();
    String first = "2024-03-29";
    String last = "2024-10-20";
    long from = Story.day(first).toEpochDay();
    long to = Story.day(last).toEpochDay();
    Outcome part = telling.story().range(first, last).assess();
    assertThat(part.lines())
        .isEqualTo(
            whole.lines().stream()
                .filter(line -> line.workDate() >= from && line.workDate() <= to)
                .toList());
    assertThat(part.balances())
        .isEqualTo(
            whole.balances().stream()
                .filter(balance -> balance.workDate() >= from && balance.workDate() <= to)
                .toList());
    assertThat(part.exceptions())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("heldPence", "refusedPence")
        .isEqualTo(
            whole.exceptions().stream()
                .filter(exception -> exception.date() >= from && exception.date() <= to)
                .toList());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label(
      "Nothing is negative, nothing of no time is written, everything is in the order of its file")
  void linesAreInOrder(@ForAll("tellings") Telling telling) {
    Outcome outcome = telling.story().assess();
    assertThat(outcome.lines())
        .isSortedAccordingTo(PayLine.FILE_ORDER)
        .allSatisfy(
            line -> {
              assertThat(line.amountPence()).isNotNegative();
              assertThat(line.unitsHundredths()).isNotNegative();
              assertThat(line.note()).isNotBlank();
            });
    assertThat(outcome.balances())
        .isSortedAccordingTo(Balance.FILE_ORDER)
        .allSatisfy(
            balance ->
                assertThat(balance.minutes() == Balance.NONE)
                    .isNotEqualTo(balance.daysHundredths() == Balance.NONE));
    assertThat(outcome.exceptions())
        .isSortedAccordingTo(PayException.FILE_ORDER)
        .extracting(PayException::id)
        .doesNotHaveDuplicates();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Every row is accounted for exactly once, and a paid row is the source of a line")
  void rowsAreAccounted(@ForAll("tellings") Telling telling) {
    OfficerCase officer = telling.story().toCase();
    Outcome outcome = telling.story().assess();
    assertThat(outcome.rows())
        .extracting(RowOutcome::entryId)
        .containsExactlyInAnyOrderElementsOf(officer.duties().stream().map(Duty::entryId).toList());
    List<String> sources =
        outcome.lines().stream()
            .flatMap(line -> List.of(line.source().split(";", -1)).stream())
            .toList();
    for (RowOutcome row : outcome.rows()) {
      if (row.kind() == RowOutcome.Kind.PAID) {
        assertThat(sources).contains(row.entryId());
      }
      if (row.kind() == RowOutcome.Kind.HELD) {
        assertThat(outcome.exceptions())
            .anyMatch(exception -> exception.code().name().equals(row.reason()));
      }
    }
    // What is paid when it expires was credited when it was earned.
    for (PayLine line : outcome.lines()) {
      if (line.element() != Element.TOIL_PAID) {
        assertThat(outcome.rows())
            .filteredOn(row -> (";" + line.source() + ";").contains(";" + row.entryId() + ";"))
            .isNotEmpty()
            .allMatch(row -> row.kind() == RowOutcome.Kind.PAID);
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("The amount of every line follows from its note alone")
  void notesCanBeRedone(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    RoundingMode mode = RoundingMode.valueOf(story.context().policy().rounding().name());
    for (PayLine line : story.assess().lines()) {
      Matcher note = ARITHMETIC.matcher(line.note());
      assertThat(note.find()).as(line.note()).isTrue();
      BigDecimal minutes = new BigDecimal(note.group(1));
      BigDecimal over = new BigDecimal(note.group(2));
      BigDecimal under = note.group(3) == null ? BigDecimal.ONE : new BigDecimal(note.group(3));
      BigDecimal annual = new BigDecimal(note.group(4).replace(",", ""));
      BigDecimal pounds =
          annual
              .multiply(BigDecimal.valueOf(6))
              .multiply(over)
              .multiply(minutes)
              .divide(BigDecimal.valueOf(12_520 * 60).multiply(under), 2, mode);
      assertThat(BigDecimal.valueOf(line.amountPence(), 2)).as(line.note()).isEqualTo(pounds);
      assertThat(BigDecimal.valueOf(line.unitsHundredths(), 2))
          .as(line.note())
          .isEqualTo(minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
      assertThat(line.multiple().toString())
          .isEqualTo(note.group(2) + (note.group(3) == null ? "" : "/" + note.group(3)));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label(
      "Inspecting ranks have no premium pay, constables and sergeants are never told they are not"
          + " entitled")
  void ranks(@ForAll("tellings") Telling telling) {
    Outcome outcome = telling.story().assess();
    if (telling.officer().endsWith("inspector")) {
      assertThat(outcome.lines())
          .extracting(PayLine::element)
          .doesNotContain(
              Element.OVERTIME,
              Element.REST_DAY_WORKING,
              Element.FREE_DAY_WORKING,
              Element.PUBLIC_HOLIDAY_WORKING);
    } else {
      assertThat(outcome.exceptions())
          .extracting(PayException::code)
          .doesNotContain(ExceptionCode.RANK_NOT_ENTITLED);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("No time of a day off is paid twice: never more than the union of its deemed blocks (KSO)")
  void deemedBlocksAreNotPaidTwice(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    Policy policy = story.context().policy();
    int travelLimit = policy.number(Policy.Key.REST_DAY_TRAVEL_LIMIT_MINUTES);
    Map<Long, List<long[]>> blocks = new TreeMap<>();
    for (Part part : timeline(officer, story.context()).parts()) {
      if (part instanceof Part.Period period) {
        boolean brief =
            period.retained() && period.minutes() <= 60 && !(period instanceof Part.HolidayPeriod);
        int travel = Math.min(travelLimit, period.first().travelMinutes());
        travel = Math.min(travel, Math.max(0, 360 - period.minutes()));
        int total = brief ? period.minutes() : Math.max(240, period.minutes() + travel);
        blocks
            .computeIfAbsent(period.day().date(), date -> new ArrayList<>())
            .add(new long[] {period.start(), period.start() + total});
      }
    }
    Map<Long, BigDecimal> paid = new HashMap<>();
    for (PayLine line : story.assess().lines()) {
      boolean isDayOff =
          line.element() == Element.REST_DAY_WORKING
              || line.element() == Element.FREE_DAY_WORKING
              || line.element() == Element.PUBLIC_HOLIDAY_WORKING;
      if (isDayOff) {
        BigDecimal minutes =
            BigDecimal.valueOf(line.unitsHundredths()).multiply(new BigDecimal("0.6"));
        paid.merge(line.workDate(), minutes, BigDecimal::add);
      }
    }
    paid.forEach(
        (date, minutes) ->
            assertThat(minutes)
                .isLessThanOrEqualTo(
                    BigDecimal.valueOf(union(blocks.getOrDefault(date, List.of())))));
  }

  private static long union(List<long[]> blocks) {
    long length = 0;
    long latest = Long.MIN_VALUE;
    for (long[] block : blocks) {
      long start = Math.max(block[0], latest);
      length += Math.max(0, block[1] - start);
      latest = Math.max(latest, block[1]);
    }
    return length;
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Unsocial hours are no more than the night minutes of paid duty")
  void unsocialHoursWereWorked(@ForAll("tellings") Telling telling) {
    Outcome outcome = telling.story().assess();
    long nightMinutes =
        telling.story().toCase().duties().stream()
            .mapToLong(duty -> nightMinutes(duty.start(), duty.end()))
            .sum();
    long paid =
        outcome.lines().stream()
            .filter(line -> line.element() == Element.UNSOCIAL_HOURS)
            .mapToLong(PayLine::unitsHundredths)
            .sum();
    assertThat(paid * 60 / 100).isLessThanOrEqualTo(nightMinutes);
    assertThat(paid % 100).isZero();
  }

  private static long nightMinutes(long start, long end) {
    long night = 0;
    for (long minute = start; minute < end; minute++) {
      int hour = Instant.ofEpochSecond(minute * 60).atZone(ZoneId.of("Europe/London")).getHour();
      if (hour >= 20 || hour < 6) {
        night++;
      }
    }
    return night;
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Time off is earned on days with duty, days in lieu once a day and account")
  void balances(@ForAll("tellings") Telling telling) {
    Outcome outcome = telling.story().assess();
    Map<String, Integer> credits = new HashMap<>();
    for (Balance balance : outcome.balances()) {
      if (balance.daysHundredths() != Balance.NONE && balance.daysHundredths() > 0) {
        assertThat(balance.daysHundredths()).isEqualTo(100);
        credits.merge(balance.workDate() + " " + balance.account(), 1, Integer::sum);
      }
      if (balance.account() != Account.HOURS_OWED && balance.minutes() != Balance.NONE) {
        assertThat(balance.minutes()).isPositive();
        assertThat(balance.source()).isNotEmpty();
      }
    }
    assertThat(credits.values()).allMatch(count -> count == 1);
  }

  /** The engine's own cut of a case. */
  private static Timeline timeline(OfficerCase officer, RunContext run) {
    Assessment assessment = new Assessment(officer, run);
    Overtime overtime = new Overtime(run);
    return new Timeline(
        new RosterDays(run).treat(assessment),
        officer.duties(),
        run.forceDays(),
        run.policy().number(Policy.Key.EARLY_BOOK_ON_MINUTES),
        new EarlyStart(run, overtime)::dueNotice);
  }
}
