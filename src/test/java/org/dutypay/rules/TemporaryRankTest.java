package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.duty.Rank;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 11: temporary salary, temporary promotion and the secondment difference")
class TemporaryRankTest {

  @DisplayName("A calendar day is gap x 6 / 2,191, in proportion to the weekly hours")
  @ParameterizedTest(name = "{0}, {1} h a week")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # acting                              | weekly hours | pounds
          MON SERGEANT temporary-salary         | 40           | MON TEMPORARY_SALARY 8.31
          MON SERGEANT temporary-salary         | 24           | MON TEMPORARY_SALARY 4.98
          MON SERGEANT temporary-salary point 4 | 40           | MON TEMPORARY_SALARY 14.94
          MON SERGEANT temporary-promotion      | 40           | MON TEMPORARY_PROMOTION 8.31
          MON SERGEANT temporary-promotion      | 31.5         | MON TEMPORARY_PROMOTION 6.54
          MON INSPECTOR temporary-promotion     | 40           | MON TEMPORARY_PROMOTION 33.90
          """)
  void aDay(String acting, String weeklyHours, String pounds) {
    Story story = officer().weeklyHours(weeklyHours).qualifiedFor(Rank.INSPECTOR).acting(acting);
    assertThat(story.pounds()).containsExactlyElementsOf(expected(pounds));
  }

  @Test
  @DisplayName("The line is pensionable and its note can be redone")
  void note() {
    PayLine salary =
        officer()
            .weeklyHours("24")
            .acting("MON SERGEANT temporary-salary")
            .assess()
            .lines()
            .getFirst();
    assertThat(salary.element().isPensionable()).isTrue();
    assertThat(salary.note())
        .isEqualTo(
            "temporary salary as sergeant; SERGEANT at 49,077 less 46,044 is 3,033, x 6 / 2,191 a"
                + " day, x 24 / 40 hours a week");
    PayLine promotion =
        officer()
            .qualifiedFor(Rank.SERGEANT)
            .acting("MON SERGEANT temporary-promotion")
            .assess()
            .lines()
            .getFirst();
    assertThat(promotion.element().isPensionable()).isTrue();
    assertThat(promotion.rateTenThousandths()).isEqualTo(8_3058);
    assertThat(promotion.note())
        .isEqualTo(
            "temporary promotion as sergeant; SERGEANT at 49,077 less 46,044 is 3,033, x 6 / 2,191"
                + " a day");
  }

  @Test
  @DisplayName("A row with a last day stands for every calendar day, as far as the range goes")
  void everyDay() {
    Story story = officer().acting("MON to SUN SERGEANT temporary-salary");
    assertThat(story.outcome())
        .containsExactlyElementsOf(
            expected(
                "MON TEMPORARY_SALARY 1.00 x 1 G 1.32.1, TUE TEMPORARY_SALARY 1.00 x 1 G 1.32.1,"
                    + " WED TEMPORARY_SALARY 1.00 x 1 G 1.32.1, THU TEMPORARY_SALARY 1.00 x 1 G"
                    + " 1.32.1, FRI TEMPORARY_SALARY 1.00 x 1 G 1.32.1, SAT TEMPORARY_SALARY 1.00 x"
                    + " 1 G 1.32.1, SUN TEMPORARY_SALARY 1.00 x 1 G 1.32.1"));
    assertThat(story.range("TUE", "WED").outcome())
        .containsExactly(
            "TUE TEMPORARY_SALARY 1.00 x 1 G 1.32.1", "WED TEMPORARY_SALARY 1.00 x 1 G 1.32.1");
    assertThat(story.rows()).containsExactly("acting-1 PAID");
    assertThat(story.range("MON2", "TUE2").rows())
        .containsExactly("acting-1 NOT_DUE OUTSIDE_RANGE");
  }

  @Test
  @DisplayName("From the day of the promotion itself the row gives nothing")
  void promoted() {
    Story story =
        officer()
            .from("WED")
            .sergeant("2")
            .acting(
                "TUE to FRI SERGEANT temporary-salary pace custody, SAT to SUN INSPECTOR"
                    + " temporary-salary");
    assertThat(story.outcome())
        .containsExactly(
            "TUE TEMPORARY_SALARY 1.00 x 1 G 1.32.1",
            "SAT TEMPORARY_SALARY 1.00 x 1 G 1.32.1",
            "SUN TEMPORARY_SALARY 1.00 x 1 G 1.32.1",
            "TUE ACTING_AUTHORITY",
            "TUE ACTING_CUSTODY");
    assertThat(story.range("WED", "FRI").rows())
        .contains("acting-1 NOT_DUE NOT_ENTITLED", "acting-2 NOT_DUE OUTSIDE_RANGE");
  }

  @Test
  @DisplayName("Without own rate there is no rate, told of for each day")
  void noRate() {
    Story story = officer().constable("99").acting("MON to TUE SERGEANT temporary-salary");
    assertThat(story.outcome()).containsExactly("MON NO_RATE", "TUE NO_RATE");
    assertThat(story.rows()).containsExactly("acting-1 HELD NO_RATE");
  }

  @DisplayName(
      "On temporary salary as inspector, a constable or sergeant has none on a day off worked")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                       | acting                            | roster              | duty            | outcome
          a rest day worked             | MON INSPECTOR temporary-salary    | MON REST            | MON 09:00-13:00 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3
          a rest day not worked         | MON INSPECTOR temporary-salary    | MON REST            | none            | MON TEMPORARY_SALARY 1.00 x 1 G 1.32.1
          as sergeant                   | MON SERGEANT temporary-salary     | MON REST            | MON 09:00-13:00 | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, MON TEMPORARY_SALARY 1.00 x 1 G 1.32.1
          a public holiday worked       | MON INSPECTOR temporary-salary    | MON HOLIDAY 07-15   | MON 09:00-13:00 | MON PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          a free day worked             | MON INSPECTOR temporary-salary    | MON FREE            | MON 09:00-13:00 | MON FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2, MON TEMPORARY_SALARY 1.00 x 1 G 1.32.1
          """)
  void daysOff(String story, String acting, String roster, String duty, String outcome) {
    Story told = officer().roster(roster).duty(duty).acting(acting);
    assertThat(told.outcome())
        .filteredOn(line -> !line.contains("PUBLIC_HOLIDAYS") && !line.contains("AUTHORITY"))
        .containsExactlyElementsOf(expected(outcome));
  }

  @DisplayName("Temporary promotion to sergeant or inspector needs the qualification")
  @ParameterizedTest(name = "{0} qualified for {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONSTABLE |           | SERGEANT        | no
          CONSTABLE | SERGEANT  | SERGEANT        | yes
          CONSTABLE | INSPECTOR | SERGEANT        | yes
          CONSTABLE | SERGEANT  | INSPECTOR       | no
          CONSTABLE | INSPECTOR | INSPECTOR       | yes
          SERGEANT  | SERGEANT  | INSPECTOR       | no
          INSPECTOR |           | CHIEF_INSPECTOR | yes
          """)
  void qualification(Rank own, Rank qualifiedFor, String rank, String isPaid) {
    Story story =
        switch (own) {
          case CONSTABLE -> officer();
          case SERGEANT -> officer().sergeant("4");
          default -> officer().inspector("3");
        };
    if (qualifiedFor != null) {
      story.qualifiedFor(qualifiedFor);
    }
    story.acting("MON to TUE " + rank + " temporary-promotion");
    assertThat(story.outcome())
        .containsExactlyElementsOf(
            expected(
                isPaid.equals("yes")
                    ? "MON TEMPORARY_PROMOTION 1.00 x 1 G 1.33.1,"
                        + " TUE TEMPORARY_PROMOTION 1.00 x 1 G 1.33.1"
                    : "MON NOT_QUALIFIED, TUE NOT_QUALIFIED"));
  }

  @Test
  @DisplayName("Held until released: the money is what the day would pay more")
  void notQualifiedDecided() {
    Story held = officer().acting("MON to TUE SERGEANT temporary-promotion");
    assertThat(held.assess().exceptions())
        .extracting(PayException::heldPence, PayException::message)
        .first()
        .hasToString(
            "(831L, \"Temporary promotion to sergeant on 2024-03-04 needs the qualification for it;"
                + " the officer is qualified for no rank.\")");
    assertThat(held.rows()).containsExactly("acting-1 HELD NOT_QUALIFIED");
    Story released =
        officer()
            .acting("MON SERGEANT temporary-promotion")
            .deciding(ExceptionCode.NOT_QUALIFIED, Decision.Verdict.RELEASE);
    assertThat(released.outcome())
        .containsExactly("MON TEMPORARY_PROMOTION 1.00 x 1 G 1.33.1", "MON NOT_QUALIFIED");
    Story refused =
        officer()
            .acting("MON SERGEANT temporary-promotion")
            .deciding(ExceptionCode.NOT_QUALIFIED, Decision.Verdict.REFUSE);
    assertThat(refused.rows()).containsExactly("acting-1 NOT_DUE REFUSED");
  }

  @DisplayName("On secondment, who is not suitable for the promotion has the difference instead")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | acting                                             | outcome
          in place of a temporary promotion    | MON SERGEANT temporary-promotion difference        | MON SECONDMENT_DIFFERENCE 8.31
          in place of a temporary salary       | MON SERGEANT temporary-salary difference           | MON SECONDMENT_DIFFERENCE 8.31
          in place of acting, without a claim  | MON SERGEANT difference unclaimed                  | MON SECONDMENT_DIFFERENCE 8.31
          not when not seconded                | MON2 SERGEANT temporary-salary difference          | MON2 TEMPORARY_SALARY 8.31
          not without it                       | MON SERGEANT temporary-salary                      | MON TEMPORARY_SALARY 8.31
          over the end of the secondment       | SUN to MON2 SERGEANT temporary-salary difference   | SUN SECONDMENT_DIFFERENCE 8.31, MON2 TEMPORARY_SALARY 8.31
          """)
  void difference(String story, String acting, String outcome) {
    Story told = officer().seconded("MON..SUN NCA agreement X1").acting(acting);
    assertThat(told.pounds()).containsExactlyElementsOf(expected(outcome));
    assertThat(told.outcome())
        .noneMatch(line -> line.contains("NOT_QUALIFIED") || line.contains("ACTING_"));
  }

  @Test
  @DisplayName("The difference is not pensionable, and neither qualifies nor takes away overtime")
  void differenceIsNoActing() {
    Story story =
        officer()
            .seconded("MON..SUN NCA agreement X1")
            .roster("MON 07-15")
            .duty("MON 07:00-17:00 told MON 06:00")
            .acting("02-19..02-28 SERGEANT part, 02-29 SERGEANT, MON INSPECTOR difference");
    story.deciding(ExceptionCode.ACTING_TWO_RANKS, Decision.Verdict.RELEASE);
    assertThat(story.outcome())
        .contains("MON OVERTIME 2.00 x 4/3 G 2.13.1", "MON SECONDMENT_DIFFERENCE 1.00 x 1 S 3.16.5")
        .noneMatch(line -> line.contains("RANK_NOT_ENTITLED"));
    Story qualifying =
        officer()
            .seconded("MON..SUN NCA agreement X1")
            .acting("02-20..02-28 SERGEANT, MON SERGEANT difference, MON2 SERGEANT");
    assertThat(qualifying.outcome()).noneMatch(line -> line.contains("ACTING_UP"));
  }

  @Test
  @DisplayName(
      "On secondment more than one rank up is held, on any basis, also beside another reason")
  void twoRanks() {
    Story story =
        officer()
            .seconded("MON..SUN NCA agreement X1")
            .acting("MON INSPECTOR temporary-salary, TUE INSPECTOR temporary-promotion")
            .acting("WED INSPECTOR, THU INSPECTOR difference, FRI SERGEANT temporary-salary")
            .acting("MON2 INSPECTOR temporary-salary");
    assertThat(story.pounds())
        .containsExactly("FRI TEMPORARY_SALARY 8.31", "MON2 TEMPORARY_SALARY 33.90");
    assertThat(story.outcome())
        .filteredOn(line -> line.contains("ACTING_TWO_RANKS") || line.contains("NOT_QUALIFIED"))
        .containsExactly(
            "MON ACTING_TWO_RANKS",
            "TUE ACTING_TWO_RANKS",
            "TUE NOT_QUALIFIED",
            "WED ACTING_TWO_RANKS",
            "THU ACTING_TWO_RANKS");
    story.deciding(ExceptionCode.ACTING_TWO_RANKS, Decision.Verdict.RELEASE);
    assertThat(story.outcome())
        .contains(
            "MON TEMPORARY_SALARY 1.00 x 1 G 1.32.1", "THU SECONDMENT_DIFFERENCE 1.00 x 1 S 3.16.5")
        .noneMatch(line -> line.startsWith("TUE TEMPORARY_PROMOTION"));
    story.deciding(ExceptionCode.NOT_QUALIFIED, Decision.Verdict.RELEASE);
    assertThat(story.outcome()).contains("TUE TEMPORARY_PROMOTION 1.00 x 1 G 1.33.1");
  }

  @Test
  @DisplayName("An acting row held for two ranks counts in no period and towards no days")
  void twoRanksDoNotCount() {
    Story story =
        officer()
            .seconded("04-10..04-10 NCA agreement X1")
            .acting("04-01..04-09 SERGEANT, 04-10 INSPECTOR, 04-11 SERGEANT");
    assertThat(story.outcome()).noneMatch(line -> line.contains("ACTING_UP"));
    story.deciding(ExceptionCode.ACTING_TWO_RANKS, Decision.Verdict.RELEASE);
    assertThat(story.outcome()).contains("04-11 ACTING_UP 1.00 x 1 G 1.31.1");
  }

  @Test
  @DisplayName("The claim of a day held for two ranks is looked at once the day is released")
  void twoRanksUnclaimed() {
    Story story = officer().seconded("MON..SUN NCA agreement X1").acting("MON INSPECTOR unclaimed");
    assertThat(story.outcome()).containsExactly("MON ACTING_TWO_RANKS");
    story.deciding(ExceptionCode.ACTING_TWO_RANKS, Decision.Verdict.RELEASE);
    assertThat(story.outcome()).containsExactly("MON ACTING_TWO_RANKS", "MON ACTING_UNCLAIMED");
  }

  @DisplayName("Powers of the higher rank need a superintendent's authority, on any basis")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON INSPECTOR pace                                        | yes
          MON INSPECTOR pace by CHIEF_INSPECTOR                     | yes
          MON INSPECTOR pace by SUPERINTENDENT                      | no
          MON INSPECTOR by INSPECTOR                                | no
          MON INSPECTOR temporary-salary pace                       | yes
          MON INSPECTOR temporary-promotion pace by INSPECTOR       | yes
          MON INSPECTOR temporary-promotion pace by CHIEF_CONSTABLE | no
          """)
  void authority(String acting, String raised) {
    Story story = officer().qualifiedFor(Rank.INSPECTOR).acting(acting);
    assertThat(story.outcome().contains("MON ACTING_AUTHORITY")).isEqualTo(raised.equals("yes"));
  }

  @DisplayName("Custody is for substantive and temporarily promoted sergeants")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON SERGEANT custody                     | yes
          MON SERGEANT temporary-salary custody    | yes
          MON SERGEANT temporary-promotion custody | no
          MON INSPECTOR custody                    | no
          MON SERGEANT                             | no
          """)
  void custody(String acting, String raised) {
    Story story = officer().qualifiedFor(Rank.SERGEANT).acting(acting);
    assertThat(story.outcome().contains("MON ACTING_CUSTODY")).isEqualTo(raised.equals("yes"));
  }

  @Test
  @DisplayName("Warnings are raised for each day of a longer row, and hold nothing")
  void warningsEachDay() {
    assertThat(officer().acting("MON to TUE SERGEANT temporary-salary pace custody").outcome())
        .containsExactly(
            "MON TEMPORARY_SALARY 1.00 x 1 G 1.32.1",
            "TUE TEMPORARY_SALARY 1.00 x 1 G 1.32.1",
            "MON ACTING_AUTHORITY",
            "MON ACTING_CUSTODY",
            "TUE ACTING_AUTHORITY",
            "TUE ACTING_CUSTODY");
  }
}
