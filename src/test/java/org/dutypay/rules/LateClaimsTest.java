package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 15: duty booked more than three months after it was worked")
class LateClaimsTest {

  @DisplayName("Three months from the calendar day of its start, told of on its force day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                        | duties                                                              | told of
          the same day                   | MON 07:00-15:00 booked 03-04                                        | nothing
          exactly three months           | MON 07:00-15:00 booked 06-04                                        | nothing
          a day more                     | MON 07:00-15:00 booked 06-05                                        | MON CLAIM_LATE e1
          after midnight, in time        | TUE 02:00-03:00 booked 06-05                                        | nothing
          after midnight, late           | TUE 02:00-03:00 booked 06-06                                        | MON CLAIM_LATE e1
          the end of a shorter month     | 2023-11-30 07:00-15:00 booked 2024-02-29                            | nothing
          a day after it                 | 2023-11-30 07:00-15:00 booked 2024-03-01                            | 2023-11-30 CLAIM_LATE e1
          each row for itself            | MON 07:00-11:00 booked 06-05, MON 11:00-15:00 booked 06-05          | MON CLAIM_LATE e1, MON CLAIM_LATE e2
          not booked on any day          | MON 07:00-15:00                                                     | nothing
          """)
  void threeMonths(String story, String duties, String told) {
    assertThat(
            officer()
                .runDate("2024-12-31")
                .roster("MON..TUE 07-15, 2023-11-30 07-15")
                .duty(duties)
                .outcome())
        .filteredOn(found -> found.contains("CLAIM_LATE"))
        .containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("The message has the days; when it was booked is a fact")
  void message() {
    assertThat(
            officer()
                .roster("MON 07-15")
                .duty("MON 07:00-15:00 booked 06-05")
                .assess()
                .exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.message())
                  .isEqualTo(
                      "The duty from 2024-03-04T07:00 was booked on 2024-06-05; 3 months are given,"
                          + " until 2024-06-04.");
              assertThat(exception.factValues())
                  .isEqualTo("duty e1 2024-03-04T07:00/2024-03-04T15:00; booked_on 2024-06-05");
            });
  }
}
