package org.dutypay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.dutypay.pay.Rounding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The force's choices")
class PolicyTest {

  /** The keys and defaults of contract 1, in its order. */
  private static final String CONTRACT =
      """
      force-day-starts: 07:00
      week-starts: MONDAY
      leave-year-starts: 04-01
      rounding: HALF_UP
      short-casual-counts: true
      early-start-pay: PREMIUM_ONLY
      early-book-on-minutes: 30
      unmarked-holidays: HOLIDAY
      recall-travel-limit-minutes: 60
      rest-day-travel-limit-minutes: 60
      unsocial-hour: CONTINUOUS
      pnb-2014-8: true
      toil-expiry-months: 3
      toil-expiry: PAY
      acting-pay-days: WORKED
      acting-break-days: 14
      acting-overtime-rate: SUBSTANTIVE
      acting-claim-limit-months: 2
      south-east-cap: HIGHER
      recharge-on-costs-percent: 0
      holiday-pay-method: WEEKS_52
      holiday-pay-percentage: 20/260
      arrears-limit: NONE
      retro-months: 12
      recovery-limit-percent: 5
      duty-not-booked: false
      claim-conflicts: false
      change-threshold-pounds: 100
      report-names: true
      """;

  @Test
  @DisplayName("The keys and their defaults are the contract's")
  void defaults() {
    assertThat(Policy.standard().text()).isEqualTo(CONTRACT);
  }

  @DisplayName("Every default is a value that its key takes")
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void everyDefaultIsLegal(Policy.Key key) {
    assertThat(Policy.of(Map.of(key.text(), key.standard())).text()).isEqualTo(CONTRACT);
    assertThat(key.decides()).isNotBlank();
    assertThat(key.takes()).isNotBlank();
  }

  @DisplayName("Every other choice of the contract is taken")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "force-day-starts, 06:00",
    "week-starts, SUNDAY",
    "leave-year-starts, 01-01",
    "rounding, HALF_EVEN",
    "rounding, DOWN",
    "short-casual-counts, false",
    "early-start-pay, FULL",
    "early-book-on-minutes, 0",
    "unmarked-holidays, ROSTERED",
    "unsocial-hour, CLOCK",
    "pnb-2014-8, false",
    "toil-expiry, WARN",
    "acting-pay-days, CALENDAR",
    "acting-overtime-rate, ACTING",
    "acting-claim-limit-months, 0",
    "south-east-cap, LOWER",
    "holiday-pay-method, PERCENTAGE",
    "holiday-pay-method, MONTHS_6",
    "holiday-pay-method, WEEKS_12",
    "holiday-pay-percentage, 20/365",
    "arrears-limit, TWO_YEARS",
    "arrears-limit, SERIES_3_MONTHS",
    "recovery-limit-percent, 2.5",
    "duty-not-booked, true",
    "claim-conflicts, true",
    "change-threshold-pounds, 0",
    "change-threshold-pounds, 250",
    "report-names, false"
  })
  void choices(String key, String value) {
    assertThat(Policy.of(Map.of(key, value)).text()).contains(key + ": " + value + "\n");
  }

  @DisplayName("A value that a key does not take is refused, and the reader is told what it takes")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "force-day-starts, 7:00, a time such as 07:00",
    "force-day-starts, 24:00, a time such as 07:00",
    "week-starts, monday, a day such as MONDAY",
    "leave-year-starts, 02-29, a month and day such as 04-01",
    "leave-year-starts, 04-31, a month and day such as 04-01",
    "rounding, UP, 'HALF_UP, HALF_EVEN or DOWN'",
    "short-casual-counts, yes, true or false",
    "early-start-pay, PREMIUM, PREMIUM_ONLY or FULL",
    "early-book-on-minutes, -1, whole minutes from 0 to 1440",
    "early-book-on-minutes, 1441, whole minutes from 0 to 1440",
    "recall-travel-limit-minutes, 1.5, whole minutes from 0 to 1440",
    "toil-expiry-months, 0, whole months from 1 to 120",
    "toil-expiry-months, 121, whole months from 1 to 120",
    "holiday-pay-percentage, 0.0769, a fraction such as 20/260",
    "recovery-limit-percent, 101, a number from 0 to 100",
    "change-threshold-pounds, 99.50, whole pounds from 0 to 999999",
    "report-names, '', true or false"
  })
  void badValues(String key, String value, String takes) {
    assertThatThrownBy(() -> Policy.of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy key " + key + " takes " + takes + ", not '" + value + "'");
  }

  @DisplayName("An unknown key is refused, with the one that was meant where it is near")
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "colour, there is no policy key 'colour'",
    "toil, there is no policy key 'toil'; did you mean toil-expiry-months?",
    "force_day_starts, there is no policy key 'force_day_starts'; did you mean force-day-starts?",
    "Rounding, there is no policy key 'Rounding'"
  })
  void unknownKeys(String key, String message) {
    assertThatThrownBy(() -> Policy.of(Map.of(key, "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("The values are read as what they are")
  void values() {
    Policy policy =
        Policy.of(
            Map.of(
                "force-day-starts", "06:30",
                "week-starts", "SUNDAY",
                "leave-year-starts", "01-01",
                "rounding", "DOWN"));
    long day = LocalDate.of(2024, 3, 6).toEpochDay();
    assertThat(policy.rounding()).isEqualTo(Rounding.DOWN);
    assertThat(policy.forceDays().start(day)).isEqualTo(day * 1440 + 390);
    assertThat(policy.forceDays().week(day)).isEqualTo(LocalDate.of(2024, 3, 3).toEpochDay());
    assertThat(policy.forceDays().leaveYear(day)).isEqualTo(LocalDate.of(2024, 1, 1).toEpochDay());
    assertThat(policy.number(Policy.Key.EARLY_BOOK_ON_MINUTES)).isEqualTo(30);
    assertThat(policy.is(Policy.Key.SHORT_CASUAL_COUNTS)).isTrue();
    assertThat(policy.is(Policy.Key.UNSOCIAL_HOUR, "CONTINUOUS")).isTrue();
  }
}
