package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import java.util.OptionalLong;
import org.dutypay.duty.Rank;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 11: what a higher rank changes on the day's other lines")
class HigherRanksTest {

  private static final String KEPT_ON = "MON 07:00-17:00 told MON 06:00";

  @DisplayName("What a constable's two hours of overtime pay, by basis and rank")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | acting                                | outcome
          acting as sergeant: a constable's    | MON SERGEANT                          | MON OVERTIME 58.84
          temporary salary: a constable's      | MON SERGEANT temporary-salary         | MON OVERTIME 58.84, MON TEMPORARY_SALARY 8.31
          temporary promotion: a sergeant's    | MON SERGEANT temporary-promotion      | MON OVERTIME 62.72, MON TEMPORARY_PROMOTION 8.31
          at the point that is named: 51,498   | MON SERGEANT temporary-promotion point 4 | MON OVERTIME 65.81, MON TEMPORARY_PROMOTION 14.94
          acting as inspector: none            | MON INSPECTOR                         | nothing
          temporary salary as inspector: none  | MON INSPECTOR temporary-salary        | MON TEMPORARY_SALARY 33.90
          as inspector, another day            | TUE INSPECTOR                         | MON OVERTIME 58.84
          """)
  void overtime(String story, String acting, String outcome) {
    assertThat(
            officer()
                .qualifiedFor(Rank.SERGEANT)
                .roster("MON 07-15")
                .duty(KEPT_ON)
                .acting(acting)
                .pounds())
        .containsExactlyElementsOf(expected(outcome));
  }

  @Test
  @DisplayName(
      "Time beyond the value of a leave day pays nothing to an acting inspector, as to one")
  void leaveDay() {
    Story story = officer().roster("MON LEAVE").duty("MON 07:00-17:00");
    assertThat(story.outcome())
        .containsExactly("MON OVERTIME 2.00 x 4/3 G 2.32.3", "MON ANNUAL_LEAVE +480 min G 2.32.1");
    assertThat(story.acting("MON INSPECTOR").outcome())
        .containsExactly("MON ANNUAL_LEAVE +480 min G 2.32.1");
  }

  @DisplayName("As inspector overtime is not due, under the paragraph of the basis")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON INSPECTOR                     | G_1_31_2 | a constable acting as inspector
          MON INSPECTOR part unclaimed      | G_1_31_2 | a constable acting as inspector
          MON CHIEF_INSPECTOR               | G_1_31_2 | a constable acting as chief inspector
          MON INSPECTOR temporary-salary    | G_1_32_3 | a constable acting as inspector
          MON INSPECTOR temporary-promotion | G_2_8_1  | an officer in the rank of inspector
          """)
  void notEntitled(String acting, Paragraph rule, String who) {
    Story story =
        officer().qualifiedFor(Rank.INSPECTOR).roster("MON 07-15").duty(KEPT_ON).acting(acting);
    assertThat(story.assess().exceptions())
        .filteredOn(exception -> exception.code() == ExceptionCode.RANK_NOT_ENTITLED)
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.rule()).isEqualTo(rule);
              assertThat(exception.message())
                  .isEqualTo(
                      "120 min from 2024-03-04T15:00 would be overtime, but "
                          + who
                          + " has no paid overtime.");
            });
    assertThat(story.rows()).contains("e1 NOT_DUE NOT_ENTITLED");
  }

  @DisplayName("Which work as acting inspector is overtime, and so not paid")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | roster                    | duty                             | outcome
          under half an hour, nothing   | MON 07-15                 | MON 07:00-15:29                  | nothing
          in time off                   | MON 07-15                 | MON 07:00-17:00 told MON 06:00 toil | MON RANK_NOT_ENTITLED e1
          a recall                      | MON 07-15                 | MON 18:00-20:00                  | MON RANK_NOT_ENTITLED e1
          an early start                | SUN 07-15, MON2 07-15     | SUN 07:00-15:00, MON2 06:00-14:00 | MON2 RANK_NOT_ENTITLED e2
          a rest day is paid            | MON REST                  | MON 09:00-13:00                  | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          a night is paid               | MON 14-22                 | MON 14:00-22:00                  | MON UNSOCIAL_HOURS 2.00 x 1/10 G 1.18.1
          """)
  void whatIsOvertime(String story, String roster, String duty, String outcome) {
    assertThat(
            officer().roster(roster).duty(duty).acting("MON INSPECTOR, MON2 INSPECTOR").outcome())
        .containsExactlyElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("As inspector a part-time constable keeps plain time up to forty hours")
  void plainTime() {
    assertThat(
            officer()
                .weeklyHours("39")
                .roster("MON 07-15")
                .duty(KEPT_ON)
                .acting("MON INSPECTOR hours 8")
                .outcome())
        .containsExactly("MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1", "MON RANK_NOT_ENTITLED e1");
  }

  @DisplayName("With acting-overtime-rate ACTING a constable acting as sergeant has a sergeant's")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                           | acting                        | roster                | duty                              | pounds
          overtime: 49,077                  | MON SERGEANT                  | MON 07-15             | MON 07:00-17:00 told MON 06:00    | MON OVERTIME 62.72
          unclaimed, a part tour            | MON SERGEANT part unclaimed   | MON 07-15             | MON 07:00-17:00 told MON 06:00    | MON OVERTIME 62.72
          an early start's third            | MON2 SERGEANT                 | SUN 07-15, MON2 07-15 | SUN 07:00-15:00, MON2 06:00-14:00 | MON2 OVERTIME 7.84
          on overtime only: rest day        | MON SERGEANT                  | MON REST              | MON 09:00-13:00                   | MON REST_DAY_WORKING 132.39
          on overtime only: nights          | MON SERGEANT                  | MON 14-22             | MON 14:00-22:00                   | MON UNSOCIAL_HOURS 4.41
          not on temporary salary           | MON SERGEANT temporary-salary | MON 07-15             | MON 07:00-17:00 told MON 06:00    | MON OVERTIME 58.84, MON TEMPORARY_SALARY 8.31
          no higher point: a constable's    | MON SERGEANT point 2          | MON 07-15             | MON 07:00-17:00 told MON 06:00    | MON OVERTIME 62.72
          """)
  void actingRate(String story, String acting, String roster, String duty, String pounds) {
    assertThat(
            officer()
                .policy("acting-overtime-rate", "ACTING")
                .roster(roster)
                .duty(duty)
                .acting(acting)
                .pounds())
        .containsExactlyElementsOf(expected(pounds));
  }

  @Test
  @DisplayName(
      "A sergeant's overtime that cannot be priced is held, and says which rate is missing")
  void actingRateMissing() {
    Story story =
        officer()
            .policy("acting-overtime-rate", "ACTING")
            .roster("MON 07-15")
            .duty(KEPT_ON)
            .acting("MON SERGEANT point 9");
    assertThat(story.outcome()).containsExactly("MON NO_RATE e1");
    assertThat(story.assess().exceptions().getFirst().message())
        .isEqualTo(
            "There is no rate for pay scale 'SERGEANT', point '9' on 2024-03-04, so this cannot be"
                + " priced.");
  }

  @DisplayName("On temporary promotion to inspector an officer has an inspector's entitlements")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                     | roster              | duty                                   | outcome
          kept on                     | MON 07-15           | MON 07:00-17:00                        | MON RANK_NOT_ENTITLED e1
          a rest day                  | MON REST            | MON 09:00-13:00                        | MON REST_DAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          a public holiday            | MON HOLIDAY         | MON 09:00-13:00                        | MON PUBLIC_HOLIDAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          stood down: not for them    | MON REST            | MON 09:00-13:00 stood-down 02-01 09:00 | MON REST_DAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          """)
  void inspectorsEntitlements(String story, String roster, String duty, String outcome) {
    Story told =
        officer()
            .sergeant("4")
            .qualifiedFor(Rank.INSPECTOR)
            .roster(roster)
            .duty(duty)
            .acting("MON INSPECTOR temporary-promotion");
    assertThat(told.outcome())
        .filteredOn(line -> !line.contains("TEMPORARY_PROMOTION"))
        .containsExactlyElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Nights and time off that expires are at the higher rank's rate as well")
  void allElements() {
    Story story =
        officer()
            .qualifiedFor(Rank.SERGEANT)
            .runDate("12-31")
            .roster("MON 07-15, 06-04 14-22")
            .duty("MON 07:00-15:30 told MON 06:00 toil, 06-04 14:00-22:00")
            .acting("06-04 SERGEANT temporary-promotion");
    // 2 h x 49,077 x 6 / 12,520 / 10 = 4.70; 30 min x 49,077 x 6 / 12,520 = 11.76
    assertThat(story.pounds())
        .containsExactly(
            "06-04 TEMPORARY_PROMOTION 8.31", "06-04 TOIL_PAID 11.76", "06-04 UNSOCIAL_HOURS 4.70");
  }

  @Test
  @DisplayName("A promotion that is held changes nothing until it is released; refused, never")
  void heldChangesNothing() {
    Story story =
        officer().roster("MON 07-15").duty(KEPT_ON).acting("MON SERGEANT temporary-promotion");
    assertThat(story.pounds()).containsExactly("MON OVERTIME 58.84");
    assertThat(story.assess().exceptions())
        .singleElement()
        .extracting(PayException::heldPence)
        .isEqualTo(831L + 6272 - 5884);
    story.deciding(ExceptionCode.NOT_QUALIFIED, Decision.Verdict.REFUSE);
    assertThat(story.pounds()).containsExactly("MON OVERTIME 58.84");
    story.deciding(ExceptionCode.NOT_QUALIFIED, Decision.Verdict.RELEASE);
    assertThat(story.pounds())
        .containsExactly("MON OVERTIME 62.72", "MON TEMPORARY_PROMOTION 8.31");
  }

  @Test
  @DisplayName(
      "A release on the facts of the matter holds for the day's other lines; on others, not")
  void releasedOnFacts() {
    Story story =
        officer().roster("MON 07-15").duty(KEPT_ON).acting("MON SERGEANT temporary-promotion");
    PayEngine engine = new PayEngine(story.context());
    PayException held = engine.assess(story.toCase()).exceptions().getFirst();
    assertThat(elements(engine, story, held, held.facts()))
        .containsExactly(Element.OVERTIME, Element.TEMPORARY_PROMOTION);
    assertThat(elements(engine, story, held, held.facts() + 1)).containsExactly(Element.OVERTIME);
  }

  private static List<Element> elements(
      PayEngine engine, Story story, PayException held, long facts) {
    Decision release = new Decision(Decision.Verdict.RELEASE, OptionalLong.of(facts));
    return engine.assess(story.toCase().deciding(held.id(), release)).lines().stream()
        .map(PayLine::element)
        .toList();
  }

  @Test
  @DisplayName("Held for two ranks on secondment, an acting inspector has overtime")
  void twoRanksChangeNothing() {
    Story story =
        officer()
            .seconded("MON..SUN NCA agreement X1")
            .roster("MON 07-15")
            .duty(KEPT_ON)
            .acting("MON INSPECTOR");
    assertThat(story.pounds()).containsExactly("MON OVERTIME 58.84");
    story.deciding(ExceptionCode.ACTING_TWO_RANKS, Decision.Verdict.RELEASE);
    assertThat(story.pounds()).isEmpty();
  }

  @Test
  @DisplayName("A promotion whose point is not known leaves the whole day without a rate")
  void promotionWithoutRate() {
    Story story =
        officer()
            .qualifiedFor(Rank.SERGEANT)
            .roster("MON 07-15")
            .duty(KEPT_ON)
            .acting("MON SERGEANT temporary-promotion point 9");
    assertThat(story.outcome()).containsExactly("MON NO_RATE", "MON NO_RATE e1");
    assertThat(story.assess().exceptions())
        .extracting(PayException::message)
        .containsOnly(
            "There is no rate for pay scale 'SERGEANT', point '9' on 2024-03-04, so this cannot be"
                + " priced.");
  }

  @Test
  @DisplayName(
      "Where no higher point exceeds own pay a promotion still has the rank's entitlements")
  void promotionWithoutGap() {
    Story story =
        officer()
            .earning("70000")
            .qualifiedFor(Rank.INSPECTOR)
            .roster("MON 07-15, TUE 14-22")
            .duty(KEPT_ON + ", TUE 14:00-22:00")
            .acting("MON to TUE INSPECTOR temporary-promotion");
    // 2 h x 70,000 x 6 / 12,520 / 10
    assertThat(story.pounds()).containsExactly("TUE UNSOCIAL_HOURS 6.71");
    assertThat(story.rows()).contains("e1 NOT_DUE NOT_ENTITLED", "acting-1 NOT_DUE NOT_ENTITLED");
  }
}
