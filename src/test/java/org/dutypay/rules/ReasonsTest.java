package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Every rule says what decided it, where somebody asks")
class ReasonsTest {

  @DisplayName("Overtime, early starts and recalls")
  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                | roster                 | duty                                                           | day  | told
          5.1: casual, not planned: not recorded | MON 07-15              | MON 07:00-17:00                                                | MON  | refused G 2.13.1 it is not recorded that the officer was told before the tour was begun at 07:00
          5.1: casual, not planned: told late    | MON 07-15              | MON 07:00-17:00 told MON 09:00                                 | MON  | refused G 2.13.1 told at 2024-03-04T09:00 and the tour was begun at 07:00
          5.1: casual, its number                | MON..TUE 07-15         | MON 07:00-15:30, TUE 07:00-17:00                               | TUE  | applied G 2.14.1 OVERTIME: casual occasion 2 of the week, 120 min retained, the first 30 not paid
          5.1: casual, a minute too short        | MON 07-15              | MON 07:00-15:29                                                | MON  | refused G 2.14.1 29 min retained, under 30: nothing
          5.1: casual, nothing left              | MON 07-15              | MON 07:00-15:44                                                | MON  | refused G 2.14.1 casual occasion 1 of the week, 44 min retained, the first 30 not paid
          5.1: planned, too short                | MON 07-15              | MON 07:00-15:14 told MON 06:00                                 | MON  | refused G 2.13.1 planned, 14 min retained, told at 2024-03-04T06:00 and the tour was begun at 07:00: less than a quarter-hour to pay
          5.2: plain time                        | MON 07-15              | MON 07:00-17:00                                                | MON  | refused G 2.3.1 plain time: full-time
          3: pay or time off                     | MON 07-15              | MON 07:00-17:00                                                | MON  | refused G 2.17.1 time off: the officer chose pay
          3: time off                            | MON 07-15              | MON 07:00-17:00 told MON 06:00 toil                            | MON  | applied G 2.13.1 TOIL: planned, 120 min retained
          5.3: less than 8 hours' notice         | MON..TUE 07-15         | MON 07:00-15:00, TUE 05:00-13:00 told MON 21:01                | TUE  | applied G 2.16.1 the tour has moved, begun 2024-03-05T05:00, and the time before the rostered start is overtime: told at 2024-03-04T21:01, less than 8 hours before
          5.3: no notice at all                  | MON..TUE 07-15         | MON 07:00-15:00, TUE 05:00-13:00                               | TUE  | applied G 2.16.1 the time before the rostered start is overtime: no notice is recorded
          5.3: 8 hours' notice                   | MON..TUE 07-15         | MON 07:00-15:00, TUE 05:00-13:00 told MON 21:00                | TUE  | refused G 2.16.1 the tour has just moved, begun 2024-03-05T05:00: told at 2024-03-04T21:00, at least 8 hours before, so no third
          5.3: in the tour's own force day       | MON 07-15, TUE 09-17   | MON 07:00-15:00, TUE 07:00-15:00                               | TUE  | refused G 2.16.1 the tour has just moved, begun 2024-03-05T07:00: in the tour's own force day, so no third
          5.3: the tour before cut short         | MON..TUE 07-15         | MON 07:00-14:59, TUE 05:00-13:00                               | TUE  | refused G 2.16.1 no tour on duty of the earlier force day was worked to its end, so no third
          5.3: booked on early                   | MON..TUE 07-15         | TUE 06:31-15:00                                                | TUE  | refused G 2.16.1 the tour is not moved: booked on 29 min early, less than 30, without being told to
          5.3: from a rest day                   | MON REST, TUE 07-15    | TUE 05:00-15:00                                                | TUE  | refused G 2.16.1 the tour is not moved: the time before it is on a day with its own rule
          5.3: out of the tour before            | MON 22-06, TUE 07-15   | MON 22:00-TUE 15:00                                            | TUE  | refused G 2.16.1 the tour is not moved: the chain comes unbroken out of an earlier tour
          5.3: a block under a quarter-hour      | MON..TUE 07-15         | MON 07:00-15:00, TUE 06:46-14:46 told MON 23:00                | TUE  | refused G 2.16.1 no completed quarter-hour before the rostered start
          5.5: travel limit                      | MON 08-16              | MON 18:00-20:00 travel 90                                      | MON  | refused G 2.15.2 travel beyond 60 min
          5.5: travel out of a rest day          | MON REST, TUE 09-17    | TUE 06:00-08:00 travel 30                                      | TUE  | refused G 2.15.2 travel: it came unbroken after other duty
          5.5: too short                         | MON 08-16              | MON 18:00-18:14                                                | MON  | refused G 2.15.2 14 min: less than a quarter-hour
          """)
  void overtime(String story, String roster, String duty, String day, String told) {
    assertTold(officer().roster(roster).duty(duty), day, told);
  }

  @DisplayName("Rest days, free days and public holidays")
  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                          | roster                | duty                                                        | day   | told
          7: not stood down                | MON REST              | MON 09:00-17:00                                             | MON   | refused G 2.27.1 not stood down: stood_down_at is empty
          7: stood down 7 days before      | MON REST              | MON 09:00-17:00 stood-down 02-25 09:00                      | MON   | refused G 2.27.1 stood down with 7 days' notice, not more than 7: as normal
          7: stood down 8 days before      | MON REST              | MON 09:00-17:00 stood-down 02-24 09:00                      | MON   | applied G 2.27.1 raises STOOD_DOWN, held until a person decides
          7: own request                   | MON REST              | MON 09:00-17:00                                             | MON   | refused G 2.26.1 not at the officer's own request
          7: rank                          | MON REST              | MON 09:00-17:00                                             | MON   | refused G 2.8.2 no inspecting rank: constable
          7: no absence                    | MON REST              | MON 09:00-17:00                                             | MON   | refused G 2.20.1 does not count as leave: it lies in no absence with annual leave
          7: absence of four days          | MON..WED LEAVE, THU REST | THU 09:00-17:00                                          | THU   | refused G 2.20.1 does not count as leave: its absence has 4 days, fewer than 5
          7: own request in an absence     | MON..THU LEAVE, FRI REST | FRI 09:00-17:00 own-request                              | FRI   | refused G 2.20.1 does not count as leave: worked at the officer's own request
          7: retained into an absence      | SUN 23-07, MON2 REST, TUE2..FRI2 LEAVE | MON2 07:00-08:00                           | MON2  | refused G 2.20.1 does not count as leave: retained for an hour or less
          7: no notice                     | MON REST              | MON 09:00-17:00                                             | MON   | refused G 2.19.2 the day does not move: no notice is recorded
          7: 14 days' notice               | MON REST              | MON 09:00-17:00 told 02-18 09:00                            | MON   | refused G 2.19.2 the day does not move: told at 2024-02-18T09:00, 14 clear days before, fewer than 15
          7: notice does not matter        | MON 23-07, TUE REST   | MON 23:00-TUE 08:00 told 02-01 09:00                        | TUE   | refused G 2.19.2 the day does not move: retained, so that notice does not matter
          7: moved to another day          | MON REST              | MON 09:00-17:00 told 02-01 09:00 replacement 03-20 replacement-told 02-02 09:00 | MON | applied G 2.19.2 no pay: the day has moved to 2024-03-20 with 31 days' notice
          7: not retained                  | MON REST              | MON 09:00-09:36                                             | MON   | refused G 2.19.4 not retained: it starts a chain of its own
          7: retained for 61 minutes       | MON 23-07, TUE REST   | MON 23:00-TUE 08:01                                         | TUE   | refused G 2.19.4 retained for 61 min, more than 60
          7: retained for 60 minutes       | MON 23-07, TUE REST   | MON 23:00-TUE 08:00                                         | TUE   | applied G 2.19.4 REST_DAY_WORKING: rest day worked, 60 min retained
          7: no need of the minimum        | MON REST              | MON 09:00-13:01                                             | MON   | refused G 2.19.3 241 min are not below the minimum of 240 min
          7: travel up to six hours        | MON REST              | MON 09:00-14:30 travel 60                                   | MON   | applied G 2.29.1 30 of 60 min of travel count
          7: travel beyond six hours       | MON REST              | MON 09:00-15:00 travel 60                                   | MON   | refused G 2.29.1 60 min of travel, no travel: the duty alone comes to 360 min
          7: paid by an earlier period     | MON REST              | MON 09:00-10:00, MON 10:30-10:45, MON 11:00-11:01           | MON   | applied G 2.19.3 less what an earlier period of the day has paid already
          7: too short                     | MON 23-07, TUE REST   | MON 23:00-TUE 07:14                                         | TUE   | refused G 2.19.2 14 min retained, not more than 60, so without the 240 min minimum: less than a quarter-hour
          8: not the only one              | MON FREE              | MON 09:00-17:00                                             | MON   | refused G 2.21.1 plain time: others could have done it
          9: no minimum needed             | 05-06 HOLIDAY         | 05-06 09:00-17:00                                           | 05-06 | refused G 2.22.3 480 min are not below the minimum of 240 min
          9: authority                     | 05-06 HOLIDAY         | 05-06 09:00-17:00 told 04-26 09:00 by CHIEF_CONSTABLE       | 05-06 | refused G 2.22.4 authorised by CHIEF_CONSTABLE
          9: authority, long notice        | 05-06 HOLIDAY         | 05-06 09:00-17:00 told 04-01 09:00                          | 05-06 | refused G 2.22.4 no authority is needed: that is for less than 15 days' notice, had 34
          9: authority, retained           | 05-05 23-07, 05-06 HOLIDAY | 05-05 23:00-05-06 09:00                                | 05-06 | refused G 2.22.4 no authority is needed: retained
          9: worked                        | 05-06 HOLIDAY 07-17   | 05-06 07:00-17:00                                           | 05-06 | refused G 2.22.2 the public holiday was worked
          9: not worked, nothing owed      | 05-06 HOLIDAY 07-15   | none                                                        | 05-06 | refused G 2.22.2 not worked: rostered for 480 min, the day's leave
          9: not worked, without times     | 05-06 HOLIDAY         | none                                                        | 05-06 | refused G 2.22.2 no times are rostered, so none are owed
          9: not worked, owed              | 05-06 HOLIDAY 07-17   | none                                                        | 05-06 | applied G 2.22.2 HOURS_OWED: public holiday not worked
          """)
  void daysOff(String story, String roster, String duty, String day, String told) {
    assertTold(officer().roster(roster).duty(duty), day, told);
  }

  @DisplayName("Roster days, leave, unsocial hours and rest")
  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                     | roster                                | duty                             | day   | told
          4: a changed rest day       | MON 07-15 was REST changed 02-20      | MON 07:00-15:00                  | MON   | applied R 4 rostered as DUTY since 2024-02-20, before that as REST_DAY, which keeps its protection
          4: changed, told by that    | MON 07-15 was REST changed 02-20      | MON 07:00-15:00                  | MON   | refused G 2.19.2 told at 2024-02-20T00:00, 13 clear days before
          4: a changed duty day       | MON REST was DUTY changed 02-20       | none                             | MON   | refused R 4 rostered as REST_DAY since 2024-02-20, before that as DUTY, which has no protection to keep
          4: a day in lieu            | MON LIEU REST                         | none                             | MON   | applied R 4 a day in lieu is treated as REST_DAY in everything
          4: an unmarked holiday      | 05-06 REST                            | none                             | 05-06 | applied G 2.23.1 a public holiday though rostered as REST_DAY
          4: unmarked, but leave      | 05-06 LEAVE                           | none                             | 05-06 | refused G 2.23.1 a public holiday, but it stays ANNUAL_LEAVE, which has its own rule
          4: a substituted day        | 05-06 07-15, 05-09 HOLIDAY            | none                             | 05-09 | applied G 2.23.1 no public holiday by date: a day given for another
          4: the day it stands for    | 05-06 07-15, 05-09 HOLIDAY            | none                             | 05-06 | refused G 2.23.1 a public holiday, but another day of the leave year was given for it
          4: after the run date       | 06-10 HOLIDAY 07-15                   | none                             | 06-10 | refused R 4 after the run date: it raises and writes nothing
          4: an absence               | MON SICK                              | MON 09:00-10:00                  | MON   | applied R 4 raises DUTY_ON_ABSENCE, held until the data are corrected
          10: not beyond the value    | MON LEAVE                             | MON 09:00-17:14                  | MON   | refused G 2.32.3 494 min of duty: no quarter-hour beyond the day's value of 480 min
          10: too short an absence    | MON LEAVE                             | MON 09:00-10:00                  | MON   | applied G 2.32.1 ANNUAL_LEAVE: leave day 1 worked in an absence of 1 day
          10: a rest day of it        | MON..THU LEAVE, FRI REST              | FRI 09:00-10:00                  | FRI   | applied G 2.20.1 ANNUAL_LEAVE: leave day 1 worked in an absence of 5 days
          6: no minute in the night   | MON 07-15                             | MON 07:00-15:00                  | MON   | refused G 1.18.1 no full hour of the chain from 2024-03-04T07:00 to 2024-03-04T15:00 is between 20:00 and 06:00
          6: 59 minutes               | MON 12-20                             | MON 12:00-20:59                  | MON   | refused G 1.18.1 2024-03-04T20:00 to 2024-03-04T20:59: 59 min, 0 full hours
          6: three hours and a half   | MON 14-22                             | MON 14:00-23:30                  | MON   | applied G 1.18.1 2024-03-04T20:00 to 2024-03-04T23:30: 210 min, 3 full hours
          6: what is not paid         | MON 14-22, TUE SICK                   | MON 22:00-TUE 08:00              | MON   | applied G 1.18.1 2024-03-04T22:00 to 2024-03-05T06:00: 480 min, 8 full hours
          15: enough rest             | MON..TUE 07-15                        | MON 07:00-15:00, TUE 07:00-15:00 | TUE   | refused R 15 daily rest: 16 h 0 min since the duty that ended 2024-03-04T15:00, not less than 11 h
          15: too little rest         | MON 14-22, TUE 07-15                  | MON 14:00-22:00, TUE 07:00-15:00 | TUE   | applied R 15 raises WTR_DAILY_REST
          3: time off taken           | MON 07-15, TUE TOIL 07-08             | MON 07:00-17:00 told MON 06:00 toil | TUE | applied G 2.17.1 60 min of time off taken from the credit of 2024-03-04 (e1), of which 90 min are left
          3: time off without credit  | MON 07-15, TUE TOIL 07-10             | MON 07:00-17:00 told MON 06:00 toil | TUE | refused G 2.17.1 30 of 180 min of time off taken are covered by no credit of this feed
          """)
  void others(String story, String roster, String duty, String day, String told) {
    assertTold(officer().roster(roster).duty(duty), day, told);
  }

  @DisplayName("Part-time officers and inspecting ranks")
  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                     | hours | roster                 | duty                                            | day | told
          5.2: within the headroom    | 38    | MON 07-15              | MON 07:00-16:00                                 | MON | applied G 2.3.1 ADDITIONAL_HOURS: retained 60 min: 60 min, of which 60 within 40 hours of the week
          5.2: headroom used up       | 39    | MON..TUE 07-15         | MON 07:00-16:00, TUE 07:00-16:00                | TUE | refused G 2.3.1 plain time: the headroom of the week is used up
          5.2: no quarter-hour        | 39    | MON 07-15              | MON 07:00-15:14                                 | MON | refused G 2.3.1 plain time: no completed quarter-hour
          5.3: headroom left          | 38    | MON..TUE 07-15         | MON 07:00-15:00, TUE 05:00-13:00                | TUE | refused G 2.16.1 nothing while the part-time officer's headroom of the week is not used up
          """)
  void partTime(String story, String hours, String roster, String duty, String day, String told) {
    assertTold(officer().weeklyHours(hours).roster(roster).duty(duty), day, told);
  }

  @Test
  @DisplayName("An inspector's overtime is refused by rank, a stand-down by rank too")
  void inspector() {
    Story story =
        officer()
            .inspector("3")
            .roster("MON 07-15, TUE REST")
            .duty("MON 07:00-17:00, TUE 09:00-10:00 stood-down 02-01 09:00");
    assertTold(story, "MON", "applied G 2.8.1 raises RANK_NOT_ENTITLED");
    assertTold(story, "TUE", "refused G 2.27.1 it is for constables and sergeants");
    assertTold(story, "TUE", "applied G 2.8.2 REST_DAYS_IN_LIEU: inspecting ranks");
  }

  @DisplayName("Days in a higher rank")
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                        | acting                                                   | day    | told
          11: one of the first ten       | 04-01 SERGEANT                                           | 04-01  | refused G 1.31.1 qualifying: paid only after 10 whole days
          11: after ten                  | 04-01..04-11 SERGEANT                                    | 04-11  | applied G 1.31.1 ACTING_UP: acting as sergeant after 10 qualifying days, paid day 1 of the period from 2024-04-01
          11: not a whole tour           | 04-01..04-10 SERGEANT, 04-11 SERGEANT part hours 3       | 04-11  | refused G 1.31.1 not a whole tour
          11: not claimed                | 04-01 SERGEANT unclaimed                                 | 04-01  | applied A 3.4.5 raises ACTING_UNCLAIMED, held until the data are corrected
          11: claimed late               | 04-01 SERGEANT claimed 06-02                             | 04-01  | applied A 3.4.5 raises ACTING_CLAIM_LATE, held until a person decides
          11: not beyond 56 days         | 04-01..04-02 SERGEANT                                    | 04-02  | refused A 3.2.3 day 2 of the period from 2024-04-01, not beyond 56
          11: no powers                  | 04-01 SERGEANT                                           | 04-01  | refused A 3.3.2 no powers are recorded
          11: authorised                 | 04-01 INSPECTOR pace by SUPERINTENDENT                   | 04-01  | refused A 3.3.2 authorised by a superintendent or above
          11: no custody                 | 04-01 SERGEANT                                           | 04-01  | refused A 3.2.4 no custody as acting sergeant is recorded
          11: not the own rank           | 04-01 to 04-02 CONSTABLE temporary-salary                | 04-01  | refused G 1.31.1 the rank is not above the officer's own
          """)
  void higherRanks(String story, String acting, String day, String told) {
    assertTold(officer().roster("04-01..04-12 07-15").acting(acting), day, told);
  }

  @Test
  @DisplayName("Acting as inspector on a rest day worked has no allowance, on temporary salary too")
  void inspectorsDuties() {
    Story acting =
        officer()
            .roster("04-01..04-10 07-15, 04-11 REST")
            .acting("04-01..04-11 INSPECTOR")
            .duty("04-11 09:00-13:00");
    assertTold(
        acting,
        "04-11",
        "refused G 1.31.2 no allowance on a rest day or public holiday worked as inspector");
    Story salary =
        officer()
            .roster("04-11 REST")
            .acting("04-11 to 04-11 INSPECTOR temporary-salary")
            .duty("04-11 09:00-13:00");
    assertTold(
        salary,
        "04-11",
        "refused G 1.32.3 none on a rest day or public holiday worked as an inspecting rank");
  }

  @Test
  @DisplayName("Acting days are counted towards qualification and towards what is paid")
  void actingCounters() {
    Story story = officer().roster("04-01..04-12 07-15").acting("04-01..04-12 SERGEANT");
    assertThat(story.explain("04-11").counts())
        .contains(
            count(
                "04-11",
                "whole tours acted in the year from 2024-04-01",
                "10 days and 0 h",
                "11 days and 0 h"),
            count("04-11", "acting days paid in the period from 2024-04-01", "0", "1"));
  }

  @DisplayName("Claims")
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                   | claims                                   | told
          12: the first of its day  | MON ON_CALL                              | refused G 1.21.1 c1: the first of its type that day
          12: a repeat              | MON ON_CALL, MON ON_CALL                 | applied G 1.21.1 c2: raises DUPLICATE_CLAIM, held until a person decides
          12: held in reserve       | MON AWAY_OVERNIGHT                       | refused G 1.19.1 c1: its reason is neither TRAINING nor ROUTINE
          12: hardship with it      | MON AWAY_OVERNIGHT, MON HARDSHIP         | refused G 1.20.1 c2: an AWAY_OVERNIGHT is paid for the night
          12: with a receipt        | MON MEAL £9.35 receipt                   | refused G 1.28.4 c1: it has a receipt
          12: without one           | MON MEAL £9.35                           | applied G 1.28.4 c1: raises RECEIPT_MISSING, held until a person decides
          12: not on secondment     | MON MILEAGE x100                         | refused S 3.10.2 c1: the officer is not on secondment
          12: approved              | MON MILEAGE x100 host-approval           | refused S 3.10.2 c1: the host has approved it
          12: paid                  | MON MILEAGE x100                         | applied G 1.9.2 MILEAGE: c1: 0 miles of the tax year from 2023-04-06 paid before
          12: nothing               | MON MEAL £0 receipt                      | refused G 1.28.4 c1: it comes to nothing
          """)
  void claims(String story, String claims, String told) {
    assertTold(officer().roster("MON 07-15").claims(claims), "MON", told);
  }

  @Test
  @DisplayName("What claims use up is counted: miles, targeted payments, keeping in touch days")
  void claimCounters() {
    Story story =
        officer()
            .roster("MON..TUE FAMILY_LEAVE")
            .claims("MON MILEAGE x100, TUE MILEAGE x50, MON TARGETED_PAYMENT £100, TUE KIT_DAY x4");
    assertThat(story.explain("MON").counts())
        .contains(
            count("MON", "miles paid in the tax year from 2023-04-06", "0", "100"),
            count("MON", "targeted payments in the year from 2023-07-01", "£0", "£100"));
    assertThat(story.explain("TUE").counts())
        .contains(
            count("TUE", "miles paid in the tax year from 2023-04-06", "100", "150"),
            count(
                "TUE", "keeping in touch days paid in the family leave from 2024-03-04", "0", "1"));
  }

  @DisplayName("Checks of working time, rosters, leave and sickness")
  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                         | roster                         | duty                            | day   | told
          15: a feed too short            | MON..SUN 07-15                 | none                            | SUN   | refused R 15 weekly hours: the roster does not reach over all 17 weeks
          15: few hours                   | 2023-11-01..2024-03-10 07-15   | MON 07:00-15:00                 | SUN   | refused R 15 0.5 h a week (8 h 0 min in all) over the 17 weeks; not more than 48 h
          15: weekly rest                 | MON..SUN 07-15                 | none                            | SUN   | refused R 15 weekly rest: in the 14 days to 2024-03-10 the longest times free of duty were 336 h 0 min and 0 h 0 min
          15: published in time           | MON4 07-15 published 02-20     | none                            | MON4  | refused G 2.5.1 roster published on 2024-02-20, a month before or earlier
          15: published late              | MON..TUE 07-15 published 02-20 | none                            | TUE   | refused G 2.5.1 roster published on 2024-02-20, too late, which is told on the first such day
          15: leave, no service start     | MON LEAVE                      | none                            | MON   | refused G 2.30.1 no service_start, no check
          15: sickness                    | MON..TUE SICK                  | none                            | TUE   | refused G 2.38.2 day 2 of the sickness from 2024-03-04; half pay begins on day 184, pay ends on day 366
          15: booked in time              | MON 07-15                      | MON 07:00-15:00 booked 06-04    | MON   | refused R 15 e1 was booked on 2024-06-04, not later than 2024-06-04
          C 4: nothing booked             | MON 07-15                      | none                            | MON   | refused C 4 nothing is booked for the tour, but duty-not-booked is false
          """)
  void checks(String story, String roster, String duty, String day, String told) {
    assertTold(officer().roster(roster).duty(duty), day, told);
  }

  @Test
  @DisplayName("Leave taken is counted over the leave year")
  void leave() {
    Story story = officer().serviceStart("2022-01-01").roster("MON..TUE LEAVE");
    assertThat(story.explain("TUE").counts())
        .contains(count("TUE", "leave days taken in the leave year from 2023-04-01", "1", "2"));
    assertTold(story, "TUE", "refused G 2.30.1 2 days of leave taken, not more than 22 and 5");
  }

  @Test
  @DisplayName("A release of what cannot be released is told as no decision")
  void impossibleRelease() {
    Story story =
        officer()
            .roster("MON SICK")
            .duty("MON 09:00-10:00")
            .deciding(ExceptionCode.DUTY_ON_ABSENCE, Decision.Verdict.RELEASE);
    assertTold(
        story, "MON", "applied R 4 raises DUTY_ON_ABSENCE, held until the data are corrected");
    assertThat(story.explain("MON").decided()).isEmpty();
  }

  @DisplayName("A policy that decided is named")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unmarked-holidays | ROSTERED | 05-06 REST               | none                | 05-06 | refused G 2.23.1 it stays REST_DAY: unmarked-holidays is ROSTERED
          pnb-2014-8        | false    | MON..THU LEAVE, FRI REST | FRI 09:00-10:00     | FRI   | refused G 2.20.1 does not count as leave: pnb-2014-8 is false
          unsocial-hour     | CLOCK    | MON 12-20                | MON 12:00-MON 22:30 | MON   | applied G 1.18.1 2024-03-04T20:00 to 2024-03-04T22:30: 150 min, 2 whole hours of the clock
          """)
  void policy(String key, String value, String roster, String duty, String day, String told) {
    assertTold(officer().policy(key, value).roster(roster).duty(duty), day, told);
  }

  @Test
  @DisplayName("What a person decided is told, and a second day in lieu of one day is refused")
  void decisions() {
    Story released =
        officer()
            .roster("MON REST")
            .duty("MON 09:00-17:00 stood-down 02-01 09:00")
            .deciding(ExceptionCode.STOOD_DOWN, Decision.Verdict.RELEASE);
    assertTold(
        released, "MON", "applied G 2.27.1 raises STOOD_DOWN, on which a person decided RELEASE");
    assertTold(
        officer()
            .roster("MON REST")
            .duty("MON 09:00-10:00 own-request, MON 12:00-13:00 own-request"),
        "MON",
        "refused G 2.26.1 REST_DAYS_IN_LIEU: a day has been credited for this day already");
  }

  @Test
  @DisplayName("The counters of the week are told before and after the day, moved or not")
  void counters() {
    Story story =
        officer()
            .weeklyHours("39")
            .roster("MON..WED 07-15")
            .duty("MON 07:00-15:45, TUE 07:00-16:00, WED 07:00-15:00");
    // Monday: 45 of 60 minutes. Tuesday: the 15 that are left. Wednesday ends with its tour.
    String headroom = "headroom left in the week from 2024-03-04, in minutes";
    String casual = "casual occasions of the week from 2024-03-04";
    assertThat(story.explain("MON").counts())
        .containsExactlyInAnyOrder(
            count("MON", headroom, "60", "15"), count("MON", casual, "0", "0"));
    assertThat(story.explain("TUE").counts()).contains(count("TUE", headroom, "15", "0"));
    assertThat(story.explain("WED").counts())
        .containsExactlyInAnyOrder(
            count("WED", headroom, "0", "0"), count("WED", casual, "0", "0"));

    Story fullTime = officer().roster("MON..TUE 07-15").duty("MON 07:00-15:10, TUE 07:00-15:45");
    assertThat(fullTime.explain("TUE").counts()).containsExactly(count("TUE", casual, "1", "2"));
  }

  private static Count count(String day, String counter, String before, String after) {
    return new Count(Story.day(day).toEpochDay(), counter, before, after);
  }

  private static void assertTold(Story story, String day, String told) {
    assertThat(story.explain(day).reasons())
        .extracting(
            reason ->
                (reason.applied() ? "applied " : "refused ")
                    + reason.rule().citation()
                    + ' '
                    + reason.fact())
        .anySatisfy(
            reason -> {
              int citationEnds = told.indexOf(' ', told.indexOf(' ', 8) + 1);
              assertThat(reason).startsWith(told.substring(0, citationEnds + 1));
              assertThat(reason).contains(told.substring(citationEnds + 1));
            });
  }
}
