package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 5.3: an early start advances the tour, and without due notice adds a third")
class EarlyStartTest {

  @Test
  @DisplayName(
      "G 2.16.1: force day from 06:00, told at 02:00, worked 04:00 to 15:00 for a tour from 07:00")
  void exampleOfTheGuide() {
    Story story =
        officer()
            .policy("force-day-starts", "06:00")
            .roster("MON 06-14, TUE 07-15")
            .duty("MON 06:00-14:00, TUE 04:00-15:00 told TUE 02:00");
    assertThat(story.outcome())
        .containsExactlyInAnyOrder(
            "TUE OVERTIME 3.00 x 1/3 G 2.16.1",
            "TUE OVERTIME 3.00 x 4/3 G 2.13.1",
            "TUE UNSOCIAL_HOURS 2.00 x 1/10 G 1.18.1");
  }

  @Test
  @DisplayName(
      "A nine-hour tour begun two hours early without notice and ended by its length: the third"
          + " only")
  void exampleOfTheRulebook() {
    assertThat(
            officer()
                .roster("MON 07-15, TUE 07-16")
                .duty("MON 07:00-15:00, TUE 05:00-14:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "TUE OVERTIME 2.00 x 1/3 G 2.16.1", "TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1");
  }

  @DisplayName("When the block before the rostered start is overtime itself")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                   | roster               | duties                                                | outcome
          no notice at all                          | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-15:00                      | TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE OVERTIME 1.50 x 4/3 G 2.14.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          told a minute less than 8 h before        | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-15:00 told MON 21:01       | TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE OVERTIME 2.00 x 4/3 G 2.13.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          told exactly 8 h before                   | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-15:00 told MON 21:00       | TUE OVERTIME 2.00 x 4/3 G 2.13.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          told a minute more than 8 h before        | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-15:00 told MON 20:59       | TUE OVERTIME 2.00 x 4/3 G 2.13.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          begun a minute before the force day       | MON 07-15, TUE 09-17 | MON 07:00-15:00, TUE 06:59-17:00                      | TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE OVERTIME 1.50 x 4/3 G 2.14.1
          begun as the force day starts             | MON 07-15, TUE 09-17 | MON 07:00-15:00, TUE 07:00-17:00                      | TUE OVERTIME 1.50 x 4/3 G 2.14.1
          begun a minute after that                 | MON 07-15, TUE 09-17 | MON 07:00-15:00, TUE 07:01-17:01                      | TUE OVERTIME 1.50 x 4/3 G 2.14.1
          only completed quarters of the block      | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 06:01-14:01                      | TUE OVERTIME 0.75 x 1/3 G 2.16.1
          the tour before not worked to its end     | MON 07-15, TUE 07-15 | MON 07:00-14:59, TUE 05:00-13:00                      | TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          only its last minute worked               | MON 07-15, TUE 07-15 | MON 14:59-15:00, TUE 05:00-13:00                      | TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          the tour before not worked                | MON 07-15, TUE 07-15 | TUE 05:00-13:00                                       | TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          no tour before: a public holiday          | 05-06 HOLIDAY 07-15, 05-07 07-15 | 05-06 07:00-15:00, 05-07 07:00-15:00      | 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3
          the row that holds the start was told     | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-06:00 told MON 09:00, TUE 06:00-13:00 | TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          a later row was told, not the first       | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-06:00, TUE 06:00-13:00 told MON 09:00 | TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          a row that only reaches the tour          | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-07:00                      | TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          a minute short of the tour is a recall    | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-06:59                      | MON OVERTIME 1.75 x 4/3 G 2.15.2, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          """)
  void block(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("A tour shorter than the time it was begun early: all of that time is the block")
  void shorterThanTheBlock() {
    // Four hours from 10:00, begun at 05:00: used up at 09:00, retained to 10:00 and on to 14:00.
    assertThat(
            officer()
                .roster("MON 07-15, TUE 10-14")
                .duty("MON 07:00-15:00, TUE 05:00-14:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "TUE OVERTIME 5.00 x 1/3 G 2.16.1",
            "TUE OVERTIME 4.50 x 4/3 G 2.14.1",
            "TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1");
  }

  @DisplayName("The eight hours are elapsed time, also over a change of the clocks")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eight hours, nine on the wall clock | SUN4 05:00-13:00 told SAT4 20:00 | SUN4 UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          a minute less                       | SUN4 05:00-13:00 told SAT4 20:01 | SUN4 OVERTIME 2.00 x 1/3 G 2.16.1, SUN4 UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          """)
  void eightHoursAreElapsed(String story, String duty, String outcome) {
    assertThat(
            officer().roster("SAT4 07-15, SUN4 07-15").duty("SAT4 07:00-15:00, " + duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("The tour ends when its length is used up, in elapsed time")
  void lengthIsElapsed() {
    assertThat(officer().roster("SAT4 22-06").duty("SAT4 21:00-SUN4 06:00").outcome())
        .containsExactlyInAnyOrder(
            "SAT4 OVERTIME 0.50 x 4/3 G 2.14.1",
            "SAT4 UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1",
            "SAT4 CLOCK_CHANGE e1");
  }

  @DisplayName("Overtime after an advanced tour is planned where told by the early start itself")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          told at the early start | MON 08:00-17:00 told MON 08:00 | MON OVERTIME 1.00 x 4/3 G 2.13.1
          told a minute later     | MON 08:00-17:00 told MON 08:01 | MON OVERTIME 0.50 x 4/3 G 2.14.1
          """)
  void toldBeforeAnAdvancedTour(String story, String duty, String outcome) {
    assertThat(officer().roster("MON 09-17").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Booking on less than half an hour early without notice advances nothing")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                    | roster               | duties                                       | outcome
          29 minutes, on the day before              | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 06:31-15:30 told TUE 07:00 | TUE OVERTIME 0.25 x 1/3 G 2.16.1, TUE OVERTIME 0.25 x 4/3 G 2.14.1
          29 minutes, nobody told                    | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 06:31-15:00             | nothing
          30 minutes, nobody told                    | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 06:30-15:00             | TUE OVERTIME 0.50 x 1/3 G 2.16.1
          29 minutes within the force day            | MON 09-17            | MON 08:31-17:44                              | nothing
          29 minutes, and kept on                    | MON 09-17            | MON 08:31-17:45                              | MON OVERTIME 0.25 x 4/3 G 2.14.1
          30 minutes, and kept on                    | MON 09-17            | MON 08:30-17:15                              | MON OVERTIME 0.25 x 4/3 G 2.14.1
          29 minutes, but told                       | MON 09-17            | MON 08:31-17:00 told MON 08:00               | MON OVERTIME 0.25 x 4/3 G 2.13.1
          on a rest day: not worked                  | MON REST, TUE 07-15  | TUE 06:31-15:00                              | nothing
          on a rest day for 30 minutes: worked       | MON REST, TUE 07-15  | TUE 06:30-15:00                              | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          on a leave day: not worked                 | MON LEAVE, TUE 07-15 | TUE 06:40-15:00                              | nothing
          on a holiday: not worked, hours owed       | 05-06 HOLIDAY 07-17, 05-07 07-15 | 05-07 06:45-15:00                | 05-06 HOURS_OWED +120 min G 2.22.2
          on a sick day                              | MON SICK, TUE 07-15  | TUE 06:45-15:00                              | nothing
          it counts for unsocial hours               | MON REST, TUE 05:15-13:15 | TUE 05:00-13:15                         | MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          from the end of an earlier tour            | MON 22-06:45, TUE 07-15 | TUE 06:45-15:00 told MON 22:00            | MON OVERTIME 0.25 x 4/3 G 2.13.1
          from the end of a holiday tour             | 05-06 HOLIDAY 22-06:45, 05-07 07-15 | 05-07 06:45-15:00 by CHIEF_CONSTABLE | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3, 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3
          out of a holiday tour                      | 05-06 HOLIDAY 22-06:45, 05-07 07-15 | 05-07 06:40-15:00                    | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          """)
  void bookingOn(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("How early booking on may be is the force's choice")
  @ParameterizedTest(name = "early-book-on-minutes: {0}, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | MON 08:31-17:16 | MON OVERTIME 0.25 x 4/3 G 2.14.1
          29 | MON 08:31-17:16 | MON OVERTIME 0.25 x 4/3 G 2.14.1
          30 | MON 08:31-17:16 | nothing
          60 | MON 08:01-17:16 | nothing
          """)
  void bookOnMinutes(String minutes, String duty, String outcome) {
    assertThat(
            officer()
                .policy("early-book-on-minutes", minutes)
                .roster("MON 09-17")
                .duty(duty)
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("A chain that comes from elsewhere")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | roster                            | duties                           | outcome
          from a rest day: the tour stays          | MON REST, TUE 07-15               | TUE 05:00-15:00                  | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          from a rest day over the day begun       | MON REST, TUE 09-17               | TUE 06:00-17:00                  | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE OVERTIME 1.50 x 4/3 G 2.14.1
          from a free day                          | MON FREE, TUE 07-15               | TUE 05:00-15:00                  | MON FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          from a leave day                         | MON LEAVE, TUE 07-15              | TUE 05:00-15:00                  | MON ANNUAL_LEAVE +480 min G 2.32.1, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          from a public holiday                    | 05-06 HOLIDAY, 05-07 07-15        | 05-07 06:00-15:00 told 04-01 09:00 | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          out of an earlier tour                   | MON 18-02, TUE 07-15              | MON 18:00-TUE 15:00              | MON OVERTIME 4.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 10.00 x 1/10 G 1.18.1
          from the end of an earlier tour          | MON 18-02, TUE 07-15              | TUE 02:00-15:00                  | MON OVERTIME 4.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 4.00 x 1/10 G 1.18.1
          into a holiday tour: it does not move    | 05-05 07-15, 05-06 HOLIDAY 09-17  | 05-06 07:00-17:00 told 04-01 09:00 | 05-06 PUBLIC_HOLIDAY_WORKING 10.00 x 2 G 2.22.3
          """)
  void fromElsewhere(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("With early-start-pay FULL the block is paid at 4/3")
  void full() {
    assertThat(
            officer()
                .policy("early-start-pay", "FULL")
                .roster("MON 07-15, TUE 07-15")
                .duty("MON 07:00-15:00, TUE 05:00-13:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "TUE OVERTIME 2.00 x 4/3 G 2.16.1", "TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1");
  }

  @DisplayName("In time off the block credits a third of its minutes, or overtime time with FULL")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PREMIUM_ONLY | TUE TOIL +40 min until 06-05 G 2.16.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          FULL         | TUE TOIL +150 min until 06-05 G 2.16.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          """)
  void timeOff(String choice, String outcome) {
    assertThat(
            officer()
                .policy("early-start-pay", choice)
                .roster("MON 07-15, TUE 07-15")
                .duty("MON 07:00-15:00, TUE 05:00-13:00 toil")
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName(
      "Part-time officers have nothing for the block while headroom is left, and it uses none")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | duties                                                                        | outcome
          an hour left                  | MON 07:00-15:00, TUE 05:00-13:00                                              | TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          a quarter left, then overtime | MON 07:00-15:45, TUE 05:00-15:00 told TUE 04:00                               | MON ADDITIONAL_HOURS 0.75 x 1 G 2.3.1, TUE ADDITIONAL_HOURS 0.25 x 1 G 2.3.1, TUE OVERTIME 1.75 x 4/3 G 2.13.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          used up                       | MON 07:00-16:00, TUE 05:00-13:00                                              | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, TUE OVERTIME 2.00 x 1/3 G 2.16.1, TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          """)
  void partTime(String story, String duties, String outcome) {
    assertThat(officer().weeklyHours("39").roster("MON 07-15, TUE 07-15").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Inspecting ranks have nothing for the block or for what follows the tour")
  void inspectingRanks() {
    assertThat(
            officer()
                .inspector("3")
                .roster("MON 07-15, TUE 07-15")
                .duty("MON 07:00-15:00, TUE 05:00-15:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1",
            "TUE RANK_NOT_ENTITLED e2",
            "TUE RANK_NOT_ENTITLED e2");
  }
}
