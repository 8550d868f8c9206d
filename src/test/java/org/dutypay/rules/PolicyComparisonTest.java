package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.OutcomeDifference;
import org.dutypay.pay.OutcomeDifference.Change;
import org.dutypay.pay.OutcomeDifference.Sides;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.Policy;
import org.dutypay.rules.RandomStories.Telling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Label("One officer under two policies")
@DisplayName("One officer under two policies")
class PolicyComparisonTest {

  @DisplayName("What changes for an officer, in pounds, time off and exceptions")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unsocial-hour: CLOCK         | MON 20:30-22:30                                     | MON 20:30-22:30                                                                                                       | 03-04 UNSOCIAL_HOURS 4.41 -> 2.21
          short-casual-counts: false   | MON..FRI 07-15                                      | MON 07:00-15:20, TUE 07:00-16:00, WED 07:00-16:00, THU 07:00-16:00, FRI 07:00-16:00                                   | 03-08 OVERTIME 29.42 -> 14.71
          early-start-pay: FULL        | MON 07-16, TUE 07-16                                | MON 07:00-16:00, TUE 05:00-14:00                                                                                      | 03-05 OVERTIME 14.71 -> 58.84
          early-book-on-minutes: 0     | MON 07-15                                           | MON 07:00-15:30 told MON 06:00                                                                                        |
          recall-travel-limit-minutes: 30 | MON 08-16                                        | MON 08:00-16:00, MON 18:00-20:00 travel 60                                                                            | 03-04 OVERTIME 88.26 -> 73.55
          pnb-2014-8: false            | MON LEAVE, TUE LEAVE, WED LEAVE, THU REST, FRI LEAVE | THU 08:00-12:00                                                                                                      | 03-07 LEAVE_RECALL 353.05 -> 0.00; 03-07 REST_DAY_WORKING 0.00 -> 132.39; ANNUAL_LEAVE 480 -> 0 min
          toil-expiry: WARN            | MON 07-15                                           | MON 07:00-16:30 told MON 06:00 toil                                                                                   | 06-04 TOIL_PAID 44.13 -> 0.00; CHANGED TOIL_EXPIRED
          toil-expiry-months: 4        | MON 07-15                                           | MON 07:00-16:30 told MON 06:00 toil                                                                                   | 06-04 TOIL_PAID 44.13 -> 0.00; 07-04 TOIL_PAID 0.00 -> 44.13; TOIL 120 -> 120 min; LOST TOIL_EXPIRED; GAINED TOIL_EXPIRED
          rounding: DOWN               | MON 07-15                                           | MON 07:00-15:15 told MON 07:00                                                                                        | 03-04 OVERTIME 7.36 -> 7.35
          """)
  void changes(String choice, String roster, String duty, String expected) {
    Story a = officer().roster(roster).duty(duty).runDate("07-31");
    Story b = officer().roster(roster).duty(duty).runDate("07-31");
    String[] keyAndValue = choice.split(": ", -1);
    b.policy(keyAndValue[0], keyAndValue[1]);

    assertThat(inWords(OutcomeDifference.between(a.assess(), b.assess())))
        .containsExactlyElementsOf(
            expected == null ? List.of() : Arrays.asList(expected.split("; ", -1)));
  }

  /** Days, then accounts that differ, then exceptions. */
  private static List<String> inWords(OutcomeDifference difference) {
    List<String> words = new ArrayList<>();
    difference
        .payDays()
        .forEach(
            day ->
                words.add(
                    LocalDate.ofEpochDay(day.workDate()).toString().substring(5)
                        + " "
                        + day.element()
                        + " "
                        + Pounds.plain(day.penceA())
                        + " -> "
                        + Pounds.plain(day.penceB())));
    difference
        .minutes()
        .forEach(
            (account, sides) -> {
              if (sides.differ()) {
                words.add(account + " " + sides.amountA() + " -> " + sides.amountB() + " min");
              }
            });
    difference
        .exceptions()
        .forEach(change -> words.add(change.change() + " " + change.exception().code()));
    return words;
  }

  @Test
  @DisplayName("Of two rate tables the newer pays more on the same lines")
  void rates() {
    Story a = officer().earning("46044").roster("MON 07-15").duty("MON 07:00-17:00 told MON 07:00");
    Story b = officer().earning("48231").roster("MON 07-15").duty("MON 07:00-17:00 told MON 07:00");

    // 48,231 x 6 / 12,520 x 4/3 x 2 h = 61.637
    assertThat(inWords(OutcomeDifference.between(a.assess(), b.assess())))
        .containsExactly("03-04 OVERTIME 58.84 -> 61.64");
  }

  @Test
  @DisplayName("A changed exception says what A says of it and what was held")
  void changedException() {
    String duty = "SAT 07:00-15:00 told 02-26 07:00 stood-down 02-27 09:00";
    Story a = officer().earning("46044").roster("SAT REST").duty(duty);
    Story b = officer().earning("48231").roster("SAT REST").duty(duty);

    // 8 h at 3/2: 46,044 gives 264.79, 48,231 gives 277.37.
    assertThat(OutcomeDifference.between(a.assess(), b.assess()).exceptions())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.change()).isEqualTo(Change.CHANGED);
              assertThat(change.message()).endsWith("Held: £277.37, under A £264.79.");
            });
  }

  @Provide
  Arbitrary<Telling> tellings() {
    return RandomStories.tellings();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("An officer under one policy twice has no difference")
  void same(@ForAll("tellings") Telling telling) {
    Outcome outcome = telling.story().assess();
    OutcomeDifference none = OutcomeDifference.between(outcome, outcome);

    assertThat(none.payDays()).isEmpty();
    assertThat(none.exceptions()).isEmpty();
    for (Map<?, Sides> sides : List.of(none.pay(), none.minutes(), none.days())) {
      assertThat(sides.values()).noneMatch(Sides::differ);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("The days add up to the whole difference, and with A and B exchanged it is the opposite")
  void addsUp(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    Outcome a = new PayEngine(story.context()).assess(officer);
    Outcome b = new PayEngine(otherwise(story.context())).assess(officer);
    OutcomeDifference difference = OutcomeDifference.between(a, b);
    OutcomeDifference exchanged = OutcomeDifference.between(b, a);

    assertThat(difference.penceA())
        .isEqualTo(a.lines().stream().mapToLong(line -> line.amountPence()).sum());
    assertThat(difference.payDays().stream().mapToLong(day -> day.penceB() - day.penceA()).sum())
        .isEqualTo(difference.penceB() - difference.penceA());
    assertThat(exchanged.penceB() - exchanged.penceA())
        .isEqualTo(difference.penceA() - difference.penceB());
    assertThat(count(exchanged, Change.GAINED)).isEqualTo(count(difference, Change.LOST));
    assertThat(count(exchanged, Change.CHANGED)).isEqualTo(count(difference, Change.CHANGED));
    assertThat(a.exceptions())
        .hasSize(
            b.exceptions().size()
                + count(difference, Change.LOST)
                - count(difference, Change.GAINED));
  }

  private static int count(OutcomeDifference difference, Change change) {
    return (int) difference.exceptions().stream().filter(one -> one.change() == change).count();
  }

  private static RunContext otherwise(RunContext run) {
    Policy other =
        Policy.of(
            Map.of(
                "unsocial-hour", "CLOCK",
                "short-casual-counts", "false",
                "early-start-pay", "FULL",
                "pnb-2014-8", "false",
                "unmarked-holidays", "ROSTERED",
                "toil-expiry-months", "1",
                "week-starts", "SUNDAY"));
    return new RunContext(
        other,
        run.payScales(),
        run.allowances(),
        run.publicHolidays(),
        run.numbers(),
        run.from(),
        run.to(),
        run.runDate());
  }
}
