package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 15: leave beyond the entitlement and five days carried over")
class LeaveEntitlementTest {

  private static List<String> found(Story story) {
    return story.outcome().stream().filter(found -> found.contains("LEAVE_ENT")).toList();
  }

  @DisplayName("Whole years of service at the leave year's start give the days (G 2.30.1)")
  @ParameterizedTest(name = "service from {0}: {1} days and 5")
  @CsvSource({
    "2024-06-01, 22, 04-29",
    "2022-04-02, 22, 04-29",
    "2022-04-01, 25, 05-02",
    "2019-04-01, 25, 05-02",
    "2014-04-02, 25, 05-02",
    "2014-04-01, 27, 05-04",
    "2009-04-02, 27, 05-04",
    "2009-04-01, 28, 05-05",
    "2004-04-02, 28, 05-05",
    "2004-04-01, 30, 05-07"
  })
  void entitlement(String serviceStart, int days, String passing) {
    Story officer = officer().serviceStart(serviceStart).roster("04-02..05-31 LEAVE");
    assertThat(found(officer)).containsExactly(passing + " LEAVE_ENTITLEMENT");
    String lastDue = Story.day(passing).minusDays(1).toString();
    assertThat(found(officer().serviceStart(serviceStart).roster("04-02.." + lastDue + " LEAVE")))
        .isEmpty();
    assertThat(Story.day(passing)).isEqualTo(Story.day("04-02").plusDays(days + 5));
  }

  @DisplayName("Days that were worked, other days and other years do not count")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | roster                                                       | duties                       | told of
          thirty days                      | 04-02..05-01 LEAVE                                           | none                         | nothing
          thirty-one                       | 04-02..05-02 LEAVE                                           | none                         | 05-02 LEAVE_ENTITLEMENT
          one of them worked for a minute  | 04-02..05-03 LEAVE                                           | 04-10 09:00-09:01            | 05-03 LEAVE_ENTITLEMENT
          booked on early is not worked    | 04-02..04-10 LEAVE, 04-11 07-15, 04-12..05-03 LEAVE          | 04-11 06:45-15:00            | 05-03 LEAVE_ENTITLEMENT
          an early start is                | 04-02..04-10 LEAVE, 04-11 07-15, 04-12..05-03 LEAVE          | 04-11 06:30-15:00            | nothing
          days not on leave                | 04-02..04-10 LEAVE, 04-11..04-20 REST, 04-21..05-11 LEAVE    | none                         | nothing
          leave that sickness replaced     | 04-02..04-10 LEAVE, 04-11 SICK was LEAVE changed 04-10, 04-12..05-02 LEAVE | none           | 05-02 LEAVE_ENTITLEMENT
          the leave year before            | 03-01..03-31 LEAVE, 04-02..05-01 LEAVE                       | none                         | SUN4 LEAVE_ENTITLEMENT
          """)
  void leaveTaken(String story, String roster, String duties, String told) {
    assertThat(found(officer().serviceStart("2019-01-01").roster(roster).duty(duties)))
        .containsExactlyElementsOf(expected(told));
  }

  @DisplayName("An opening balance of leave taken counts in the leave year that holds its date")
  @ParameterizedTest(name = "{2} days of {0} on {1}")
  @CsvSource({
    "LEAVE_TAKEN, 2024-04-01, 3, 04-29 LEAVE_ENTITLEMENT",
    "LEAVE_TAKEN, 2025-03-31, 3, 04-29 LEAVE_ENTITLEMENT",
    "LEAVE_TAKEN, 2024-03-31, 3, 05-02 LEAVE_ENTITLEMENT",
    "LEAVE_TAKEN, 2025-04-01, 3, 05-02 LEAVE_ENTITLEMENT",
    "ANNUAL_LEAVE, 2024-04-01, 3, 05-02 LEAVE_ENTITLEMENT",
    "LEAVE_TAKEN, 2024-04-01, 30, 04-02 LEAVE_ENTITLEMENT",
    "LEAVE_TAKEN, 2024-04-01, 31, nothing"
  })
  void openingBalance(String account, String date, long days, String told) {
    assertThat(
            found(
                officer()
                    .serviceStart("2019-01-01")
                    .openingDays(account, date, days)
                    .roster("04-02..05-31 LEAVE")))
        .containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("Without the start of service there is no check")
  void noServiceStart() {
    assertThat(found(officer().roster("04-02..05-31 LEAVE"))).isEmpty();
  }

  @Test
  @DisplayName("Days after the run date do not count")
  void afterTheRunDate() {
    Story officer = officer().serviceStart("2019-01-01").roster("04-02..05-31 LEAVE");
    assertThat(found(officer.runDate("05-01"))).isEmpty();
    assertThat(found(officer.runDate("05-02"))).containsExactly("05-02 LEAVE_ENTITLEMENT");
  }

  @DisplayName("The leave year starts where the policy says")
  @ParameterizedTest(name = "{0}")
  @CsvSource({"04-15, 05-15 LEAVE_ENTITLEMENT", "01-01, 05-02 LEAVE_ENTITLEMENT"})
  void leaveYear(String starts, String told) {
    assertThat(
            found(
                officer()
                    .serviceStart("2019-01-01")
                    .policy("leave-year-starts", starts)
                    .roster("04-02..05-31 LEAVE")))
        .containsExactly(told);
  }

  @Test
  @DisplayName("The message says what was taken and what is due")
  void message() {
    assertThat(
            officer()
                .serviceStart("2019-01-01")
                .openingDays("LEAVE_TAKEN", "2024-04-01", 30)
                .roster("04-02 LEAVE 07-15")
                .assess()
                .exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.message())
                  .isEqualTo(
                      "With 2024-04-02 the leave taken since 2024-04-01 comes to 31 days; 25 are"
                          + " due with 5 whole years of service, and 5 can be carried over.");
              assertThat(exception.file()).isEqualTo("roster.csv");
              assertThat(exception.factValues())
                  .contains("taken 31", "service_start 2019-01-01", "entitlement 25");
            });
  }
}
