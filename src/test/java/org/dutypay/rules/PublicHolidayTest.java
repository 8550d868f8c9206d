package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 9: public holiday working")
class PublicHolidayTest {

  @DisplayName("Double time on top of salary, in and out of the tour together, four hours at least")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | roster                          | duties                                                            | outcome
          the whole tour                   | 05-06 HOLIDAY 07-15             | 05-06 07:00-15:00                                                 | 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3
          kept on after it                 | 05-06 HOLIDAY 07-15             | 05-06 07:00-15:44                                                 | 05-06 PUBLIC_HOLIDAY_WORKING 8.50 x 2 G 2.22.3
          begun before it                  | 05-06 HOLIDAY 09-17             | 05-06 07:30-17:00 told 04-01 09:00                                | 05-06 PUBLIC_HOLIDAY_WORKING 9.50 x 2 G 2.22.3
          239 minutes                      | 05-06 HOLIDAY                   | 05-06 09:00-12:59 told 04-01 09:00                                | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          240 minutes                      | 05-06 HOLIDAY                   | 05-06 09:00-13:00 told 04-01 09:00                                | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          241 minutes                      | 05-06 HOLIDAY                   | 05-06 09:00-13:01 told 04-01 09:00                                | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          255 minutes                      | 05-06 HOLIDAY                   | 05-06 09:00-13:15 told 04-01 09:00                                | 05-06 PUBLIC_HOLIDAY_WORKING 4.25 x 2 G 2.22.3
          5 h 30 and an hour of travel     | 05-06 HOLIDAY                   | 05-06 09:00-14:30 told 04-01 09:00 travel 60                      | 05-06 PUBLIC_HOLIDAY_WORKING 6.00 x 2 G 2.22.3
          6 h and an hour of travel        | 05-06 HOLIDAY                   | 05-06 09:00-15:00 told 04-01 09:00 travel 60                      | 05-06 PUBLIC_HOLIDAY_WORKING 6.00 x 2 G 2.22.3
          two recalls                      | 05-06 HOLIDAY                   | 05-06 09:00-10:00 told 04-01 09:00, 05-06 11:00-12:00 told 04-01 09:00 | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3, 05-06 PUBLIC_HOLIDAY_WORKING 2.00 x 2 G 2.22.3
          the tour, then a recall          | 05-06 HOLIDAY 07-15             | 05-06 07:00-15:00, 05-06 18:00-19:00 told 04-01 09:00             | 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3, 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          retained: no one-hour exception  | 05-05 23-07, 05-06 HOLIDAY      | 05-06 07:00-07:45 told 04-01 09:00                                | 05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3
          retained: no travel              | 05-05 23-07, 05-06 HOLIDAY      | 05-06 07:00-12:00 told 04-01 09:00 travel 60                      | 05-06 PUBLIC_HOLIDAY_WORKING 5.00 x 2 G 2.22.3
          a tour over the end of the day   | 05-06 HOLIDAY 23-08, 05-07 14-22 | 05-06 23:00-05-07 08:00                                          | 05-06 PUBLIC_HOLIDAY_WORKING 9.00 x 2 G 2.22.3, 05-06 UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1, 05-06 TOUR_STRADDLES_FORCE_DAY
          from the day before into its tour | 05-05 REST, 05-06 HOLIDAY 07-15 | 05-06 05:00-15:00 told 04-01 09:00                               | 05-05 REST_DAYS_IN_LIEU +1 day G 2.19.2, 05-05 REPLACEMENT_LATE e1, 05-06 PUBLIC_HOLIDAY_WORKING 8.00 x 2 G 2.22.3, 05-05 UNSOCIAL_HOURS 1.00 x 1/10 G 1.18.1
          in time off                      | 05-06 HOLIDAY 07-15             | 05-06 07:00-15:00 toil                                            | 05-06 TOIL +960 min until 08-06 G 2.22.3
          """)
  void doubleTime(String story, String roster, String duties, String outcome) {
    assertThat(officer().roster(roster).duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Under 8 days' notice another holiday is due too; under 15 it takes authority")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                               | duty                                                                | besides the pay
          7 days of notice                      | 05-06 09:00-13:00 told 04-28 09:00                                  | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          7 days, an assistant chief constable  | 05-06 09:00-13:00 told 04-28 09:00 by ASSISTANT_CHIEF_CONSTABLE     | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3
          8 days of notice                      | 05-06 09:00-13:00 told 04-27 09:00                                  | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          8 days: 06:59 is the day before       | 05-06 09:00-13:00 told 04-28 06:59                                  | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          14 days of notice                     | 05-06 09:00-13:00 told 04-21 09:00                                  | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          14 days, a chief superintendent       | 05-06 09:00-13:00 told 04-21 09:00 by CHIEF_SUPERINTENDENT          | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          14 days, a superintendent             | 05-06 09:00-13:00 told 04-21 09:00 by SUPERINTENDENT                | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          14 days, a commander                  | 05-06 09:00-13:00 told 04-21 09:00 by COMMANDER                     | nothing
          14 days, a deputy chief constable     | 05-06 09:00-13:00 told 04-21 09:00 by DEPUTY_CHIEF_CONSTABLE        | nothing
          14 days, the chief constable          | 05-06 09:00-13:00 told 04-21 09:00 by CHIEF_CONSTABLE               | nothing
          15 days of notice                     | 05-06 09:00-13:00 told 04-20 09:00                                  | nothing
          no notice                             | 05-06 09:00-13:00                                                   | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          told afterwards                       | 05-06 09:00-13:00 told 05-07 09:00                                  | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          two periods, another holiday once     | 05-06 09:00-13:00, 05-06 14:00-18:00                                | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1, 05-06 PUBLIC_HOLIDAY_AUTHORITY e2
          """)
  void notice(String story, String duty, String besides) {
    assertThat(officer().roster("05-06 HOLIDAY").duty(duty).outcome())
        .filteredOn(found -> !found.contains("PUBLIC_HOLIDAY_WORKING"))
        .containsExactlyInAnyOrderElementsOf(expected(besides));
  }

  @DisplayName("In the tour without a notice of its own, the roster is the notice")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                | roster                                              | duty                 | besides the pay
          no dates at all                        | 05-06 HOLIDAY 07-15                                 | 05-06 07:00-15:00    | nothing
          published at the midnight before: 7    | 05-06 HOLIDAY 07-15 published 04-29                 | 05-06 07:00-15:00    | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          published a day earlier: 8             | 05-06 HOLIDAY 07-15 published 04-28                 | 05-06 07:00-15:00    | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          published: 14                          | 05-06 HOLIDAY 07-15 published 04-22                 | 05-06 07:00-15:00    | 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          published: 15                          | 05-06 HOLIDAY 07-15 published 04-21                 | 05-06 07:00-15:00    | nothing
          the change counts, not the publication | 05-06 HOLIDAY 07-15 published 03-01 was DUTY changed 04-29 | 05-06 07:00-15:00 | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          any minute in the tour is enough       | 05-06 HOLIDAY 07-15                                 | 05-06 14:59-17:00    | nothing
          none in the tour: no notice            | 05-06 HOLIDAY 07-15                                 | 05-06 15:00-17:00    | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          no tour: no notice                     | 05-06 HOLIDAY published 03-01                       | 05-06 09:00-13:00    | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          the row of its own counts first        | 05-06 HOLIDAY 07-15 published 03-01                 | 05-06 07:00-15:00 told 05-01 09:00 | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3, 05-06 PUBLIC_HOLIDAY_AUTHORITY e1
          """)
  void rosterAsNotice(String story, String roster, String duty, String besides) {
    assertThat(officer().roster(roster).duty(duty).outcome())
        .filteredOn(
            found -> !found.contains("PUBLIC_HOLIDAY_WORKING") && !found.contains("ROSTER_LATE"))
        .containsExactlyInAnyOrderElementsOf(expected(besides));
  }

  @Test
  @DisplayName("Retained into a holiday: another holiday is due, but no authority is asked for")
  void retained() {
    assertThat(
            officer()
                .roster("05-05 23-07, 05-06 HOLIDAY")
                .duty("05-05 23:00-05-06 07:45")
                .outcome())
        .containsExactlyInAnyOrder(
            "05-05 UNSOCIAL_HOURS 7.00 x 1/10 G 1.18.1",
            "05-06 PUBLIC_HOLIDAY_WORKING 4.00 x 2 G 2.22.3",
            "05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.22.3");
  }

  @DisplayName("At own request and for inspecting ranks: another holiday, no pay")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          own request                 | CONSTABLE | 05-06 07:00-15:00 own-request                                  | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.26.1
          own request, twice          | CONSTABLE | 05-06 07:00-10:00 own-request, 05-06 12:00-13:00 own-request   | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.26.1
          inspector                   | INSPECTOR | 05-06 07:00-15:00                                              | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day until 2025-05-06 G 2.8.2
          inspector, called twice     | INSPECTOR | 05-06 17:00-18:00, 05-06 19:00-20:00                           | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day until 2025-05-06 G 2.8.2
          inspector, own request      | INSPECTOR | 05-06 07:00-15:00 own-request                                  | 05-06 PUBLIC_HOLIDAYS_IN_LIEU +1 day G 2.26.1
          """)
  void noPay(String story, String rank, String duties, String outcome) {
    Story officer = rank.equals("INSPECTOR") ? officer().inspector("3") : officer();
    assertThat(officer.roster("05-06 HOLIDAY 07-15").duty(duties).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @DisplayName("Not worked, a tour longer than the day's leave leaves hours owed")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                               | hours | roster              | outcome
          eight hours                           | 40    | 05-06 HOLIDAY 07-15 | nothing
          ten hours                             | 40    | 05-06 HOLIDAY 07-17 | 05-06 HOURS_OWED +120 min G 2.22.2
          six hours: the force owes them        | 40    | 05-06 HOLIDAY 07-13 | 05-06 HOURS_OWED -120 min G 2.22.2
          no times                              | 40    | 05-06 HOLIDAY       | nothing
          24 h a week, a six-hour shift: 1 h 12 | 24    | 05-06 HOLIDAY 09-15 | 05-06 HOURS_OWED +72 min G 2.22.2
          24 h a week, a shift of 4 h 48        | 24    | 05-06 HOLIDAY 09-13:48 | nothing
          37.33 h a week: rounded half-up       | 37.33 | 05-06 HOLIDAY 07-15 | 05-06 HOURS_OWED +32 min G 2.22.2
          an unmarked holiday not worked        | 40    | 05-06 07-17         | 05-06 HOURS_OWED +120 min G 2.22.2, 05-06 HOLIDAY_NOT_ROSTERED
          a day in lieu of one                  | 40    | 05-08 LIEU HOLIDAY 07-17 | 05-08 PUBLIC_HOLIDAYS_IN_LIEU -1 day R 4, 05-08 HOURS_OWED +120 min G 2.22.2
          after the run date                    | 40    | 08-26 HOLIDAY 07-17 | nothing
          """)
  void notWorked(String story, String hours, String roster, String outcome) {
    assertThat(officer().weeklyHours(hours).roster(roster).outcome())
        .containsExactlyInAnyOrderElementsOf(expected(outcome));
  }

  @Test
  @DisplayName("Worked in part, or outside the tour, or at own request, it leaves nothing owed")
  void workedInPart() {
    for (String duty :
        new String[] {
          "05-06 07:00-08:00", "05-06 20:00-21:00 told 04-01 09:00", "05-06 07:00-08:00 own-request"
        }) {
      assertThat(officer().roster("05-06 HOLIDAY 07-17").duty(duty).outcome())
          .noneMatch(found -> found.contains("HOURS_OWED"));
    }
  }

  @Test
  @DisplayName("An inspector's holiday not worked leaves hours owed as well")
  void inspectorNotWorked() {
    assertThat(officer().inspector("3").roster("05-06 HOLIDAY 07-17").outcome())
        .containsExactly("05-06 HOURS_OWED +120 min G 2.22.2");
  }
}
