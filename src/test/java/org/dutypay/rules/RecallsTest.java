package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 5.5: recall between tours")
class RecallsTest {

  @DisplayName("A recall is paid with its travel in completed quarter-hours")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                 | duties                                                   | outcome
          two hours and an hour of travel: 3 h    | MON 08:00-16:00, MON 18:00-20:00 travel 60               | MON OVERTIME 3.00 x 4/3 G 2.15.2
          fourteen minutes                        | MON 18:00-18:14                                          | nothing
          fifteen minutes                         | MON 18:00-18:15                                          | MON OVERTIME 0.25 x 4/3 G 2.15.2
          ten minutes and five of travel          | MON 18:00-18:10 travel 5                                 | MON OVERTIME 0.25 x 4/3 G 2.15.2
          nine minutes and five of travel         | MON 18:00-18:09 travel 5                                 | nothing
          no half hour is lost                    | MON 18:00-18:29                                          | MON OVERTIME 0.25 x 4/3 G 2.15.2
          an hour of travel at most               | MON 18:00-20:00 travel 61                                | MON OVERTIME 3.00 x 4/3 G 2.15.2
          no end of travel                        | MON 18:00-19:00 travel 600                               | MON OVERTIME 2.00 x 4/3 G 2.15.2
          each recall has its own travel          | MON 17:00-18:00 travel 30, MON 19:00-20:00 travel 30     | MON OVERTIME 1.50 x 4/3 G 2.15.2, MON OVERTIME 1.50 x 4/3 G 2.15.2
          touching rows are one, travel once      | MON 17:00-18:00 travel 20, MON 18:00-19:00 travel 60     | MON OVERTIME 2.25 x 4/3 G 2.15.2
          the travel of a later row is not taken  | MON 17:00-18:00, MON 18:00-19:00 travel 60               | MON OVERTIME 2.00 x 4/3 G 2.15.2
          told long before is the same            | MON 18:00-20:00 told 02-01 09:00                         | MON OVERTIME 2.00 x 4/3 G 2.15.2
          before the tour, not touching it        | MON 07:00-07:45                                          | MON OVERTIME 0.75 x 4/3 G 2.15.2
          in time off                             | MON 18:00-20:00 travel 60 toil                           | MON TOIL +240 min until 06-04 G 2.15.2
          """)
  void payable(String story, String duties, String outcome) {
    assertThat(officer().roster("MON 08-16").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("A recall is no casual occasion")
  void notCasual() {
    assertThat(
            officer()
                .roster("MON..TUE 07-15")
                .duty("MON 16:00-16:15, MON 17:00-17:15, MON 18:00-18:15, MON 19:00-19:15")
                .duty("TUE 07:00-15:45")
                .outcome())
        .filteredOn(found -> found.startsWith("TUE"))
        .containsExactly("TUE OVERTIME 0.25 x 4/3 G 2.14.1");
  }

  @Test
  @DisplayName("How much travel counts is the force's choice")
  void travelLimit() {
    assertThat(
            officer()
                .policy("recall-travel-limit-minutes", "30")
                .roster("MON 08-16")
                .duty("MON 18:00-20:00 travel 60")
                .outcome())
        .containsExactly("MON OVERTIME 2.50 x 4/3 G 2.15.2");
  }

  @DisplayName("The day a recall belongs to, and what it touches")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | roster                               | duties                              | outcome
          after midnight: the day it started on    | MON 07-15, TUE 14-22                 | TUE 02:00-03:00                     | MON OVERTIME 1.00 x 4/3 G 2.15.2, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          over the start of the next duty day      | MON 07-15, TUE 14-22                 | TUE 06:30-08:00                     | MON OVERTIME 1.50 x 4/3 G 2.15.2
          a minute before the force day starts     | MON 07-15, TUE 14-22                 | TUE 06:59-07:59                     | MON OVERTIME 1.00 x 4/3 G 2.15.2
          as the force day starts                  | MON 07-15, TUE 14-22                 | TUE 07:00-08:00                     | TUE OVERTIME 1.00 x 4/3 G 2.15.2
          out of a rest day: without travel        | MON REST, TUE 14-22                  | TUE 05:00-09:00 travel 60           | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1, TUE OVERTIME 2.00 x 4/3 G 2.15.2
          into a rest day                          | MON 07-15, TUE REST                  | TUE 05:00-09:00                     | MON OVERTIME 2.00 x 4/3 G 2.15.2, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1, TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          into a rest day for an hour: retained    | MON 07-15, TUE REST                  | TUE 06:00-08:00                     | MON OVERTIME 1.00 x 4/3 G 2.15.2, TUE REST_DAY_WORKING 1.00 x 3/2 G 2.19.4
          out of a holiday outside its tour        | 05-06 HOLIDAY 07-15, 05-07 14-22     | 05-07 06:00-08:00 travel 30 told 04-01 09:00 | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3, 05-07 OVERTIME 1.00 x 4/3 G 2.15.2
          into a holiday outside its tour          | 05-05 07-15, 05-06 HOLIDAY 14-22     | 05-06 06:00-08:00 told 04-01 09:00  | 05-05 OVERTIME 1.00 x 4/3 G 2.15.2, 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          """)
  void where(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("On a day of time off taken the recall is paid and the day's value goes back, once")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | roster               | duties                                     | outcome
          a day of eight hours          | MON TOIL             | MON 18:00-19:30 travel 30                  | MON OVERTIME 2.00 x 4/3 G 2.15.2, MON TOIL +480 min until 06-04 G 2.15.2
          a day with times              | MON TOIL 08-18       | MON 09:00-10:00                            | MON OVERTIME 1.00 x 4/3 G 2.15.2, MON TOIL +600 min until 06-04 G 2.15.2
          called twice                  | MON TOIL             | MON 09:00-10:00, MON 18:00-19:00           | MON OVERTIME 1.00 x 4/3 G 2.15.2, MON OVERTIME 1.00 x 4/3 G 2.15.2, MON TOIL +480 min until 06-04 G 2.15.2
          two such days in one duty     | MON TOIL, TUE TOIL   | TUE 06:00-08:00                            | MON OVERTIME 1.00 x 4/3 G 2.15.2, TUE OVERTIME 1.00 x 4/3 G 2.15.2, MON TOIL +480 min until 06-04 G 2.15.2, TUE TOIL +480 min until 06-05 G 2.15.2
          too short to be paid          | MON TOIL             | MON 09:00-09:10                            | MON TOIL +480 min until 06-04 G 2.15.2
          """)
  void timeOffTaken(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Inspecting ranks have nothing for a recall")
  void inspectingRanks() {
    assertThat(
            officer()
                .inspector("3")
                .roster("MON 08-16")
                .duty("MON 18:00-18:14, MON 19:00-20:00")
                .outcome())
        .containsExactly("MON RANK_NOT_ENTITLED e2");
  }
}
