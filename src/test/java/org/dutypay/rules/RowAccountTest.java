package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Every duty row is accounted for exactly once")
class RowAccountTest {

  @DisplayName("What became of a row")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                           | roster              | duties                                                        | rows
          within the tour                   | MON 07-15           | MON 07:00-15:00                                               | e1 SALARY_ONLY
          kept on                           | MON 07-15           | MON 07:00-17:00                                               | e1 PAID
          kept on, in two rows              | MON 07-15           | MON 07:00-15:00, MON 15:00-17:00                              | e1 SALARY_ONLY, e2 PAID
          kept on for too short             | MON 07-15           | MON 07:00-15:29                                               | e1 NOT_DUE TOO_SHORT
          booked on early                   | MON 09-17           | MON 08:45-17:00                                               | e1 SALARY_ONLY
          a recall too short                | MON 07-15           | MON 18:00-18:14                                               | e1 NOT_DUE TOO_SHORT
          time off instead                  | MON 07-15           | MON 07:00-17:00 toil                                          | e1 BALANCE_ONLY
          time off, but at night            | MON 12-20           | MON 12:00-22:00 toil                                          | e1 PAID
          only unsocial hours               | MON 14-22           | MON 14:00-22:00                                               | e1 PAID
          at own request on a rest day      | MON REST            | MON 09:00-10:00 own-request                                   | e1 BALANCE_ONLY
          a rest day moved, none named      | MON REST            | MON 09:00-10:00 told 02-01 09:00                              | e1 BALANCE_ONLY
          a rest day moved to a named one   | MON REST            | MON 09:00-10:00 told 02-01 09:00 replacement 03-20 replacement-told 02-01 09:00 | e1 NOT_DUE MOVED
          leave given back                  | MON LEAVE           | MON 09:00-10:00                                               | e1 BALANCE_ONLY
          leave given back and paid         | MON..WED LEAVE      | MON 09:00-10:00                                               | e1 PAID
          on a day of sickness              | MON SICK            | MON 09:00-10:00                                               | e1 HELD DUTY_ON_ABSENCE
          without a roster row              | TUE 07-15           | MON 09:00-10:00                                               | e1 HELD NO_ROSTER
          partly held, partly paid          | MON 22-06, TUE SICK | MON 22:00-TUE 08:00                                           | e1 PAID
          stood down                        | MON REST            | MON 09:00-10:00 stood-down 02-01 09:00                        | e1 HELD STOOD_DOWN
          retained into rest for too short  | MON 23-07, TUE REST | TUE 07:00-07:14                                               | e1 NOT_DUE TOO_SHORT
          """)
  void kinds(String story, String roster, String duties, String rows) {
    assertThat(officer().roster(roster).duty(duties).rows())
        .containsExactlyElementsOf(expected(rows));
  }

  @DisplayName("What became of an inspector's row")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kept on            | MON 07-15 | MON 07:00-17:00 | e1 NOT_DUE NOT_ENTITLED
          on a rest day      | MON REST  | MON 09:00-10:00 | e1 BALANCE_ONLY
          on a free day      | MON FREE  | MON 09:00-10:00 | e1 NOT_DUE NOT_ENTITLED
          """)
  void inspecting(String story, String roster, String duties, String rows) {
    assertThat(officer().inspector("3").roster(roster).duty(duties).rows())
        .containsExactlyElementsOf(expected(rows));
  }

  @DisplayName("A row that cannot be priced is held")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kept on             | MON 07:00-17:00      | e1 HELD NO_RATE
          kept on, time off   | MON 07:00-17:00 toil | e1 BALANCE_ONLY
          """)
  void withoutRate(String story, String duties, String rows) {
    assertThat(officer().constable("99").roster("MON 07-15").duty(duties).rows())
        .containsExactlyElementsOf(expected(rows));
  }
}
