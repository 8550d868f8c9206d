package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.Pounds;
import org.dutypay.rules.BearScotland.Method;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 14: the Bear Scotland reconciliation")
class BearScotlandTest {

  private static final String CLAIM = "2017-12-31";

  /** In service from 2012, with leave on three days and overtime and on-call behind them. */
  private static Story story() {
    return officer()
        .range("2015-10-01", "2016-03-31")
        .runDate(CLAIM)
        .roster("2015-10-05 LEAVE, 2015-11-02 LEAVE 07-17, 2016-03-07 LEAVE")
        .paid(
            "2015-01-05 OVERTIME 2600, 2015-09-07 ON_CALL 520, 2015-10-06 OVERTIME 73,"
                + " 2016-03-07 HOLIDAY_PAY 3.00");
  }

  private static BearScotland.Account account(Story story) {
    OfficerCase told = story.toCase();
    // stories begin in 2019
    OfficerCase officer =
        new OfficerCase(
            told.officerId(),
            told.records().stream().map(BearScotlandTest::from2012).toList(),
            told.roster(),
            told.duties(),
            told.acting(),
            told.claims(),
            told.secondments(),
            told.openingBalances(),
            told.paidHistory(),
            told.rejected(),
            told.decisions());
    RunContext run = story.context();
    return new BearScotland(run, LocalDate.parse(CLAIM).toEpochDay())
        .of(officer, new PayEngine(run).leaveTaken(officer), officer.paidHistory());
  }

  private static OfficerRecord from2012(OfficerRecord record) {
    return new OfficerRecord(
        record.line(),
        LocalDate.of(2012, 4, 1).toEpochDay(),
        record.to(),
        record.name(),
        record.unit(),
        record.rank(),
        record.payScale(),
        record.payPoint(),
        record.weeklyHoursTenThousandths(),
        record.variableShifts(),
        record.serviceStart(),
        record.qualifiedFor(),
        record.london(),
        record.wtrOptOut());
  }

  private static Stream<BearScotland.Row> rows(Story story, Method method) {
    return account(story).rows().stream().filter(row -> row.method() == method);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  private static String inWords(BearScotland.Row row) {
    return LocalDate.ofEpochDay(row.date())
        + " "
        + Pounds.plain(row.money().amount())
        + " - "
        + Pounds.plain(row.money().paid());
  }

  @DisplayName("Each method by itself, beside what was paid")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 60 for each month from October to December 2015
          FLAT_RATE    | 2015-10-01 60.00 - 0.00, 2015-11-01 60.00 - 0.00, 2015-12-01 60.00 - 0.00, 2016-03-07 0.00 - 3.00
          # 73 × 20 ÷ 260 and 73 × 20 ÷ 365
          SHARE_20_260 | 2015-10-06 5.62 - 0.00, 2016-03-07 0.00 - 3.00
          SHARE_20_365 | 2015-10-06 4.00 - 0.00, 2016-03-07 0.00 - 3.00
          # 520 ÷ 60; 593 ÷ 60 × 10 ÷ 8; nothing
          WEEKS_12     | 2015-10-05 8.67 - 0.00, 2015-11-02 12.35 - 0.00, 2016-03-07 0.00 - 3.00
          # 520 ÷ 130; 593 ÷ 130 × 10 ÷ 8; 593 ÷ 130
          WEEKS_26     | 2015-10-05 4.00 - 0.00, 2015-11-02 5.70 - 0.00, 2016-03-07 4.56 - 3.00
          # 3120 ÷ 260; 3193 ÷ 260 × 10 ÷ 8; 593 ÷ 260
          WEEKS_52     | 2015-10-05 12.00 - 0.00, 2015-11-02 15.35 - 0.00, 2016-03-07 2.28 - 3.00
          """)
  void methods(Method method, String rows) {
    assertThat(rows(story(), method).map(BearScotlandTest::inWords))
        .containsExactlyElementsOf(expected(rows));
  }

  @Test
  @DisplayName("Each disputed element is left out by itself")
  void disputed() {
    BearScotland.Row row = rows(story(), Method.WEEKS_52).findFirst().orElseThrow();

    // 2600 of overtime and 520 of on call ÷ 260
    assertThat(row.money().amount()).isEqualTo(1200);
    assertThat(row.money().without())
        .containsExactly(200L, 1000L, 1200L, 1200L, 1200L, 1200L)
        .hasSameSizeAs(BearScotland.DISPUTED);
    assertThat(row.qualifying()).isEqualTo(312_000);
    assertThat(row.weeks()).isEqualTo(52);
    assertThat(row.leaveDay()).isEqualTo(100);
  }

  @Test
  @DisplayName("What was taken back lessens what a share is taken of")
  void takenBack() {
    Story story = story().paid("2015-12-01 OVERTIME -50.00, 2015-12-01 OVERTIME 100.00");

    // 50 × 20 ÷ 260, each payment rounded by itself: 7.69 - 3.85
    assertThat(rows(story, Method.SHARE_20_260).filter(row -> row.date() > day("2015-11-30")))
        .first()
        .satisfies(row -> assertThat(row.qualifying()).isEqualTo(5_000))
        .satisfies(row -> assertThat(inWords(row)).isEqualTo("2015-12-01 3.84 - 0.00"));
  }

  @DisplayName("The policy's method is marked")
  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "WEEKS_52, 20/260, WEEKS_52",
    "MONTHS_6, 20/260, WEEKS_26",
    "WEEKS_12, 20/260, WEEKS_12",
    "PERCENTAGE, 20/260, SHARE_20_260",
    "PERCENTAGE, 1/13, SHARE_20_260",
    "PERCENTAGE, 20/365, SHARE_20_365",
    "PERCENTAGE, 1/10, PERCENTAGE"
  })
  void chosen(String method, String percentage, Method marked) {
    Story story =
        story().policy("holiday-pay-method", method).policy("holiday-pay-percentage", percentage);

    assertThat(
            account(story).totals().stream()
                .filter(BearScotland.Total::isChosen)
                .map(BearScotland.Total::method))
        .containsExactly(marked);
    assertThat(account(story).totals()).hasSize(marked == Method.PERCENTAGE ? 7 : 6);
  }

  @DisplayName("The two-year line and breaks are shown, and applied only where the policy says so")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"NONE, 11.26", "TWO_YEARS, 1.56", "SERIES_3_MONTHS, 1.56"})
  void limits(String limit, String applied) {
    Story story = story().policy("arrears-limit", limit);
    List<BearScotland.Row> rows = rows(story, Method.WEEKS_26).toList();

    // two years before the claim is the last day of 2015; after 2 November nothing until 7 March
    assertThat(rows)
        .extracting(BearScotland.Row::isBeyondTwoYears)
        .containsExactly(true, true, false);
    assertThat(rows).extracting(BearScotland.Row::followsBreak).containsExactly(false, false, true);
    BearScotland.Total total =
        account(story).totals().stream()
            .filter(one -> one.method() == Method.WEEKS_26)
            .findFirst()
            .orElseThrow();
    assertThat(Pounds.plain(total.money().difference())).isEqualTo("11.26");
    assertThat(Pounds.plain(total.beyondTwoYears())).isEqualTo("9.70");
    assertThat(Pounds.plain(total.beforeBreak())).isEqualTo("9.70");
    assertThat(Pounds.plain(total.applied())).isEqualTo(applied);
  }

  @Test
  @DisplayName("What was overpaid is never cut off")
  void overpaid() {
    Story story = story().policy("arrears-limit", "TWO_YEARS").paid("2015-10-05 HOLIDAY_PAY 20.00");

    assertThat(rows(story, Method.WEEKS_52).findFirst().orElseThrow().applied()).isEqualTo(-800);
  }

  @DisplayName("A series is broken by more than three months without an underpayment")
  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource({
    "2015-10-05, 2016-01-05, false",
    "2015-10-05, 2016-01-06, true",
    "2015-11-30, 2016-02-29, false",
    "2015-11-30, 2016-03-01, true"
  })
  void series(String one, String other, boolean isBroken) {
    long first = LocalDate.parse(one).toEpochDay();
    long second = LocalDate.parse(other).toEpochDay();
    Underpayments series = new Underpayments(new TreeSet<>(List.of(first, second)), 3);

    assertThat(series.followBreak(first)).isFalse();
    assertThat(series.followBreak(second)).isEqualTo(isBroken);
    assertThat(series.lastSeriesFrom()).isEqualTo(isBroken ? second : first);
  }
}
