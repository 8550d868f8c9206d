package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.Balance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 10: recall from annual leave")
class LeaveRecallTest {

  @DisplayName("Leave given back and paid, by the length of the absence and the number of the day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                     | roster         | duties                                                         | outcome
          N = 1, pay                  | MON LEAVE      | MON 09:00-10:00                                                | MON ANNUAL_LEAVE +480 min G 2.32.1
          N = 1, time off             | MON LEAVE      | MON 09:00-10:00 toil                                           | MON ANNUAL_LEAVE +480 min G 2.32.1
          N = 2, pay                  | MON..TUE LEAVE | MON 09:00-10:00                                                | MON ANNUAL_LEAVE +480 min G 2.32.1
          N = 2, time off             | MON..TUE LEAVE | TUE 09:00-10:00 toil                                           | TUE ANNUAL_LEAVE +480 min G 2.32.1
          N = 3, first day, pay       | MON..WED LEAVE | MON 09:00-10:00                                                | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          N = 3, first day, time off  | MON..WED LEAVE | MON 09:00-10:00 toil                                           | MON ANNUAL_LEAVE +960 min G 2.32.1
          N = 3, the third day first  | MON..WED LEAVE | WED 09:00-10:00                                                | WED ANNUAL_LEAVE +480 min G 2.32.1, WED LEAVE_RECALL 8.00 x 2 G 2.32.1
          N = 3, third day, pay       | MON..WED LEAVE | MON 09:00-10:00 toil, TUE 09:00-10:00 toil, WED 09:00-10:00    | MON ANNUAL_LEAVE +960 min G 2.32.1, TUE ANNUAL_LEAVE +960 min G 2.32.1, WED ANNUAL_LEAVE +480 min G 2.32.1, WED LEAVE_RECALL 4.00 x 2 G 2.32.1
          N = 3, third day, time off  | MON..WED LEAVE | MON 09:00-10:00, TUE 09:00-10:00, WED 09:00-10:00 toil         | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1, TUE ANNUAL_LEAVE +480 min G 2.32.1, TUE LEAVE_RECALL 8.00 x 2 G 2.32.1, WED ANNUAL_LEAVE +720 min G 2.32.1
          N = 4, days 1, 3 and 4      | MON..THU LEAVE | MON 09:00-10:00, WED 09:00-10:00, THU 09:00-10:00              | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1, WED ANNUAL_LEAVE +480 min G 2.32.1, WED LEAVE_RECALL 8.00 x 2 G 2.32.1, THU ANNUAL_LEAVE +480 min G 2.32.1, THU LEAVE_RECALL 4.00 x 2 G 2.32.1
          N = 5, all in time off      | MON..FRI LEAVE | MON 09:00-10:00 toil, TUE 09:00-10:00 toil, WED 09:00-10:00 toil, THU 09:00-10:00 toil, FRI 09:00-10:00 toil | MON ANNUAL_LEAVE +960 min G 2.32.1, TUE ANNUAL_LEAVE +960 min G 2.32.1, WED ANNUAL_LEAVE +720 min G 2.32.1, THU ANNUAL_LEAVE +720 min G 2.32.1, FRI ANNUAL_LEAVE +720 min G 2.32.1
          """)
  void byLengthAndNumber(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Five leave days worked in a row, all in time off, give back eight and a half days")
  void eightAndAHalfDays() {
    assertThat(
            officer()
                .roster("MON..FRI LEAVE 07-15")
                .duty("MON 09:00-10:00 toil, TUE 09:00-10:00 toil, WED 09:00-10:00 toil")
                .duty("THU 09:00-10:00 toil, FRI 09:00-10:00 toil")
                .assess()
                .balances()
                .stream()
                .mapToLong(Balance::minutes)
                .sum())
        .isEqualTo((2 + 2) * 480 + 3 * 720);
  }

  @DisplayName("What an absence is: an unbroken run of days off with a leave day in it")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | roster                                            | pounds for the day
          two days of leave between duty days  | MON 07-15, TUE..WED LEAVE, THU 07-15              | nothing
          a rest day before makes three        | MON REST, TUE..WED LEAVE, THU 07-15               | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          a rest day after makes three         | MON 07-15, TUE..WED LEAVE, THU REST               | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          a free day                           | TUE..WED LEAVE, THU FREE                          | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          a public holiday                     | TUE..WED LEAVE, THU HOLIDAY                       | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          a day of time off taken              | TUE..WED LEAVE, THU TOIL                          | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          a day in lieu of a rest day          | TUE..WED LEAVE, THU LIEU REST                     | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          a cancelled leave day still counts   | TUE..WED LEAVE, THU 07-15 was LEAVE changed 03-01 | TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          sickness breaks it                   | TUE..WED LEAVE, THU SICK, FRI LEAVE               | nothing
          a day without a row breaks it        | TUE..WED LEAVE, FRI LEAVE                         | nothing
          """)
  void absence(String story, String roster, String pounds) {
    assertThat(officer().roster(roster).duty("TUE 09:00-10:00").outcome())
        .filteredOn(found -> found.contains("LEAVE_RECALL"))
        .containsExactlyInAnyOrderElementsOf(expected(pounds));
  }

  @Test
  @DisplayName(
      "The absence is taken from the whole roster, before and after the range and the run date")
  void wholeRoster() {
    assertThat(
            officer()
                .range("TUE", "TUE")
                .runDate("TUE")
                .roster("MON..WED LEAVE")
                .duty("TUE 09:00-10:00")
                .outcome())
        .containsExactlyInAnyOrder(
            "TUE ANNUAL_LEAVE +480 min G 2.32.1", "TUE LEAVE_RECALL 8.00 x 2 G 2.32.1");
  }

  @DisplayName("The value of the day is its length, or weekly hours ÷ 5")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | hours | roster               | duty                  | outcome
          a ten-hour officer, pay          | 40    | MON..WED LEAVE 08-18 | MON 09:00-10:00       | MON ANNUAL_LEAVE +600 min G 2.32.1, MON LEAVE_RECALL 10.00 x 2 G 2.32.1
          a ten-hour officer, time off     | 40    | MON..WED LEAVE 08-18 | MON 09:00-10:00 toil  | MON ANNUAL_LEAVE +1200 min G 2.32.1
          24 h a week                      | 24    | MON..WED LEAVE       | MON 09:00-10:00       | MON ANNUAL_LEAVE +288 min G 2.32.1, MON LEAVE_RECALL 4.80 x 2 G 2.32.1
          37.33 h a week, rounded half-up  | 37.33 | MON..WED LEAVE       | MON 09:00-10:00       | MON ANNUAL_LEAVE +448 min G 2.32.1, MON LEAVE_RECALL 7.47 x 2 G 2.32.1
          37.33 h a week, two days of it   | 37.33 | MON..WED LEAVE       | MON 09:00-10:00 toil  | MON ANNUAL_LEAVE +896 min G 2.32.1
          times over a change of clocks    | 40    | FRI4..SUN4 LEAVE 22-06 | SAT4 22:00-23:00    | SAT4 ANNUAL_LEAVE +420 min G 2.32.1, SAT4 LEAVE_RECALL 7.00 x 2 G 2.32.1
          """)
  void value(String story, String hours, String roster, String duty, String outcome) {
    assertThat(officer().weeklyHours(hours).roster(roster).duty(duty).outcome())
        .filteredOn(found -> !found.contains("UNSOCIAL") && !found.contains("HOLIDAY_NOT_ROSTERED"))
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Duty beyond the value of the day is overtime, for every length of absence")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                           | roster               | duties                              | outcome
          exactly the value                 | MON LEAVE 07-15      | MON 07:00-15:00                     | MON ANNUAL_LEAVE +480 min G 2.32.1
          14 minutes more                   | MON LEAVE 07-15      | MON 07:00-15:14                     | MON ANNUAL_LEAVE +480 min G 2.32.1
          44 minutes more: no half hour lost | MON LEAVE 07-15     | MON 07:00-15:44                     | MON ANNUAL_LEAVE +480 min G 2.32.1, MON OVERTIME 0.50 x 4/3 G 2.32.3
          two hours more                    | MON LEAVE 07-15      | MON 07:00-17:00                     | MON ANNUAL_LEAVE +480 min G 2.32.1, MON OVERTIME 2.00 x 4/3 G 2.32.3
          two hours more, N = 3             | MON..WED LEAVE       | MON 07:00-17:00                     | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1, MON OVERTIME 2.00 x 4/3 G 2.32.3
          two hours more, in time off       | MON..WED LEAVE       | MON 07:00-17:00 toil                | MON ANNUAL_LEAVE +960 min G 2.32.1, MON TOIL +150 min until 06-04 G 2.32.3
          in two calls                      | MON LEAVE            | MON 07:00-12:00, MON 14:00-18:00    | MON ANNUAL_LEAVE +480 min G 2.32.1, MON OVERTIME 1.00 x 4/3 G 2.32.3
          hours outside the day's times     | MON LEAVE 07-15      | MON 18:00-20:00                     | MON ANNUAL_LEAVE +480 min G 2.32.1
          a short day                       | MON LEAVE 07-11      | MON 07:00-12:00                     | MON ANNUAL_LEAVE +240 min G 2.32.1, MON OVERTIME 1.00 x 4/3 G 2.32.3
          """)
  void beyondTheValue(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("No minimum, no one-hour exception, once a day, and own request makes no odds")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | roster                       | duties                                        | outcome
          one minute                    | MON..WED LEAVE               | MON 09:00-09:01                               | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          called three times            | MON..WED LEAVE               | MON 09:00-10:00, MON 12:00-13:00, MON 18:00-19:00 | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          the first row chooses         | MON..WED LEAVE               | MON 09:00-10:00 toil, MON 12:00-13:00         | MON ANNUAL_LEAVE +960 min G 2.32.1
          retained into leave           | SUN 23-07, MON2..WED2 LEAVE  | MON2 07:00-07:45                              | MON2 ANNUAL_LEAVE +480 min G 2.32.1, MON2 LEAVE_RECALL 8.00 x 2 G 2.32.1
          at own request                | MON..WED LEAVE               | MON 09:00-10:00 own-request                   | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          travel makes no odds          | MON..WED LEAVE               | MON 07:00-15:00 travel 60                     | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          long notice makes no odds     | MON..WED LEAVE               | MON 09:00-10:00 told 02-01 09:00              | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          two days in one duty          | MON..WED LEAVE               | TUE 06:00-08:00                               | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1, TUE ANNUAL_LEAVE +480 min G 2.32.1, TUE LEAVE_RECALL 8.00 x 2 G 2.32.1
          """)
  void oncePerDay(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName(
      "In an absence of five days or more a rest or free day worked counts as leave (PNB 2014/8)")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | roster                                   | duties                                            | outcome
          a rest day in seven days, pay        | MON..FRI LEAVE, SAT..SUN REST            | SAT 09:00-12:00                                   | SAT ANNUAL_LEAVE +480 min G 2.20.1, SAT LEAVE_RECALL 8.00 x 2 G 2.20.1
          in time off                          | MON..FRI LEAVE, SAT..SUN REST            | SAT 09:00-12:00 toil                              | SAT ANNUAL_LEAVE +960 min G 2.20.1
          exactly five days                    | MON..THU LEAVE, FRI REST, SAT 07-15      | FRI 09:00-12:00                                   | FRI ANNUAL_LEAVE +480 min G 2.20.1, FRI LEAVE_RECALL 8.00 x 2 G 2.20.1
          four days: rest day working          | MON..WED LEAVE, THU REST, FRI 07-15      | THU 09:00-12:00                                   | THU REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          five rest days without leave         | MON..FRI REST                            | WED 09:00-12:00                                   | WED REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          it is numbered with the leave days   | MON..TUE LEAVE, WED REST, THU..FRI LEAVE | MON 09:00-10:00, WED 09:00-10:00, FRI 09:00-10:00 | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1, WED ANNUAL_LEAVE +480 min G 2.20.1, WED LEAVE_RECALL 8.00 x 2 G 2.20.1, FRI ANNUAL_LEAVE +480 min G 2.32.1, FRI LEAVE_RECALL 4.00 x 2 G 2.32.1
          the third of them, half its value    | MON..TUE LEAVE, WED REST, THU..FRI LEAVE | MON 09:00-10:00, TUE 09:00-10:00, WED 09:00-10:00 | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1, TUE ANNUAL_LEAVE +480 min G 2.32.1, TUE LEAVE_RECALL 8.00 x 2 G 2.32.1, WED ANNUAL_LEAVE +480 min G 2.20.1, WED LEAVE_RECALL 4.00 x 2 G 2.20.1
          beyond its value                     | MON..FRI LEAVE, SAT REST                 | SAT 08:00-18:00                                   | SAT ANNUAL_LEAVE +480 min G 2.20.1, SAT LEAVE_RECALL 8.00 x 2 G 2.20.1, SAT OVERTIME 2.00 x 4/3 G 2.32.3
          times on a rest day are ignored      | MON..FRI LEAVE, SAT REST 07-17           | SAT 09:00-12:00                                   | SAT ANNUAL_LEAVE +480 min G 2.20.1, SAT LEAVE_RECALL 8.00 x 2 G 2.20.1
          at own request: another rest day     | MON..FRI LEAVE, SAT REST                 | FRI 09:00-10:00, SAT 09:00-12:00 own-request      | FRI ANNUAL_LEAVE +480 min G 2.32.1, FRI LEAVE_RECALL 8.00 x 2 G 2.32.1, SAT REST_DAYS_IN_LIEU +1 day G 2.26.1
          and it is not numbered               | MON REST, TUE..FRI LEAVE                 | MON 09:00-12:00 own-request, TUE 09:00-10:00, WED 09:00-10:00 | MON REST_DAYS_IN_LIEU +1 day G 2.26.1, TUE ANNUAL_LEAVE +480 min G 2.32.1, TUE LEAVE_RECALL 8.00 x 2 G 2.32.1, WED ANNUAL_LEAVE +480 min G 2.32.1, WED LEAVE_RECALL 8.00 x 2 G 2.32.1
          stood down: held and not numbered    | MON REST, TUE..FRI LEAVE                 | MON 09:00-12:00 stood-down 02-01 09:00, TUE 09:00-10:00, WED 09:00-10:00 | MON STOOD_DOWN e1, TUE ANNUAL_LEAVE +480 min G 2.32.1, TUE LEAVE_RECALL 8.00 x 2 G 2.32.1, WED ANNUAL_LEAVE +480 min G 2.32.1, WED LEAVE_RECALL 8.00 x 2 G 2.32.1
          retained for an hour: as retained    | SUN 23-07, MON2 REST, TUE2..FRI2 LEAVE   | MON2 07:00-08:00                                  | MON2 REST_DAY_WORKING 1.00 x 3/2 G 2.19.4
          retained for 61 minutes: as leave    | SUN 23-07, MON2 REST, TUE2..FRI2 LEAVE   | MON2 07:00-08:01                                  | MON2 ANNUAL_LEAVE +480 min G 2.20.1, MON2 LEAVE_RECALL 8.00 x 2 G 2.20.1
          long notice makes no odds            | MON..FRI LEAVE, SAT REST                 | SAT 09:00-12:00 told 02-01 09:00                  | SAT ANNUAL_LEAVE +480 min G 2.20.1, SAT LEAVE_RECALL 8.00 x 2 G 2.20.1
          called twice on it                   | MON..FRI LEAVE, SAT REST                 | SAT 09:00-10:00, SAT 12:00-13:00                  | SAT ANNUAL_LEAVE +480 min G 2.20.1, SAT LEAVE_RECALL 8.00 x 2 G 2.20.1
          a holiday in it is paid as a holiday | MON..FRI LEAVE, SAT HOLIDAY              | SAT 09:00-12:00 told 02-01 09:00                  | SAT PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          """)
  void fiveDays(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Without the PNB circular a rest day in such an absence is a rest day")
  void withoutThePnbCircular() {
    Story story =
        officer()
            .policy("pnb-2014-8", "false")
            .roster("MON..FRI LEAVE, SAT..SUN REST")
            .duty("FRI 09:00-10:00, SAT 09:00-12:00");
    assertThat(story.outcome())
        .containsExactlyInAnyOrder(
            "FRI ANNUAL_LEAVE +480 min G 2.32.1",
            "FRI LEAVE_RECALL 8.00 x 2 G 2.32.1",
            "SAT REST_DAY_WORKING 4.00 x 3/2 G 2.19.3");
  }

  @DisplayName(
      "Part-time officers: a free day counts as leave, time beyond the value goes through the"
          + " headroom")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a free day in five          | 24 | MON..THU LEAVE, FRI FREE | FRI 09:00-10:00 | FRI ANNUAL_LEAVE +288 min G 2.20.1, FRI LEAVE_RECALL 4.80 x 2 G 2.20.1
          at own request: by the hour | 24 | MON..THU LEAVE, FRI FREE | FRI 09:00-10:00 own-request | FRI ADDITIONAL_HOURS 1.00 x 1 G 2.3.1
          beyond the value            | 24 | MON LEAVE 07-11          | MON 07:00-13:00 | MON ANNUAL_LEAVE +240 min G 2.32.1, MON ADDITIONAL_HOURS 2.00 x 1 G 2.3.1
          """)
  void partTime(String story, String hours, String roster, String duty, String outcome) {
    assertThat(officer().weeklyHours(hours).roster(roster).duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Inspecting ranks are recalled from leave like everybody else, without overtime")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pay             | MON..WED LEAVE           | MON 09:00-10:00      | MON ANNUAL_LEAVE +480 min G 2.32.1, MON LEAVE_RECALL 8.00 x 2 G 2.32.1
          time off        | MON..WED LEAVE           | MON 09:00-10:00 toil | MON ANNUAL_LEAVE +960 min G 2.32.1
          a rest day in five | MON..THU LEAVE, FRI REST | FRI 09:00-10:00   | FRI ANNUAL_LEAVE +480 min G 2.20.1, FRI LEAVE_RECALL 8.00 x 2 G 2.20.1
          """)
  void inspectingRanks(String story, String roster, String duty, String outcome) {
    assertThat(officer().inspector("3").roster(roster).duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Inspecting ranks have no pay for time beyond the value of the day")
  void inspectorBeyondTheValue() {
    assertThat(
            officer()
                .inspector("3")
                .roster("MON..WED LEAVE")
                .duty("MON 07:00-17:00")
                .assess()
                .lines())
        .extracting(line -> line.element() + " " + line.unitsHundredths())
        .containsExactly("LEAVE_RECALL 800");
  }
}
