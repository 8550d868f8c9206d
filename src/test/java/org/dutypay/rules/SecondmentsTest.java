package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import java.util.Map;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.PayException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 16: a secondment has a signed agreement, and regulation 13A five years")
class SecondmentsTest {

  @DisplayName("Without an agreement it is told of on its first day in the range")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                    | seconded                                 | told of
          begun before the range     | 2024-01-10..2024-12-31 NCA               | MON SECONDMENT_AGREEMENT
          begun within it            | THU..2024-12-31 NCA                      | THU SECONDMENT_AGREEMENT
          begun on its last day      | SUN..2024-12-31 NCA                      | SUN SECONDMENT_AGREEMENT
          begun after it             | MON2..2024-12-31 NCA                     | nothing
          ended on its first day     | 2024-01-10..MON NCA                      | MON SECONDMENT_AGREEMENT
          ended before it            | 2024-01-10..03-03 NCA                    | nothing
          with an agreement          | 2024-01-10..2024-12-31 NCA agreement X1  | nothing
          under any power            | MON..SUN NCA REG13A, TUE..WED KENT MUTUAL_AID | MON SECONDMENT_AGREEMENT, TUE SECONDMENT_AGREEMENT
          """)
  void agreement(String story, String seconded, String told) {
    assertThat(officer().range("MON", "SUN").seconded(seconded).outcome())
        .containsExactlyElementsOf(expected(told));
  }

  @DisplayName("Under regulation 13A beyond five years is told of when five years are over")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                         | seconded                                           | told of
          five years                      | 2019-03-04..2024-03-03 IOPC REG13A agreement X1    | nothing
          a day more                      | 2019-03-04..2024-03-04 IOPC REG13A agreement X1    | MON SECONDMENT_OVER_5_YEARS
          five years over before          | 2019-03-03..2024-12-31 IOPC REG13A agreement X1    | nothing
          five years over on the last day | 2019-03-10..2024-12-31 IOPC REG13A agreement X1    | SUN SECONDMENT_OVER_5_YEARS
          five years over after           | 2019-03-11..2024-12-31 IOPC REG13A agreement X1    | nothing
          under section 97                | 2019-03-04..2024-12-31 IOPC S97 agreement X1       | nothing
          mutual aid                      | 2019-03-04..2024-12-31 IOPC MUTUAL_AID agreement X1 | nothing
          """)
  void fiveYears(String story, String seconded, String told) {
    assertThat(officer().range("MON", "SUN").seconded(seconded).outcome())
        .containsExactlyElementsOf(expected(told));
  }

  @Test
  @DisplayName("Host and first day tell a secondment from another; the agreement is a fact")
  void identity() {
    List<PayException> two =
        officer()
            .range("MON", "SUN")
            .seconded("MON..TUE NCA, MON..TUE KENT, 2024-01-10..2024-03-05 NCA")
            .assess()
            .exceptions();
    assertThat(two).hasSize(3).extracting(PayException::id).doesNotHaveDuplicates();
    PayException alone =
        officer().range("MON", "SUN").seconded("MON..TUE KENT").assess().exceptions().getFirst();
    PayException among =
        two.stream().filter(one -> one.message().contains("KENT")).findFirst().orElseThrow();
    assertThat(alone.id()).isEqualTo(among.id());
    assertThat(alone.facts()).isEqualTo(among.facts());
    assertThat(alone.line()).isNotEqualTo(among.line());
    assertThat(alone.message())
        .isEqualTo(
            "There is no agreement reference for the secondment to KENT from 2024-03-04 to"
                + " 2024-03-05.");
    assertThat(alone.factValues()).isEqualTo("secondment KENT 2024-03-04 to 2024-03-05 S97");
    PayException tooLong =
        officer()
            .seconded("2019-03-04..2024-03-31 IOPC REG13A agreement X1")
            .assess()
            .exceptions()
            .getFirst();
    assertThat(tooLong.message())
        .isEqualTo(
            "The secondment to IOPC under regulation 13A from 2019-03-04 to 2024-03-31 goes on"
                + " after 5 years.");
    assertThat(tooLong.factValues())
        .isEqualTo("secondment IOPC 2019-03-04 to 2024-03-31 REG13A agreement_reference=X1");
  }

  @Test
  @DisplayName("Also of an officer whom the officers file does not name")
  void withoutOfficersRow() {
    List<Secondment> rows = officer().seconded("MON..TUE NCA").toCase().secondments();
    OfficerCase unknown =
        new OfficerCase(
            "A9", List.of(), List.of(), List.of(), List.of(), List.of(), rows, List.of(), List.of(),
            List.of(), Map.of());
    assertThat(new PayEngine(officer().context()).assess(unknown).exceptions())
        .extracting(exception -> exception.code().name())
        .containsExactly("SECONDMENT_AGREEMENT");
  }
}
