package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.dutypay.pay.PayException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 15: half pay after 183 days of sickness, none after 365")
class SickPayTest {

  private static List<PayException> found(Story story) {
    return story.assess().exceptions().stream()
        .filter(exception -> exception.code().name().equals("SICK_PAY_LIMIT"))
        .toList();
  }

  private static List<String> days(Story story) {
    return found(story).stream()
        .map(
            exception ->
                Assessment.day(exception.date())
                    + (exception.message().contains("half pay begins") ? " half" : " none"))
        .toList();
  }

  @DisplayName("What earlier spells used up in the year before is deducted")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | roster                                                                        | told of
          183 days                             | 2024-01-01..2024-07-01 SICK                                                   | nothing
          184 days                             | 2024-01-01..2024-07-02 SICK                                                   | 2024-07-02 half
          365 days                             | 2024-01-01..2024-12-30 SICK                                                   | 2024-07-02 half
          366 days                             | 2024-01-01..2024-12-31 SICK                                                   | 2024-07-02 half, 2024-12-31 none
          days off inside count                | 2024-01-01..2024-06-27 SICK, 06-28 REST, 06-29 FREE, 06-30 HOLIDAY, 07-01..07-02 SICK | 2024-07-02 half
          on a day off inside                  | 2024-01-01..2024-07-01 SICK, 07-02 REST, 07-03 SICK                           | 2024-07-02 half
          days off after it do not             | 2024-01-01..2024-07-01 SICK, 07-02..07-03 REST                                | nothing
          days off before it do not            | 2023-12-30..2023-12-31 REST, 2024-01-01..2024-07-01 SICK                      | nothing
          a rest day changed to sick is one    | 2024-01-01..2024-07-01 SICK, 07-02 SICK was REST changed 07-01, 07-03 SICK    | 2024-07-02 half
          at the end it is not sickness        | 2024-01-01..2024-07-01 SICK, 07-02 SICK was REST changed 07-01                | nothing
          a day of leave ends it               | 2024-01-01..2024-06-30 SICK, 07-01 LEAVE, 07-02 SICK                          | nothing
          and what it used up is deducted      | 2024-01-01..2024-06-30 SICK, 07-01 LEAVE, 07-02..07-03 SICK                   | 2024-07-03 half
          a day of duty ends it                | 2024-01-01..2024-06-30 SICK, 07-01 07-15, 07-02..07-03 SICK                   | 2024-07-03 half
          a day without a row ends it          | 2024-01-01..2024-06-30 SICK, 07-02..07-03 SICK                                | 2024-07-03 half
          other absence ends it                | 2024-01-01..2024-06-30 SICK, 07-01 UNPAID, 07-02..07-03 SICK                  | 2024-07-03 half
          sick days only partly in the year    | 2023-01-01..2023-01-10 SICK, 2024-01-05..2024-06-30 SICK                      | 2024-06-30 half
          a day less of the later spell        | 2023-01-01..2023-01-10 SICK, 2024-01-05..2024-06-29 SICK                      | nothing
          more than half a year used up        | 2023-05-31..2023-12-30 SICK, 2023-12-31 07-15, 2024-01-01..2024-05-30 SICK    | 2023-11-30 half, 2024-01-01 half
          and all but 151 days                 | 2023-05-31..2023-12-30 SICK, 2023-12-31 07-15, 2024-01-01..2024-05-31 SICK    | 2023-11-30 half, 2024-01-01 half, 2024-05-31 none
          all but a day used up                | 2023-01-01..2023-12-30 SICK, 2023-12-31 07-15, 2024-01-01..2024-01-02 SICK    | 2024-01-01 half, 2024-01-02 none
          a holiday rostered for duty is inside | 2024-01-01..2024-05-26 SICK, 2024-05-27 07-15, 2024-05-28..2024-07-02 SICK    | 2024-07-02 half
          """)
  void spells(String story, String roster, String told) {
    // A spell of 2023 that reaches half pay itself before the range is not told of.
    Story officer =
        officer().range("2023-09-01", "2025-12-31").runDate("2025-12-31").roster(roster);
    assertThat(days(officer)).containsExactlyElementsOf(expected(told));
  }

  @DisplayName("Only once the run date has come")
  @ParameterizedTest(name = "run date {0}")
  @CsvSource({"2024-07-01, nothing", "2024-07-02, 2024-07-02 half"})
  void runDate(String runDate, String told) {
    assertThat(days(officer().runDate(runDate).roster("2024-01-01..2024-12-31 SICK")))
        .containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("The message says which it is, with the figures")
  void message() {
    assertThat(
            found(
                officer()
                    .runDate("2025-12-31")
                    .roster("2024-01-01..2024-06-30 SICK, 07-01 LEAVE, 07-02..07-31 SICK")))
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.message())
                  .isEqualTo(
                      "On 2024-07-03, day 2 of the sickness from 2024-07-02, half pay begins: 183"
                          + " days, of which earlier spells in the year before used up 182.");
              assertThat(exception.file()).isEqualTo("roster.csv");
              assertThat(exception.line()).isEqualTo(2 + 184);
              assertThat(exception.factValues())
                  .isEqualTo("sick from 2024-07-02; earlier 182 days; limit 183 days");
            });
  }
}
