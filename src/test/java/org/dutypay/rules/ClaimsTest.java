package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.dutypay.duty.Claim;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Decision.Verdict;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Rounding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 12: claims")
class ClaimsTest {

  /** A line in words: {@code c1 20.50 MILES at 0.3476 = 7.13 G 1.9.2}. */
  private static List<String> lines(Story story) {
    return inIdOrder(
        story.assess().lines().stream()
            .map(
                line ->
                    line.source()
                        + ' '
                        + Pounds.plain(line.unitsHundredths())
                        + ' '
                        + line.unit()
                        + " at "
                        + rate(line)
                        + " = "
                        + Pounds.plain(line.amountPence())
                        + ' '
                        + line.rule().citation())
            .toList());
  }

  private static String rate(PayLine line) {
    long rest = line.rateTenThousandths() % 10_000;
    return line.rateTenThousandths() / 10_000 + "." + Long.toString(10_000 + rest).substring(1);
  }

  /** A matter in words: {@code c2 DUPLICATE_CLAIM G 1.21.1}. */
  private static List<String> matters(Story story) {
    return story.assess().exceptions().stream()
        .filter(one -> one.file().equals("claims.csv"))
        .map(one -> one.entryId() + ' ' + one.code() + ' ' + one.rule().citation())
        .toList();
  }

  /** What is paid for each claim: {@code c1 20.00}. */
  private static List<String> paid(Story story) {
    return inIdOrder(
        story.assess().lines().stream()
            .map(line -> line.source() + ' ' + Pounds.plain(line.amountPence()))
            .toList());
  }

  private static List<String> inIdOrder(List<String> entries) {
    return entries.stream().sorted().toList();
  }

  private static Story whole() {
    return officer().range("2012-04-01", "2026-12-31").runDate("2026-12-31");
  }

  @DisplayName("Allowances are paid at the rate published for their day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-08-31 ON_CALL                                    | c1 1.00 DAYS at 15.0000 = 15.00 G 1.21.1
          2019-09-01 ON_CALL                                    | c1 1.00 DAYS at 20.0000 = 20.00 G 1.21.1
          2024-08-31 ON_CALL                                    | c1 1.00 DAYS at 20.0000 = 20.00 G 1.21.1
          2024-09-01 ON_CALL                                    | c1 1.00 DAYS at 25.0000 = 25.00 G 1.21.1
          2024-09-01 ON_CALL x3                                 | c1 1.00 DAYS at 25.0000 = 25.00 G 1.21.1
          MON AWAY_OVERNIGHT                                    | c1 1.00 NIGHTS at 50.0000 = 50.00 G 1.19.1
          MON AWAY_OVERNIGHT reason RESERVE                     | c1 1.00 NIGHTS at 50.0000 = 50.00 G 1.19.1
          2025-08-31 AWAY_OVERNIGHT                             | c1 1.00 NIGHTS at 50.0000 = 50.00 G 1.19.1
          2025-09-01 AWAY_OVERNIGHT                             | c1 1.00 NIGHTS at 60.0000 = 60.00 G 1.19.1
          MON AWAY_OVERNIGHT, MON HARDSHIP                      | c1 1.00 NIGHTS at 50.0000 = 50.00 G 1.19.1, c2 1.00 NIGHTS at 30.0000 = 30.00 G 1.20.1
          MON HARDSHIP, MON AWAY_OVERNIGHT                      | c1 1.00 NIGHTS at 30.0000 = 30.00 G 1.20.1, c2 1.00 NIGHTS at 50.0000 = 50.00 G 1.19.1
          """)
  void dailyAllowances(String claims, String lines) {
    assertThat(lines(whole().claims(claims))).containsExactlyElementsOf(expected(lines));
    assertThat(matters(whole().claims(claims))).isEmpty();
  }

  @DisplayName(
      "Dog handlers have a twelfth of the annual rate, and a share of it for each further dog")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 2,697 / 12 = 224.75; x 1.25 = 280.9375; x 1.5 = 337.125; 2,826 / 12 = 235.50; x 2 = 471
          2024-03-31 DOG_HANDLER    | c1 1.00 MONTHS at 224.7500 = 224.75 G 1.10.1
          2024-03-31 DOG_HANDLER x1 | c1 1.00 MONTHS at 224.7500 = 224.75 G 1.10.1
          2024-03-31 DOG_HANDLER x2 | c1 1.00 MONTHS at 280.9375 = 280.94 G 1.10.1
          2024-08-31 DOG_HANDLER x3 | c1 1.00 MONTHS at 337.1250 = 337.13 G 1.10.1
          2024-09-30 DOG_HANDLER x1 | c1 1.00 MONTHS at 235.5000 = 235.50 G 1.10.1
          2024-09-30 DOG_HANDLER x3 | c1 1.00 MONTHS at 471.0000 = 471.00 G 1.10.1
          """)
  void dogHandlers(String claims, String lines) {
    assertThat(lines(whole().weeklyHours("32").claims(claims)))
        .containsExactlyElementsOf(expected(lines));
  }

  @DisplayName("A tax year's first 10,000 miles are 45p, the others 25p")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the example of the case         | 2024-04-05 MILEAGE x100, 2024-04-06 MILEAGE x9990, 2024-05-06 MILEAGE x20.5 | c1 100.00 MILES at 0.4500 = 45.00 G 1.9.2, c2 9990.00 MILES at 0.4500 = 4495.50 G 1.9.2, c3 20.50 MILES at 0.3476 = 7.13 G 1.9.2
          10,000 exactly                  | MON MILEAGE x10000                                        | c1 10000.00 MILES at 0.4500 = 4500.00 G 1.9.2
          one more                        | MON MILEAGE x10001                                        | c1 10001.00 MILES at 0.4500 = 4500.25 G 1.9.2
          all of it after                 | MON MILEAGE x10000, TUE MILEAGE x100                      | c1 10000.00 MILES at 0.4500 = 4500.00 G 1.9.2, c2 100.00 MILES at 0.2500 = 25.00 G 1.9.2
          5 April is the old year         | 2024-04-04 MILEAGE x10000, 2024-04-05 MILEAGE x100        | c1 10000.00 MILES at 0.4500 = 4500.00 G 1.9.2, c2 100.00 MILES at 0.2500 = 25.00 G 1.9.2
          6 April is the new one          | 2024-04-04 MILEAGE x10000, 2024-04-06 MILEAGE x100        | c1 10000.00 MILES at 0.4500 = 4500.00 G 1.9.2, c2 100.00 MILES at 0.4500 = 45.00 G 1.9.2
          in order of date, not as told   | TUE MILEAGE x100, MON MILEAGE x10000                      | c1 100.00 MILES at 0.2500 = 25.00 G 1.9.2, c2 10000.00 MILES at 0.4500 = 4500.00 G 1.9.2
          the same day in order of id     | MON MILEAGE x9999, MON MILEAGE x2                         | c1 9999.00 MILES at 0.4500 = 4499.55 G 1.9.2, c2 2.00 MILES at 0.3500 = 0.70 G 1.9.2
          a fraction, one rounding        | MON MILEAGE x0.7                                          | c1 0.70 MILES at 0.4500 = 0.32 G 1.9.2
          """)
  void mileage(String story, String claims, String lines) {
    assertThat(lines(whole().claims(claims))).containsExactlyElementsOf(expected(lines));
  }

  @Test
  @DisplayName("Ids are in order of their bytes: c10 before c2")
  void idsByTheirBytes() {
    // c1 leaves one mile at 45p; of those on Wednesday, c10 comes before c2.
    Story story =
        whole()
            .claims("MON MILEAGE x9999, WED MILEAGE x1")
            .claims("TUE MEDICAL £1, ".repeat(7))
            .claims("WED MILEAGE x1");
    assertThat(paid(story)).contains("c2 0.25", "c10 0.45");
  }

  @DisplayName("Miles before the feed began count for the tax year that holds their date")
  @ParameterizedTest(name = "{0} miles on {1}")
  @CsvSource({
    "9990, 2023-04-06, 20, 7.00",
    "9990, 2024-03-03, 20, 7.00",
    "9990, 2024-04-05, 20, 7.00",
    "9990, 2023-04-05, 20, 9.00",
    "9990, 2024-04-06, 20, 9.00",
    "12000, 2024-03-03, 20, 5.00",
  })
  void openingMiles(long miles, String date, int claimed, String pounds) {
    // 10 x 0.45 + 10 x 0.25 = 7.00; 20 x 0.45 = 9.00; 20 x 0.25 = 5.00
    assertThat(paid(whole().openingDays("MILES", date, miles).claims("MON MILEAGE x" + claimed)))
        .containsExactly("c1 " + pounds);
  }

  @Test
  @DisplayName("Opening balances of other accounts are no miles, and two of miles add up")
  void openingBalances() {
    assertThat(
            paid(
                whole()
                    .openingDays("LEAVE_TAKEN", "2024-03-01", 10_000)
                    .openingDays("MILES", "2024-02-01", 5_000)
                    .openingDays("MILES", "2024-03-01", 4_990)
                    .claims("MON MILEAGE x20")))
        .containsExactly("c1 7.00");
  }

  @DisplayName("Expenses are paid as claimed, meals, accommodation and removals with a receipt")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEDICAL £9.65               | c1 1.00 EACH at 9.6500 = 9.65 G 1.26.1    | nothing
          TRAVEL £22.50               | c1 1.00 EACH at 22.5000 = 22.50 G 1.29.1  | nothing
          MEAL £12.34 receipt         | c1 1.00 EACH at 12.3400 = 12.34 G 1.28.4  | nothing
          MEAL £12.34                 | nothing                                   | c1 RECEIPT_MISSING G 1.28.4
          ACCOMMODATION £80 receipt   | c1 1.00 EACH at 80.0000 = 80.00 G 1.28.4  | nothing
          ACCOMMODATION £80           | nothing                                   | c1 RECEIPT_MISSING G 1.28.4
          REMOVAL £1234.50 receipt    | c1 1.00 EACH at 1234.5000 = 1234.50 G 1.27.2 | nothing
          REMOVAL £1234.50            | nothing                                   | c1 RECEIPT_MISSING G 1.27.2
          """)
  void expenses(String claim, String lines, String matters) {
    Story story = whole().claims("MON " + claim);
    assertThat(lines(story)).containsExactlyElementsOf(expected(lines));
    assertThat(matters(story)).containsExactlyElementsOf(expected(matters));
  }

  @DisplayName("On secondment an expense is paid only with the host's written approval")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON MEDICAL £9.65                         | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON TRAVEL £9.65                          | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON MEAL £9.65 receipt                    | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON ACCOMMODATION £9.65 receipt           | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON REMOVAL £9.65 receipt                 | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON MILEAGE x10                           | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON MEAL £9.65                            | c1 HOST_APPROVAL_MISSING S 3.10.2, c1 RECEIPT_MISSING G 1.28.4
          SUN MEDICAL £9.65                         | c1 HOST_APPROVAL_MISSING S 3.10.2
          MON MEDICAL £9.65 host-approval           | nothing
          MON MILEAGE x10 host-approval             | nothing
          2024-03-03 MEDICAL £9.65                  | nothing
          MON2 MEDICAL £9.65                        | nothing
          MON ON_CALL                               | nothing
          MON AWAY_OVERNIGHT, MON HARDSHIP          | nothing
          MON DOG_HANDLER                           | nothing
          MON BONUS £50                             | nothing
          MON TEAM_AWARD £50                        | nothing
          MON TARGETED_PAYMENT £50                  | nothing
          MON LONDON_WEIGHTING                      | nothing
          """)
  void onSecondment(String claims, String matters) {
    Story story =
        whole().seconded("MON..SUN NCA agreement X1").range("2024-03-03", "MON2").claims(claims);
    assertThat(matters(story)).containsExactlyInAnyOrderElementsOf(expected(matters));
    assertThat(story.assess().lines().isEmpty()).isNotEqualTo(matters.equals("nothing"));
  }

  @DisplayName("Awards keep to their limits")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BONUS £49.99        | c1 AMOUNT_OUT_OF_RANGE G 1.15.1 | nothing
          BONUS £50           | nothing                         | c1 1.00 EACH at 50.0000 = 50.00 G 1.15.1
          BONUS £2000         | nothing                         | c1 1.00 EACH at 2000.0000 = 2000.00 G 1.15.1
          BONUS £2000.01      | c1 AMOUNT_OUT_OF_RANGE G 1.15.1 | nothing
          TEAM_AWARD £49.99   | c1 AMOUNT_OUT_OF_RANGE G 1.17.1 | nothing
          TEAM_AWARD £50      | nothing                         | c1 1.00 EACH at 50.0000 = 50.00 G 1.17.1
          TEAM_AWARD £100     | nothing                         | c1 1.00 EACH at 100.0000 = 100.00 G 1.17.1
          TEAM_AWARD £100.01  | c1 AMOUNT_OUT_OF_RANGE G 1.17.1 | nothing
          BONUS £0            | c1 AMOUNT_OUT_OF_RANGE G 1.15.1 | nothing
          """)
  void awards(String claim, String matters, String lines) {
    Story story = whole().claims("MON " + claim);
    assertThat(matters(story)).containsExactlyElementsOf(expected(matters));
    assertThat(lines(story)).containsExactlyElementsOf(expected(lines));
  }

  @DisplayName("Targeted payments come to at most the published maximum in a year from 1 July")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the maximum at once                     | 2024-03-04 TARGETED_PAYMENT £5000 | nothing | c1 5000.00
          a penny more                            | 2024-03-04 TARGETED_PAYMENT £5000.01 | c1 AMOUNT_OUT_OF_RANGE G 1.16.1 | nothing
          the one that passes is held, next fits  | 2024-04-01 TARGETED_PAYMENT £3000, 2024-05-01 TARGETED_PAYMENT £2000.01, 2024-06-01 TARGETED_PAYMENT £2000 | c2 AMOUNT_OUT_OF_RANGE G 1.16.1 | c1 3000.00, c3 2000.00
          30 June belongs to the full year        | 2024-04-01 TARGETED_PAYMENT £5000, 2024-06-30 TARGETED_PAYMENT £0.01 | c2 AMOUNT_OUT_OF_RANGE G 1.16.1 | c1 5000.00
          1 July begins another                   | 2024-04-01 TARGETED_PAYMENT £5000, 2024-07-01 TARGETED_PAYMENT £5000 | nothing | c1 5000.00, c2 5000.00
          1 July of the year before is the same   | 2023-07-01 TARGETED_PAYMENT £5000, 2024-06-30 TARGETED_PAYMENT £0.01 | c2 AMOUNT_OUT_OF_RANGE G 1.16.1 | c1 5000.00
          the same day in order of id             | MON TARGETED_PAYMENT £4000, MON TARGETED_PAYMENT £4000 | c2 AMOUNT_OUT_OF_RANGE G 1.16.1 | c1 4000.00
          the old maximum                         | 2021-06-30 TARGETED_PAYMENT £4000.01 | c1 AMOUNT_OUT_OF_RANGE G 1.16.1 | nothing
          other awards do not count               | MON BONUS £2000, MON TARGETED_PAYMENT £5000 | nothing | c1 2000.00, c2 5000.00
          """)
  void targetedPayments(String story, String claims, String matters, String paid) {
    Story told = whole().claims(claims);
    assertThat(matters(told)).containsExactlyElementsOf(expected(matters));
    assertThat(paid(told)).containsExactlyElementsOf(expected(paid));
  }

  @DisplayName("Regional allowances: a twelfth, by weekly hours, within the published cap")
  @ParameterizedTest(name = "{0} h: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 2,886 / 12 = 240.50, x 32 / 40 = 192.40; 5,338 / 12 x 0.8 = 355.8667; 3,000 / 12 = 250
          40   | HIGHER | 2024-03-31 LONDON_WEIGHTING           | c1 1.00 MONTHS at 240.5000 = 240.50 G 1.7.1  | nothing
          32   | HIGHER | 2024-03-31 LONDON_WEIGHTING           | c1 1.00 MONTHS at 192.4000 = 192.40 G 1.7.1  | nothing
          40   | HIGHER | 2023-08-31 LONDON_WEIGHTING           | c1 1.00 MONTHS at 224.7500 = 224.75 G 1.7.1  | nothing
          40   | HIGHER | 2024-03-31 LONDON_WEIGHTING £1200     | c1 1.00 MONTHS at 100.0000 = 100.00 G 1.7.1  | nothing
          40   | HIGHER | 2024-03-31 LONDON_WEIGHTING £2886     | c1 1.00 MONTHS at 240.5000 = 240.50 G 1.7.1  | nothing
          40   | HIGHER | 2024-03-31 LONDON_WEIGHTING £2886.01  | nothing                                      | c1 AMOUNT_OUT_OF_RANGE G 1.7.1
          32   | HIGHER | 2024-03-31 LONDON_ALLOWANCE £5338     | c1 1.00 MONTHS at 355.8667 = 355.87 G 1.11.1 | nothing
          32   | HIGHER | 2024-03-31 LONDON_ALLOWANCE £5338.01  | nothing                                      | c1 AMOUNT_OUT_OF_RANGE G 1.11.1
          40   | HIGHER | 2020-08-31 LONDON_ALLOWANCE £4338     | c1 1.00 MONTHS at 361.5000 = 361.50 G 1.11.1 | nothing
          40   | HIGHER | 2020-08-31 LONDON_ALLOWANCE £5338     | nothing                                      | c1 AMOUNT_OUT_OF_RANGE G 1.11.1
          40   | HIGHER | 2024-03-31 SOUTH_EAST_ALLOWANCE £3000 | c1 1.00 MONTHS at 250.0000 = 250.00 G 1.13.1 | nothing
          40   | HIGHER | 2024-03-31 SOUTH_EAST_ALLOWANCE £3000.01 | nothing                                   | c1 AMOUNT_OUT_OF_RANGE G 1.13.1
          32   | LOWER  | 2024-03-31 SOUTH_EAST_ALLOWANCE £2000 | c1 1.00 MONTHS at 133.3333 = 133.33 G 1.13.1 | nothing
          40   | LOWER  | 2024-03-31 SOUTH_EAST_ALLOWANCE £2001 | nothing                                      | c1 AMOUNT_OUT_OF_RANGE G 1.13.1
          37.5 | HIGHER | 2024-03-31 SOUTH_EAST_ALLOWANCE £1000 | c1 1.00 MONTHS at 78.1250 = 78.13 G 1.13.1   | nothing
          """)
  void regional(String hours, String cap, String claims, String lines, String matters) {
    Story story = whole().weeklyHours(hours).policy("south-east-cap", cap).claims(claims);
    assertThat(lines(story)).containsExactlyElementsOf(expected(lines));
    assertThat(matters(story)).containsExactlyElementsOf(expected(matters));
  }

  @Test
  @DisplayName("Only London weighting is pensionable")
  void pensionable() {
    assertThat(
            whole()
                .claims(
                    "MON LONDON_WEIGHTING, MON LONDON_ALLOWANCE £1000, MON SOUTH_EAST_ALLOWANCE"
                        + " £1000, MON ON_CALL, MON DOG_HANDLER, MON KIT_DAY x1")
                .assess()
                .lines())
        .filteredOn(line -> line.element().isPensionable())
        .singleElement()
        .extracting(PayLine::source)
        .isEqualTo("c1");
  }

  @DisplayName("A keeping in touch day is paid by the hour at the day's rate")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 46,044 x 6 / 12,520 = 22.0658; x 6 = 132.39; x 7.25 = 159.98; 48,231 gives 23.1139
          40 | MON KIT_DAY x6        | c1 6.00 HOURS at 22.0658 = 132.39 G 2.54.1
          32 | MON KIT_DAY x6        | c1 6.00 HOURS at 22.0658 = 132.39 G 2.54.1
          40 | MON KIT_DAY x7.25     | c1 7.25 HOURS at 22.0658 = 159.98 G 2.54.1
          40 | 2024-09-01 KIT_DAY x1 | c1 1.00 HOURS at 23.1139 = 23.11 G 2.54.1
          """)
  void kitDay(String hours, String claims, String lines) {
    assertThat(lines(whole().weeklyHours(hours).claims(claims)))
        .containsExactlyElementsOf(expected(lines));
  }

  @Test
  @DisplayName("Nonsense hours are paid without a number too large for the arithmetic")
  void hugeNumbers() {
    // 9,999,999 x 6 / 12,520 x 99,999 hours
    assertThat(paid(whole().earning("9999999").claims("MON KIT_DAY x99999")))
        .containsExactly("c1 479228386.58");
  }

  /** KIT days on the days from a first one on, an hour each. */
  private static String kitDays(String first, int count) {
    return String.join(
        ", ",
        IntStream.range(0, count)
            .mapToObj(day -> Story.day(first).plusDays(day) + " KIT_DAY x1")
            .toList());
  }

  @DisplayName("Ten keeping in touch days are paid in one unbroken family leave")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ten in one leave                        | 03-04..03-31 FAMILY_LEAVE | 2024-03-04 x10 | 0
          the eleventh                            | 03-04..03-31 FAMILY_LEAVE | 2024-03-04 x11 | 1
          eleven without any roster               | ''                        | 2024-03-04 x11 | 1
          eleven on duty days                     | 03-04..03-31 07-15        | 2024-03-04 x11 | 1
          ten in a leave, then outside it         | 03-04..03-13 FAMILY_LEAVE | 2024-03-04 x20 | 0
          ten in a leave, eleven outside it       | 03-04..03-13 FAMILY_LEAVE | 2024-03-04 x21 | 1
          a day's break begins another leave      | 03-04..03-13 FAMILY_LEAVE, 03-14 REST, 03-15..03-31 FAMILY_LEAVE | 2024-03-04 x21 | 0
          a missing roster row does too           | 03-04..03-13 FAMILY_LEAVE, 03-15..03-31 FAMILY_LEAVE | 2024-03-04 x21 | 0
          a day changed into leave keeps its kind | 03-04..03-13 FAMILY_LEAVE, 03-14 FAMILY_LEAVE was REST changed 03-01, 03-15..03-31 FAMILY_LEAVE | 2024-03-04 x21 | 0
          a duty day changed into leave is leave  | 03-04..03-13 FAMILY_LEAVE, 03-14 FAMILY_LEAVE was DUTY changed 03-01, 03-15..03-31 FAMILY_LEAVE | 2024-03-04 x11 | 1
          unpaid leave is none                    | 03-04..03-13 FAMILY_LEAVE, 03-14 UNPAID, 03-15..03-31 FAMILY_LEAVE | 2024-03-04 x21 | 0
          """)
  void kitDaysOfOneLeave(String story, String roster, String days, int exceeded) {
    String[] firstAndCount = days.split(" x", -1);
    int count = Integer.parseInt(firstAndCount[1]);
    Story told = whole().roster(roster).claims(kitDays(firstAndCount[0], count));
    assertThat(told.assess().lines()).hasSize(count - exceeded);
    assertThat(told.assess().exceptions())
        .filteredOn(one -> one.code() == ExceptionCode.KIT_DAYS_EXCEEDED)
        .hasSize(exceeded)
        .allSatisfy(one -> assertThat(one.rule().citation()).isEqualTo("G 2.54.1"));
  }

  @Test
  @DisplayName("Two keeping in touch claims of one day are two of the ten")
  void kitClaimsOfOneDay() {
    Story story =
        whole()
            .roster("03-04..03-31 FAMILY_LEAVE")
            .claims(kitDays("2024-03-04", 9) + ", 2024-03-12 KIT_DAY x2, 2024-03-13 KIT_DAY x2");
    assertThat(matters(story)).containsExactly("c11 KIT_DAYS_EXCEEDED G 2.54.1");
  }

  @Test
  @DisplayName("A keeping in touch day without a rate is one of the ten: only how much is open")
  void kitDayWithoutRate() {
    Story story =
        whole()
            .constable("99")
            .from("2024-03-05")
            .constable("7")
            .roster("03-04..03-31 FAMILY_LEAVE")
            .claims(kitDays("2024-03-04", 11));
    assertThat(matters(story)).containsExactly("c1 NO_RATE R 2", "c11 KIT_DAYS_EXCEEDED G 2.54.1");
    assertThat(story.assess().lines()).hasSize(9);
  }

  @Test
  @DisplayName("A keeping in touch day that was refused is none of the ten")
  void refusedKitDay() {
    Story story = whole().roster("03-04..03-31 FAMILY_LEAVE").claims(kitDays("2024-03-04", 12));
    PayEngine engine = new PayEngine(story.context());
    PayException eleventh = engine.assess(story.toCase()).exceptions().getFirst();
    Outcome refused =
        engine.assess(
            story
                .toCase()
                .deciding(eleventh.id(), new Decision(Verdict.REFUSE, OptionalLong.empty())));
    assertThat(refused.lines()).hasSize(10);
    assertThat(refused.rows().get(10).reason()).isEqualTo("REFUSED");
    assertThat(refused.exceptions().get(1).message()).startsWith("10 keeping in touch days");
  }

  @DisplayName("A second claim of one day is a duplicate for on call and the night allowances")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON ON_CALL, MON ON_CALL                            | c1 20.00           | c2 DUPLICATE_CLAIM G 1.21.1
          MON ON_CALL, TUE ON_CALL                            | c1 20.00, c2 20.00 | nothing
          MON ON_CALL, MON ON_CALL, MON ON_CALL               | c1 20.00           | c2 DUPLICATE_CLAIM G 1.21.1, c3 DUPLICATE_CLAIM G 1.21.1
          MON AWAY_OVERNIGHT, MON AWAY_OVERNIGHT              | c1 50.00           | c2 DUPLICATE_CLAIM G 1.19.1
          MON AWAY_OVERNIGHT, MON HARDSHIP, MON HARDSHIP      | c1 50.00, c2 30.00 | c3 DUPLICATE_CLAIM G 1.20.1
          MON AWAY_OVERNIGHT reason TRAINING, MON AWAY_OVERNIGHT | nothing         | c2 DUPLICATE_CLAIM G 1.19.1, c1 NOT_IN_RESERVE G 1.19.1
          MON AWAY_OVERNIGHT, MON ON_CALL                     | c1 50.00, c2 20.00 | nothing
          MON MEAL £5 receipt, MON MEAL £5 receipt            | c1 5.00, c2 5.00   | nothing
          MON DOG_HANDLER, MON DOG_HANDLER                    | c1 224.75, c2 224.75 | nothing
          """)
  void duplicates(String claims, String paid, String matters) {
    Story story = whole().claims(claims);
    assertThat(paid(story)).containsExactlyElementsOf(expected(paid));
    assertThat(matters(story)).containsExactlyElementsOf(expected(matters));
  }

  @DisplayName("A night is paid only where it was held in reserve")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON AWAY_OVERNIGHT reason TRAINING                  | nothing            | c1 NOT_IN_RESERVE G 1.19.1
          MON AWAY_OVERNIGHT reason routine                   | nothing            | c1 NOT_IN_RESERVE G 1.19.1
          MON AWAY_OVERNIGHT reason Training                  | nothing            | c1 NOT_IN_RESERVE G 1.19.1
          MON AWAY_OVERNIGHT reason TRAININGS                 | c1 50.00           | nothing
          MON AWAY_OVERNIGHT reason TRAINING, MON HARDSHIP    | nothing            | c1 NOT_IN_RESERVE G 1.19.1, c2 NOT_IN_RESERVE G 1.20.1
          MON HARDSHIP                                        | nothing            | c1 NOT_IN_RESERVE G 1.20.1
          MON AWAY_OVERNIGHT, TUE HARDSHIP                    | c1 50.00           | c2 NOT_IN_RESERVE G 1.20.1
          MON AWAY_OVERNIGHT, MON AWAY_OVERNIGHT, MON HARDSHIP | c1 50.00, c3 30.00 | c2 DUPLICATE_CLAIM G 1.19.1
          MON HARDSHIP, MON HARDSHIP                          | nothing            | c2 DUPLICATE_CLAIM G 1.20.1, c1 NOT_IN_RESERVE G 1.20.1, c2 NOT_IN_RESERVE G 1.20.1
          MON AWAY_OVERNIGHT, MON HARDSHIP reason TRAINING    | c1 50.00, c2 30.00 | nothing
          """)
  void inReserve(String claims, String paid, String matters) {
    Story story = whole().claims(claims);
    assertThat(paid(story)).containsExactlyElementsOf(expected(paid));
    assertThat(matters(story)).containsExactlyElementsOf(expected(matters));
  }

  @Test
  @DisplayName("Spaces around the reason do not hide it")
  void reasonWithSpaces() {
    OfficerCase told = whole().claims("MON AWAY_OVERNIGHT reason X").toCase();
    Outcome outcome =
        new PayEngine(whole().context())
            .assess(
                ClaimsPropertiesTest.withClaims(
                    told,
                    told.claims().stream().map(claim -> withReason(claim, " Training ")).toList()));
    assertThat(outcome.exceptions())
        .singleElement()
        .extracting(PayException::code)
        .isEqualTo(ExceptionCode.NOT_IN_RESERVE);
  }

  private static Claim withReason(Claim claim, String reason) {
    return new Claim(
        claim.claimId(),
        claim.line(),
        claim.date(),
        claim.type(),
        claim.quantityTenThousandths(),
        claim.amountPence(),
        reason,
        claim.receipt(),
        claim.hostApproval(),
        claim.authorisedBy());
  }

  @DisplayName("Where no value is known on the day, the claim is held without a rate")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2013-03-31 ON_CALL                    | No value of ON_CALL is known on 2013-03-31, so this cannot be priced.
          2019-08-31 DOG_HANDLER                | No value of DOG_HANDLER is known on 2019-08-31, so this cannot be priced.
          2020-08-31 LONDON_WEIGHTING           | No value of LONDON_WEIGHTING is known on 2020-08-31, so this cannot be priced.
          2016-08-31 SOUTH_EAST_ALLOWANCE £9    | No value of SOUTH_EAST_ALLOWANCE_CAP_HIGHER is known on 2016-08-31, so this cannot be priced.
          2016-08-31 MILEAGE x1                 | No value of MILEAGE_FIRST_10000 is known on 2016-08-31, so this cannot be priced.
          2021-06-30 BONUS £50                  | No value of BONUS_MAX is known on 2021-06-30, so this cannot be priced.
          """)
  void noValue(String claims, String message) {
    Story story = whole().claims(claims);
    Outcome outcome = story.assess();
    assertThat(outcome.lines()).isEmpty();
    assertThat(outcome.exceptions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(ExceptionCode.NO_RATE);
              assertThat(one.message()).isEqualTo(message);
              assertThat(one.rule().citation()).isEqualTo("R 2");
            });
    assertThat(story.rows()).containsExactly("c1 HELD NO_RATE");
    story.deciding(ExceptionCode.NO_RATE, Decision.Verdict.RELEASE);
    assertThat(story.rows()).containsExactly("c1 HELD NO_RATE");
  }

  @Test
  @DisplayName("A keeping in touch day without a rate of pay says which point is unknown")
  void noRateOfPay() {
    assertThat(whole().constable("99").claims("MON KIT_DAY x1").assess().exceptions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(ExceptionCode.NO_RATE);
              assertThat(one.message())
                  .isEqualTo(
                      "There is no rate for pay scale 'CONSTABLE_2013', point '99' on 2024-03-04,"
                          + " so this cannot be priced.");
              assertThat(one.entryId()).isEqualTo("c1");
              assertThat(one.file()).isEqualTo("claims.csv");
            });
  }

  @DisplayName("Everything wrong with a claim is named, and its pounds are at stake once")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON MEAL £12.34                                         | c1 HOST_APPROVAL_MISSING 0, c1 RECEIPT_MISSING 1234
          MON REMOVAL £80                                         | c1 HOST_APPROVAL_MISSING 0, c1 RECEIPT_MISSING 8000
          MON AWAY_OVERNIGHT, MON AWAY_OVERNIGHT reason ROUTINE   | c2 DUPLICATE_CLAIM 5000, c2 NOT_IN_RESERVE 0
          MON HARDSHIP, MON HARDSHIP                              | c2 DUPLICATE_CLAIM 3000, c1 NOT_IN_RESERVE 3000, c2 NOT_IN_RESERVE 0
          MON AWAY_OVERNIGHT reason TRAINING, MON HARDSHIP        | c1 NOT_IN_RESERVE 8000, c2 NOT_IN_RESERVE 3000
          MON BONUS £49                                           | c1 AMOUNT_OUT_OF_RANGE 4900
          """)
  void atStake(String claims, String matters) {
    Story story = whole().seconded("MON..SUN NCA agreement X1").range("MON", "SUN").claims(claims);
    assertThat(
            story.assess().exceptions().stream()
                .filter(one -> one.file().equals("claims.csv"))
                .map(one -> one.entryId() + ' ' + one.code() + ' ' + one.heldPence()))
        .containsExactlyElementsOf(expected(matters));
  }

  @Test
  @DisplayName("What is at stake is unknown where the claim, released, would have no rate")
  void stakeUnknown() {
    assertThat(
            whole()
                .constable("99")
                .roster("03-04..03-31 FAMILY_LEAVE")
                .claims(kitDays("2024-03-04", 11))
                .assess()
                .exceptions())
        .filteredOn(one -> one.code() == ExceptionCode.KIT_DAYS_EXCEEDED)
        .singleElement()
        .extracting(PayException::heldPence)
        .isEqualTo(PayException.NONE);
  }

  @DisplayName("A claim is paid when every matter is released, and refused when one is")
  @ParameterizedTest(name = "receipt {0}, approval {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RELEASE     | RELEASE     | c1 PAID
          RELEASE     | ACKNOWLEDGE | c1 HELD HOST_APPROVAL_MISSING
          ACKNOWLEDGE | RELEASE     | c1 HELD RECEIPT_MISSING
          ACKNOWLEDGE | ACKNOWLEDGE | c1 HELD RECEIPT_MISSING
          RELEASE     | REFUSE      | c1 NOT_DUE REFUSED
          REFUSE      | RELEASE     | c1 NOT_DUE REFUSED
          REFUSE      | ACKNOWLEDGE | c1 NOT_DUE REFUSED
          REFUSE      | REFUSE      | c1 NOT_DUE REFUSED
          """)
  void decided(Verdict receipt, Verdict approval, String row) {
    Story story =
        whole()
            .seconded("MON..SUN NCA agreement X1")
            .claims("MON MEAL £12.34")
            .deciding(ExceptionCode.RECEIPT_MISSING, receipt)
            .deciding(ExceptionCode.HOST_APPROVAL_MISSING, approval);
    assertThat(story.rows()).containsExactly(row);
    assertThat(paid(story)).isEqualTo(row.equals("c1 PAID") ? List.of("c1 12.34") : List.of());
  }

  @DisplayName("Nothing is at stake in one matter where a person has refused the other")
  @ParameterizedTest(name = "receipt {0}: {1} and {2} pence at stake")
  @CsvSource({"RELEASE, 0, 1234", "ACKNOWLEDGE, 1234, 0", "REFUSE, 1234, 0"})
  void atStakeOnceDecided(Verdict receipt, long ofTheReceipt, long ofTheApproval) {
    Story story =
        whole()
            .seconded("MON..SUN NCA agreement X1")
            .claims("MON MEAL £12.34")
            .deciding(ExceptionCode.RECEIPT_MISSING, receipt);
    assertThat(story.assess().exceptions())
        .filteredOn(one -> one.file().equals("claims.csv"))
        .extracting(PayException::heldPence)
        .containsExactly(ofTheApproval, ofTheReceipt);
  }

  @DisplayName("A release pays the claim as if it had not been checked, and it counts")
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DUPLICATE_CLAIM     | RELEASE | MON ON_CALL, MON ON_CALL | c1 20.00, c2 20.00
          DUPLICATE_CLAIM     | REFUSE  | MON ON_CALL, MON ON_CALL | c1 20.00
          NOT_IN_RESERVE      | RELEASE | MON AWAY_OVERNIGHT reason TRAINING, MON HARDSHIP | c1 50.00, c2 30.00
          AMOUNT_OUT_OF_RANGE | RELEASE | MON BONUS £49.99 | c1 49.99
          AMOUNT_OUT_OF_RANGE | RELEASE | 03-31 LONDON_WEIGHTING £2892 | c1 241.00
          AMOUNT_OUT_OF_RANGE | REFUSE  | MON TARGETED_PAYMENT £5001, TUE TARGETED_PAYMENT £5000 | c2 5000.00
          HOST_APPROVAL_MISSING | RELEASE | 2024-02-28 MILEAGE x10000, MON MILEAGE x10 | c1 4500.00, c2 2.50
          HOST_APPROVAL_MISSING | REFUSE  | 2024-02-28 MILEAGE x10000, MON MILEAGE x10 | c1 4500.00
          """)
  void released(ExceptionCode code, Verdict verdict, String claims, String paid) {
    Story story =
        whole().seconded("MON..SUN NCA agreement X1").claims(claims).deciding(code, verdict);
    assertThat(paid(story)).containsExactlyElementsOf(expected(paid));
  }

  @Test
  @DisplayName("Hardship pays with a night that was released, not with one that was refused")
  void hardshipFollowsTheNight() {
    assertThat(decidedFirst("MON AWAY_OVERNIGHT reason TRAINING, MON HARDSHIP", Verdict.RELEASE))
        .containsExactly("c1 50.00", "c2 30.00");
    assertThat(decidedFirst("MON AWAY_OVERNIGHT reason TRAINING, MON HARDSHIP", Verdict.REFUSE))
        .isEmpty();
  }

  @Test
  @DisplayName("A second night after a refused one is still a duplicate")
  void duplicateOfARefusedOne() {
    Story story =
        whole()
            .claims("MON AWAY_OVERNIGHT reason TRAINING, MON AWAY_OVERNIGHT")
            .deciding(ExceptionCode.NOT_IN_RESERVE, Verdict.REFUSE);
    assertThat(story.rows()).containsExactly("c1 NOT_DUE REFUSED", "c2 HELD DUPLICATE_CLAIM");
  }

  @Test
  @DisplayName("A released targeted payment counts: what comes after it is beyond the year")
  void releasedTargetedPayment() {
    assertThat(
            decidedFirst(
                "MON TARGETED_PAYMENT £5000.01, TUE TARGETED_PAYMENT £1, WED TARGETED_PAYMENT £2",
                Verdict.RELEASE))
        .containsExactly("c1 5000.01");
    assertThat(
            decidedFirst(
                "MON TARGETED_PAYMENT £5000.01, TUE TARGETED_PAYMENT £1, WED TARGETED_PAYMENT £2",
                Verdict.REFUSE))
        .containsExactly("c2 1.00", "c3 2.00");
  }

  @Test
  @DisplayName("Mileage that is held uses none of the 10,000 miles, released it does")
  void heldMileage() {
    String claims = "MON MILEAGE x10000, MON2 MILEAGE x10";
    Story held = whole().seconded("MON..SUN NCA agreement X1").claims(claims);
    assertThat(paid(held)).containsExactly("c2 4.50");
    Story released =
        whole()
            .seconded("MON..SUN NCA agreement X1")
            .claims(claims)
            .deciding(ExceptionCode.HOST_APPROVAL_MISSING, Verdict.RELEASE);
    assertThat(paid(released)).containsExactly("c1 4500.00", "c2 2.50");
  }

  @Test
  @DisplayName("A released eleventh keeping in touch day is paid")
  void releasedKitDay() {
    Story story =
        whole()
            .roster("03-04..03-31 FAMILY_LEAVE")
            .claims(kitDays("2024-03-04", 12))
            .deciding(ExceptionCode.KIT_DAYS_EXCEEDED, Verdict.RELEASE);
    assertThat(story.assess().lines()).hasSize(12);
    assertThat(matters(story))
        .containsExactly("c11 KIT_DAYS_EXCEEDED G 2.54.1", "c12 KIT_DAYS_EXCEEDED G 2.54.1");
  }

  /** What is paid once the first matter has been decided, on the facts it has. */
  private static List<String> decidedFirst(String claims, Verdict verdict) {
    Story story = whole().claims(claims);
    PayEngine engine = new PayEngine(story.context());
    PayException first = engine.assess(story.toCase()).exceptions().getFirst();
    return engine
        .assess(
            story
                .toCase()
                .deciding(first.id(), new Decision(verdict, OptionalLong.of(first.facts()))))
        .lines()
        .stream()
        .map(line -> line.source() + ' ' + Pounds.plain(line.amountPence()))
        .toList();
  }

  @DisplayName("Claims outside the range are context: they are not paid again, but they count")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-03-03 MILEAGE x9990, MON MILEAGE x20                      | c2 7.00
          2024-03-03 TARGETED_PAYMENT £4000, MON TARGETED_PAYMENT £1000.01 | nothing
          2024-03-03 TARGETED_PAYMENT £5000.01, MON TARGETED_PAYMENT £5000 | c2 5000.00
          2024-03-03 ON_CALL, MON ON_CALL                                | c2 20.00
          """)
  void context(String claims, String paid) {
    Story story = officer().range("MON", "SUN").claims(claims);
    assertThat(paid(story)).containsExactlyElementsOf(expected(paid));
    assertThat(story.rows().getFirst()).isEqualTo("c1 NOT_DUE OUTSIDE_RANGE");
    assertThat(story.assess().exceptions())
        .allMatch(one -> one.date() >= Story.day("MON").toEpochDay());
  }

  @Test
  @DisplayName("Keeping in touch days before the range use up the ten")
  void kitDaysBefore() {
    Story story =
        officer()
            .range("03-14", "03-31")
            .roster("03-01..03-31 FAMILY_LEAVE")
            .claims(kitDays("2024-03-04", 12));
    assertThat(story.assess().lines()).isEmpty();
    assertThat(matters(story))
        .containsExactly("c11 KIT_DAYS_EXCEEDED G 2.54.1", "c12 KIT_DAYS_EXCEEDED G 2.54.1");
  }

  @DisplayName("A claim of nothing pays nothing, is not due and uses up nothing")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON MILEAGE x0                | c1 NOT_DUE NOTHING_CLAIMED | nothing
          MON MILEAGE x0.01             | c1 NOT_DUE NOTHING_CLAIMED | nothing
          MON MILEAGE x0.02             | c1 PAID                    | nothing
          MON MEDICAL £0                | c1 NOT_DUE NOTHING_CLAIMED | nothing
          MON MEAL £0                   | c1 HELD RECEIPT_MISSING    | c1 RECEIPT_MISSING G 1.28.4
          MON MEAL £0 receipt           | c1 NOT_DUE NOTHING_CLAIMED | nothing
          MON TARGETED_PAYMENT £0       | c1 NOT_DUE NOTHING_CLAIMED | nothing
          MON LONDON_ALLOWANCE £0       | c1 NOT_DUE NOTHING_CLAIMED | nothing
          MON KIT_DAY x0                | c1 NOT_DUE NOTHING_CLAIMED | nothing
          """)
  void nothing(String claims, String row, String matters) {
    Story story = whole().claims(claims);
    assertThat(story.rows()).containsExactly(row);
    assertThat(matters(story)).containsExactlyElementsOf(expected(matters));
    assertThat(story.assess().lines()).hasSize(row.equals("c1 PAID") ? 1 : 0);
  }

  @Test
  @DisplayName("A keeping in touch day of no hours is none of the ten")
  void kitDayOfNoHours() {
    Story story =
        whole()
            .roster("03-04..03-31 FAMILY_LEAVE")
            .claims("03-04 KIT_DAY x0, " + kitDays("2024-03-05", 10));
    assertThat(story.assess().lines()).hasSize(10);
    assertThat(matters(story)).isEmpty();
  }

  @DisplayName("A line is rounded once, as the force has chosen")
  @ParameterizedTest(name = "{0}")
  @CsvSource({"HALF_UP, 0.23", "HALF_EVEN, 0.22", "DOWN, 0.22"})
  void rounding(Rounding rounding, String pounds) {
    // Half a mile at 45p is 22.5p.
    assertThat(paid(whole().policy("rounding", rounding.name()).claims("MON MILEAGE x0.5")))
        .containsExactly("c1 " + pounds);
  }

  @DisplayName("The note has the arithmetic, the message the figures")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON ON_CALL                                | on call, £20 a day
          MON AWAY_OVERNIGHT                         | held in reserve, £50 a night
          MON DOG_HANDLER                            | one dog, £2,697 / 12 a month
          09-30 DOG_HANDLER x3                       | 3 dogs, £2,826 / 12 x (1 + 0.5 x 2) a month
          MON MILEAGE x9990, TUE MILEAGE x20.5       | 9990 miles of the tax year from 2023-04-06 paid before; 10 miles at £0.45 and 10.5 at £0.25
          MON MEAL £12.34 receipt                    | meal, £12.34 as claimed
          MON BONUS £50                              | bonus, £50 as claimed, limits £50 to £2,000
          MON BONUS £49.99                           | BONUS of £49.99 on 2024-03-04 is outside £50 to £2,000.
          05-01 TARGETED_PAYMENT £3000, 05-02 TARGETED_PAYMENT £2000.01 | £2,000.01 would bring the payments of the year from 2023-07-01 to £5,000.01, above £5,000.
          05-01 TARGETED_PAYMENT £3000, 05-02 TARGETED_PAYMENT £2000    | targeted payment, £2,000 as claimed, with it £5,000 in the year from 2023-07-01, at most £5,000
          MON LONDON_WEIGHTING £2887                 | LONDON_WEIGHTING of £2,887 on 2024-03-04 is above the published £2,886 a year.
          MON SOUTH_EAST_ALLOWANCE £3000             | south east allowance, £3,000 / 12 x 32 / 40 a month
          MON KIT_DAY x7.5                           | keeping in touch day 1 outside any family leave; 7.5 h at 46,044 x 6 / 12,520 an hour
          MON ON_CALL, MON ON_CALL                   | ON_CALL is paid once a day, and claim c1 is for 2024-03-04 too.
          MON AWAY_OVERNIGHT reason training         | The reason of the night of 2024-03-04 is TRAINING, which is not being held in reserve.
          MON HARDSHIP                               | No AWAY_OVERNIGHT is paid for the night of 2024-03-04, so the officer was not held in reserve.
          MON MEAL £9.35                             | MEAL of £9.35 on 2024-03-04 has no receipt.
          TUE2 MILEAGE x46                           | The officer is seconded to NCA, and MILEAGE of 46 miles on 2024-03-12 has no written approval of the host.
          """)
  void says(String claims, String says) {
    Outcome outcome =
        officer()
            .weeklyHours("32")
            .runDate("2024-12-31")
            .seconded("MON2..SUN2 NCA agreement X1")
            .claims(claims)
            .assess();
    assertThat(
            outcome.lines().stream().map(PayLine::note).anyMatch(says::equals)
                || outcome.exceptions().stream().map(PayException::message).anyMatch(says::equals))
        .as(
            "%s",
            Arrays.asList(
                outcome.lines().stream().map(PayLine::note).toList(),
                outcome.exceptions().stream().map(PayException::message).toList()))
        .isTrue();
  }

  @Test
  @DisplayName("The twelfth keeping in touch day says how many are paid in which leave")
  void kitMessage() {
    assertThat(
            whole()
                .roster("03-01..03-31 FAMILY_LEAVE")
                .claims(kitDays("2024-03-04", 11))
                .assess()
                .exceptions())
        .singleElement()
        .extracting(PayException::message)
        .isEqualTo(
            "10 keeping in touch days in the family leave from 2024-03-01 are paid already, of at"
                + " most 10.");
  }

  @Test
  @DisplayName("A matter about a claim has other facts once what decided it changes")
  void facts() {
    PayException once = onlyHeld("MON TARGETED_PAYMENT £3000, TUE TARGETED_PAYMENT £2001");
    PayException earlierChanged =
        onlyHeld("MON TARGETED_PAYMENT £3001, TUE TARGETED_PAYMENT £2001");
    PayException same =
        onlyHeld("MON TARGETED_PAYMENT £3000, TUE TARGETED_PAYMENT £2001, WED ON_CALL");
    assertThat(earlierChanged.id()).isEqualTo(once.id());
    assertThat(earlierChanged.facts()).isNotEqualTo(once.facts());
    assertThat(same.id()).isEqualTo(once.id());
    assertThat(same.facts()).isEqualTo(once.facts());
  }

  private static PayException onlyHeld(String claims) {
    return whole().claims(claims).assess().exceptions().getFirst();
  }
}
