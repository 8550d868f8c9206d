package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Problem;
import org.dutypay.duty.RejectedRow;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.RowOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A matter has the same id every night, and other facts once what decided it changes")
class ExceptionIdentityTest {

  private static final String HELD = "MON4 09:00-17:00 stood-down 03-16 09:00";

  @Test
  @DisplayName("Another run date, range or neighbour leaves id and facts alone")
  void sameMatter() {
    PayException once = held(officer().roster("MON4 REST").duty(HELD));
    PayException again =
        held(
            officer()
                .range("MON4", "MON4")
                .runDate("12-31")
                .roster("MON 07-15, MON4 REST")
                .duty(HELD + ", MON 07:00-15:00"));
    assertThat(again.id()).isEqualTo(once.id());
    assertThat(again.facts()).isEqualTo(once.facts());
  }

  @Test
  @DisplayName("Its line in the file is no fact")
  void lineNumber() {
    PayException once = held(officer().roster("MON4 REST").duty(HELD));
    PayException moved = held(officer().firstLine(42).roster("MON4 REST").duty(HELD));
    assertThat(moved.line()).isEqualTo(once.line() + 40);
    assertThat(moved.id()).isEqualTo(once.id());
    assertThat(moved.facts()).isEqualTo(once.facts());
  }

  @Test
  @DisplayName("Another time, day type or rate is the same matter with other facts")
  void otherFacts() {
    PayException once = held(officer().roster("MON4 REST").duty(HELD));
    for (Story changed :
        List.of(
            officer().roster("MON4 REST").duty("MON4 09:00-17:01 stood-down 03-16 09:00"),
            officer().roster("MON4 REST").duty("MON4 09:00-17:00 stood-down 03-15 09:00"),
            officer().roster("MON4 FREE").duty(HELD),
            officer().sergeant("4").roster("MON4 REST").duty(HELD))) {
      PayException other = held(changed);
      assertThat(other.id()).isEqualTo(once.id());
      assertThat(other.facts()).isNotEqualTo(once.facts());
    }
  }

  @Test
  @DisplayName("Several matters of one row and day are told apart")
  void toldApart() {
    assertThat(
            officer()
                .inspector("3")
                .roster("MON 07-15, TUE 07-15")
                .duty("MON 07:00-15:00, TUE 05:00-15:00")
                .assess()
                .exceptions())
        .hasSize(2)
        .extracting(PayException::id)
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("A row that was rejected is told of and accounted for, and nothing else comes of it")
  void rejected() {
    OfficerCase empty = officer().roster("MON 07-15").toCase();
    RejectedRow row =
        new RejectedRow(
            "timesheets.csv",
            7,
            ExceptionCode.DUTY_OVERLAP,
            "A1",
            Story.day("MON").toEpochDay(),
            "e7",
            "",
            new Problem("overlaps e8"),
            "e7,A1");
    Outcome outcome =
        new PayEngine(officer().context())
            .assess(
                new OfficerCase(
                    empty.officerId(),
                    empty.records(),
                    empty.roster(),
                    empty.duties(),
                    empty.acting(),
                    empty.claims(),
                    empty.secondments(),
                    empty.openingBalances(),
                    empty.paidHistory(),
                    List.of(row),
                    empty.decisions()));
    assertThat(outcome.exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.code()).isEqualTo(ExceptionCode.DUTY_OVERLAP);
              assertThat(exception.message()).isEqualTo("timesheets.csv line 7: overlaps e8");
            });
    assertThat(outcome.rows())
        .containsExactly(
            new RowOutcome("timesheets.csv", 7, "e7", RowOutcome.Kind.REJECTED, "DUTY_OVERLAP"));
    assertThat(outcome.lines()).isEmpty();
  }

  private static PayException held(Story story) {
    return story.assess().exceptions().stream()
        .filter(exception -> exception.code() == ExceptionCode.STOOD_DOWN)
        .findFirst()
        .orElseThrow();
  }
}
