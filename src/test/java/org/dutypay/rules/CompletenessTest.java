package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.dutypay.pay.TourCounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Contract 4: every rostered tour was worked, replaced by an absence, or not booked")
class CompletenessTest {

  @DisplayName("Worked, absent or not booked")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | roster                                     | duties                              | worked | absent | not booked
          worked                               | MON 07-15                                  | MON 07:00-15:00                     | 1 | 0 | 0
          a minute of it                       | MON 07-15                                  | MON 14:59-17:00                     | 1 | 0 | 0
          a chain follows its end              | MON 07-15                                  | MON 15:00-16:00                     | 1 | 0 | 0
          a minute after its end               | MON 07-15                                  | MON 15:01-16:00                     | 0 | 0 | 1
          only booked on                       | MON 07-15                                  | MON 06:45-07:00                     | 0 | 0 | 1
          worked where it was moved to         | MON 08-16                                  | MON 07:00-08:00 told 02-01 09:00    | 1 | 0 | 0
          nothing booked                       | MON 07-15                                  | none                                | 0 | 0 | 1
          one of two                           | MON..TUE 07-15                             | TUE 07:00-15:00                     | 1 | 0 | 1
          a night run on into the next tour    | MON 22-07, TUE 07-15                       | MON 22:00-TUE 07:00                 | 1 | 0 | 1
          the day before has all its minutes   | MON 07-07, TUE 05-07                       | none                                | 0 | 0 | 1
          sick, with the tour's times          | MON SICK 07-15                             | none                                | 0 | 1 | 0
          sick, without                        | MON SICK                                   | none                                | 0 | 0 | 0
          sick, was duty                       | MON SICK was DUTY changed 03-01            | none                                | 0 | 1 | 0
          suspended, was duty                  | MON SUSPENDED was DUTY changed 03-01       | none                                | 0 | 1 | 0
          family leave, with times             | MON FAMILY_LEAVE 07-15                     | none                                | 0 | 1 | 0
          sick, was a rest day                 | MON SICK 07-15 was REST changed 03-01      | none                                | 0 | 0 | 0
          leave, was duty                      | MON LEAVE 07-15 was DUTY changed 03-01     | none                                | 0 | 1 | 0
          leave as published                   | MON LEAVE 07-15                            | none                                | 0 | 0 | 0
          time off, was duty                   | MON TOIL was DUTY changed 03-01            | none                                | 0 | 1 | 0
          a day in lieu, was duty              | MON LIEU REST was DUTY changed 03-01       | none                                | 0 | 1 | 0
          a rest day, was duty                 | MON REST was DUTY changed 03-01            | none                                | 0 | 0 | 0
          duty, was a rest day                 | MON 07-15 was REST changed 03-01           | none                                | 0 | 0 | 0
          a public holiday                     | MON HOLIDAY 07-15                          | none                                | 0 | 0 | 0
          an unmarked one                      | 05-06 07-15                                | none                                | 0 | 0 | 0
          an absence with duty is an absence   | MON SICK 07-15                             | MON 07:00-15:00                     | 0 | 1 | 0
          """)
  void tours(String story, String roster, String duties, long worked, long absent, long notBooked) {
    assertThat(officer().roster(roster).duty(duties).assess().tours())
        .isEqualTo(new TourCounts(worked, absent, notBooked));
  }

  @Test
  @DisplayName("Only days in the range, up to the run date")
  void range() {
    String roster = "MON..FRI 07-15, MON2..FRI2 SICK 07-15";
    String duties = "TUE 07:00-15:00";
    assertThat(officer().range("TUE", "FRI2").roster(roster).duty(duties).assess().tours())
        .isEqualTo(new TourCounts(1, 5, 3));
    assertThat(officer().runDate("TUE2").roster(roster).duty(duties).assess().tours())
        .isEqualTo(new TourCounts(1, 2, 4));
    assertThat(officer().runDate("WED").roster(roster).duty(duties).assess().tours())
        .isEqualTo(new TourCounts(1, 0, 2));
  }

  @DisplayName("A tour of which nothing is known is told of only where the force wishes it")
  @ParameterizedTest(name = "duty-not-booked {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | MON DUTY_NOT_BOOKED, WED DUTY_NOT_BOOKED
          false | nothing
          """)
  void told(String policy, String told) {
    Story officer =
        officer()
            .policy("duty-not-booked", policy)
            .runDate("WED")
            .roster("MON..FRI 07-15")
            .duty("TUE 07:00-15:00");
    assertThat(officer.outcome()).containsExactlyElementsOf(expected(told));
    assertThat(officer.assess().tours().notBooked()).isEqualTo(2);
  }

  @Test
  @DisplayName("The message names the tour, under its row of the roster")
  void message() {
    assertThat(
            officer()
                .policy("duty-not-booked", "true")
                .roster("MON REST, TUE 22-06")
                .assess()
                .exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.message())
                  .isEqualTo(
                      "Nothing is booked for the tour of 2024-03-05 from 22:00 to 06:00, and the"
                          + " roster shows no absence.");
              assertThat(List.of(exception.file(), exception.line()))
                  .isEqualTo(List.of("roster.csv", 3));
            });
  }
}
