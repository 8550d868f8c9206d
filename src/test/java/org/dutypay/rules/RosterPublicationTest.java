package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 15: rosters are published a month before they start")
class RosterPublicationTest {

  @DisplayName("A day that comes less than a month after is a warning, once for a publication")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | roster                                                           | told of
          exactly a month                      | MON 07-15 published 02-04                                        | nothing
          a day less                           | MON 07-15 published 02-05                                        | MON ROSTER_LATE
          the end of a shorter month           | 02-29 07-15 published 01-31                                      | nothing
          a day before it                      | 02-28 07-15 published 01-31                                      | 02-28 ROSTER_LATE
          published after the day              | MON REST published 03-06                                         | MON ROSTER_LATE
          once, on the first day               | MON..SUN 07-15 published 02-20                                   | MON ROSTER_LATE
          each publication for itself          | MON..TUE REST published 02-20, WED 07-15 published 02-21, THU 07-15 published 02-20 | MON ROSTER_LATE, WED ROSTER_LATE
          no publication given                 | MON 07-15                                                        | nothing
          """)
  void aMonth(String story, String roster, String told) {
    assertThat(officer().roster(roster).outcome()).containsExactlyElementsOf(expected(told));
  }

  @DisplayName("Not for full-time inspecting ranks, on the day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inspector            | nothing
          part-time inspector  | MON ROSTER_LATE
          chief inspector      | nothing
          sergeant             | MON ROSTER_LATE
          inspector until TUE  | WED ROSTER_LATE
          """)
  void ranks(String who, String told) {
    Story officer =
        switch (who) {
          case "inspector" -> officer().inspector("3");
          case "part-time inspector" -> officer().inspector("3").weeklyHours("39");
          case "chief inspector" -> officer().chiefInspector("3");
          case "sergeant" -> officer().sergeant("4");
          default -> officer().inspector("3").from("WED").sergeant("4");
        };
    assertThat(officer.roster("MON..FRI REST published 02-20").outcome())
        .containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("Told of on an earlier day, it is not told of again in a later range")
  void beforeTheRange() {
    assertThat(officer().range("TUE", "SUN").roster("MON..SUN REST published 02-20").outcome())
        .isEmpty();
  }

  @DisplayName("Roster rows after the run date raise nothing")
  @ParameterizedTest(name = "run date {0}")
  @CsvSource(delimiter = '|', textBlock = "MON | nothing\nTUE | TUE ROSTER_LATE")
  void afterTheRunDate(String runDate, String told) {
    assertThat(officer().runDate(runDate).roster("MON REST, TUE REST published 02-20").outcome())
        .containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("The message has both dates and how late it was")
  void message() {
    assertThat(officer().roster("MON REST published 02-20").assess().exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.message())
                  .isEqualTo(
                      "The roster of 2024-03-04 was published on 2024-02-20, 16 days too late: it"
                          + " could start on 2024-03-20.");
              assertThat(exception.file()).isEqualTo("roster.csv");
              assertThat(exception.line()).isEqualTo(2);
              assertThat(exception.factValues())
                  .isEqualTo("roster day 2024-03-04; published_on 2024-02-20");
            });
  }
}
