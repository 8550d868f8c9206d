package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.Set;
import org.dutypay.pay.Element;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Rulebook 13: holiday pay")
class HolidayPayTest {

  /** In the middle of the 52 weeks before MON: ten pounds a day. */
  private static final String TEN_A_DAY = "2023-09-13 OVERTIME 2600";

  private static final Set<Element> QUALIFYING =
      Set.of(
          Element.OVERTIME,
          Element.PUBLIC_HOLIDAY_WORKING,
          Element.AWAY_OVERNIGHT,
          Element.ACTING_UP,
          Element.REST_DAY_WORKING,
          Element.FREE_DAY_WORKING,
          Element.ADDITIONAL_HOURS,
          Element.ON_CALL,
          Element.UNSOCIAL_HOURS,
          Element.LEAVE_RECALL);

  private static Story onLeave(String roster) {
    return officer().roster(roster).paid(TEN_A_DAY);
  }

  private static String note(Story story) {
    return story.holidayPay().getLast().note();
  }

  @Test
  @DisplayName("A line names its rule, says it is new, and shows T, weeks and the day's number")
  void line() {
    PayLine line = onLeave("MON LEAVE").holidayPay().getFirst();

    assertThat(line.element()).isEqualTo(Element.HOLIDAY_PAY);
    assertThat(line.rule()).isEqualTo(Paragraph.G_1_6_2);
    assertThat(line.type()).isEqualTo(LineType.NEW);
    assertThat(line.multiple()).isEqualTo(Multiple.ONE);
    assertThat(line.source()).isEmpty();
    assertThat(line.note()).isEqualTo("2600.00 over 52 weeks, leave day 1.00 of the year");
  }

  @DisplayName("T is what was paid for the 52 complete weeks before the leave day's own week")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                         | leave | paid                                               | lines
          in the middle                   | MON   | 2023-09-13 OVERTIME 2600                           | MON 1.00 DAYS x 10.0000 = 10.00
          first and last day              | MON   | 2023-03-06 OVERTIME 1300, 2024-03-03 ON_CALL 1300  | MON 1.00 DAYS x 10.0000 = 10.00
          the day before the first        | MON   | 2023-03-05 OVERTIME 2600                           | nothing
          the leave day's own week        | SUN   | MON OVERTIME 2600, SAT OVERTIME 2600               | nothing
          the same weeks all week long    | SUN   | 2023-03-06 OVERTIME 2600                           | SUN 1.00 DAYS x 10.0000 = 10.00
          one penny in all                | MON   | 2023-09-13 OVERTIME 0.01                           | MON 1.00 DAYS x 0.0000 = 0.00
          rounded once, half up           | MON   | 2023-09-13 OVERTIME 1.30                           | MON 1.00 DAYS x 0.0050 = 0.01
          taken back to nothing           | MON   | 2023-09-13 OVERTIME 2600, 2023-09-13 OVERTIME -2600 | nothing
          more taken back than paid       | MON   | 2023-09-13 OVERTIME 100, 2023-09-14 OVERTIME -101  | nothing
          part of it taken back           | MON   | 2023-09-13 OVERTIME 2800, 2023-09-13 OVERTIME -200 | MON 1.00 DAYS x 10.0000 = 10.00
          nothing paid                    | MON   | none                                               | nothing
          """)
  void referenceWeeks(String story, String leave, String paid, String lines) {
    assertThat(officer().roster(leave + " LEAVE").paid(paid).holidayPayInWords())
        .containsExactlyElementsOf(expected(lines));
  }

  @DisplayName("Weeks begin on the day that the policy names")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"MONDAY, nothing", "SUNDAY, MON 1.00 DAYS x 10.0000 = 10.00"})
  void weekStarts(String day, String lines) {
    // the Sunday before the 52 weeks from Monday on is the first day of those from Sunday on
    assertThat(
            officer()
                .policy("week-starts", day)
                .roster("MON LEAVE")
                .paid("2023-03-05 OVERTIME 2600")
                .holidayPayInWords())
        .containsExactlyElementsOf(expected(lines));
  }

  @ParameterizedTest
  @EnumSource(Element.class)
  @DisplayName("What G 1.6.2 lists and leave recall counts, and no other element")
  void elements(Element element) {
    Story story = officer().roster("MON LEAVE").paid("2023-09-13 " + element + " 2600");

    assertThat(story.holidayPayInWords())
        .hasSize(QUALIFYING.contains(element) ? 1 : 0)
        .allMatch("MON 1.00 DAYS x 10.0000 = 10.00"::equals);
  }

  @DisplayName("A day with times is paid by its length, and counts by it too")
  @ParameterizedTest(name = "{0} h a week, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          40   | MON LEAVE 07-15 | MON 8.00 HOURS x 1.2500 = 10.00  | 1.00
          40   | MON LEAVE 07-17 | MON 10.00 HOURS x 1.2500 = 12.50 | 1.25
          40   | MON LEAVE 22-06 | MON 8.00 HOURS x 1.2500 = 10.00  | 1.00
          40   | MON LEAVE       | MON 1.00 DAYS x 10.0000 = 10.00  | 1.00
          20   | MON LEAVE 09-15 | MON 6.00 HOURS x 2.5000 = 15.00  | 1.50
          20   | MON LEAVE       | MON 1.00 DAYS x 10.0000 = 10.00  | 1.00
          37.5 | MON LEAVE 07-15 | MON 8.00 HOURS x 1.3333 = 10.67  | 1.07
          # the clocks go forward in the night of 30 March
          40   | SAT4 LEAVE 22-06 | SAT4 7.00 HOURS x 1.2500 = 8.75 | 0.88
          """)
  void length(String weeklyHours, String roster, String line, String number) {
    Story story = officer().weeklyHours(weeklyHours).roster(roster).paid(TEN_A_DAY);

    assertThat(story.holidayPayInWords()).containsExactly(line);
    assertThat(note(story))
        .isEqualTo("2600.00 over 52 weeks, leave day " + number + " of the year");
  }

  @Test
  @DisplayName("Each day goes by the weekly hours of that day")
  void changedHours() {
    Story story =
        officer()
            .weeklyHours("40")
            .from("WED")
            .weeklyHours("20")
            .roster("TUE LEAVE 07-15, WED LEAVE 09-15, THU LEAVE")
            .paid(TEN_A_DAY);

    assertThat(story.holidayPayInWords())
        .containsExactly(
            "TUE 8.00 HOURS x 1.2500 = 10.00",
            "WED 6.00 HOURS x 2.5000 = 15.00",
            "THU 1.00 DAYS x 10.0000 = 10.00");
    assertThat(note(story)).endsWith("leave day 3.50 of the year");
  }

  @DisplayName("Twenty days' worth of a leave year are paid, the day that passes them in part")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                 | roster                                     | opening | lines | last
          twenty-four days        | 04-01..04-24 LEAVE                         | 0       | 20    | 04-20 1.00 DAYS x 10.0000 = 10.00
          sixteen of ten hours    | 04-01..04-24 LEAVE 07-17                   | 0       | 16    | 04-16 10.00 HOURS x 1.2500 = 12.50
          nine hours, part of one | 04-01..04-24 LEAVE 07-16                   | 0       | 18    | 04-18 7.00 HOURS x 1.2500 = 8.75
          a half day left         | 04-01..04-19 LEAVE, 04-22 LEAVE 07-11, 04-23 LEAVE | 0 | 21  | 04-23 0.50 DAYS x 10.0000 = 5.00
          taken before the feed   | 04-10..04-24 LEAVE                         | 17      | 3     | 04-12 1.00 DAYS x 10.0000 = 10.00
          all taken before        | 04-10..04-24 LEAVE                         | 20      | 0     | -
          """)
  void limit(String story, String roster, long opening, int lines, String last) {
    Story told =
        officer()
            .roster(roster)
            .openingDays("LEAVE_TAKEN", "04-01", opening)
            .paid("2023-09-13 OVERTIME 2600");

    assertThat(told.holidayPayInWords()).hasSize(lines);
    if (lines > 0) {
      assertThat(told.holidayPayInWords().getLast()).isEqualTo(last);
    }
  }

  @Test
  @DisplayName("The day that passes the limit says so")
  void noteOfPartOfADay() {
    assertThat(note(onLeave("04-01..04-24 LEAVE 07-16")))
        .isEqualTo("2600.00 over 52 weeks, leave day 20.25 of the year, paid up to day 20");
  }

  @DisplayName("Which leave days count")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                            | roster                                          | duties            | numbers
          every leave day                    | MON..TUE LEAVE                                  | none              | MON 1.00, TUE 2.00
          one that was worked was not taken  | MON..WED LEAVE                                  | TUE 09:00-09:01   | MON 1.00, WED 2.00
          booked on early is not worked      | MON LEAVE, TUE 07-15                            | TUE 06:45-15:00   | MON 1.00
          booked on early next to leave      | MON..TUE LEAVE, WED 07-15                       | WED 06:45-15:00   | MON 1.00, TUE 2.00
          moved into the leave day           | MON..TUE LEAVE, WED 07-15                       | WED 06:30-15:00   | MON 1.00
          other days off                     | MON LEAVE, TUE TOIL, WED HOLIDAY, THU REST, FRI SICK | none         | MON 1.00
          leave that was cancelled unworked  | MON 07-15 was LEAVE changed 02-19               | none              | MON 1.00
          the leave year ends                | SUN4 LEAVE, 04-01..04-02 LEAVE                  | none              | SUN4 1.00, 04-01 1.00, 04-02 2.00
          """)
  void days(String story, String roster, String duties, String numbers) {
    assertThat(
            onLeave(roster).duty(duties).holidayPay().stream()
                .map(
                    line ->
                        Story.named(line.workDate())
                            + line.note().replaceAll(".*leave day( \\S+) of the year.*", "$1")))
        .containsExactlyElementsOf(expected(numbers));
  }

  @Test
  @DisplayName("Leave before the range counts, and is not paid in it; nor is leave after the run")
  void rangeAndRunDate() {
    assertThat(
            onLeave("04-01..04-12 LEAVE")
                .range("04-10", "04-30")
                .runDate("04-11")
                .holidayPay()
                .stream()
                .map(PayLine::note))
        .containsExactly(
            "2600.00 over 52 weeks, leave day 10.00 of the year",
            "2600.00 over 52 weeks, leave day 11.00 of the year");
  }

  @Test
  @DisplayName("Another leave year starts where the policy says so")
  void leaveYear() {
    assertThat(
            onLeave("MON..FRI LEAVE").policy("leave-year-starts", "03-07").holidayPay().stream()
                .map(PayLine::note))
        .element(3)
        .isEqualTo("2600.00 over 52 weeks, leave day 1.00 of the year");
  }

  @DisplayName("With fewer weeks of service, those there are")
  @ParameterizedTest(name = "service from {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023-03-06 | 2600.00 over 52 weeks, leave day 1.00 of the year | 10.00
          2023-03-13 | 2600.00 over 51 weeks, leave day 1.00 of the year | 10.20
          # a week in which service begins later than on its first day is not complete
          2023-03-07 | 2600.00 over 51 weeks, leave day 1.00 of the year | 10.20
          2024-02-26 | 520.00 over 1 week, leave day 1.00 of the year    | 104.00
          2024-02-27 | -                                                 | -
          2024-03-04 | -                                                 | -
          """)
  void starters(String serviceStart, String note, String amount) {
    Story story =
        officer()
            .serviceStart(serviceStart)
            .roster("MON LEAVE")
            .paid("2023-09-13 OVERTIME 2080, 2024-03-01 OVERTIME 520");

    if (note.equals("-")) {
      assertThat(story.holidayPay()).isEmpty();
    } else {
      assertThat(note(story)).isEqualTo(note);
      assertThat(story.holidayPayInWords().getFirst()).endsWith("= " + amount);
    }
  }

  @DisplayName("Weeks without any remuneration are passed over")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                           | roster before the leave                                   | paid                                                   | note
          four unpaid weeks                 | 2024-01-01..2024-01-28 UNPAID                             | 2023-02-06 OVERTIME 2600                               | 2600.00 over 52 weeks
          unpaid and career break           | 2024-01-01..2024-01-14 UNPAID, 2024-01-15..2024-01-28 CAREER_BREAK | 2023-02-06 OVERTIME 2600                      | 2600.00 over 52 weeks
          what was paid for them is not T   | 2024-01-01..2024-01-28 UNPAID                             | 2023-02-06 OVERTIME 2600, 2024-01-10 OVERTIME 100      | 2600.00 over 52 weeks
          a day of such a week was duty     | 2024-01-01..2024-01-27 UNPAID, 2024-01-28 07-15           | 2023-02-06 OVERTIME 2600                               | -
          sick, on paid leave and suspended | 2024-01-01..2024-01-07 SICK, 2024-01-08..2024-01-14 FAMILY_LEAVE, 2024-01-15..2024-01-21 SUSPENDED, 2024-01-22..2024-01-28 REST | 2023-02-06 OVERTIME 2600 | -
          weeks that the feed has no row of | none                                                      | 2023-03-06 OVERTIME 2600                               | 2600.00 over 52 weeks
          not further than 104 weeks back   | 2022-06-06..2024-03-03 UNPAID                             | 2022-03-07 OVERTIME 130, 2022-03-06 OVERTIME 1000      | 130.00 over 13 weeks
          unpaid for 104 weeks              | 2022-03-07..2024-03-03 UNPAID                             | 2022-03-06 OVERTIME 1000                               | -
          """)
  void unpaidWeeks(String story, String roster, String paid, String note) {
    Story told =
        officer().roster(roster.equals("none") ? "" : roster).roster("MON LEAVE").paid(paid);

    assertThat(told.holidayPay().stream().map(line -> line.note().replaceAll(",.*", "")))
        .containsExactlyElementsOf(note.equals("-") ? expected("nothing") : expected(note));
  }

  @DisplayName("The method is the policy's")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WEEKS_52 | 3900.00 over 52 weeks | 15.00
          MONTHS_6 | 2600.00 over 26 weeks | 20.00
          WEEKS_12 | 1500.00 over 12 weeks | 25.00
          """)
  void methods(String method, String note, String amount) {
    // MONTHS_6 begins on 4 September 2023, WEEKS_12 on 11 December 2023
    Story story =
        officer()
            .policy("holiday-pay-method", method)
            .roster("MON LEAVE")
            .paid(
                "2023-03-06 ON_CALL 1000, 2023-09-03 OVERTIME 300, 2023-09-04 OVERTIME 1000,"
                    + " 2023-12-10 OVERTIME 100, 2023-12-11 OVERTIME 1000, SUN ON_CALL 77,"
                    + " 2024-03-03 ACTING_UP 500");

    assertThat(note(story)).startsWith(note + ",");
    assertThat(story.holidayPayInWords().getFirst()).endsWith("= " + amount);
  }

  @DisplayName("With a percentage every payment that counts carries its share, leave or not")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                     | percentage | paid                                     | lines
          one payment                 | 20/260     | MON OVERTIME 130.00                      | MON 1.00 EACH x 10.0000 = 10.00
          as Thames Valley does       | 20/365     | MON OVERTIME 130.00                      | MON 1.00 EACH x 7.1233 = 7.12
          two on a day are two lines  | 20/260     | MON OVERTIME 130.00, MON OVERTIME 130.00 | MON 1.00 EACH x 10.0000 = 10.00, MON 1.00 EACH x 10.0000 = 10.00
          one that took money back    | 20/260     | MON OVERTIME 130.00, TUE OVERTIME -13.00 | MON 1.00 EACH x 10.0000 = 10.00, TUE 1.00 EACH x -1.0000 = -1.00
          one of nothing              | 20/260     | MON OVERTIME 0.00                        | nothing
          one that does not count     | 20/260     | MON HARDSHIP 130.00                      | nothing
          outside the range           | 20/260     | 2023-08-31 OVERTIME 130.00               | nothing
          after the run date          | 20/260     | 06-01 OVERTIME 130.00                    | nothing
          """)
  void percentage(String story, String percentage, String paid, String lines) {
    Story told =
        officer()
            .policy("holiday-pay-method", "PERCENTAGE")
            .policy("holiday-pay-percentage", percentage)
            .roster("WED LEAVE")
            .paid(paid);

    assertThat(told.holidayPayInWords()).containsExactlyElementsOf(expected(lines));
  }

  @Test
  @DisplayName("A share says of what it is one")
  void noteOfAShare() {
    Story story =
        officer()
            .policy("holiday-pay-method", "PERCENTAGE")
            .roster("MON 07-15")
            .paid("MON OVERTIME 130.00");
    PayLine line = story.holidayPay().getFirst();

    assertThat(line.note()).isEqualTo("20/260 of 130.00 paid for OVERTIME");
    assertThat(line.multiple()).hasToString("20/260");
  }

  @Test
  @DisplayName("Amounts and weekly hours of any size are reckoned exactly")
  void anySize() {
    Story story =
        officer()
            .weeklyHours("37.1237")
            .from("04-03")
            .weeklyHours("31.0001")
            .from("04-06")
            .weeklyHours("23.4567")
            .from("04-09")
            .weeklyHours("39.9999")
            .roster("04-01..04-20 LEAVE 07:01-18:08")
            .paid("2023-09-13 OVERTIME 99999999");
    for (int i = 0; i < 9; i++) {
      story.paid("2023-09-14 OVERTIME 99999999");
    }

    long pence = story.holidayPay().stream().mapToLong(PayLine::amountPence).sum();
    // twenty days of £999,999,990 ÷ 260, each line rounded by half a penny at most
    assertThat(pence).isCloseTo(7_692_307_615L, within(20L));
  }
}
