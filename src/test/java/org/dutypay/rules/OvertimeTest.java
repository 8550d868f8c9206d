package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 5.1: retained after the tour, constables and sergeants")
class OvertimeTest {

  @DisplayName("Planned overtime is paid in completed quarter-hours")
  @ParameterizedTest(name = "{0} minutes")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14  | MON 07:00-15:14 told MON 07:00 | nothing
          15  | MON 07:00-15:15 told MON 07:00 | MON OVERTIME 0.25 x 4/3 G 2.13.1
          29  | MON 07:00-15:29 told MON 07:00 | MON OVERTIME 0.25 x 4/3 G 2.13.1
          30  | MON 07:00-15:30 told MON 07:00 | MON OVERTIME 0.50 x 4/3 G 2.13.1
          31  | MON 07:00-15:31 told MON 07:00 | MON OVERTIME 0.50 x 4/3 G 2.13.1
          44  | MON 07:00-15:44 told MON 07:00 | MON OVERTIME 0.50 x 4/3 G 2.13.1
          45  | MON 07:00-15:45 told MON 07:00 | MON OVERTIME 0.75 x 4/3 G 2.13.1
          120 | MON 07:00-17:00 told MON 07:00 | MON OVERTIME 2.00 x 4/3 G 2.13.1
          """)
  void planned(String minutes, String duty, String outcome) {
    assertThat(officer().roster("MON 07-15").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName(
      "Casual overtime under half an hour pays nothing, and the first four lose half an hour")
  @ParameterizedTest(name = "{0} minutes")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14  | MON 07:00-15:14 | nothing
          15  | MON 07:00-15:15 | nothing
          29  | MON 07:00-15:29 | nothing
          30  | MON 07:00-15:30 | nothing
          31  | MON 07:00-15:31 | nothing
          44  | MON 07:00-15:44 | nothing
          45  | MON 07:00-15:45 | MON OVERTIME 0.25 x 4/3 G 2.14.1
          59  | MON 07:00-15:59 | MON OVERTIME 0.25 x 4/3 G 2.14.1
          60  | MON 07:00-16:00 | MON OVERTIME 0.50 x 4/3 G 2.14.1
          120 | MON 07:00-17:00 | MON OVERTIME 1.50 x 4/3 G 2.14.1
          """)
  void casual(String minutes, String duty, String outcome) {
    assertThat(officer().roster("MON 07-15").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("From the fifth casual occasion of a week the half hour is paid")
  @ParameterizedTest(name = "fifth, {0} minutes")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          29  | FRI 07:00-15:29 | nothing
          30  | FRI 07:00-15:30 | FRI OVERTIME 0.50 x 4/3 G 2.14.1
          31  | FRI 07:00-15:31 | FRI OVERTIME 0.50 x 4/3 G 2.14.1
          44  | FRI 07:00-15:44 | FRI OVERTIME 0.50 x 4/3 G 2.14.1
          45  | FRI 07:00-15:45 | FRI OVERTIME 0.75 x 4/3 G 2.14.1
          120 | FRI 07:00-17:00 | FRI OVERTIME 2.00 x 4/3 G 2.14.1
          """)
  void fifthCasual(String minutes, String fifth, String outcome) {
    assertThat(
            officer()
                .roster("MON..FRI 07-15")
                .duty(
                    "MON 07:00-15:30, TUE 07:00-15:30, WED 07:00-15:30, THU 07:00-15:30, " + fifth)
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("What counts towards the four")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                            | first four occasions                                                                                                          | fifth pays
          the fourth still loses its half    | MON 07:00-15:30, TUE 07:00-15:30, WED 07:00-15:30                                                                             | FRI OVERTIME 1.50 x 4/3 G 2.14.1
          occasions under 30 minutes count   | MON 07:00-15:01, TUE 07:00-15:29, WED 07:00-15:14, THU 07:00-15:05                                                            | FRI OVERTIME 2.00 x 4/3 G 2.14.1
          planned ones do not                | MON 07:00-15:14 told MON 07:00, TUE 07:00-15:14 told TUE 07:00, WED 07:00-15:14 told WED 07:00, THU 07:00-15:14 told THU 07:00 | FRI OVERTIME 1.50 x 4/3 G 2.14.1
          ones in time off count             | MON 07:00-15:30 toil, TUE 07:00-15:30 toil, WED 07:00-15:30 toil, THU 07:00-15:30 toil                                        | FRI OVERTIME 2.00 x 4/3 G 2.14.1
          ending with the tour is no occasion | MON 07:00-15:00, TUE 07:00-15:00, WED 07:00-15:00, THU 07:00-15:00                                                           | FRI OVERTIME 1.50 x 4/3 G 2.14.1
          """)
  void counting(String story, String earlier, String fifthPays) {
    assertThat(officer().roster("MON..FRI 07-15").duty(earlier + ", FRI 07:00-17:00").outcome())
        .containsExactlyInAnyOrderElementsOf(expected(fifthPays));
  }

  @Test
  @DisplayName(
      "Where short-casual-counts is false, occasions under 30 minutes leave the four alone")
  void shortCasualNeedNotCount() {
    Story story =
        officer()
            .policy("short-casual-counts", "false")
            .roster("MON..SAT 07-15")
            .duty("MON 07:00-15:29, TUE 07:00-15:30, WED 07:00-15:30, THU 07:00-15:30")
            .duty("FRI 07:00-17:00, SAT 07:00-17:00");
    assertThat(story.outcome())
        .containsExactly("FRI OVERTIME 1.50 x 4/3 G 2.14.1", "SAT OVERTIME 2.00 x 4/3 G 2.14.1");
  }

  @Test
  @DisplayName(
      "An occasion belongs to the week of its tour, even where its minutes lie in the next")
  void weekBoundary() {
    Story story =
        officer()
            .roster("WED..SUN 22-07, MON2..TUE2 22-07")
            .duty("WED 22:00-07:30, THU 22:00-07:30, FRI 22:00-07:30, SAT 22:00-07:30")
            .duty("SUN 22:00-08:00, MON2 22:00-08:00");
    assertThat(story.outcome())
        .filteredOn(found -> found.contains(" OVERTIME "))
        .containsExactly("SUN OVERTIME 1.00 x 4/3 G 2.14.1", "MON2 OVERTIME 0.50 x 4/3 G 2.14.1");
  }

  @Test
  @DisplayName("The week starts on the day that the policy names")
  void weekStarts() {
    Story story =
        officer()
            .policy("week-starts", "WEDNESDAY")
            .roster("MON..SUN 07-15")
            .duty("MON 07:00-15:30, TUE 07:00-15:30, WED 07:00-15:30, THU 07:00-15:30")
            .duty("FRI 07:00-17:00, SAT 07:00-17:00, SUN 07:00-17:00");
    assertThat(story.outcome())
        .containsExactly(
            "FRI OVERTIME 1.50 x 4/3 G 2.14.1",
            "SAT OVERTIME 1.50 x 4/3 G 2.14.1",
            "SUN OVERTIME 2.00 x 4/3 G 2.14.1");
  }

  @Test
  @DisplayName("Leftover minutes of different occasions are never added up")
  void leftoversAreLost() {
    Story story =
        officer()
            .roster("MON 07-15, TUE 07-15")
            .duty("MON 07:00-15:44 told MON 07:00, TUE 07:00-15:44 told TUE 07:00");
    assertThat(story.outcome())
        .containsExactly("MON OVERTIME 0.50 x 4/3 G 2.13.1", "TUE OVERTIME 0.50 x 4/3 G 2.13.1");
  }

  @DisplayName("Told before means not later than the start of the first chain in the tour")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          told as the tour was begun            | MON 07:00-17:00 told MON 07:00                                      | MON OVERTIME 2.00 x 4/3 G 2.13.1
          told a minute later                   | MON 07:00-17:00 told MON 07:01                                      | MON OVERTIME 1.50 x 4/3 G 2.14.1
          begun late: told before that          | MON 09:00-17:00 told MON 09:00                                      | MON OVERTIME 2.00 x 4/3 G 2.13.1
          back after a break: the first counts  | MON 07:00-11:00, MON 12:00-17:00 told MON 11:30                     | MON OVERTIME 1.50 x 4/3 G 2.14.1
          no row for the tour: its own start    | MON 15:00-17:00 told MON 07:00                                      | MON OVERTIME 2.00 x 4/3 G 2.13.1
          no row for the tour, told too late    | MON 15:00-17:00 told MON 07:01                                      | MON OVERTIME 1.50 x 4/3 G 2.14.1
          the row that holds the time counts    | MON 07:00-15:00 told MON 06:00, MON 15:00-17:00                     | MON OVERTIME 1.50 x 4/3 G 2.14.1
          of several rows the first             | MON 07:00-15:00, MON 15:00-16:00 told MON 07:00, MON 16:00-17:00    | MON OVERTIME 2.00 x 4/3 G 2.13.1
          """)
  void toldBefore(String story, String duties, String outcome) {
    assertThat(officer().roster("MON 07-15").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("What is an occasion, and of which tour")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                     | roster                              | duties                                          | outcome
          worked to its end without its own row       | MON 07-15                           | MON 15:00-17:00                                 | MON OVERTIME 1.50 x 4/3 G 2.14.1
          a minute after the end is a recall          | MON 07-15                           | MON 15:01-17:01                                 | MON OVERTIME 2.00 x 4/3 G 2.15.2
          touching rows are one occasion              | MON 07-15                           | MON 07:00-15:20, MON 15:20-15:45                | MON OVERTIME 0.25 x 4/3 G 2.14.1
          a gap of a minute makes two                 | MON 07-15                           | MON 07:00-15:45, MON 15:46-16:31                | MON OVERTIME 0.25 x 4/3 G 2.14.1, MON OVERTIME 0.75 x 4/3 G 2.15.2
          over the end of the force day               | MON 22-06, TUE 22-06                | MON 22:00-TUE 08:00                             | MON OVERTIME 1.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1
          cut where the rest day starts               | MON 22-06, TUE REST                 | MON 22:00-TUE 07:45                             | MON OVERTIME 0.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1, TUE REST_DAY_WORKING 0.75 x 3/2 G 2.19.4
          out of one tour and into the next           | MON 14-22, TUE 02-10                | MON 14:00-TUE 10:00                             | MON OVERTIME 3.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 10.00 x 1/10 G 1.18.1
          out of one tour and into the next, planned  | MON 14-22, TUE 02-10                | MON 14:00-TUE 10:00 told MON 14:00              | MON OVERTIME 4.00 x 4/3 G 2.13.1, MON UNSOCIAL_HOURS 10.00 x 1/10 G 1.18.1
          and after the next tour it is its occasion  | MON 14-22, TUE 02-10                | MON 14:00-TUE 10:00, TUE 10:00-11:00            | MON OVERTIME 3.50 x 4/3 G 2.14.1, MON UNSOCIAL_HOURS 10.00 x 1/10 G 1.18.1, TUE OVERTIME 0.50 x 4/3 G 2.14.1
          after a holiday tour, on a duty day         | 05-06 HOLIDAY 23-07, 05-07 14-22    | 05-06 23:00-05-07 07:45                         | 05-06 OVERTIME 0.25 x 4/3 G 2.14.1, 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3, 05-06 UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1
          """)
  void occasions(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName(
      "The source of a line is its rows in order of time, and an occasion has the rows it holds")
  void sources() {
    assertThat(
            officer()
                .roster("MON 07-15")
                .duty("MON 16:00-17:00, MON 07:00-15:00, MON 15:00-16:00")
                .assess()
                .lines())
        .extracting(PayLine::source)
        .containsExactly("e3;e1");
  }

  @Test
  @DisplayName("A sergeant has overtime like a constable")
  void sergeant() {
    assertThat(
            officer()
                .sergeant("4")
                .roster("MON 07-15")
                .duty("MON 07:00-17:00 told MON 07:00")
                .pounds())
        .containsExactly("MON OVERTIME 65.81");
  }

  @DisplayName("Inspecting ranks have no overtime, and are told so where it would have paid")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kept on two hours                    | MON 07:00-17:00                  | MON RANK_NOT_ENTITLED e1
          kept on for too short                | MON 07:00-15:29                  | nothing
          casual, nothing after the half hour  | MON 07:00-15:44                  | nothing
          planned quarter                      | MON 07:00-15:15 told MON 07:00   | MON RANK_NOT_ENTITLED e1
          in time off                          | MON 07:00-17:00 toil             | MON RANK_NOT_ENTITLED e1
          kept on and recalled: one each       | MON 07:00-17:00, MON 18:00-19:00 | MON RANK_NOT_ENTITLED e1, MON RANK_NOT_ENTITLED e2
          """)
  void inspectingRanks(String story, String duties, String outcome) {
    for (Story officer : new Story[] {officer().inspector("3"), officer().chiefInspector("3")}) {
      assertThat(officer.roster("MON 07-15").duty(duties).outcome())
          .containsExactlyInAnyOrderElementsOf(expected(outcome));
    }
  }
}
