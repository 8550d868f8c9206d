package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Severity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A second pair of eyes on claims, where a force asks for it")
class ClaimConflictsTest {

  private static Story watched() {
    return officer().range("2024-01-01", "2024-12-31").policy("claim-conflicts", "true");
  }

  /** The warnings in words: {@code MON CLAIM_CONFLICT c1}. */
  private static List<String> warnings(Story story) {
    return story.outcome().stream()
        .filter(entry -> entry.contains("CLAIM_CONFLICT") || entry.contains("OWN_AUTHORITY"))
        .toList();
  }

  @DisplayName("What does not go with the day")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON LEAVE                        | MON ON_CALL       | MON CLAIM_CONFLICT c1 | ON_CALL is claimed for 2024-03-04, which is ANNUAL_LEAVE.
          MON SICK                         | MON ON_CALL       | MON CLAIM_CONFLICT c1 | ON_CALL is claimed for 2024-03-04, which is SICK.
          MON 07-15 was LEAVE changed 03-01 | MON ON_CALL      | MON CLAIM_CONFLICT c1 | ON_CALL is claimed for 2024-03-04, which is ANNUAL_LEAVE.
          MON SICK was REST changed 03-01  | MON ON_CALL       | nothing               | ''
          MON 07-15                        | MON ON_CALL       | nothing               | ''
          MON REST                         | MON ON_CALL       | nothing               | ''
          MON TOIL                         | MON ON_CALL       | nothing               | ''
          MON UNPAID                       | MON ON_CALL       | nothing               | ''
          TUE 07-15                        | MON ON_CALL       | nothing               | ''
          MON LEAVE                        | MON MEAL £5 receipt | nothing             | ''
          MON FAMILY_LEAVE                 | MON KIT_DAY x1    | nothing               | ''
          MON UNPAID                       | MON KIT_DAY x1    | MON CLAIM_CONFLICT c1 | KIT_DAY is claimed for 2024-03-04, which is UNPAID.
          MON 07-15                        | MON KIT_DAY x1    | MON CLAIM_CONFLICT c1 | KIT_DAY is claimed for 2024-03-04, which is DUTY.
          MON FAMILY_LEAVE was REST changed 03-01 | MON KIT_DAY x1 | MON CLAIM_CONFLICT c1 | KIT_DAY is claimed for 2024-03-04, which is REST_DAY.
          TUE 07-15                        | MON KIT_DAY x1    | MON CLAIM_CONFLICT c1 | KIT_DAY is claimed for 2024-03-04, which has no roster row.
          """)
  void withTheDay(String roster, String claims, String warnings, String message) {
    Story story = watched().roster(roster).claims(claims);
    assertThat(warnings(story)).containsExactlyElementsOf(expected(warnings));
    assertThat(story.assess().exceptions())
        .extracting(PayException::message)
        .containsExactlyElementsOf(message.isEmpty() ? List.of() : List.of(message));
    assertThat(story.rows()).containsExactly("c1 PAID");
  }

  @DisplayName("Mileage and travel of one day: one warning, on the later by id")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON MILEAGE x10, MON TRAVEL £5                      | MON CLAIM_CONFLICT c2
          MON TRAVEL £5, MON MILEAGE x10                      | MON CLAIM_CONFLICT c2
          MON MILEAGE x10, TUE TRAVEL £5                      | nothing
          MON MILEAGE x10, MON MILEAGE x11, MON TRAVEL £5     | MON CLAIM_CONFLICT c3
          MON MILEAGE x10, MON TRAVEL £5, MON TRAVEL £6       | MON CLAIM_CONFLICT c2, MON CLAIM_CONFLICT c3
          MON TRAVEL £5, MON MILEAGE x10, MON TRAVEL £6       | MON CLAIM_CONFLICT c2, MON CLAIM_CONFLICT c3
          MON MILEAGE x10, MON MILEAGE x10                    | nothing
          """)
  void mileageAndTravel(String claims, String warnings) {
    assertThat(warnings(watched().claims(claims))).containsExactlyElementsOf(expected(warnings));
  }

  @DisplayName("A claim has one warning, which names everything that does not go with it")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON MILEAGE x10, MON TRAVEL £5                     | TRAVEL is claimed for 2024-03-04, and MILEAGE too, as claim c1.
          MON TRAVEL £5, MON MILEAGE x10                     | MILEAGE is claimed for 2024-03-04, and TRAVEL too, as claim c1.
          MON MILEAGE x10, MON MILEAGE x11, MON TRAVEL £5    | TRAVEL is claimed for 2024-03-04, and MILEAGE too, as claim c1, c2.
          MON TRAVEL £1250, WED TRAVEL £1250                 | TRAVEL of £1,250 was claimed for 2024-03-04 too, as claim c1.
          MON TRAVEL £5, TUE MILEAGE x10, TUE TRAVEL £5      | TRAVEL is claimed for 2024-03-05, and MILEAGE too, as claim c2. TRAVEL of £5 was claimed for 2024-03-04 too, as claim c1.
          """)
  void names(String claims, String message) {
    assertThat(watched().claims(claims).assess().exceptions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.message()).isEqualTo(message);
              assertThat(one.severity()).isEqualTo(Severity.WARNING);
              assertThat(one.rule().citation()).isEqualTo("C 4");
            });
  }

  @DisplayName("The same amount of the same kind twice within seven days: on the later claim")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON MEAL £5 receipt, TUE MEAL £5 receipt                     | TUE CLAIM_CONFLICT c2
          MON MEAL £5 receipt, MON MEAL £5 receipt                     | MON CLAIM_CONFLICT c2
          TUE MEAL £5 receipt, MON MEAL £5 receipt                     | TUE CLAIM_CONFLICT c1
          MON MEAL £5 receipt, MON2 MEAL £5 receipt                    | MON2 CLAIM_CONFLICT c2
          MON MEAL £5 receipt, TUE2 MEAL £5 receipt                    | nothing
          MON MEAL £5 receipt, TUE MEAL £5.01 receipt                  | nothing
          MON MEAL £5 receipt, TUE ACCOMMODATION £5 receipt            | nothing
          MON MEAL £5 receipt, TUE MEAL £5 receipt, WED MEAL £5 receipt | TUE CLAIM_CONFLICT c2, WED CLAIM_CONFLICT c3
          MON MEDICAL £0, TUE MEDICAL £0                               | nothing
          MON ON_CALL £20, TUE ON_CALL £20                             | nothing
          MON LONDON_WEIGHTING, TUE LONDON_WEIGHTING                   | nothing
          MON LONDON_ALLOWANCE £100, TUE LONDON_ALLOWANCE £100         | TUE CLAIM_CONFLICT c2
          MON MEAL £5, TUE MEAL £5                                     | TUE CLAIM_CONFLICT c2
          """)
  void repeated(String claims, String warnings) {
    assertThat(warnings(watched().claims(claims))).containsExactlyElementsOf(expected(warnings));
  }

  @DisplayName("Nobody authorises their own duty, acting or claim")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a claim                     | none | none | MON ON_CALL authorised-by A1 | MON OWN_AUTHORITY c1
          another's authority         | none | none | MON ON_CALL authorised-by A2 | nothing
          an id is no other in small letters | none | none | MON ON_CALL authorised-by a1 | nothing
          a duty                      | MON 07:00-17:00 authorised-by A1 | none | none | MON OWN_AUTHORITY e1
          a duty before the force day | TUE 05:00-06:00 authorised-by A1 | none | none | MON OWN_AUTHORITY e1
          authorised by another       | MON 07:00-17:00 authorised-by B2 | none | none | nothing
          an acting row               | none | MON SERGEANT authorised-by A1 | none | MON OWN_AUTHORITY
          acting, by another          | none | MON SERGEANT authorised-by B2 | none | nothing
          a temporary rank, once      | none | MON to FRI SERGEANT temporary-salary authorised-by A1 | none | MON OWN_AUTHORITY
          """)
  void ownAuthority(String story, String duty, String acting, String claims, String warnings) {
    assertThat(
            warnings(watched().roster("MON..SUN 07-15").duty(duty).acting(acting).claims(claims)))
        .containsExactlyElementsOf(expected(warnings));
  }

  @Test
  @DisplayName("A temporary rank that began before the range is warned of on the first day in it")
  void beganBefore() {
    assertThat(
            warnings(
                watched()
                    .range("WED", "SUN")
                    .acting("MON to FRI SERGEANT temporary-salary authorised-by A1")))
        .containsExactly("WED OWN_AUTHORITY");
    assertThat(
            warnings(
                watched()
                    .range("SAT", "SUN")
                    .acting("MON to FRI SERGEANT temporary-salary authorised-by A1")))
        .isEmpty();
  }

  @Test
  @DisplayName("The warning says who authorised what, and what it was is paid all the same")
  void paidAllTheSame() {
    Story story =
        watched()
            .roster("MON 07-15")
            .duty("MON 07:00-17:00 told MON 07:00 authorised-by A1")
            .claims("MON ON_CALL authorised-by A1");
    assertThat(story.assess().exceptions())
        .extracting(PayException::message)
        .containsExactly(
            "ON_CALL on 2024-03-04 was authorised by A1, who claims it.",
            "The duty from 2024-03-04T07:00 was authorised by A1, who claims it.");
    assertThat(story.rows()).containsExactly("e1 PAID", "c1 PAID");
  }

  @Test
  @DisplayName("Where the force does not ask for it nothing is said, and the pay is the same")
  void offByDefault() {
    String claims =
        "MON ON_CALL authorised-by A1, MON KIT_DAY x1, MON MILEAGE x10, MON TRAVEL £5, TUE TRAVEL"
            + " £5";
    Outcome unwatched = officer().roster("MON LEAVE").claims(claims).assess();
    Outcome watched =
        officer().policy("claim-conflicts", "true").roster("MON LEAVE").claims(claims).assess();
    assertThat(unwatched.exceptions()).isEmpty();
    assertThat(watched.exceptions())
        .extracting(PayException::code)
        .containsOnly(ExceptionCode.CLAIM_CONFLICT, ExceptionCode.OWN_AUTHORITY)
        .hasSize(5);
    assertThat(watched.lines()).isEqualTo(unwatched.lines()).extracting(PayLine::source).hasSize(5);
    assertThat(watched.rows()).isEqualTo(unwatched.rows());
  }
}
