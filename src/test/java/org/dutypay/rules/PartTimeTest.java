package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName(
    "Rulebook 5.2: part-time officers have plain time up to forty hours before any overtime")
class PartTimeTest {

  @DisplayName("The headroom is forty hours less the weekly hours, whatever the roster is")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                         | hours | duty                                 | outcome
          31.5 h a week: 8.5 h plain time | 31.5  | MON 07:00-19:30 told MON 07:00       | MON ADDITIONAL_HOURS 8.50 x 1 G 2.3.1
          a quarter more is overtime      | 31.5  | MON 07:00-19:45 told MON 07:00       | MON ADDITIONAL_HOURS 8.50 x 1 G 2.3.1, MON OVERTIME 0.25 x 4/3 G 2.13.1
          24 h a week: 16 h plain time    | 24    | MON 07:00-TUE 03:00 told MON 07:00   | MON ADDITIONAL_HOURS 16.00 x 1 G 2.3.1, MON UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1
          no half hour is lost            | 31.5  | MON 07:00-11:40                      | MON ADDITIONAL_HOURS 0.50 x 1 G 2.3.1
          not even a completed quarter    | 31.5  | MON 07:00-11:14                      | nothing
          """)
  void headroom(String story, String hours, String duty, String outcome) {
    assertThat(officer().weeklyHours(hours).roster("MON 07-11, TUE 07-11").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Headroom that is no multiple of a quarter is used exactly")
  @ParameterizedTest(name = "{0} h a week")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          39.9  | MON 07:00-11:30 told MON 07:00 | MON ADDITIONAL_HOURS 0.10 x 1 G 2.3.1, MON OVERTIME 0.40 x 4/3 G 2.13.1
          37.33 | MON 07:00-14:00 told MON 07:00 | MON ADDITIONAL_HOURS 2.67 x 1 G 2.3.1, MON OVERTIME 0.33 x 4/3 G 2.13.1
          """)
  void exactHeadroom(String hours, String duty, String outcome) {
    assertThat(officer().weeklyHours(hours).roster("MON 07-11").duty(duty).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Only where no headroom is left is an occasion casual and counted")
  void casualOnceItIsUsedUp() {
    Story story =
        officer()
            .weeklyHours("39")
            .roster("MON..SAT 07-15")
            .duty("MON 07:00-16:30")
            .duty("TUE 07:00-15:30, WED 07:00-15:30, THU 07:00-15:30, FRI 07:00-15:30")
            .duty("SAT 07:00-15:30");
    assertThat(story.outcome())
        .filteredOn(found -> !found.startsWith("MON"))
        .containsExactly("SAT OVERTIME 0.50 x 4/3 G 2.14.1");
    assertThat(story.assess().lines())
        .filteredOn(line -> line.workDate() == Story.day("MON").toEpochDay())
        .extracting(line -> line.element() + " " + line.unitsHundredths() + " x " + line.multiple())
        .containsExactly("ADDITIONAL_HOURS 100 x 1", "OVERTIME 50 x 4/3");
  }

  @DisplayName("What uses the headroom, in order of time")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                             | roster                                    | duties                                                            | outcome
          a recall with its travel            | MON 07-15, TUE 07-15                      | MON 18:00-18:40 travel 20, TUE 07:00-15:15 told TUE 07:00         | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, TUE OVERTIME 0.25 x 4/3 G 2.13.1
          a recall from time off taken        | MON TOIL 07-15, TUE 07-15                 | MON 18:00-19:00, TUE 07:00-15:15 told TUE 07:00                   | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, TUE OVERTIME 0.25 x 4/3 G 2.13.1
          beyond the value of a leave day     | MON LEAVE 07-15, TUE 07-15                | MON 07:00-16:00, TUE 07:00-15:15 told TUE 07:00                   | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, TUE OVERTIME 0.25 x 4/3 G 2.13.1
          at own request on a free day        | MON FREE, TUE 07-15                       | MON 09:00-10:00 own-request, TUE 07:00-15:15 told TUE 07:00       | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, TUE OVERTIME 0.25 x 4/3 G 2.13.1
          not a rest day                      | MON REST, TUE 07-15                       | MON 09:00-13:00, TUE 07:00-15:15 told TUE 07:00                   | MON REST_DAY_WORKING 4.00 x 3/2 G 2.19.3, TUE ADDITIONAL_HOURS 0.25 x 1 G 2.3.1
          not a free day                      | MON FREE, TUE 07-15                       | MON 09:00-13:00, TUE 07:00-15:15 told TUE 07:00                   | MON FREE_DAY_WORKING 4.00 x 3/2 G 2.21.2, TUE ADDITIONAL_HOURS 0.25 x 1 G 2.3.1
          not a free day at court             | MON FREE, TUE 07-15                       | MON 09:00-14:00 sole, TUE 07:00-15:15 told TUE 07:00              | MON ADDITIONAL_HOURS 5.00 x 1 G 2.21.1, TUE ADDITIONAL_HOURS 0.25 x 1 G 2.3.1
          not a public holiday                | 05-06 HOLIDAY 07-15, 05-07 07-15          | 05-06 07:00-15:00, 05-07 07:00-15:15 told 05-07 07:00             | 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3, 05-07 ADDITIONAL_HOURS 0.25 x 1 G 2.3.1
          of the week of its tour             | SUN 22-07, MON2 22-07                     | SUN 22:00-MON2 08:00, MON2 22:00-TUE2 07:00                       | SUN ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, SUN UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1, MON2 UNSOCIAL_HOURS 8.00 x 1/10 G 1.18.1
          a new week has its own              | SUN 07-15, MON2 07-15                     | SUN 07:00-16:00, MON2 07:00-15:15                                 | SUN ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, MON2 ADDITIONAL_HOURS 0.25 x 1 G 2.3.1
          """)
  void whatUsesIt(String story, String roster, String duties, String outcome) {
    assertThat(officer().weeklyHours("39").roster(roster).duty(duties).outcome())
        .filteredOn(found -> !found.contains("ANNUAL_LEAVE") && !found.contains("TOIL"))
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName(
      "In time off there are two credits: plain minutes as they are, overtime by its formula")
  void timeOff() {
    assertThat(
            officer()
                .weeklyHours("31.5")
                .roster("MON 07-11")
                .duty("MON 07:00-21:30 told MON 07:00 toil")
                .outcome())
        .containsExactlyInAnyOrder(
            "MON UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1",
            "MON TOIL +510 min until 06-04 G 2.3.1",
            "MON TOIL +150 min until 06-04 G 2.13.1");
  }

  @Test
  @DisplayName("A credit of a fraction of a minute is rounded half-up")
  void fractionsOfAMinute() {
    assertThat(
            officer()
                .weeklyHours("37.33")
                .roster("MON 07-11")
                .duty("MON 07:00-14:00 told MON 07:00 toil")
                .outcome())
        .containsExactlyInAnyOrder(
            "MON TOIL +160 min until 06-04 G 2.3.1", "MON TOIL +20 min until 06-04 G 2.13.1");
  }

  @DisplayName("Part-time inspecting ranks have the plain time only")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          within the headroom | MON 07:00-16:00                                   | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1
          used up before      | MON 07:00-16:00, TUE 07:00-15:15 told TUE 07:00   | MON ADDITIONAL_HOURS 1.00 x 1 G 2.3.1, TUE RANK_NOT_ENTITLED e2
          """)
  void inspectingRanks(String story, String duties, String outcome) {
    assertThat(
            officer()
                .inspector("3")
                .weeklyHours("39")
                .roster("MON 07-15, TUE 07-15")
                .duty(duties)
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Additional hours are at the full-time hourly rate, and pensionable")
  void rate() {
    assertThat(officer().weeklyHours("24").roster("MON 07-11").duty("MON 07:00-13:00").pounds())
        .containsExactly("MON ADDITIONAL_HOURS 44.13");
    assertThat(Element.ADDITIONAL_HOURS.isPensionable()).isTrue();
  }
}
