package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.PayLine;
import org.dutypay.pay.Rounding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 2: money through the engine")
class MoneyTest {

  @Test
  @DisplayName(
      "Two hours of overtime at £46,044 a year are £58.84; the rate is printed, not multiplied")
  void twoHours() {
    assertThat(
            officer()
                .constable("7")
                .roster("MON 07-15")
                .duty("MON 07:00-17:00 told MON 07:00")
                .assess()
                .lines())
        .singleElement()
        .extracting(PayLine::amountPence, PayLine::rateTenThousandths)
        .containsExactly(58_84L, 29_4211L);
  }

  @DisplayName("The rate is that of the work date")
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 2 h at 4/3: 43,032 gives 54.9904, 46,044 gives 58.8422, 48,231 gives 61.6371
          2023-08-31 | 2023-08-31 07-15 | 2023-08-31 07:00-17:00 told 2023-08-31 07:00 | 2023-08-31 OVERTIME 54.99
          2023-09-01 | 2023-09-01 07-15 | 2023-09-01 07:00-17:00 told 2023-09-01 07:00 | 2023-09-01 OVERTIME 58.84
          2024-08-31 | 08-31 07-15      | 08-31 07:00-17:00 told 08-31 07:00           | 08-31 OVERTIME 58.84
          2024-09-01 | 09-01 07-15      | 09-01 07:00-17:00 told 09-01 07:00           | 09-01 OVERTIME 61.64
          """)
  void workDate(String day, String roster, String duty, String pounds) {
    assertThat(
            officer()
                .range("2023-01-01", "2024-12-31")
                .runDate("2024-12-31")
                .roster(roster)
                .duty(duty)
                .pounds())
        .containsExactlyElementsOf(expected(pounds));
  }

  @DisplayName("A line is rounded once, as the force has chosen")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # £6,260 a year are £3 an hour: a quarter-hour at 3/2 is 112.5 pence, three quarters are 337.5
          HALF_UP   | 113 | 338
          HALF_EVEN | 112 | 338
          DOWN      | 112 | 337
          """)
  void rounding(Rounding rounding, long quarter, long threeQuarters) {
    for (Story story :
        new Story[] {officer().duty("TUE 07:00-07:15"), officer().duty("TUE 07:00-07:45")}) {
      assertThat(
              story
                  .earning("6260")
                  .policy("rounding", rounding.name())
                  .roster("MON 23-07, TUE REST")
                  .assess()
                  .lines())
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.amountPence())
                      .isEqualTo(line.unitsHundredths() == 25 ? quarter : threeQuarters));
    }
  }

  @DisplayName(
      "An officer without a rate: one matter for each day and first row of what cannot be priced")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | roster         | duties                               | outcome
          one line                      | MON 07-15      | MON 07:00-17:00                      | MON NO_RATE e1
          two lines of one row          | MON 12-20      | MON 12:00-22:00                      | MON NO_RATE e1
          two rows                      | MON 07-15      | MON 07:00-17:00, MON 18:00-19:00     | MON NO_RATE e1, MON NO_RATE e2
          two days                      | MON..TUE 07-15 | MON 07:00-17:00, TUE 07:00-17:00     | MON NO_RATE e1, TUE NO_RATE e2
          nothing to price: salary      | MON 07-15      | MON 07:00-15:00                      | nothing
          nothing to price: too short   | MON 07-15      | MON 07:00-15:29                      | nothing
          nothing to price: time off    | MON 07-15      | MON 07:00-17:00 toil                 | MON TOIL +120 min until 06-04 G 2.14.1
          leave goes back all the same  | MON..WED LEAVE | MON 09:00-10:00                      | MON ANNUAL_LEAVE +480 min G 2.32.1, MON NO_RATE e1
          """)
  void noRate(String story, String roster, String duties, String outcome) {
    assertThat(officer().constable("99").roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("A line without a rate is held and everything else is paid")
  void theRestIsPaid() {
    Story story =
        officer()
            .constable("99")
            .from("TUE")
            .constable("7")
            .roster("MON..TUE 07-15")
            .duty("MON 07:00-17:00, TUE 07:00-17:00");
    assertThat(story.outcome())
        .containsExactlyInAnyOrder("MON NO_RATE e1", "TUE OVERTIME 1.50 x 4/3 G 2.14.1");
  }
}
