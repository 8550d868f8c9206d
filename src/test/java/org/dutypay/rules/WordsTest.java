package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 1: force days, tours, chains, notice and elapsed time")
class WordsTest {

  @DisplayName("A tour belongs wholly to the day of its row, wherever its minutes lie")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                    | roster                  | duties                                     | outcome
          it may start before its force day          | TUE 05-13               | TUE 05:00-13:15 told TUE 05:00             | TUE OVERTIME 0.25 x 4/3 G 2.13.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          even where the day before is a rest day    | MON REST, TUE 05-13     | TUE 05:00-13:00                            | TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          it may end after its force day             | MON 22-08, TUE REST     | MON 22:00-TUE 08:00                        | MON UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1, MON TOUR_STRADDLES_FORCE_DAY
          the same times are twenty-four hours       | MON 07-07               | MON 07:00-TUE 07:00                        | MON UNSOCIAL_HOURS 10.00 x 1/10 G 1.18.1
          of overlapping tours the earlier has them  | MON 22-08, TUE 07-15    | TUE 07:00-15:00                            | MON TOUR_STRADDLES_FORCE_DAY
          and the later one starts where it ends     | MON 22-08, TUE 07-15    | TUE 08:00-15:15 told TUE 08:00             | TUE OVERTIME 0.25 x 4/3 G 2.13.1, MON TOUR_STRADDLES_FORCE_DAY
          """)
  void tours(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("A tour that ends after its force day is told of once, worked or not")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ending as the force day ends | MON 23-07                        | none                                     | nothing
          ending a minute later        | MON 23-07:01                     | none                                     | MON TOUR_STRADDLES_FORCE_DAY
          worked in two rows           | MON 23-07:01                     | MON 23:00-TUE 02:00, TUE 02:00-TUE 07:01 | MON TOUR_STRADDLES_FORCE_DAY
          on a public holiday          | 05-06 HOLIDAY 23-07:01           | 05-06 23:00-05-07 07:01                  | 05-06 TOUR_STRADDLES_FORCE_DAY
          not on a day of leave        | MON LEAVE 23-08                  | none                                     | nothing
          not on a day of sickness     | MON SICK 23-08                   | none                                     | nothing
          not after the run date       | 06-03 23-08                      | none                                     | nothing
          """)
  void straddling(String story, String roster, String duties, String told) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .filteredOn(found -> found.contains("TOUR_"))
        .containsExactlyElementsOf(expected(told));
  }

  @DisplayName("The force day starts at the time that the policy names; midnight means nothing")
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          07:00 | TUE 06:59-07:59 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          07:00 | TUE 07:00-08:00 | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          07:00 | TUE 00:00-00:30 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          06:00 | TUE 05:59-06:59 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          06:00 | TUE 06:00-07:00 | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          00:00 | MON 23:59-TUE 00:59 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          00:00 | TUE 00:00-01:00 | TUE REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          """)
  void forceDay(String starts, String duty, String outcome) {
    assertThat(
            officer()
                .policy("force-day-starts", starts)
                .roster("MON REST, TUE REST")
                .duty(duty)
                .outcome())
        .filteredOn(found -> !found.contains("UNSOCIAL"))
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("A period has the attributes of its first row with minutes in it")
  void attributes() {
    // The row from before the rest day asked for time off; the one after it did not.
    Story story =
        officer()
            .roster("MON 23-07, TUE REST")
            .duty("MON 23:00-TUE 07:30 toil, TUE 07:30-TUE 08:30");
    assertThat(story.outcome())
        .contains("TUE TOIL +360 min until 06-05 G 2.19.3")
        .noneMatch(found -> found.contains("REST_DAY_WORKING"));
  }

  @DisplayName("A duty over a change of the clocks has its elapsed length, and someone is told")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                 | roster      | duties                                                      | outcome
          a night tour of seven hours             | SAT4 22-06  | SAT4 22:00-SUN4 06:00                                       | SAT4 UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1, SAT4 CLOCK_CHANGE e1
          kept on over the hour that is skipped   | SAT4 16-24  | SAT4 16:00-SUN4 02:30 told SAT4 16:00                       | SAT4 OVERTIME 1.50 x 4/3 G 2.13.1, SAT4 UNSOCIAL_HOURS 5.00 x 1/10 G 1.18.1, SAT4 CLOCK_CHANGE e1
          a rest day of seven hours               | SAT4 REST   | SAT4 23:00-SUN4 07:00                                       | SAT4 REST_DAY_WORKING 7.00 x 3/2 G 2.19.2, SAT4 UNSOCIAL_HOURS 6.00 x 1/10 G 1.18.1, SAT4 CLOCK_CHANGE e1
          ending as they go forward: 4 h, not 5   | SAT4 REST   | SAT4 21:00-SUN4 02:00                                       | SAT4 REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, SAT4 UNSOCIAL_HOURS 4.00 x 1/10 G 1.18.1, SAT4 CLOCK_CHANGE e1
          beginning as they go forward            | SAT4 REST   | SUN4 02:00-SUN4 06:00                                       | SAT4 REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, SAT4 UNSOCIAL_HOURS 4.00 x 1/10 G 1.18.1
          nine hours of a rest day                | 10-26 REST  | 10-26 23:00-10-27 07:00                                     | 10-26 REST_DAY_WORKING 9.00 x 3/2 G 2.19.2, 10-26 UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          the repeated hour, first pass           | 10-26 22-23 | 10-27 01:00-10-27 01:30                                     | 10-26 OVERTIME 0.50 x 4/3 G 2.15.2
          the repeated hour, second pass          | 10-26 22-23 | 10-27 01:00+00:00-10-27 01:30+00:00                         | 10-26 OVERTIME 0.50 x 4/3 G 2.15.2
          from the first pass into the second     | 10-26 22-23 | 10-27 01:30-10-27 01:30+00:00                               | 10-26 OVERTIME 1.00 x 4/3 G 2.15.2, 10-26 UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          both passes, touching                   | 10-26 22-23 | 10-27 01:00-10-27 01:00+00:00, 10-27 01:00+00:00-10-27 02:00 | 10-26 OVERTIME 2.00 x 4/3 G 2.15.2, 10-26 UNSOCIAL_HOURS 2.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          """)
  void clocks(String story, String roster, String duties, String outcome) {
    assertThat(officer().runDate("2024-12-31").roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("One matter for each duty row over a change, on the force day of its start")
  void clockChangeOncePerRow() {
    Outcome outcome =
        officer()
            .roster("SAT4 22-06, SUN4 REST")
            .duty("SAT4 22:00-SUN4 00:30, SUN4 00:30-SUN4 06:00")
            .assess();
    assertThat(outcome.exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.entryId()).isEqualTo("e2");
              assertThat(exception.date()).isEqualTo(Story.day("SAT4").toEpochDay());
            });
  }

  @Test
  @DisplayName("Lines, balances and exceptions are reported for the days of the range only")
  void range() {
    Story story =
        officer()
            .range("TUE", "TUE")
            .roster("MON..WED 07-15")
            .duty("MON 07:00-17:00 told MON 07:00, TUE 07:00-17:00 told TUE 07:00")
            .duty("WED 07:00-17:00 told WED 07:00");
    assertThat(story.outcome()).containsExactly("TUE OVERTIME 2.00 x 4/3 G 2.13.1");
    assertThat(story.rows())
        .containsExactly("e1 NOT_DUE OUTSIDE_RANGE", "e2 PAID", "e3 NOT_DUE OUTSIDE_RANGE");
  }

  @Test
  @DisplayName("The days before the range count as context: four casual occasions before it")
  void contextBeforeTheRange() {
    assertThat(
            officer()
                .range("FRI", "FRI")
                .roster("MON..FRI 07-15")
                .duty("MON 07:00-15:30, TUE 07:00-15:30, WED 07:00-15:30, THU 07:00-15:30")
                .duty("FRI 07:00-17:00")
                .outcome())
        .containsExactly("FRI OVERTIME 2.00 x 4/3 G 2.14.1");
  }

  @Test
  @DisplayName("The lines of an outcome are in the order of the file")
  void fileOrder() {
    Outcome outcome =
        officer()
            .roster("MON 07-15, TUE REST, WED 14-22")
            .duty("WED 14:00-23:00, TUE 20:00-23:00, MON 18:00-19:00, MON 07:00-17:00")
            .assess();
    assertThat(outcome.lines()).isSortedAccordingTo(PayLine.FILE_ORDER).hasSize(6);
  }
}
