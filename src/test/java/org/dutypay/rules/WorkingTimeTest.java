package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.pay.PayException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 15: 48 hours a week over seventeen weeks, and weekly rest")
class WorkingTimeTest {

  /** Seventeen weeks, Monday 1 January to Sunday 28 April 2024. */
  private static final String WEEKS = "2024-01-01..2024-04-28 07-15";

  /** Six days of eight hours a week: 48 hours. */
  private static String fortyEight(String except) {
    List<String> rows = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2024, 1, 1);
        day.isBefore(LocalDate.of(2024, 4, 29));
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SUNDAY && !except.contains(day.toString())) {
        rows.add(day + " 07:00-15:00");
      }
    }
    return String.join(", ", rows);
  }

  private static List<String> found(Story story, String code) {
    return story.outcome().stream().filter(found -> found.contains(code)).toList();
  }

  @DisplayName("More than 48 hours a week on average is a warning, each minute counting once")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                               | roster beside                      | without    | duties beside                                 | told of
          48 hours a week                       |                                    |            | none                                          | nothing
          a minute more                         |                                    |            | 04-28 07:00-07:01                             | 04-28 WTR_48_HOURS
          a minute after the last day           |                                    |            | 04-29 07:00-07:01                             | nothing
          the last minute of the last day       |                                    |            | 04-29 06:59-07:00                             | 04-28 WTR_48_HOURS
          a minute before the first day         | 2023-12-31 07-15                   |            | 2023-12-31 14:59-15:00                        | nothing
          booked on early, which is not paid    |                                    | 2024-04-27 | 04-27 06:59-15:00                             | 04-28 WTR_48_HOURS
          on a day of sickness, not paid        | 04-29..04-30 SICK                  |            | 04-29 06:00-06:01                             | 04-28 WTR_48_HOURS
          in the next day's tour, its day's     | 04-29 06-14                        |            | 04-29 06:00-06:30                             | nothing
          in the tour of the day before, its    | 2023-12-31 22-08                   |            | 04-28 07:00-08:00                             | nothing
          and a minute more                     | 2023-12-31 22-08                   |            | 04-28 07:00-08:01                             | 04-28 WTR_48_HOURS
          kept on after the day before's tour   | 2023-12-31 22-05                   | 2024-01-01 | 2023-12-31 22:00-2024-01-01 07:01, 2024-01-01 09:00-17:00 | 04-28 WTR_48_HOURS
          """)
  void averaged(String story, String rosterBeside, String without, String beside, String told) {
    // The first day's tour starts later where duty runs into that day, so that it is kept on.
    String roster =
        without != null && without.equals("2024-01-01")
            ? "2024-01-01 09-17, 2024-01-02..2024-04-28 07-15"
            : WEEKS;
    Story officer =
        officer()
            .roster(roster + (rosterBeside == null ? "" : ", " + rosterBeside))
            .duty(fortyEight(without == null ? "" : without))
            .duty(beside);
    assertThat(found(officer, "WTR_48")).containsExactlyElementsOf(expected(told));
  }

  @DisplayName("Only where the roster reaches over all seventeen weeks, and once the week is over")
  @ParameterizedTest(name = "roster {0} to {1}, run date {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-01-01 | 2024-04-28 | 2024-04-28 | 04-28 WTR_48_HOURS
          2024-01-02 | 2024-04-28 | 2024-04-28 | nothing
          2024-01-01 | 2024-04-27 | 2024-04-28 | nothing
          2024-01-01 | 2024-04-28 | 2024-04-27 | nothing
          """)
  void reached(String first, String last, String runDate, String told) {
    Story officer =
        officer()
            .runDate(runDate)
            .roster(first + ".." + last + " 07-15")
            .duty(fortyEight("") + ", 04-28 07:00-09:00");
    assertThat(found(officer, "WTR_48")).containsExactlyElementsOf(expected(told));
  }

  @DisplayName("Who has opted out on the last day is not warned of")
  @ParameterizedTest(name = "opted out {0}, from {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | 2024-04-28 | false | 04-28 WTR_48_HOURS
          false | 2024-04-28 | true  | nothing
          true  | 2024-04-29 | false | nothing
          """)
  void optedOut(boolean first, String from, boolean then, String told) {
    Story officer =
        officer()
            .wtrOptOut(first)
            .from(from)
            .wtrOptOut(then)
            .roster(WEEKS)
            .duty(fortyEight("") + ", 04-28 07:00-09:00");
    assertThat(found(officer, "WTR_48")).containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("Once a week, on its last force day, with the figures")
  void onceAWeek() {
    Story officer =
        officer()
            .roster("2024-01-01..2024-05-19 07-15")
            .duty(fortyEight("") + ", 04-28 07:00-2024-04-29 07:00, 04-29 07:00-2024-04-30 07:00")
            .duty("04-30 07:00-2024-05-01 07:00, 05-06 07:00-07:01");
    List<PayException> told =
        officer.assess().exceptions().stream()
            .filter(exception -> exception.code().name().equals("WTR_48_HOURS"))
            .toList();
    assertThat(told)
        .extracting(PayException::message)
        .containsExactly(
            "49.4 h a week (840 h 0 min in all) over the 17 weeks to 2024-04-28; 48 h are the"
                + " limit.",
            "49.4 h a week (840 h 0 min in all) over the 17 weeks to 2024-05-05; 48 h are the"
                + " limit.");
  }

  /** Every day from 4 to 17 March 2024, eight hours from 07:00, with some days otherwise. */
  private static String fortnight(String otherwise) {
    List<String> rows = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2024, 3, 4);
        day.isBefore(LocalDate.of(2024, 3, 18));
        day = day.plusDays(1)) {
      if (!otherwise.contains(day.toString().substring("2024-".length()))) {
        rows.add(day + " 07:00-15:00");
      }
    }
    for (String other : otherwise.split(",", -1)) {
      if (other.contains(":")) {
        rows.add(other);
      }
    }
    return String.join(", ", rows);
  }

  @DisplayName("Fourteen force days hold 48 hours free of duty, or 24 hours twice")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | days otherwise                                        | told of
          duty every day                   | none                                                  | SUN2 WTR_WEEKLY_REST
          one day off, forty hours         | 03-06                                                 | SUN2 WTR_WEEKLY_REST
          two days off, forty hours each   | 03-06, 03-09                                          | nothing
          48 hours                         | 03-06, 03-07 15:00-23:00                              | nothing
          a minute less                    | 03-06, 03-07 14:59-23:00                              | SUN2 WTR_WEEKLY_REST
          24 hours twice                   | 03-06 15:00-16:00, 03-14 15:00-16:00                  | nothing
          24 hours and a minute less       | 03-06 15:00-16:00, 03-14 14:59-16:00                  | SUN2 WTR_WEEKLY_REST
          a duty in the middle parts them  | 03-06 15:00-15:01, 03-07 15:01-23:00                  | nothing
          48 hours at the start            | 03-03 07:00-15:00, 03-04, 03-05, 03-06 07:00-15:00    | nothing
          what lies before does not count  | 03-03 07:00-15:00, 03-04, 03-05, 03-06 06:59-15:00    | SUN2 WTR_WEEKLY_REST
          48 hours at the end              | 03-15 07:00-2024-03-16 07:00, 03-16, 03-17            | nothing
          what lies after does not count   | 03-15 07:00-2024-03-16 07:01, 03-16, 03-17            | SUN2 WTR_WEEKLY_REST
          duty until the window starts     | 03-03 07:00-2024-03-04 07:00                          | SUN2 WTR_WEEKLY_REST
          """)
  void weeklyRest(String story, String otherwise, String told) {
    Story officer = officer().roster("2024-03-03..2024-03-17 07-15").duty(fortnight(otherwise));
    assertThat(found(officer, "WTR_WEEKLY")).containsExactlyElementsOf(expected(told));
  }

  @DisplayName("Weeks end where the policy says, and only past ones are looked at")
  @ParameterizedTest(name = "week starts {0}, run date {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MONDAY    | 2024-03-17 | SUN2 WTR_WEEKLY_REST
          MONDAY    | 2024-03-16 | nothing
          TUESDAY   | 2024-05-31 | MON3 WTR_WEEKLY_REST
          WEDNESDAY | 2024-05-31 | nothing
          SUNDAY    | 2024-05-31 | SAT2 WTR_WEEKLY_REST
          """)
  void weeks(String weekStarts, String runDate, String told) {
    Story officer =
        officer()
            .policy("week-starts", weekStarts)
            .runDate(runDate)
            .roster("2024-03-04..2024-03-17 07-15")
            .duty(fortnight(""));
    assertThat(found(officer, "WTR_WEEKLY")).containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("The message has the longest gaps; a change of the clocks shortens one")
  void message() {
    assertThat(
            officer().roster("2024-03-18..2024-03-31 07-15").duty(marchEnd()).assess().exceptions())
        .filteredOn(exception -> exception.code().name().equals("WTR_WEEKLY_REST"))
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.message())
                  .isEqualTo(
                      "In the 14 days to 2024-03-31 the longest times free of duty were 47 h 0 min"
                          + " and 16 h 0 min; one of 48 h or two of 24 h are due.");
              assertThat(exception.file()).isEmpty();
              assertThat(exception.factValues()).isEqualTo("longest 2820 min; second 960 min");
            });
  }

  /** The clocks go forward on 31 March at 01:00. */
  private static String marchEnd() {
    List<String> rows = new ArrayList<>();
    for (int day = 18; day <= 29; day++) {
      rows.add("2024-03-" + day + " 07:00-15:00");
    }
    return String.join(", ", rows) + ", 2024-03-31 15:00-23:00";
  }
}
