package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 4: what each roster day type means for duty on it")
class RosterDaysTest {

  @DisplayName(
      "Duty on a day of absence or without a roster row is held, each row and force day once")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                   | roster                  | duties                               | outcome
          sickness                  | MON SICK                | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          sickness, inside its times | MON SICK 07-15         | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          family leave              | MON FAMILY_LEAVE        | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          career break              | MON CAREER_BREAK        | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          unpaid leave              | MON UNPAID              | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          suspension                | MON SUSPENDED           | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          no roster row             | TUE 07-15               | MON 09:00-10:00                      | MON NO_ROSTER e1
          no roster at all          | TUE2 REST               | MON 09:00-10:00                      | MON NO_ROSTER e1
          two rows, touching        | MON SICK                | MON 09:00-10:00, MON 10:00-11:00     | MON DUTY_ON_ABSENCE e1, MON DUTY_ON_ABSENCE e2
          one row over two days     | MON SICK, TUE SICK      | TUE 06:00-08:00                      | MON DUTY_ON_ABSENCE e1, TUE DUTY_ON_ABSENCE e1
          one row, one day of two   | MON 22-06, TUE SICK     | MON 22:00-TUE 08:00 told MON 21:00   | MON OVERTIME 1.00 x 4/3 G 2.13.1, MON UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1, TUE DUTY_ON_ABSENCE e1
          kept on into no roster    | MON 22-06               | MON 22:00-TUE 08:00 told MON 21:00   | MON OVERTIME 1.00 x 4/3 G 2.13.1, MON UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1, TUE NO_ROSTER e1
          inspecting ranks as well  | MON SICK                | MON 09:00-10:00                      | MON DUTY_ON_ABSENCE e1
          """)
  void held(String story, String roster, String duties, String outcome) {
    Story officer = story.startsWith("inspecting") ? officer().inspector("3") : officer();
    assertThat(officer.roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName(
      "A day in lieu takes a day from its account, worked or not, and is protected as its type")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                     | roster                 | duties                      | outcome
          of a rest day, not worked   | MON LIEU REST          | none                        | MON REST_DAYS_IN_LIEU -1 day R 4
          of a free day, not worked   | MON LIEU FREE          | none                        | MON FREE_DAYS_IN_LIEU -1 day R 4
          of a holiday, not worked    | MON LIEU HOLIDAY       | none                        | MON PUBLIC_HOLIDAYS_IN_LIEU -1 day R 4
          of a rest day, worked       | MON LIEU REST          | MON 09:00-10:00             | MON REST_DAYS_IN_LIEU -1 day R 4, MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          at own request              | MON LIEU REST          | MON 09:00-10:00 own-request | MON REST_DAYS_IN_LIEU -1 day R 4, MON REST_DAYS_IN_LIEU +1 day G 2.26.1
          of a free day, worked       | MON LIEU FREE          | MON 09:00-10:00             | MON FREE_DAYS_IN_LIEU -1 day R 4, MON FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2
          of a holiday, worked        | MON LIEU HOLIDAY 07-15 | MON 07:00-15:00             | MON PUBLIC_HOLIDAYS_IN_LIEU -1 day R 4, MON PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3
          after the run date: nothing | 06-03 LIEU REST        | none                        | nothing
          """)
  void lieuDays(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName(
      "A changed day keeps the protection of what was published, and the change is the notice")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                     | roster                                           | duties                                      | outcome
          a rest day cancelled, 14 days before        | MON 07-15 was REST changed 02-19                 | MON 07:00-15:00                             | MON REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          a rest day cancelled, 15 days before        | MON 07-15 was REST changed 02-18                 | MON 07:00-15:00                             | MON REST_DAYS_IN_LIEU +1 day G 2.19.2, MON REPLACEMENT_LATE e1
          a notice of its own counts first            | MON 07-15 was REST changed 02-01                 | MON 07:00-15:00 told MON 06:00              | MON REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          a free day cancelled                        | MON 07-15 was FREE changed 02-19                 | MON 07:00-15:00                             | MON FREE_DAY_WORKING 8.00 x 3/2 G 2.21.1
          a free day cancelled, 15 days before        | MON 07-15 was FREE changed 02-18                 | MON 07:00-15:00                             | MON FREE_DAYS_IN_LIEU +1 day G 2.21.1, MON REPLACEMENT_LATE e1
          a leave day cancelled                       | MON 07-15 was LEAVE changed 02-19                | MON 07:00-15:00                             | MON ANNUAL_LEAVE +480 min G 2.32.1
          time off cancelled                          | MON 07-15 was TOIL changed 02-19                 | MON 07:00-08:00                             | MON OVERTIME 1.00 x 4/3 G 2.15.2, MON TOIL +480 min until 06-04 G 2.15.2
          a holiday cancelled, 7 days before          | MON 07-15 was HOLIDAY changed 02-26              | MON 07:00-15:00 by CHIEF_CONSTABLE          | MON PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3, MON PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3
          a holiday cancelled, 8 days before          | MON 07-15 was HOLIDAY changed 02-25              | MON 07:00-15:00 by CHIEF_CONSTABLE          | MON PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3
          and outside the tour too                    | MON 07-15 was HOLIDAY changed 02-25              | MON 16:00-20:00 by CHIEF_CONSTABLE          | MON PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          a day in lieu cancelled                     | MON 07-15 was LIEU REST changed 02-19            | MON 07:00-15:00                             | MON REST_DAYS_IN_LIEU -1 day R 4, MON REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          a rest day that became sickness             | MON SICK was REST changed 02-19                  | MON 07:00-15:00                             | MON REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          a duty day that became a rest day           | MON REST was DUTY changed 02-19                  | MON 07:00-15:00                             | MON REST_DAY_WORKING 8.00 x 3/2 G 2.19.2
          sickness that became duty                   | MON 07-15 was SICK changed 02-19                 | MON 07:00-17:00 told MON 07:00              | MON OVERTIME 2.00 x 4/3 G 2.13.1
          a rest day cancelled and not worked         | MON 07-15 was REST changed 02-19                 | none                                        | nothing
          """)
  void changedDays(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("A holiday that the roster does not mark is one all the same, and someone is told")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | roster              | duties                                          | outcome
          a tour, worked and kept on    | 05-06 07-15         | 05-06 07:00-15:45                               | 05-06 PUBLIC_HOLIDAY_WORKING 8.75 x 2 G 2.22.3, 05-06 HOLIDAY_NOT_ROSTERED
          a tour of eight hours, not worked | 05-06 07-15     | none                                            | 05-06 HOLIDAY_NOT_ROSTERED
          a rest day, called out        | 05-06 REST          | 05-06 09:00-10:00 told 04-01 09:00              | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3, 05-06 HOLIDAY_NOT_ROSTERED
          a rest day, not worked        | 05-06 REST          | none                                            | 05-06 HOLIDAY_NOT_ROSTERED
          a free day                    | 05-06 FREE          | 05-06 09:00-10:00 told 04-01 09:00              | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3, 05-06 HOLIDAY_NOT_ROSTERED
          leave stays leave             | 05-06 LEAVE         | 05-06 09:00-10:00                               | 05-06 ANNUAL_LEAVE +480 min G 2.32.1, 05-06 HOLIDAY_NOT_ROSTERED
          time off stays time off       | 05-06 TOIL          | 05-06 09:00-10:00                               | 05-06 OVERTIME 1.00 x 4/3 G 2.15.2, 05-06 TOIL +480 min until 08-06 G 2.15.2, 05-06 HOLIDAY_NOT_ROSTERED
          sickness is no unmarked one   | 05-06 SICK          | none                                            | nothing
          marked: nobody is told        | 05-06 HOLIDAY 07-15 | none                                            | nothing
          after the run date            | 05-27 07-15         | none                                            | nothing
          """)
  void unmarkedHolidays(String story, String roster, String duties, String outcome) {
    Story officer = story.startsWith("after") ? officer().runDate("05-26") : officer();
    assertThat(officer.roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName(
      "With unmarked-holidays ROSTERED such a day is what the roster says, and someone is told")
  void asRostered() {
    Story story =
        officer()
            .policy("unmarked-holidays", "ROSTERED")
            .roster("05-06 07-15, 05-27 REST")
            .duty("05-06 07:00-15:45, 05-27 09:00-10:00");
    assertThat(story.outcome())
        .containsExactlyInAnyOrder(
            "05-06 OVERTIME 0.25 x 4/3 G 2.14.1",
            "05-06 HOLIDAY_NOT_ROSTERED",
            "05-27 REST_DAY_WORKING 4.00 x 3/2 G 2.19.3",
            "05-27 HOLIDAY_NOT_ROSTERED");
  }

  @DisplayName("Substituted days cover unmarked holidays of the leave year in order of date")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | roster                                                              | told of
          one for one                              | 05-06 07-15, 05-07 HOLIDAY 07-15                                    | nothing
          the substitute came first                | 05-03 HOLIDAY 07-15, 05-06 07-15                                    | nothing
          one for two: the first is covered        | 05-06 07-15, 05-27 REST, 06-03 HOLIDAY                              | 05-27 HOLIDAY_NOT_ROSTERED
          two for two                              | 05-06 07-15, 05-27 REST, 06-03 HOLIDAY, 06-04 HOLIDAY               | nothing
          leave is covered too                     | 05-06 LEAVE, 05-07 HOLIDAY 07-15                                    | nothing
          a day in lieu covers nothing             | 05-06 07-15, 05-07 LIEU HOLIDAY                                     | 05-06 HOLIDAY_NOT_ROSTERED
          a holiday on its own day covers nothing  | 05-06 07-15, 05-27 HOLIDAY                                          | 05-06 HOLIDAY_NOT_ROSTERED
          a holiday cancelled is marked            | 05-06 07-15 was HOLIDAY changed 04-01                               | nothing
          a substituted day cancelled still covers | 05-06 07-15, 05-07 07-15 was HOLIDAY changed 04-01                  | nothing
          a rest day on it, changed to a tour      | 05-06 07-15 was REST changed 04-01                                  | 05-06 HOLIDAY_NOT_ROSTERED
          not over the end of a leave year         | 03-29 07-15, 04-02 HOLIDAY 07-15                                    | FRI4 HOLIDAY_NOT_ROSTERED
          to the end of a leave year               | 03-29 07-15, 03-31 HOLIDAY 07-15                                    | nothing
          from its first day                       | 04-01 07-15, 04-02 HOLIDAY 07-15                                    | nothing
          Christmas cannot be exchanged            | 12-25 07-15, 12-27 HOLIDAY                                          | 12-25 CHRISTMAS_SUBSTITUTED
          Christmas without a substitute           | 12-25 07-15                                                         | 12-25 HOLIDAY_NOT_ROSTERED
          the earlier holiday is covered first    | 08-26 07-15, 12-25 07-15, 12-27 HOLIDAY                             | 12-25 HOLIDAY_NOT_ROSTERED
          a substitute late in the leave year      | 12-25 07-15, 12-26 07-15, 2025-03-31 HOLIDAY                        | 12-25 CHRISTMAS_SUBSTITUTED, 12-26 HOLIDAY_NOT_ROSTERED
          """)
  void substitution(String story, String roster, String told) {
    assertThat(officer().runDate("2024-12-31").roster(roster).outcome())
        .filteredOn(found -> !found.contains("IN_LIEU") && !found.contains("TOUR_STRADDLES"))
        .containsExactlyInAnyOrderElementsOf(expected(told));
  }

  @Test
  @DisplayName("A substituted day is worked as a holiday, and the day it covers as rostered")
  void substitutedDayWorked() {
    Story story =
        officer()
            .roster("05-06 07-15, 05-07 HOLIDAY 07-15")
            .duty("05-06 07:00-15:45, 05-07 07:00-15:00");
    assertThat(story.outcome())
        .containsExactlyInAnyOrder(
            "05-06 OVERTIME 0.25 x 4/3 G 2.14.1", "05-07 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3");
  }

  @DisplayName("The leave year starts on the day that the policy names")
  @ParameterizedTest(name = "leave-year-starts {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          04-01 | FRI4 HOLIDAY_NOT_ROSTERED
          01-01 | nothing
          03-29 | nothing
          03-30 | FRI4 HOLIDAY_NOT_ROSTERED
          """)
  void leaveYear(String starts, String told) {
    assertThat(
            officer()
                .policy("leave-year-starts", starts)
                .roster("03-29 07-15, 04-02 HOLIDAY 07-15")
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(told));
  }
}
