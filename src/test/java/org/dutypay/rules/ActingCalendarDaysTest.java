package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.dutypay.duty.Rank;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 11: acting up with acting-pay-days CALENDAR")
class ActingCalendarDaysTest {

  private static final String TEN_DAYS = "04-01..04-10 SERGEANT";

  private static Story calendar() {
    return officer().policy("acting-pay-days", "CALENDAR");
  }

  private static List<String> paid(Story story) {
    return story.assess().lines().stream()
        .filter(line -> line.element() == Element.ACTING_UP)
        .map(line -> Story.named(line.workDate()))
        .toList();
  }

  @DisplayName("From the first payable day to the last acting day every calendar day is paid")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | after the ten days                                               | paid
          days between are                         | 04-12 SERGEANT, 04-15 SERGEANT                                   | 04-12 04-13 04-14 04-15
          none before the first payable day        | 04-15 SERGEANT                                                   | 04-15
          a part tour does not begin it            | 04-12 SERGEANT part, 04-14 SERGEANT                              | 04-14
          but is paid within it, also as the last  | 04-12 SERGEANT, 04-13 SERGEANT part, 04-15 SERGEANT part         | 04-12 04-13 04-14 04-15
          an unclaimed day does not begin it       | 04-12 SERGEANT unclaimed, 04-14 SERGEANT                         | 04-14
          an unclaimed day is left out             | 04-12 SERGEANT, 04-13 SERGEANT unclaimed, 04-14 SERGEANT         | 04-12 04-14
          a late one too                           | 04-12 SERGEANT, 04-13 SERGEANT claimed 12-31, 04-14 SERGEANT     | 04-12 04-14
          unclaimed at the end, days before it are | 04-12 SERGEANT, 04-14 SERGEANT unclaimed                         | 04-12 04-13
          a break ends it                          | 04-12 SERGEANT, 04-28 SERGEANT, 04-30 SERGEANT                   | 04-12 04-28 04-29 04-30
          a day held for two ranks is left out     | 04-12 SERGEANT, 04-13 INSPECTOR, 04-14 SERGEANT                  | 04-12 04-14
          a temporary salary pays its own day      | 04-12 SERGEANT, 04-13 SERGEANT temporary-salary, 04-14 SERGEANT  | 04-12 04-14
          """)
  void days(String story, String after, String days) {
    Story told = calendar().seconded("04-13..04-13 NCA agreement X1");
    assertThat(paid(told.acting(TEN_DAYS + ", " + after))).containsExactly(days.split(" ", -1));
  }

  @Test
  @DisplayName("A day is gap x 6 / 2,191, and its line names no row")
  void aDay() {
    Story story = calendar().acting(TEN_DAYS + ", 04-12 SERGEANT, 04-14 SERGEANT");
    assertThat(story.pounds())
        .containsExactly("04-12 ACTING_UP 8.31", "04-13 ACTING_UP 8.31", "04-14 ACTING_UP 8.31");
    PayLine line = story.assess().lines().get(1);
    assertThat(line.source()).isEmpty();
    assertThat(line.unitsHundredths()).isEqualTo(100);
    assertThat(line.rateTenThousandths()).isEqualTo(8_3058);
    assertThat(line.note())
        .isEqualTo(
            "acting as sergeant after 10 qualifying days, paid day 2 of the period from"
                + " 2024-04-01; SERGEANT at 49,077 less 46,044 is 3,033, x 6 / 2,191 a day");
  }

  @Test
  @DisplayName("A day without a row has the rank and point of the row before it")
  void rankOfTheRowBefore() {
    Story story = calendar().acting(TEN_DAYS + ", 04-12 INSPECTOR point 1, 04-14 SERGEANT");
    // 60,015 - 46,044 = 13,971; x 6 / 2,191 = 38.26
    assertThat(story.pounds())
        .containsExactly("04-12 ACTING_UP 38.26", "04-13 ACTING_UP 38.26", "04-14 ACTING_UP 8.31");
  }

  @Test
  @DisplayName("A day without a row has the own rate of that day")
  void ownRateOfTheDay() {
    Story story =
        calendar()
            .constable("6")
            .from("04-13")
            .constable("7")
            .acting(TEN_DAYS + ", 04-12 SERGEANT, 04-14 SERGEANT");
    // 49,077 - 39,432 = 9,645; x 6 / 2,191 = 26.41
    assertThat(story.pounds())
        .containsExactly("04-12 ACTING_UP 26.41", "04-13 ACTING_UP 8.31", "04-14 ACTING_UP 8.31");
  }

  @Test
  @DisplayName("Promoted between two rows, the days in the rank itself are not paid")
  void promotedBetween() {
    Story story =
        calendar()
            .from("04-13")
            .sergeant("2")
            .acting(TEN_DAYS + ", 04-12 SERGEANT, 04-15 INSPECTOR");
    assertThat(paid(story)).containsExactly("04-12", "04-15");
  }

  @Test
  @DisplayName("A rest day worked as inspector is left out where the day has a row of its own")
  void restDayWorked() {
    Story story =
        calendar()
            .roster("04-12..04-16 REST")
            .duty("04-12 09:00-12:00, 04-14 09:00-12:00, 04-15 09:00-12:00")
            .acting("04-01..04-10 INSPECTOR, 04-12..04-14 INSPECTOR, 04-16 INSPECTOR");
    assertThat(paid(story)).containsExactly("04-13", "04-15", "04-16");
  }

  @Test
  @DisplayName("46 calendar days are paid; each row after them is held, days without a row are not")
  void cap() {
    StringBuilder rows = new StringBuilder(TEN_DAYS);
    for (String day : List.of("04-11", "04-21", "05-01", "05-11", "05-21", "05-26", "05-27")) {
      rows.append(", ").append(day).append(" SERGEANT");
    }
    rows.append(", 05-30 SERGEANT part");
    Story story = calendar().acting(rows.toString());
    assertThat(paid(story)).hasSize(46).startsWith("04-11").endsWith("05-26");
    assertThat(story.assess().exceptions())
        .filteredOn(exception -> exception.code() == ExceptionCode.ACTING_CAP)
        .extracting(exception -> Story.named(exception.date()))
        .containsExactly("05-27", "05-30");
    assertThat(paid(story.deciding(ExceptionCode.ACTING_CAP, Decision.Verdict.RELEASE)))
        .hasSize(48)
        .endsWith("05-26", "05-27", "05-30");
  }

  @Test
  @DisplayName("Part-time officers and variable shifts are paid by the hour all the same")
  void byTheHour() {
    Story story =
        calendar()
            .variableShifts()
            .acting("04-01..04-08 SERGEANT hours 10, 04-12 SERGEANT hours 8")
            .acting("04-14 SERGEANT hours 8");
    assertThat(story.outcome())
        .containsExactly("04-12 ACTING_UP 8.00 x 1 G 1.31.1", "04-14 ACTING_UP 8.00 x 1 G 1.31.1");
  }

  @Test
  @DisplayName("The day of a row that is held is not paid by the period either")
  void heldRow() {
    Story story =
        calendar()
            .qualifiedFor(Rank.SERGEANT)
            .acting(TEN_DAYS + ", 04-12 SERGEANT, 04-13 INSPECTOR temporary-promotion")
            .acting("04-14 SERGEANT");
    assertThat(story.outcome())
        .containsExactly(
            "04-12 ACTING_UP 1.00 x 1 G 1.31.1",
            "04-14 ACTING_UP 1.00 x 1 G 1.31.1",
            "04-13 NOT_QUALIFIED");
  }

  @Test
  @DisplayName("A day without a row that cannot be priced is told of under the row before it")
  void noRate() {
    Story story =
        calendar()
            .from("04-13")
            .constable("99")
            .from("04-14")
            .constable("7")
            .acting(TEN_DAYS + ", 04-12 SERGEANT, 04-14 SERGEANT");
    assertThat(story.outcome())
        .containsExactly(
            "04-12 ACTING_UP 1.00 x 1 G 1.31.1",
            "04-14 ACTING_UP 1.00 x 1 G 1.31.1",
            "04-13 NO_RATE");
    assertThat(story.rows()).contains("acting-11 PAID", "acting-12 PAID");
  }
}
