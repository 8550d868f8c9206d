package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 6: a tenth for every full hour between 20:00 and 06:00, all ranks")
class UnsocialHoursTest {

  @DisplayName("Full hours of the duty inside the night, or full hours of the clock")
  @ParameterizedTest(name = "{0}: CONTINUOUS {2}, CLOCK {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | duties                           | continuous | clock
          19:30 to 23:30                   | MON 19:30-23:30                  | 3.00       | 3.00
          20:30 to 22:30                   | MON 20:30-22:30                  | 2.00       | 1.00
          an hour less a minute            | MON 20:00-20:59                  | 0          | 0
          an hour                          | MON 20:00-21:00                  | 1.00       | 1.00
          an hour from half past           | MON 20:30-21:30                  | 1.00       | 0
          a minute short of the clock hour | MON 20:01-22:00                  | 1.00       | 1.00
          up to six                        | TUE 05:00-06:59                  | 1.00       | 1.00
          not after six                    | TUE 05:01-06:59                  | 0          | 0
          not before eight                 | MON 19:00-20:59                  | 0          | 0
          a whole night                    | MON 18:00-TUE 07:00              | 10.00      | 10.00
          touching rows are one duty       | MON 20:00-20:30, MON 20:30-21:00 | 1.00       | 1.00
          a gap breaks the hour            | MON 20:00-20:30, MON 20:31-21:01 | 0          | 0
          halves of two nights are no hour | TUE 05:30-20:30                  | 0          | 0
          two nights in one line           | TUE 04:30-21:15                  | 2.00       | 2.00
          """)
  void fullHours(String story, String duties, String continuous, String clock) {
    for (String choice : new String[] {"CONTINUOUS", "CLOCK"}) {
      String hours = choice.equals("CLOCK") ? clock : continuous;
      assertThat(
              officer()
                  .policy("unsocial-hour", choice)
                  .roster("MON 07-07, TUE 07-07")
                  .duty(duties)
                  .outcome())
          .as(choice)
          .containsExactlyElementsOf(
              hours.equals("0")
                  ? expected("nothing")
                  : expected("MON UNSOCIAL_HOURS " + hours + " x 1/10 G 1.18.1"));
    }
  }

  @DisplayName("On any day type, whatever else is paid")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | roster                 | duties                          | outcome
          in the half hour that is not paid        | MON 12-20              | MON 12:00-21:00                 | MON OVERTIME 0.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          in overtime too short to be paid         | MON 14-22:30           | MON 14:00-22:40                 | MON UNSOCIAL_HOURS 2.00 x 1/10 G 1.18.1
          in overtime taken as time off            | MON 12-20              | MON 12:00-21:00 told MON 12:00 toil | MON TOIL +75 min until 06-04 G 2.13.1, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          not for travel                           | MON 08-16              | MON 20:00-21:00 travel 60       | MON OVERTIME 2.00 x 4/3 G 2.15.2, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          not for hours deemed worked              | MON REST               | MON 20:00-21:00                 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          at own request                           | MON REST               | MON 20:00-21:00 own-request     | MON REST_DAYS_IN_LIEU +1 day G 2.26.1, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          on leave                                 | MON LEAVE              | MON 20:00-21:00                 | MON ANNUAL_LEAVE +480 min G 2.32.1, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          on a holiday                             | 05-06 HOLIDAY 16-24    | 05-06 16:00-05-07 00:00         | 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3, 05-06 UNSOCIAL_HOURS 4.00 x 1/10 G 1.18.1
          not on a day of sickness                 | MON SICK               | MON 20:00-22:00                 | MON DUTY_ON_ABSENCE e1
          not without a roster row                 | TUE 07-15              | MON 20:00-22:00                 | MON NO_ROSTER e1
          a tour before the force day starts       | TUE 05-13              | TUE 05:00-13:00                 | TUE UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          a recall after midnight                  | MON 07-15, TUE 14-22   | TUE 02:00-03:00                 | MON OVERTIME 1.00 x 4/3 G 2.15.2, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          each duty has its own line               | MON 14-24              | MON 20:00-21:00, MON 22:00-23:00 | MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1, MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          """)
  void anyDay(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Minutes on a day of sickness are left out of a duty that began before it")
  void partOfADuty() {
    assertThat(
            officer()
                .policy("force-day-starts", "00:00")
                .roster("MON 16-24, TUE SICK")
                .duty("MON 16:00-TUE 02:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "MON UNSOCIAL_HOURS 4.00 x 1/10 G 1.18.1", "TUE DUTY_ON_ABSENCE e1");
  }

  @DisplayName("The night stretches with the clocks")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seven hours in March, by the hour    | CONTINUOUS | SAT4 22-06  | SAT4 22:00-SUN4 06:00             | SAT4 UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1, SAT4 CLOCK_CHANGE e1
          seven hours in March, by the clock   | CLOCK      | SAT4 22-06  | SAT4 22:00-SUN4 06:00             | SAT4 UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1, SAT4 CLOCK_CHANGE e1
          nine hours in October, by the hour   | CONTINUOUS | 10-26 22-06 | 10-26 22:00-10-27 06:00           | 10-26 UNSOCIAL_HOURS 9.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          nine hours in October, by the clock  | CLOCK      | 10-26 22-06 | 10-26 22:00-10-27 06:00           | 10-26 UNSOCIAL_HOURS 9.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          the repeated hour counts twice       | CONTINUOUS | 10-26 22-06 | 10-27 01:00-10-27 01:00+00:00     | 10-26 UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          three hours from half to half        | CLOCK      | 10-26 22-06 | 10-27 00:30-10-27 02:30           | 10-26 UNSOCIAL_HOURS 2.00 x 1/10 G 1.18.1, 10-26 CLOCK_CHANGE e1
          """)
  void clocks(String story, String choice, String roster, String duty, String outcome) {
    assertThat(
            officer()
                .policy("unsocial-hour", choice)
                .runDate("12-31")
                .roster(roster)
                .duty(duty)
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Inspecting ranks have it too, at their own rate")
  void inspectingRanks() {
    assertThat(officer().inspector("3").roster("MON 14-22").duty("MON 14:00-22:00").pounds())
        .containsExactly("MON UNSOCIAL_HOURS 6.06");
  }
}
