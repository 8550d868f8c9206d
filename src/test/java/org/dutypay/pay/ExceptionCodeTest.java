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
    "NO_ROSTER, BLOCKING",
    "NO_RATE, BLOCKING",
    "DUTY_ON_ABSENCE, BLOCKING",
    "STOOD_DOWN, BLOCKING",
    "ACTING_UNCLAIMED, BLOCKING",
    "ACTING_CLAIM_LATE, BLOCKING",
    "ACTING_CAP, BLOCKING",
    "NOT_QUALIFIED, BLOCKING",
    "ACTING_TWO_RANKS, BLOCKING",
    "DUPLICATE_CLAIM, BLOCKING",
    "NOT_IN_RESERVE, BLOCKING",
    "RECEIPT_MISSING, BLOCKING",
    "AMOUNT_OUT_OF_RANGE, BLOCKING",
    "KIT_DAYS_EXCEEDED, BLOCKING",
    "HOST_APPROVAL_MISSING, BLOCKING",
    "ACTING_OVER_56_DAYS, WARNING",
    "ACTING_AUTHORITY, WARNING",
    "ACTING_CUSTODY, WARNING",
    "WTR_48_HOURS, WARNING",
    "WTR_WEEKLY_REST, WARNING",
    "ROSTER_LATE, WARNING",
    "LEAVE_ENTITLEMENT, WARNING",
    "SICK_PAY_LIMIT, WARNING",
    "CLAIM_LATE, WARNING",
    "SECONDMENT_AGREEMENT, WARNING",
    "SECONDMENT_OVER_5_YEARS, WARNING",
    "OWN_AUTHORITY, WARNING",
    "CLAIM_CONFLICT, WARNING",
    "DUTY_NOT_BOOKED, INFO",
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
  @DisplayName("What the rulebook lists as releasable can be released, nothing else")
  void releasable() {
    assertThat(Arrays.stream(ExceptionCode.values()).filter(ExceptionCode::isReleasable))
        .containsExactlyInAnyOrder(
            ExceptionCode.STOOD_DOWN,
            ExceptionCode.DUPLICATE_CLAIM,
            ExceptionCode.NOT_IN_RESERVE,
            ExceptionCode.RECEIPT_MISSING,
            ExceptionCode.AMOUNT_OUT_OF_RANGE,
            ExceptionCode.KIT_DAYS_EXCEEDED,
            ExceptionCode.HOST_APPROVAL_MISSING,
            ExceptionCode.ACTING_CLAIM_LATE,
            ExceptionCode.ACTING_CAP,
            ExceptionCode.NOT_QUALIFIED,
            ExceptionCode.ACTING_TWO_RANKS);
  }

  @Test
  @DisplayName("Every code says what to do in a sentence")
  void whatToDo() {
    assertThat(ExceptionCode.values())
        .allSatisfy(code -> assertThat(code.whatToDo()).matches("[A-Z].{10,}\\."));
  }
}
