package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.PayException;
import org.dutypay.pay.Severity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 3: the choice of pay or time off")
class TimeOffTest {

  @DisplayName("Overtime in time off earns a quarter-hour more for each completed three")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story          | duty                                     | outcome
          14 minutes       | MON 07:00-15:14 told MON 07:00 toil      | nothing
          15 minutes       | MON 07:00-15:15 told MON 07:00 toil      | MON TOIL +15 min until 06-04 G 2.13.1
          30 minutes       | MON 07:00-15:30 told MON 07:00 toil      | MON TOIL +30 min until 06-04 G 2.13.1
          44 minutes       | MON 07:00-15:44 told MON 07:00 toil      | MON TOIL +30 min until 06-04 G 2.13.1
          45 minutes       | MON 07:00-15:45 told MON 07:00 toil      | MON TOIL +60 min until 06-04 G 2.13.1
          60 minutes       | MON 07:00-16:00 told MON 07:00 toil      | MON TOIL +75 min until 06-04 G 2.13.1
          90 minutes       | MON 07:00-16:30 told MON 07:00 toil      | MON TOIL +120 min until 06-04 G 2.13.1
          120 minutes      | MON 07:00-17:00 told MON 07:00 toil      | MON TOIL +150 min until 06-04 G 2.13.1
          135 minutes      | MON 07:00-17:15 told MON 07:00 toil      | MON TOIL +180 min until 06-04 G 2.13.1
          casual, 120 min  | MON 07:00-17:00 toil                     | MON TOIL +120 min until 06-04 G 2.14.1
          pay, 120 min     | MON 07:00-17:00 told MON 07:00           | MON OVERTIME 2.00 x 4/3 G 2.13.1
          """)
  void overtime(String story, String duty, String outcome) {
    assertThat(officer().roster("MON 07-15").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Any other time off is the payable minutes times the multiple, rounded half-up")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | roster              | duty                                   | outcome
          five hours on a rest day             | MON REST            | MON 09:00-14:00 toil                   | MON TOIL +450 min until 06-04 G 2.19.2
          the four-hour minimum                | MON REST            | MON 09:00-10:00 toil                   | MON TOIL +360 min until 06-04 G 2.19.3
          a quarter into a rest day            | MON 23-07, TUE REST | TUE 07:00-07:15 toil                   | TUE TOIL +23 min until 06-05 G 2.19.4
          three quarters into a rest day       | MON 23-07, TUE REST | TUE 07:00-07:45 toil                   | TUE TOIL +68 min until 06-05 G 2.19.4
          five hours on a free day             | MON FREE            | MON 09:00-14:00 toil                   | MON TOIL +450 min until 06-04 G 2.21.1
          five hours at court on a free day    | MON FREE            | MON 09:00-14:10 toil sole              | MON TOIL +300 min until 06-04 G 2.21.1
          five hours on a holiday              | 05-06 HOLIDAY       | 05-06 09:00-14:00 told 04-01 09:00 toil | 05-06 TOIL +600 min until 08-06 G 2.22.3
          """)
  void multiples(String story, String roster, String duty, String outcome) {
    assertThat(officer().roster(roster).duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("A credit can be used to the same day of the month, or the month's last")
  @ParameterizedTest(name = "{0} and {1} months: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-03-04 | 3  | 2024-06-04
          2024-01-31 | 1  | 2024-02-29
          2024-01-30 | 1  | 2024-02-29
          2024-02-29 | 12 | 2025-02-28
          2024-05-31 | 6  | 2024-11-30
          2024-05-31 | 3  | 2024-08-31
          2023-11-30 | 3  | 2024-02-29
          """)
  void lastDay(String worked, String months, String expiresOn) {
    assertThat(
            officer()
                .policy("toil-expiry-months", months)
                .runDate("2024-01-01")
                .roster(worked + " 07-15")
                .duty(worked + " 07:00-17:00 told " + worked + " 07:00 toil")
                .assess()
                .balances())
        .singleElement()
        .satisfies(
            balance ->
                assertThat(balance.expiresOn()).isEqualTo(Story.day(expiresOn).toEpochDay()));
  }

  @DisplayName("What is left of a credit is paid on its last day, once the run date has reached it")
  @ParameterizedTest(name = "run date {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          06-03 | nothing
          06-04 | 06-04 TOIL_PAID 2.50 x 1 G 2.17.1, 06-04 TOIL_EXPIRED e1
          12-31 | 06-04 TOIL_PAID 2.50 x 1 G 2.17.1, 06-04 TOIL_EXPIRED e1
          """)
  void expiry(String runDate, String outcome) {
    assertThat(
            officer()
                .runDate(runDate)
                .roster("MON 07-15")
                .duty("MON 07:00-17:00 told MON 07:00 toil")
                .outcome())
        .filteredOn(found -> !found.startsWith("MON TOIL"))
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("It is paid at the rate of its last day, plain: the premium is in the credit")
  void rateOfTheLastDay() {
    Story story =
        officer()
            .runDate("12-31")
            .roster("06-15 07-15")
            .duty("06-15 07:00-17:00 told 06-15 07:00 toil");
    // 48,231 from 1 September: x 6 / 12,520 x 2.5 h = 57.7847
    assertThat(story.pounds()).containsExactly("09-15 TOIL_PAID 57.78");
  }

  @Test
  @DisplayName("Expiry is information where it is paid, a warning where it is only reported")
  void severity() {
    Story paid =
        officer().runDate("12-31").roster("MON 07-15").duty("MON 07:00-17:00 told MON 07:00 toil");
    assertThat(paid.assess().exceptions())
        .singleElement()
        .extracting(PayException::code, PayException::severity)
        .containsExactly(ExceptionCode.TOIL_EXPIRED, Severity.INFO);
    Story warned = paid.policy("toil-expiry", "WARN");
    assertThat(warned.assess().exceptions())
        .singleElement()
        .extracting(PayException::code, PayException::severity)
        .containsExactly(ExceptionCode.TOIL_EXPIRED, Severity.WARNING);
    assertThat(warned.assess().lines()).isEmpty();
  }

  @DisplayName("A day of time off takes its value from the oldest credits that can still be used")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | roster                          | duties                                                                                       | paid in the end
          none taken                               | MON..TUE 07-15                  | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil                      | 06-04 TOIL_PAID 2.50, 06-05 TOIL_PAID 5.25
          the oldest first                         | MON..TUE 07-15, WED2 TOIL 07-12 | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil                      | 06-05 TOIL_PAID 2.75
          part of the oldest                       | MON..TUE 07-15, WED2 TOIL 07-08 | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil                      | 06-04 TOIL_PAID 1.50, 06-05 TOIL_PAID 5.25
          a day without times is eight hours       | MON..TUE 07-15, WED2 TOIL       | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil                      | nothing
          worked, it takes nothing                 | MON..TUE 07-15, WED2 TOIL       | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil, WED2 09:00-09:10    | 06-04 TOIL_PAID 2.50, 06-05 TOIL_PAID 5.25
          on the last day it can be used           | MON..TUE 07-15, 06-04 TOIL      | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil                      | nothing
          the day after, only the younger          | MON..TUE 07-15, 06-05 TOIL 07-08 | MON 07:00-17:00 told MON 07:00 toil, TUE 07:00-19:00 told TUE 07:00 toil                     | 06-04 TOIL_PAID 2.50, 06-05 TOIL_PAID 4.25
          not from what is earned later            | MON TOIL, TUE 07-15             | TUE 07:00-19:00 told TUE 07:00 toil                                                           | 06-05 TOIL_PAID 5.25
          """)
  void oldestFirst(String story, String roster, String duties, String paid) {
    assertThat(officer().runDate("12-31").roster(roster).duty(duties).outcome())
        .filteredOn(found -> found.contains("TOIL_PAID"))
        .map(found -> found.replace(" x 1 G 2.17.1", ""))
        .containsExactlyElementsOf(expected(paid));
  }

  @Test
  @DisplayName("Credits of one day are used by source, then the smaller first, one line each")
  void creditsOfOneDay() {
    Story story =
        officer()
            .weeklyHours("39.5")
            .runDate("12-31")
            .roster("MON 07-15, TUE2 TOIL 07-08")
            .duty("MON 18:00-20:00 toil, MON 07:00-15:15 told MON 07:00 toil");
    // e2: 15 plain; e1: 15 plain, then 105 at overtime and 30 of bonus. The day takes e1's 15 and
    // 45 of its 135.
    assertThat(story.assess().lines())
        .extracting(line -> line.element() + " " + line.unitsHundredths() + " " + line.source())
        .containsExactly("TOIL_PAID 150 e1", "TOIL_PAID 25 e2");
    assertThat(story.assess().exceptions()).hasSize(2);
  }

  @DisplayName("What stood before the feed's first day is a credit like any other")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | expires | roster          | outcome
          usable for three months            | -       | MON REST        | 06-01 TOIL_PAID 2.00 x 1 G 2.17.1, 06-01 TOIL_EXPIRED
          usable to a day of its own         | 07-15   | MON REST        | 07-15 TOIL_PAID 2.00 x 1 G 2.17.1, 07-15 TOIL_EXPIRED
          taken in part                      | -       | MON TOIL 07-08  | 06-01 TOIL_PAID 1.00 x 1 G 2.17.1, 06-01 TOIL_EXPIRED
          taken whole                        | -       | MON TOIL        | nothing
          """)
  void openingBalances(String story, String expires, String roster, String outcome) {
    assertThat(
            officer()
                .runDate("12-31")
                .opening("TOIL", "03-01", 120, expires)
                .roster(roster)
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("What stood on another account is no time off")
  void otherOpeningBalances() {
    assertThat(
            officer()
                .runDate("12-31")
                .opening("HOURS_OWED", "03-01", 120, "-")
                .roster("MON REST")
                .outcome())
        .isEmpty();
  }
}
