package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 15: eleven hours of rest before the first duty of a later force day")
class RestBetweenDutiesTest {

  @DisplayName("Under eleven hours is a warning on the later day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                               | roster                      | duties                                             | told of
          eleven hours                          | MON 14-22, TUE 09-17        | MON 14:00-22:00, TUE 09:00-17:00                   | nothing
          a minute less                         | MON 14-22:01, TUE 09-17     | MON 14:00-22:01, TUE 09:00-17:00                   | TUE WTR_DAILY_REST e2
          a break within one force day          | MON 07-15                   | MON 07:00-11:00, MON 12:00-15:00                   | nothing
          a recall within one force day         | MON 07-15, TUE 14-22        | MON 07:00-15:00, TUE 02:00-02:10, TUE 14:00-22:00  | nothing
          a recall late before the next day     | MON 07-15, TUE 07-15        | MON 07:00-15:00, MON 20:00-20:10, TUE 07:00-15:00  | TUE WTR_DAILY_REST e3
          only the first of the later day       | MON 14-22:30, TUE 09-17     | MON 14:00-22:30, TUE 09:00-11:00, TUE 12:00-17:00  | TUE WTR_DAILY_REST e2
          unbroken duty into the next day       | MON 22-07, TUE 07-15        | MON 22:00-TUE 07:00, TUE 07:00-15:00               | nothing
          eleven hours short, by the clock change | SAT4 14-22, SUN4 09-17    | SAT4 14:00-22:00, SUN4 09:00-17:00                 | SUN4 WTR_DAILY_REST e2
          twelve on the clock, eleven elapsed   | SAT4 14-21, SUN4 09-17      | SAT4 14:00-21:00, SUN4 09:00-17:00                 | nothing
          inspecting ranks as well              | MON 14-22:30, TUE 09-17     | MON 14:00-22:30, TUE 09:00-17:00                   | TUE WTR_DAILY_REST e2
          """)
  void elevenHours(String story, String roster, String duties, String told) {
    Story officer = story.startsWith("inspecting") ? officer().inspector("3") : officer();
    assertThat(officer.roster(roster).duty(duties).outcome())
        .filteredOn(found -> found.contains("WTR_"))
        .containsExactlyInAnyOrderElementsOf(expected(told));
  }
}
