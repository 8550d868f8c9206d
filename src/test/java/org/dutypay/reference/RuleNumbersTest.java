package org.dutypay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.pay.Multiple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The numbers of the rules, each from its first day and with its source")
class RuleNumbersTest {

  @DisplayName("The numbers are the rulebook's")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "overtime.multiple, 4/3",
    "overtime.casual-least-minutes, 30",
    "overtime.casual-disregard-minutes, 30",
    "overtime.disregarded-occasions, 4",
    "early-start.due-notice-minutes, 480",
    "early-start.premium, 1/3",
    "unsocial-hours.multiple, 1/10",
    "rest-day.short-notice-days, 15",
    "rest-day.multiple, 3/2",
    "rest-day.minimum-minutes, 240",
    "rest-day.retained-minutes, 60",
    "rest-day.travel-ceiling-minutes, 360",
    "rest-day.replacement-days, 4",
    "rest-day.stood-down-days, 7",
    "free-day.multiple, 3/2",
    "public-holiday.multiple, 2",
    "public-holiday.minimum-minutes, 240",
    "public-holiday.lieu-notice-days, 8",
    "public-holiday.authority-notice-days, 15",
    "inspecting-ranks.lieu-months, 12",
    "leave-recall.absence-days, 3",
    "leave-recall.whole-absence-days, 5",
    "leave-recall.first-days, 2",
    "leave-recall.first-time-off, 2",
    "leave-recall.later-time-off, 3/2",
    "leave-recall.multiple, 2",
    "leave-recall.later-share, 1/2",
    "time-off.bonus-for-minutes, 45",
    "time-off.bonus-minutes, 15",
    "acting-up.qualifying-days, 10",
    "acting-up.qualifying-hours, 80",
    "acting-up.paid-days, 46",
    "acting-up.review-days, 56",
    "acting-up.day-divisor, 1565",
    "acting-up.calendar-day-divisor, 2191",
    "temporary-rank.day-divisor, 2191",
    "working-time.daily-rest-minutes, 660",
    "working-time.weekly-hours, 48",
    "working-time.averaged-weeks, 17",
    "working-time.long-rest-minutes, 2880",
    "working-time.short-rest-minutes, 1440",
    "working-time.weekly-rest-days, 14",
    "roster-publication.months-ahead, 1",
    "annual-leave.days-from-0-years, 22",
    "annual-leave.days-from-2-years, 25",
    "annual-leave.days-from-5-years, 25",
    "annual-leave.days-from-10-years, 27",
    "annual-leave.days-from-15-years, 28",
    "annual-leave.days-from-20-years, 30",
    "annual-leave.carried-days, 5",
    "sick-pay.full-pay-days, 183",
    "sick-pay.pay-days, 365",
    "sick-pay.look-back-days, 365",
    "late-claims.months, 3",
    "secondment.reg-13a-years, 5"
  })
  void asInTheRulebook(String name, String value) {
    assertThat(ReferenceFiles.ruleNumbers().multiple(name, day("2024-03-04")))
        .isEqualTo(Multiple.parse(value));
  }

  @Test
  @DisplayName("The night window is from 20:00 to 06:00")
  void nightWindow() {
    RuleNumbers numbers = ReferenceFiles.ruleNumbers();
    assertThat(numbers.time("unsocial-hours.starts", day("2024-03-04"))).isEqualTo(20 * 60);
    assertThat(numbers.time("unsocial-hours.ends", day("2024-03-04"))).isEqualTo(6 * 60);
  }

  @Test
  @DisplayName("A number holds from its day until the next")
  void dated() {
    RuleNumbers numbers =
        new RuleNumbers(
            Map.of(
                "a.days", List.of(value("2020-04-01", "15"), value("2024-04-01", "10")),
                "a.share", List.of(value("2012-04-01", "3/2"))));
    assertThat(numbers.firstDay()).isEqualTo(day("2020-04-01"));
    assertThat(numbers.changes()).containsExactly(day("2020-04-01"), day("2024-04-01"));
    assertThat(numbers.whole("a.days", day("2024-03-31"))).isEqualTo(15);
    assertThat(numbers.whole("a.days", day("2024-04-01"))).isEqualTo(10);
    assertThat(numbers.names()).containsExactly("a.days", "a.share");
    Dated<Integer> days = new Dated<>(numbers, (all, day) -> all.whole("a.days", day));
    assertThat(days.on(day("2024-03-31"))).isEqualTo(15);
    assertThat(days.on(day("2024-04-01"))).isEqualTo(10);
    assertThat(days.on(day("2030-01-01"))).isEqualTo(10);
    assertThat(days.on(day("2010-01-01"))).isEqualTo(15);
  }

  @Test
  @DisplayName("A day before the first value is refused with that day named")
  void tooEarly() {
    RuleNumbers numbers = new RuleNumbers(Map.of("a.days", List.of(value("2020-04-01", "15"))));
    assertThatThrownBy(() -> numbers.whole("a.days", day("2020-03-31")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.days is not known on 2020-03-31: its first value is from 2020-04-01");
  }

  @Test
  @DisplayName(
      "A value without a source, a name without values and two values from one day are refused")
  void refused() {
    assertRefused(
        List.of(new RuleNumbers.Value(day("2020-04-01"), "15", " ")),
        "a.days has a value without a source");
    assertRefused(List.of(), "a.days has no value");
    assertRefused(
        List.of(value("2020-04-01", "15"), value("2020-04-01", "10")),
        "a.days has two values from 2020-04-01");
  }

  private static void assertRefused(List<RuleNumbers.Value> values, String message) {
    Map<String, List<RuleNumbers.Value>> numbers = Map.of("a.days", values);
    assertThatThrownBy(() -> new RuleNumbers(numbers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static RuleNumbers.Value value(String from, String value) {
    return new RuleNumbers.Value(day(from), value, "G 0.0.0");
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
