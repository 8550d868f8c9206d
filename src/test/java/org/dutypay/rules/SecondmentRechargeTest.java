package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Recharge;
import org.dutypay.pay.RechargeRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 16: what a host repays for a seconded officer")
class SecondmentRechargeTest {

  /** £46,044 x 6 / 2,191 is £126.0904 a calendar day. */
  @DisplayName("Salary: one row a calendar month, for each seconded calendar day of the range")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                           | range                 | seconded                        | repaid
          one day                           | 03-04..03-10          | 03-04..03-04 NCA                | NCA 2024-03-04 SALARY 126.09 at 100 = 126.09
          six days, half of it              | 03-04..03-10          | 03-05..03-31 NCA 50%            | NCA 2024-03-05 SALARY 756.54 at 50 = 378.27
          before the range nothing          | 03-04..03-10          | 02-01..03-03 NCA                | nothing
          from before the range on          | 03-04..03-10          | 02-01..03-04 NCA                | NCA 2024-03-04 SALARY 126.09 at 100 = 126.09
          to its last day                   | 03-04..03-10          | 03-10..04-30 NCA                | NCA 2024-03-10 SALARY 126.09 at 100 = 126.09
          over the end of a month           | 03-30..04-02          | 03-01..04-30 NCA                | NCA 2024-03-30 SALARY 252.18 at 100 = 252.18, NCA 2024-04-01 SALARY 252.18 at 100 = 252.18
          two hosts in a month              | 03-04..03-10          | 03-04..03-05 NCA, 03-06..03-06 BTP | BTP 2024-03-06 SALARY 126.09 at 100 = 126.09, NCA 2024-03-04 SALARY 252.18 at 100 = 252.18
          twice with one host in a month    | 03-04..03-10          | 03-04..03-04 NCA, 03-06..03-06 NCA | NCA 2024-03-04 SALARY 252.18 at 100 = 252.18
          a shared day is the first host's  | 03-04..03-10          | 03-04..03-05 NCA, 03-05..03-06 BTP | BTP 2024-03-06 SALARY 126.09 at 100 = 126.09, NCA 2024-03-04 SALARY 252.18 at 100 = 252.18
          nothing agreed, nothing repaid    | 03-04..03-10          | 03-04..03-04 NCA 0%             | NCA 2024-03-04 SALARY 126.09 at 0 = 0.00
          """)
  void salary(String story, String range, String seconded, String repaid) {
    assertThat(rows(inRange(officer(), range).seconded(seconded)))
        .containsExactlyElementsOf(expected(repaid));
  }

  @Test
  @DisplayName("Salary is pro rata to the weekly hours, and rounded once a month")
  void partTime() {
    // 46,044 x 6 / 2,191 x 20 / 40 = 63.0452 a day: seven days are 441.3163
    assertThat(
            rows(inRange(officer().weeklyHours("20"), "03-04..03-10").seconded("03-01..03-31 NCA")))
        .containsExactly("NCA 2024-03-04 SALARY 441.32 at 100 = 441.32");
  }

  @Test
  @DisplayName("Hours with many decimals, and two of them in a month, are exact all the same")
  void oddHours() {
    // 58,422 x 6 / 2,191 = 159.98722 a day; x 37.3333 / 40 for twenty days are 2,986.4254, and
    // x 37.1234 / 40 for eleven 1,633.2991
    Story story =
        inRange(officer().sergeant("4").earning("58422").weeklyHours("37.3333"), "05-01..05-31")
            .from("05-21")
            .weeklyHours("37.1234")
            .seconded("04-01..06-30 NCA");
    assertThat(rows(story)).containsExactly("NCA 2024-05-01 SALARY 4619.72 at 100 = 4619.72");
  }

  @Test
  @DisplayName("The row is dated the first seconded day, also where that day has no rate")
  void firstDayWithoutRate() {
    Story story =
        inRange(officer().constable("99"), "03-04..03-06")
            .from("03-05")
            .constable("7")
            .seconded("03-04..03-05 NCA");
    assertThat(rows(story)).containsExactly("NCA 2024-03-04 SALARY 126.09 at 100 = 126.09");
  }

  @Test
  @DisplayName("A new rate counts from its day")
  void newRate() {
    // 31 August 2024 at 46,044, 1 September at 48,231: 132.0794
    assertThat(rows(inRange(officer(), "08-31..09-01").seconded("08-01..09-30 NCA")))
        .containsExactly(
            "NCA 2024-08-31 SALARY 126.09 at 100 = 126.09",
            "NCA 2024-09-01 SALARY 132.08 at 100 = 132.08");
  }

  @Test
  @DisplayName("On-costs are a share of the rounded salary, and repaid as it is")
  void onCosts() {
    // 37.5 % of 126.09 is 47.28375
    assertThat(
            rows(
                inRange(officer(), "03-04..03-10")
                    .policy("recharge-on-costs-percent", "37.5")
                    .seconded("03-04..03-04 NCA 50%")))
        .containsExactly(
            "NCA 2024-03-04 ON_COSTS 47.28 at 50 = 23.64",
            "NCA 2024-03-04 SALARY 126.09 at 50 = 63.05");
  }

  @Test
  @DisplayName("Pay lines of seconded days are repaid, summed by day and element, rounded once")
  void lines() {
    // two recalls of a day: 1 h and 15 min at 4/3 are 29.42 and 7.36, together 36.78; half is 18.39
    assertThat(
            rows(
                inRange(officer(), "03-04..03-10")
                    .roster("MON..WED 07-15")
                    .duty("MON 07:00-17:00, TUE 18:00-19:00, TUE 21:00-21:15")
                    .seconded("03-05..03-05 NCA 50%")))
        .containsExactly(
            "NCA 2024-03-05 OVERTIME 36.78 at 50 = 18.39",
            "NCA 2024-03-05 SALARY 126.09 at 50 = 63.05");
  }

  @Test
  @DisplayName("A seconded day without a rate is named, and the others are repaid")
  void withoutRate() {
    Story story =
        inRange(officer(), "03-04..03-06")
            .from("03-05")
            .constable("99")
            .seconded("03-04..03-05 NCA");
    assertThat(rows(story)).containsExactly("NCA 2024-03-04 SALARY 126.09 at 100 = 126.09");
    assertThat(recharge(story).unpriced())
        .containsExactly(LocalDate.parse("2024-03-05").toEpochDay());
  }

  private static Story inRange(Story story, String range) {
    int dots = range.indexOf("..");
    return story.range(range.substring(0, dots), range.substring(dots + 2));
  }

  private static Recharge recharge(Story story) {
    OfficerCase officer = story.toCase();
    Outcome outcome = story.assess();
    return new SecondmentRecharge(story.context()).of(officer, outcome.lines());
  }

  private static List<String> rows(Story story) {
    return recharge(story).rows().stream().map(SecondmentRechargeTest::inWords).toList();
  }

  private static String inWords(RechargeRow row) {
    return "%s %s %s %s at %s = %s"
        .formatted(
            row.host(),
            LocalDate.ofEpochDay(row.workDate()),
            row.element(),
            Pounds.plain(row.amountPence()),
            BigDecimal.valueOf(row.percentTenThousandths(), 4).stripTrailingZeros().toPlainString(),
            Pounds.plain(row.rechargedPence()));
  }
}
