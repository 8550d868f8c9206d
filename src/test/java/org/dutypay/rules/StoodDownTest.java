package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.OptionalLong;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Decision.Verdict;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 7: stood down more than seven days before and worked all the same")
class StoodDownTest {

  @DisplayName("More than seven clear days holds the duty; seven or fewer is paid as normal")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                               | roster        | duty                                            | outcome
          rest day, stood down 7 days before    | MON4 REST     | MON4 09:00-17:00 stood-down 03-17 09:00         | MON4 REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          rest day, stood down 8 days before    | MON4 REST     | MON4 09:00-17:00 stood-down 03-16 09:00         | MON4 STOOD_DOWN e1
          rest day, 06:59 is the day before     | MON4 REST     | MON4 09:00-17:00 stood-down 03-17 06:59         | MON4 STOOD_DOWN e1
          free day, stood down 7 days before    | MON4 FREE     | MON4 09:00-17:00 stood-down 03-17 09:00         | MON4 FREE_DAY_WORKING 8.00 x 3/2 G 2.21.1
          free day, stood down 8 days before    | MON4 FREE     | MON4 09:00-17:00 stood-down 03-16 09:00         | MON4 STOOD_DOWN e1
          holiday, stood down 7 days before     | 05-06 HOLIDAY | 05-06 09:00-17:00 told 04-01 09:00 stood-down 04-28 09:00 | 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3
          holiday, stood down 8 days before     | 05-06 HOLIDAY | 05-06 09:00-17:00 told 04-01 09:00 stood-down 04-27 09:00 | 05-06 STOOD_DOWN e1
          before own request                    | MON4 REST     | MON4 09:00-17:00 own-request stood-down 03-16 09:00 | MON4 STOOD_DOWN e1
          two periods, one each                 | MON4 REST     | MON4 09:00-10:00 stood-down 03-16 09:00, MON4 12:00-13:00 stood-down 03-16 09:00 | MON4 STOOD_DOWN e1, MON4 STOOD_DOWN e2
          a held period lays no block           | MON4 REST     | MON4 09:00-10:00 stood-down 03-16 09:00, MON4 11:00-12:00 | MON4 STOOD_DOWN e1, MON4 REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          no such thing on a duty day           | MON4 07-15    | MON4 07:00-17:00 told MON4 07:00 stood-down 03-01 09:00 | MON4 OVERTIME 2.00 x 4/3 G 2.13.1
          """)
  void held(String story, String roster, String duty, String outcome) {
    assertThat(officer().roster(roster).duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("The pounds at stake are what a release would pay; refused, nothing")
  void poundsAtStake() {
    PayException held =
        only(officer().roster("MON4 REST").duty("MON4 09:00-17:00 stood-down 03-16 09:00"));
    assertThat(held.heldPence()).isEqualTo(264_79);
    assertThat(held.refusedPence()).isZero();
  }

  @Test
  @DisplayName("Nothing is at stake where the release would give a day and no pay")
  void noPoundsAtStake() {
    PayException held =
        only(
            officer()
                .roster("MON4 REST")
                .duty("MON4 09:00-17:00 own-request stood-down 03-16 09:00"));
    assertThat(held.heldPence()).isZero();
  }

  @Test
  @DisplayName(
      "What is at stake is what would be paid more, less what the blocks have paid already")
  void stakeOfASecondPeriod() {
    Outcome outcome =
        officer()
            .roster("MON4 REST")
            .duty("MON4 09:00-10:00 stood-down 03-16 09:00, MON4 11:00-12:00")
            .assess();
    // Released, 9:00 pays 4 h and 11:00 only 2 h: 2 h more, 66.20 (198.59 - 132.39).
    assertThat(outcome.exceptions())
        .singleElement()
        .extracting(PayException::heldPence)
        .isEqualTo(66_20L);
  }

  @DisplayName("A release pays as if it had not been checked, a refusal pays nothing")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RELEASE     | 26479 | e1 PAID
          REFUSE      | 0     | e1 NOT_DUE REFUSED
          ACKNOWLEDGE | 0     | e1 HELD STOOD_DOWN
          """)
  void decided(Verdict verdict, long pence, String row) {
    Story story =
        officer()
            .roster("MON4 REST")
            .duty("MON4 09:00-17:00 stood-down 03-16 09:00")
            .deciding(ExceptionCode.STOOD_DOWN, verdict);
    Outcome outcome = story.assess();
    assertThat(outcome.lines().stream().mapToLong(PayLine::amountPence).sum()).isEqualTo(pence);
    assertThat(outcome.exceptions())
        .singleElement()
        .extracting(PayException::code)
        .isEqualTo(ExceptionCode.STOOD_DOWN);
    assertThat(story.rows()).containsExactly(row);
  }

  private static PayException only(Story story) {
    Outcome outcome = story.assess();
    assertThat(outcome.exceptions()).hasSize(1);
    return outcome.exceptions().getFirst();
  }

  @Test
  @DisplayName("A decision made on other facts is not applied")
  void otherFacts() {
    Story story = officer().roster("MON4 REST").duty("MON4 09:00-17:00 stood-down 03-16 09:00");
    PayException held = only(story);
    PayEngine engine = new PayEngine(story.context());
    Decision onOtherFacts = new Decision(Verdict.RELEASE, OptionalLong.of(held.facts() + 1));
    Decision onTheseFacts = new Decision(Verdict.RELEASE, OptionalLong.of(held.facts()));
    assertThat(engine.assess(story.toCase().deciding(held.id(), onOtherFacts)).lines()).isEmpty();
    assertThat(engine.assess(story.toCase().deciding(held.id(), onTheseFacts)).lines()).hasSize(1);
  }
}
