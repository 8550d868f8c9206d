package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 7: rest day working")
class RestDayTest {

  @Test
  @DisplayName("Eight hours at £46,044 a year are £264.79")
  void pounds() {
    assertThat(officer().roster("MON REST").duty("MON 09:00-17:00").pounds())
        .containsExactly("MON REST_DAY_WORKING 264.79");
  }

  @DisplayName("With less than 15 days' notice it is paid at time and a half, four hours at least")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                  | duty                       | outcome
          one minute               | MON 09:00-09:01            | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          239 minutes              | MON 09:00-12:59            | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          240 minutes              | MON 09:00-13:00            | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          241 minutes              | MON 09:00-13:01            | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.2
          254 minutes              | MON 09:00-13:14            | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.2
          255 minutes              | MON 09:00-13:15            | MON REST_DAY_WORKING 4.25 x 3/2 G 2.19.2
          twelve hours at one rate | MON 08:00-20:00            | MON REST_DAY_WORKING 12.00 x 3/2 G 2.19.2
          touching rows are one    | MON 09:00-12:00, MON 12:00-15:00 | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2
          """)
  void minimum(String story, String duty, String outcome) {
    assertThat(officer().roster("MON REST").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Retained into the rest day: as worked up to an hour, then four hours at least")
  @ParameterizedTest(name = "{0} minutes")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14  | TUE 07:00-07:14                    | nothing
          15  | TUE 07:00-07:15                    | TUE REST_DAY_WORKING 0.25 x 3/2 G 2.19.4
          36  | TUE 07:00-07:36                    | TUE REST_DAY_WORKING 0.50 x 3/2 G 2.19.4
          60  | TUE 07:00-08:00                    | TUE REST_DAY_WORKING 1.00 x 3/2 G 2.19.4
          60 and travel | TUE 07:00-08:00 travel 60 | TUE REST_DAY_WORKING 1.00 x 3/2 G 2.19.4
          61  | TUE 07:00-08:01                    | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          240 and travel | TUE 07:00-11:00 travel 60 | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          270 and travel | TUE 07:00-11:30 travel 60 | TUE REST_DAY_WORKING 4.50 x 3/2 G 2.19.2
          """)
  void retained(String minutes, String duty, String outcome) {
    assertThat(officer().roster("MON 23-07, TUE REST").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("What retained means: unbroken from an earlier force day or from its tour")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                   | roster                | duties                          | outcome
          from a tour worked to its end             | MON 23-07, TUE REST   | MON 23:00-TUE 07:45             | MON UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          a minute after the tour it is a call      | MON 23-07, TUE REST   | TUE 07:01-07:46                 | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          from a tour that reaches into the day     | MON 23-08, TUE REST   | TUE 08:00-08:45                 | TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4, MON TOUR_STRADDLES_FORCE_DAY
          from another rest day                     | MON REST, TUE REST    | TUE 01:00-07:45                 | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2, MON UNSOCIAL_HOURS 5.00 x 1/10 G 1.18.1, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          from a leave day                          | MON LEAVE, TUE REST   | TUE 06:00-07:45                 | MON ANNUAL_LEAVE +480 min G 2.32.1, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          over the hour from midnight: same day     | MON REST              | MON 23:30-TUE 00:30             | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          ending as the force day ends              | MON REST, TUE REST    | TUE 06:30-07:00                 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          a minute over the end of the force day    | MON REST, TUE REST    | TUE 06:30-07:01                 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          before the tour of the next day           | MON REST, TUE 09-17   | MON 20:00-MON 21:00, TUE 09:00-17:00 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          """)
  void whatRetainedMeans(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Travel counts up to an hour and until it and the duty come to six hours")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                      | duty                        | outcome
          5 h 30 and an hour           | MON 09:00-14:30 travel 60   | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2
          5 h and an hour              | MON 09:00-14:00 travel 60   | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2
          5 h 59 and an hour           | MON 09:00-14:59 travel 60   | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2
          5 h 44 and fifteen minutes   | MON 09:00-14:44 travel 15   | MON REST_DAY_WORKING 5.75 x 3/2 G 2.19.2
          5 h 45 and fifteen minutes   | MON 09:00-14:45 travel 15   | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2
          6 h and an hour              | MON 09:00-15:00 travel 60   | MON REST_DAY_WORKING 6.00 x 3/2 G 2.19.2
          6 h 15 and an hour           | MON 09:00-15:15 travel 60   | MON REST_DAY_WORKING 6.25 x 3/2 G 2.19.2
          4 h and an hour              | MON 09:00-13:00 travel 60   | MON REST_DAY_WORKING 5.00 x 3/2 G 2.19.2
          4 h and two hours            | MON 09:00-13:00 travel 120  | MON REST_DAY_WORKING 5.00 x 3/2 G 2.19.2
          3 h and an hour              | MON 09:00-12:00 travel 60   | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          3 h 20 and 55 minutes        | MON 09:00-12:20 travel 55   | MON REST_DAY_WORKING 4.25 x 3/2 G 2.19.2
          1 h and an hour              | MON 09:00-10:00 travel 60   | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          """)
  void travel(String story, String duty, String outcome) {
    assertThat(officer().roster("MON REST").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("How much travel counts is the force's choice")
  void travelLimit() {
    assertThat(
            officer()
                .policy("rest-day-travel-limit-minutes", "30")
                .roster("MON REST")
                .duty("MON 09:00-13:00 travel 60")
                .outcome())
        .containsExactly("MON REST_DAY_WORKING 4.50 x 3/2 G 2.19.2");
  }

  @DisplayName("With 15 days' notice the rest day moves: neither day counts, days are force days")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                     | duty                                                                                  | outcome
          no notice                                   | MON4 09:00-17:00                                                                      | MON4 REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          told afterwards                             | MON4 09:00-17:00 told TUE4 09:00                                                      | MON4 REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          14 days, told on the 10th for the 25th      | MON4 09:00-17:00 told 03-10 08:00                                                     | MON4 REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          14 days, told at 07:00 on the 10th          | MON4 09:00-17:00 told 03-10 07:00                                                     | MON4 REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          15 days, told at 06:59 on the 10th          | MON4 09:00-17:00 told 03-10 06:59                                                     | MON4 REST_DAYS_IN_LIEU +1 day G 2.19.2, MON4 REPLACEMENT_LATE e1
          15 days, told on the 9th                    | MON4 09:00-17:00 told 03-09 23:00                                                     | MON4 REST_DAYS_IN_LIEU +1 day G 2.19.2, MON4 REPLACEMENT_LATE e1
          14 days and another day named: still pay    | MON4 09:00-17:00 told 03-10 08:00 replacement 04-03 replacement-told 03-10 09:00       | MON4 REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          another day, told at once                   | MON4 09:00-17:00 told 03-09 08:00 replacement 04-03 replacement-told 03-09 08:00       | nothing
          another day, told 4 days later              | MON4 09:00-17:00 told 03-09 08:00 replacement 04-03 replacement-told 03-14 06:59       | nothing
          another day, told 5 days later              | MON4 09:00-17:00 told 03-09 08:00 replacement 04-03 replacement-told 03-14 07:00       | MON4 REPLACEMENT_LATE e1
          another day, not known when told            | MON4 09:00-17:00 told 03-09 08:00 replacement 04-03                                   | MON4 REPLACEMENT_LATE e1
          told in good time, no day named             | MON4 09:00-17:00 told 03-09 08:00 replacement-told 03-09 08:00                         | MON4 REST_DAYS_IN_LIEU +1 day G 2.19.2, MON4 REPLACEMENT_LATE e1
          """)
  void notice(String story, String duty, String outcome) {
    assertThat(officer().roster("MON4 REST").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Retained duty is paid however long the notice")
  void retainedWithNotice() {
    assertThat(
            officer()
                .roster("MON 23-07, TUE REST")
                .duty("TUE 07:00-07:45 told 02-01 09:00")
                .outcome())
        .containsExactly("TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4");
  }

  @Test
  @DisplayName("Two moved periods of one rest day give one day, and each its warning")
  void movedTwice() {
    assertThat(
            officer()
                .roster("MON4 REST")
                .duty("MON4 09:00-10:00 told 03-01 09:00, MON4 12:00-13:00 told 03-01 09:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "MON4 REST_DAYS_IN_LIEU +1 day G 2.19.2",
            "MON4 REPLACEMENT_LATE e1",
            "MON4 REPLACEMENT_LATE e2");
  }

  @DisplayName("Several recalls: each its four hours, no time twice (KSO v Metropolis 2022)")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                     | duties                                                       | hours by row
          9 to 10 and 11 to 12: 4 h and 2 h           | TUE 09:00-10:00, TUE 11:00-12:00                             | e1 400, e2 200
          three calls                                 | TUE 09:00-10:00, TUE 11:00-12:00, TUE 13:30-14:00            | e1 400, e2 200, e3 250
          after the first four hours                  | TUE 09:00-10:00, TUE 13:00-14:00                             | e1 400, e2 400
          a minute before they end                    | TUE 09:00-10:00, TUE 12:59-13:10                             | e1 400, e2 375
          a long first duty                           | TUE 09:00-17:00, TUE 18:00-19:00                             | e1 800, e2 400
          with travel                                 | TUE 09:00-13:00 travel 60, TUE 13:30-17:30 travel 30         | e1 500, e2 400
          """)
  void severalRecalls(String story, String duties, String hours) {
    assertThat(officer().roster("MON 23-07, TUE REST").duty(duties).assess().lines())
        .extracting(line -> line.source() + " " + line.unitsHundredths())
        .containsExactlyInAnyOrderElementsOf(expected(hours));
  }

  @DisplayName("What takes part in the blocks of a rest day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                        | roster                   | duties                                                       | outcome
          retained for 45 minutes, then called at half   | MON 23-07, TUE REST      | TUE 07:00-07:45, TUE 08:00-09:00                             | TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4, TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          retained for 61 minutes, then called at ten    | MON 23-07, TUE REST      | TUE 07:00-08:01, TUE 10:00-11:00                             | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE REST_DAY_WORKING 3.00 x 3/2 G 2.19.3
          the first in time off                          | TUE REST                 | TUE 09:00-10:00 toil, TUE 11:00-12:00                        | TUE TOIL +360 min until 06-05 G 2.19.3, TUE REST_DAY_WORKING 2.00 x 3/2 G 2.19.3
          the second in time off                         | TUE REST                 | TUE 09:00-10:00, TUE 11:00-12:00 toil                        | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE TOIL +180 min until 06-05 G 2.19.3
          not one at own request                         | TUE REST                 | TUE 09:00-10:00 own-request, TUE 11:00-12:00                 | TUE REST_DAYS_IN_LIEU +1 day G 2.26.1, TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          not one with long notice                       | TUE REST                 | TUE 09:00-10:00 told 02-01 09:00, TUE 11:00-12:00            | TUE REST_DAYS_IN_LIEU +1 day G 2.19.2, TUE REPLACEMENT_LATE e1, TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          not one of the day before                      | MON REST, TUE REST       | TUE 06:00-06:30, TUE 08:00-09:00                             | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE WTR_DAILY_REST e2
          over the clock change, in elapsed time         | SAT4 REST                | SUN4 00:30-00:40, SUN4 03:30-03:40                           | SAT4 REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, SAT4 REST_DAY_WORKING 2.00 x 3/2 G 2.19.3
          """)
  void whatTakesPart(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("At the officer's own request it is a normal day: another day, no pay")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          once                          | MON 09:00-17:00 own-request                              | MON REST_DAYS_IN_LIEU +1 day G 2.26.1
          twice on one day              | MON 09:00-10:00 own-request, MON 12:00-13:00 own-request | MON REST_DAYS_IN_LIEU +1 day G 2.26.1
          long notice makes no odds     | MON 09:00-17:00 own-request told 02-01 09:00             | MON REST_DAYS_IN_LIEU +1 day G 2.26.1
          nor does time off             | MON 09:00-17:00 own-request toil                         | MON REST_DAYS_IN_LIEU +1 day G 2.26.1
          nor does the first of two rows | MON 09:00-10:00, MON 10:00-11:00 own-request            | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          """)
  void ownRequest(String story, String duties, String outcome) {
    assertThat(officer().roster("MON REST").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName(
      "Inspecting ranks have a day in lieu within twelve months, once a rest day, and no pay")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one call              | MON 09:00-10:00                             | MON REST_DAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          two calls             | MON 09:00-10:00, MON 12:00-13:00            | MON REST_DAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          long notice           | MON 09:00-10:00 told 02-01 09:00            | MON REST_DAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          at own request        | MON 09:00-10:00 own-request                 | MON REST_DAYS_IN_LIEU +1 day G 2.26.1
          stood down long ago   | MON 09:00-10:00 stood-down 02-01 09:00      | MON REST_DAYS_IN_LIEU +1 day until 2025-03-04 G 2.8.2
          """)
  void inspectingRanks(String story, String duties, String outcome) {
    assertThat(officer().inspector("3").roster("MON REST").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Everything about a line is that of its work date: rank, hours and rate")
  void promotedOvernight() {
    Story story =
        officer()
            .from("TUE")
            .sergeant("4")
            .roster("MON 23-07, TUE REST")
            .duty("MON 23:00-TUE 07:45");
    // 51,498 x 6 / 12,520 x 3/2 x 0.75 h = 27.7645
    assertThat(story.pounds())
        .containsExactly("MON UNSOCIAL_HOURS 15.45", "TUE REST_DAY_WORKING 27.76");
  }
}
