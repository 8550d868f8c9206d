package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 17: how grave a matter is and whether a person can release it")
class ExceptionCodeTest {

  @DisplayName("Severity")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "BAD_ROW, REJECTED",
    "UNKNOWN_OFFICER, REJECTED",
    "DUPLICATE_ENTRY, REJECTED",
    "DUPLICATE_ROSTER, REJECTED",
    "DUTY_OVERLAP, REJECTED",
    "FUTURE_DUTY, REJECTED",
    "NOT_YET_SUPPORTED, BLOCKING",
    "NO_ROSTER, BLOCKING",
    "NO_RATE, BLOCKING",
    "DUTY_ON_ABSENCE, BLOCKING",
    "STOOD_DOWN, BLOCKING",
    "REPLACEMENT_LATE, WARNING",
    "HOLIDAY_NOT_ROSTERED, WARNING",
    "CHRISTMAS_SUBSTITUTED, WARNING",
    "PUBLIC_HOLIDAY_AUTHORITY, WARNING",
    "WTR_DAILY_REST, WARNING",
    "DECISION_CONTRADICTORY, WARNING",
    "DECISION_UNKNOWN, WARNING",
    "DECISION_BY_CLAIMANT, WARNING",
    "DECISION_NOT_POSSIBLE, WARNING",
    "DECISION_STALE, WARNING",
    "TOIL_EXPIRED, INFO",
    "RANK_NOT_ENTITLED, INFO",
    "TOUR_STRADDLES_FORCE_DAY, INFO",
    "CLOCK_CHANGE, INFO"
  })
  void severity(ExceptionCode code, Severity severity) {
    assertThat(code.severity()).isEqualTo(severity);
  }

  @Test
  @DisplayName("Of the codes there are now only a stood-down duty can be released")
  void releasable() {
    assertThat(Arrays.stream(ExceptionCode.values()).filter(ExceptionCode::isReleasable))
        .containsExactly(ExceptionCode.STOOD_DOWN);
  }

  @Test
  @DisplayName("Every code says what to do in a sentence")
  void whatToDo() {
    assertThat(ExceptionCode.values())
        .allSatisfy(code -> assertThat(code.whatToDo()).matches("[A-Z].{10,}\\."));
  }
}
