package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 8: free day working")
class FreeDayTest {

  @DisplayName("As on rest days: notice, minimum, retention, travel and blocks")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | roster               | duties                                                                             | outcome
          239 minutes                      | MON4 FREE            | MON4 09:00-12:59                                                                   | MON4 FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2
          240 minutes                      | MON4 FREE            | MON4 09:00-13:00                                                                   | MON4 FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2
          241 minutes                      | MON4 FREE            | MON4 09:00-13:01                                                                   | MON4 FREE_DAY_WORKING 4.00 x 3/2 G 2.21.1
          255 minutes                      | MON4 FREE            | MON4 09:00-13:15                                                                   | MON4 FREE_DAY_WORKING 4.25 x 3/2 G 2.21.1
          retained for 14 minutes          | SUN3 23-07, MON4 FREE | MON4 07:00-07:14                                                                  | nothing
          retained for 60 minutes          | SUN3 23-07, MON4 FREE | MON4 07:00-08:00                                                                  | MON4 FREE_DAY_WORKING 1.00 x 3/2 G 2.21.2
          retained for 61 minutes          | SUN3 23-07, MON4 FREE | MON4 07:00-08:01                                                                  | MON4 FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2
          5 h 30 and an hour of travel     | MON4 FREE            | MON4 09:00-14:30 travel 60                                                         | MON4 FREE_DAY_WORKING 6.00 x 3/2 G 2.21.1
          6 h and an hour of travel        | MON4 FREE            | MON4 09:00-15:00 travel 60                                                         | MON4 FREE_DAY_WORKING 6.00 x 3/2 G 2.21.1
          two recalls                      | MON4 FREE            | MON4 09:00-10:00, MON4 11:00-12:00                                                 | MON4 FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2, MON4 FREE_DAY_WORKING 2.00 x 3/2 G 2.21.2
          14 days of notice                | MON4 FREE            | MON4 09:00-17:00 told 03-10 08:00                                                  | MON4 FREE_DAY_WORKING 8.00 x 3/2 G 2.21.1
          15 days of notice                | MON4 FREE            | MON4 09:00-17:00 told 03-09 08:00                                                  | MON4 FREE_DAYS_IN_LIEU +1 day G 2.21.1, MON4 REPLACEMENT_LATE e1
          15 days and another day in time  | MON4 FREE            | MON4 09:00-17:00 told 03-09 08:00 replacement 04-03 replacement-told 03-13 08:00    | nothing
          15 days and another day too late | MON4 FREE            | MON4 09:00-17:00 told 03-09 08:00 replacement 04-03 replacement-told 03-14 08:00    | MON4 REPLACEMENT_LATE e1
          retained with 15 days of notice  | SUN3 23-07, MON4 FREE | MON4 07:00-07:45 told 02-01 09:00                                                 | MON4 FREE_DAY_WORKING 0.75 x 3/2 G 2.21.2
          """)
  void asOnRestDays(String story, String roster, String duties, String outcome) {
    assertThat(officer().weeklyHours("24").roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Where only this officer could do it, as at court, plain time")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          five hours                 | MON4 09:00-14:00 sole                        | MON4 ADDITIONAL_HOURS 5.00 x 1 G 2.21.1
          four hours at least        | MON4 09:00-11:00 sole                        | MON4 ADDITIONAL_HOURS 4.00 x 1 G 2.21.1
          with travel                | MON4 09:00-13:00 sole travel 60              | MON4 ADDITIONAL_HOURS 5.00 x 1 G 2.21.1
          then called out            | MON4 09:00-10:00 sole, MON4 11:00-12:00      | MON4 ADDITIONAL_HOURS 4.00 x 1 G 2.21.1, MON4 FREE_DAY_WORKING 2.00 x 3/2 G 2.21.2
          with 15 days of notice     | MON4 09:00-14:00 sole told 03-09 08:00       | MON4 FREE_DAYS_IN_LIEU +1 day G 2.21.1, MON4 REPLACEMENT_LATE e1
          """)
  void solePerformer(String story, String duties, String outcome) {
    assertThat(officer().weeklyHours("24").roster("MON4 FREE").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("At own request: by the quarter-hour, plain time within the headroom, then overtime")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                           | hours | duties                                                               | outcome
          three hours, no minimum           | 24    | MON 09:00-12:00 own-request                                          | MON ADDITIONAL_HOURS 3.00 x 1 G 2.3.1
          no travel                         | 24    | MON 09:00-12:14 own-request travel 60                                | MON ADDITIONAL_HOURS 3.00 x 1 G 2.3.1
          fourteen minutes                  | 24    | MON 09:00-09:14 own-request                                          | nothing
          long notice makes no odds         | 24    | MON 09:00-12:00 own-request told 02-01 09:00                         | MON ADDITIONAL_HOURS 3.00 x 1 G 2.3.1
          in time off                       | 24    | MON 09:00-12:00 own-request toil                                     | MON TOIL +180 min until 06-04 G 2.3.1
          """)
  void ownRequest(String story, String hours, String duties, String outcome) {
    assertThat(officer().weeklyHours(hours).roster("MON FREE").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("At own request beyond the headroom it is overtime, never casual")
  @ParameterizedTest(name = "{0} h a week")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          38.5 | MON 09:00-12:00 own-request | ADDITIONAL_HOURS 150 x 1, OVERTIME 150 x 4/3
          40   | MON 09:00-09:20 own-request | OVERTIME 25 x 4/3
          """)
  void ownRequestBeyondHeadroom(String hours, String duties, String lines) {
    assertThat(officer().weeklyHours(hours).roster("MON FREE").duty(duties).assess().lines())
        .extracting(line -> line.element() + " " + line.unitsHundredths() + " x " + line.multiple())
        .containsExactlyElementsOf(expected(lines));
  }

  @DisplayName(
      "Inspecting ranks: plain time within the headroom of part-timers, whatever the notice")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                        | hours | roster             | duties                                             | outcome
          within the headroom            | 24    | MON FREE           | MON 09:00-11:14                                    | MON ADDITIONAL_HOURS 2.00 x 1 G 2.21.3
          no travel                      | 24    | MON FREE           | MON 09:00-11:00 travel 60                          | MON ADDITIONAL_HOURS 2.00 x 1 G 2.21.3
          with 15 days of notice         | 24    | MON FREE           | MON 09:00-11:00 told 02-01 09:00                   | MON ADDITIONAL_HOURS 2.00 x 1 G 2.21.3
          beyond the headroom            | 39    | MON FREE, TUE FREE | MON 09:00-10:00, TUE 09:00-10:00                   | MON ADDITIONAL_HOURS 1.00 x 1 G 2.21.3, TUE RANK_NOT_ENTITLED e2
          partly beyond the headroom     | 39    | MON FREE           | MON 09:00-11:00                                    | MON ADDITIONAL_HOURS 1.00 x 1 G 2.21.3, MON RANK_NOT_ENTITLED e1
          full-time                      | 40    | MON FREE           | MON 09:00-11:00                                    | MON RANK_NOT_ENTITLED e1
          it uses the headroom up        | 39    | MON FREE, TUE 07-15 | MON 09:00-10:00, TUE 07:00-15:15 told TUE 07:00   | MON ADDITIONAL_HOURS 1.00 x 1 G 2.21.3, TUE RANK_NOT_ENTITLED e2
          """)
  void inspectingRanks(String story, String hours, String roster, String duties, String outcome) {
    assertThat(officer().inspector("3").weeklyHours(hours).roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }
}
