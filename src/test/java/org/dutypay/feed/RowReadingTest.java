package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract 2, column by column: what a cell may be, and what is said of one that may not. */
@DisplayName("A row is read or refused")
class RowReadingTest {

  private final Path folder;

  RowReadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                 |
          a day that February lacks            | effective_from=2023-02-29       | column effective_from: '2023-02-29' is not a date such as 2024-01-31
          a leap day                           | effective_from=2024-02-29       |
          an end before the start              | effective_to=2018-12-31         | column effective_to: '2018-12-31' is before effective_from
          one day only                         | effective_to=2019-01-01         |
          the first year                       | effective_from=1900-01-01       |
          a year too early                     | effective_from=1899-12-31       | column effective_from: '1899-12-31' is not a date such as 2024-01-31
          the last year                        | effective_to=2199-12-31         |
          a year too late                      | effective_to=2200-01-01         | column effective_to: '2200-01-01' is not a date such as 2024-01-31
          a rank above the federated           | rank=SUPERINTENDENT             | column rank: 'SUPERINTENDENT' is none of CONSTABLE, SERGEANT, INSPECTOR, CHIEF_INSPECTOR
          a rank in small letters              | rank=constable                  | column rank: 'constable' is none of CONSTABLE, SERGEANT, INSPECTOR, CHIEF_INSPECTOR
          no pay scale                         | pay_scale=                      | column pay_scale: it is empty
          no pay point                         | pay_point=                      | column pay_point: '' is not a pay point, a whole number such as 7
          a point below nought                 | pay_point=-1                    | column pay_point: '-1' is not a pay point, a whole number such as 7
          the highest point there can be       | pay_point=99                    |
          a point above it                     | pay_point=100                   | column pay_point: '100' is not a pay point, a whole number such as 7
          a scale nobody knows                 | pay_scale=WIZARD pay_point=9    |
          part-time to four decimals           | weekly_hours=31.4999            |
          forty hours with a point             | weekly_hours=40.00              |
          five decimals                        | weekly_hours=31.49999           | column weekly_hours: '31.49999' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          more than forty hours                | weekly_hours=40.0001            | column weekly_hours: '40.0001' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          no hours at all                      | weekly_hours=0                  | column weekly_hours: '0' is not above 0
          negative hours                       | weekly_hours=-8                 | column weekly_hours: '-8' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          absurd hours                         | weekly_hours=1e99               | column weekly_hours: '1e99' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          a number beyond any integer          | weekly_hours=99999999999999999999999999 | column weekly_hours: '99999999999999999999999999' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          a point without digits               | weekly_hours=.                  | column weekly_hours: '.' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          a number that ends with its point    | weekly_hours=31.                | column weekly_hours: '31.' is not a number from 0 to 40 such as 7.5, with at most 4 decimals
          variable shifts                      | shift_pattern=VARIABLE          |
          an unknown shift pattern             | shift_pattern=SOMETIMES         | column shift_pattern: 'SOMETIMES' is none of REGULAR, VARIABLE
          qualified for any rank               | qualified_for=CHIEF_CONSTABLE   |
          qualified for no rank there is       | qualified_for=KING              | column qualified_for: 'KING' is none of CONSTABLE, SERGEANT, INSPECTOR, CHIEF_INSPECTOR, SUPERINTENDENT, CHIEF_SUPERINTENDENT, ASSISTANT_CHIEF_CONSTABLE, COMMANDER, DEPUTY_CHIEF_CONSTABLE, CHIEF_CONSTABLE
          a small y                            | london=y                        | column london: 'y' is neither Y nor N
          yes and no                           | london=Y wtr_opt_out=N          |
          twenty characters of id              | officer_id=ABCDEFGHIJ-abcdefghi |
          twenty-one characters of id          | officer_id=ABCDEFGHIJ-abcdefghij | column officer_id: 'ABCDEFGHIJ-abcdefghij' is not an officer id, which is 1 to 20 letters, digits and hyphens such as PC-1042
          an id with a slash                   | officer_id=A/1                  | column officer_id: 'A/1' is not an officer id, which is 1 to 20 letters, digits and hyphens such as PC-1042
          no id                                | officer_id=                     | column officer_id: '' is not an officer id, which is 1 to 20 letters, digits and hyphens such as PC-1042
          two bad cells                        | rank=KING london=?              | column rank: 'KING' is none of CONSTABLE, SERGEANT, INSPECTOR, CHIEF_INSPECTOR; column london: '?' is neither Y nor N
          """)
  void officers(String story, @Nullable String changes, @Nullable String problem) {
    String good =
        "officer_id=B2 effective_from=2019-01-01 rank=CONSTABLE pay_scale=CONSTABLE_2013"
            + " pay_point=7";
    expect("officers.csv", WrittenFeed.OFFICERS, good, changes, problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          the thirtieth of February            | date=2024-02-30                            | column date: '2024-02-30' is not a date such as 2024-01-31
          the thirteenth month                 | date=2024-13-01                            | column date: '2024-13-01' is not a date such as 2024-01-31
          month nought                         | date=2024-00-10                            | column date: '2024-00-10' is not a date such as 2024-01-31
          day nought                           | date=2024-01-00                            | column date: '2024-01-00' is not a date such as 2024-01-31
          a British date                       | date=06/03/2024                            | column date: '06/03/2024' is not a date such as 2024-01-31
          letters for digits                   | date=2O24-O1-31                            | column date: '2O24-O1-31' is not a date such as 2024-01-31
          a minus in the year                  | date=-024-01-31                            | column date: '-024-01-31' is not a date such as 2024-01-31
          before there were rosters            | date=1989-12-31                            | column date: '1989-12-31' is not in the years 1990 to 2109
          the first day                        | date=1990-01-01                            |
          the last day                         | date=2109-12-31                            |
          after there are rosters              | date=2110-01-01                            | column date: '2110-01-01' is not in the years 1990 to 2109
          an unknown day type                  | day_type=HOLS                              | column day_type: 'HOLS' is none of DUTY, REST_DAY, FREE_DAY, PUBLIC_HOLIDAY, ANNUAL_LEAVE, TOIL_TAKEN, LIEU_DAY, SICK, FAMILY_LEAVE, CAREER_BREAK, UNPAID, SUSPENDED
          duty without times                   | start= end=                                | column start: it is empty, and a DUTY day needs both times
          duty without its end                 | end=                                       | column end: it is empty; start and end are given together or not at all
          duty without its start               | start=                                     | column start: it is empty; start and end are given together or not at all
          one time alone on a rest day         | day_type=REST_DAY end=                     | column end: it is empty; start and end are given together or not at all
          a rest day with times                | day_type=REST_DAY                          |
          a rest day without                   | day_type=REST_DAY start= end=              |
          24:00                                | end=24:00                                  | column end: '24:00' is not a time such as 22:00
          a minute too many                    | start=07:60                                | column start: '07:60' is not a time such as 22:00
          an hour of one digit                 | start=7:00                                 | column start: '7:00' is not a time such as 22:00
          equal times                          | start=07:00 end=07:00                      |
          a time the clocks skip               | date=2024-03-31 start=01:30                | column start: '01:30' does not exist on this day, since the clocks went forward
          an end the clocks skip               | date=2024-03-30 start=20:00 end=01:59      | column end: '01:59' does not exist on the day the tour ends, since the clocks went forward
          a day's tour that ends when they skip | date=2024-03-30 start=01:30 end=01:30      | column end: '01:30' does not exist on the day the tour ends, since the clocks went forward
          the minute before they do            | date=2024-03-30 start=20:00 end=00:59      |
          the minute after                     | date=2024-03-31 start=02:00                |
          a skipped time on a rest day         | date=2024-03-31 day_type=REST_DAY start=01:00 | column start: '01:00' does not exist on this day, since the clocks went forward
          a lieu day                           | day_type=LIEU_DAY lieu_of=FREE_DAY         |
          a lieu day of what                   | day_type=LIEU_DAY                          | column lieu_of: it is empty, and a LIEU_DAY needs one of REST_DAY, FREE_DAY, PUBLIC_HOLIDAY
          a lieu day of leave                  | day_type=LIEU_DAY lieu_of=ANNUAL_LEAVE     | column lieu_of: 'ANNUAL_LEAVE' is none of REST_DAY, FREE_DAY, PUBLIC_HOLIDAY
          it was a lieu day, of what           | original_day_type=LIEU_DAY changed_on=2024-03-01 | column lieu_of: it is empty, and a LIEU_DAY needs one of REST_DAY, FREE_DAY, PUBLIC_HOLIDAY
          it was a lieu day of a rest day      | original_day_type=LIEU_DAY changed_on=2024-03-01 lieu_of=REST_DAY |
          changed from what                    | changed_on=2024-03-01                      | column original_day_type: it is empty; original_day_type and changed_on are given together or not at all
          changed when                         | original_day_type=REST_DAY                 | column changed_on: it is empty; original_day_type and changed_on are given together or not at all
          published on no date                 | published_on=soon                          | column published_on: 'soon' is not a date such as 2024-01-31
          """)
  void roster(String story, @Nullable String changes, @Nullable String problem) {
    String good = "officer_id=A1 date=2024-03-04 day_type=DUTY start=07:00 end=15:00";
    expect("roster.csv", WrittenFeed.ROSTER, good, changes, problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          no id                                | entry_id=                                  | column entry_id: '' is not an id, which is 1 to 60 characters without semicolons such as T-2024-000123
          an id with a semicolon               | entry_id=a;b                               | column entry_id: 'a;b' is not an id, which is 1 to 60 characters without semicolons such as T-2024-000123
          sixty characters of id               | entry_id=123456789012345678901234567890123456789012345678901234567890 |
          sixty characters of two bytes        | entry_id=éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé |
          sixty-one characters of id           | entry_id=1234567890123456789012345678901234567890123456789012345678901 | column entry_id: '1234567890123456789012345678901234567890…' is not an id, which is 1 to 60 characters without semicolons such as T-2024-000123
          an end at the start                  | end=2024-03-04T07:00                       | column end: '2024-03-04T07:00' is not after start
          twenty-four hours                    | end=2024-03-05T07:00                       |
          a minute more                        | end=2024-03-05T07:01                       | column end: '2024-03-05T07:01' is more than 24 hours after start
          twenty-four hours over a long night  | start=2024-10-26T12:00 end=2024-10-27T11:00 |
          an hour too long over a long night   | start=2024-10-26T12:00 end=2024-10-27T12:00 | column end: '2024-10-27T12:00' is more than 24 hours after start
          twenty-four hours over a short night | start=2024-03-30T12:00 end=2024-03-31T13:00 |
          a blank for the T                    | start=2024-03-04_07:00                     | column start: '2024-03-04_07:00' is not a date and time such as 2024-01-31T22:00
          a day only                           | start=2024-03-04                           | column start: '2024-03-04' is not a date and time such as 2024-01-31T22:00
          seconds                              | start=2024-03-04T07:00:00                  | column start: '2024-03-04T07:00:00' is not a date and time such as 2024-01-31T22:00
          24:00                                | end=2024-03-04T24:00                       | column end: '2024-03-04T24:00' is not a date and time such as 2024-01-31T22:00
          a time the clocks skip               | start=2024-03-31T01:30 end=2024-03-31T09:00 | column start: '2024-03-31T01:30' does not exist, since the clocks went forward
          a skipped time with the winter offset | start=2024-03-31T01:30+00:00 end=2024-03-31T09:00 | column start: '2024-03-31T01:30+00:00' does not exist, since the clocks went forward
          a skipped time with the summer offset | start=2024-03-31T01:30+01:00 end=2024-03-31T09:00 | column start: '2024-03-31T01:30+01:00' does not exist, since the clocks went forward
          winter time in winter                | start=2024-03-04T07:00Z                    |
          an offset of nought in winter        | start=2024-03-04T07:00+00:00               |
          summer time in winter                | start=2024-03-04T07:00+01:00               | column start: '2024-03-04T07:00+01:00' has an offset that London does not have then; write it without one
          winter time in summer                | start=2024-07-04T07:00Z end=2024-07-04T15:00 | column start: '2024-07-04T07:00Z' has an offset that London does not have then; write it without one
          summer time in summer                | start=2024-07-04T07:00+01:00 end=2024-07-04T15:00 |
          an offset below nought               | start=2024-03-04T07:00-00:00               | column start: '2024-03-04T07:00-00:00' has an offset that London does not have then; write it without one
          from the first pass to the second    | start=2024-10-27T01:30 end=2024-10-27T01:30+00:00 |
          from the second pass to the first    | start=2024-10-27T01:30+00:00 end=2024-10-27T01:30+01:00 | column end: '2024-10-27T01:30+01:00' is not after start
          before there were bookings           | start=1989-12-31T23:00 end=1990-01-01T01:00 | column start: '1989-12-31T23:00' is not in the years 1990 to 2109
          informed yesterday                   | informed_at=yesterday                      | column informed_at: 'yesterday' is not a date and time such as 2024-01-31T22:00
          stood down on a day                  | stood_down_at=2024-03-01                   | column stood_down_at: '2024-03-01' is not a date and time such as 2024-01-31T22:00
          replaced on a day                    | replacement_day=2024-03-20 replacement_informed_at=2024-03-01T10:00 |
          replaced at a time                   | replacement_day=2024-03-20T10:00           | column replacement_day: '2024-03-20T10:00' is not a date such as 2024-01-31
          booked on a day                      | booked_on=2024-03-05                       |
          paid in cash                         | compensation=CASH                          | column compensation: 'CASH' is none of PAY, TOIL
          travel in decimals                   | travel_minutes=15.0                        | column travel_minutes: '15.0' is not a number from 0 to 1440 such as 30
          travel for ever                      | travel_minutes=100000000000000000000       | column travel_minutes: '100000000000000000000' is not a number from 0 to 1440 such as 30
          negative travel                      | travel_minutes=-1                          | column travel_minutes: '-1' is not a number from 0 to 1440 such as 30
          a whole day of travel                | travel_minutes=1440                        |
          authorised by a commander            | authorised_by_rank=COMMANDER               |
          own request, in words                | own_request=yes                            | column own_request: 'yes' is neither Y nor N
          """)
  void timesheets(String story, @Nullable String changes, @Nullable String problem) {
    String good = "entry_id=t1 officer_id=A1 start=2024-03-04T07:00 end=2024-03-04T15:00";
    expect("timesheets.csv", WrittenFeed.TIMESHEETS, good, changes, problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          in a rank above the federated        | acting_rank=COMMANDER                      | column acting_rank: 'COMMANDER' is none of CONSTABLE, SERGEANT, INSPECTOR, CHIEF_INSPECTOR
          in the own rank                      | acting_rank=CONSTABLE                      | column acting_rank: 'CONSTABLE' is not above the officer's own rank of CONSTABLE
          on no terms                          | basis=                                     | column basis: '' is none of ACTING, TEMPORARY_SALARY, TEMPORARY_PROMOTION
          over several days                    | to=2024-04-09                              | column to: '2024-04-09' is given; only a temporary basis goes over several days
          promoted over several days           | basis=TEMPORARY_PROMOTION to=2024-04-30    |
          promoted for one day                 | basis=TEMPORARY_PROMOTION to=2024-04-08    |
          promoted backwards                   | basis=TEMPORARY_PROMOTION to=2024-04-07    | column to: '2024-04-07' is before date
          the hours of a long day              | hours=25                                   |
          more hours than a day has            | hours=25.0001                              | column hours: '25.0001' is more than the 25 hours that a day can have
          hours of a promotion                 | basis=TEMPORARY_SALARY hours=160           |
          claimed on no date                   | claimed_on=later                           | column claimed_on: 'later' is not a date such as 2024-01-31
          custody, perhaps                     | custody=?                                  | column custody: '?' is neither Y nor N
          """)
  void acting(String story, @Nullable String changes, @Nullable String problem) {
    String good = "officer_id=A1 date=2024-04-08 acting_rank=SERGEANT basis=ACTING";
    expect("acting.csv", WrittenFeed.ACTING, good, changes, problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          an unknown type                      | type=PARKING                               | column type: 'PARKING' is none of ON_CALL, AWAY_OVERNIGHT, HARDSHIP, DOG_HANDLER, MILEAGE, MEDICAL, MEAL, ACCOMMODATION, REMOVAL, TRAVEL, BONUS, TEAM_AWARD, TARGETED_PAYMENT, LONDON_WEIGHTING, LONDON_ALLOWANCE, SOUTH_EAST_ALLOWANCE, KIT_DAY
          miles without number                 | type=MILEAGE                               | column quantity: it is empty, and MILEAGE needs one
          miles                                | type=MILEAGE quantity=12.3                 |
          hours of a kit day                   | type=KIT_DAY                               | column quantity: it is empty, and KIT_DAY needs one
          a meal without price                 | type=MEAL                                  | column amount: it is empty, and MEAL needs one
          a medical fee without price          | type=MEDICAL                               | column amount: it is empty, and MEDICAL needs one
          a bed without price                  | type=ACCOMMODATION                         | column amount: it is empty, and ACCOMMODATION needs one
          a move without price                 | type=REMOVAL                               | column amount: it is empty, and REMOVAL needs one
          a ticket without price               | type=TRAVEL                                | column amount: it is empty, and TRAVEL needs one
          a bonus of what                      | type=BONUS                                 | column amount: it is empty, and BONUS needs one
          an award of what                     | type=TEAM_AWARD                            | column amount: it is empty, and TEAM_AWARD needs one
          a payment of what                    | type=TARGETED_PAYMENT                      | column amount: it is empty, and TARGETED_PAYMENT needs one
          a London allowance of what           | type=LONDON_ALLOWANCE                      | column amount: it is empty, and LONDON_ALLOWANCE needs one
          a South East allowance of what       | type=SOUTH_EAST_ALLOWANCE                  | column amount: it is empty, and SOUTH_EAST_ALLOWANCE needs one
          London weighting as published        | type=LONDON_WEIGHTING                      |
          one dog                              | type=DOG_HANDLER                           |
          two dogs                             | type=DOG_HANDLER quantity=2                |
          half a dog                           | type=DOG_HANDLER quantity=0.5              | column quantity: '0.5' is not a number of dogs such as 2
          no dog                               | type=DOG_HANDLER quantity=0                | column quantity: '0' is not a number of dogs such as 2
          pounds and pence                     | type=MEAL amount=9.35                      |
          half pennies                         | type=MEAL amount=9.355                     | column amount: '9.355' is not a number from 0 to 9999999 such as 7.5, with at most 2 decimals
          a negative price                     | type=MEAL amount=-9.35                     | column amount: '-9.35' is not a number from 0 to 9999999 such as 7.5, with at most 2 decimals
          a pound sign                         | type=MEAL amount=£9                        | column amount: '£9' is not a number from 0 to 9999999 such as 7.5, with at most 2 decimals
          a receipt, in words                  | receipt=yes                                | column receipt: 'yes' is neither Y nor N
          """)
  void claims(String story, @Nullable String changes, @Nullable String problem) {
    String good = "claim_id=c1 officer_id=A1 date=2024-03-04 type=ON_CALL";
    expect("claims.csv", WrittenFeed.CLAIMS, good, changes, problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          lent to nobody                       | host=                                      | column host: it is empty
          lent backwards                       | to=2024-03-04                              | column to: '2024-03-04' is before from
          lent without end                     | to=                                        | column to: '' is not a date such as 2024-01-31
          lent under no power                  | basis=S98                                  | column basis: 'S98' is none of S97, REG13A, MUTUAL_AID
          half repaid                          | recharge_percent=50                        |
          more than repaid                     | recharge_percent=100.01                    | column recharge_percent: '100.01' is not a number from 0 to 100 such as 7.5, with at most 4 decimals
          """)
  void secondments(String story, @Nullable String changes, @Nullable String problem) {
    expect(
        "secondments.csv",
        "officer_id,host,from,to,basis,agreement_reference,recharge_percent",
        "officer_id=A1 host=NCA from=2024-03-05 to=2024-03-31",
        changes,
        problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          an unknown account                   | account=PIGGY_BANK                         | column account: 'PIGGY_BANK' is none of TOIL, REST_DAYS_IN_LIEU, PUBLIC_HOLIDAYS_IN_LIEU, FREE_DAYS_IN_LIEU, ANNUAL_LEAVE, HOURS_OWED, ACTING_DAYS, ACTING_HOURS, LEAVE_TAKEN, MILES
          how much                             | minutes=                                   | column minutes: it is empty like days; one of them says what stood on the account
          in days                              | account=ANNUAL_LEAVE minutes= days=12.50   |
          time off in days                     | minutes= days=1                            | column minutes: it is empty, and TOIL is counted in it
          acting days in minutes               | account=ACTING_DAYS                        | column days: it is empty, and ACTING_DAYS is counted in it
          leave taken in minutes               | account=LEAVE_TAKEN                        | column days: it is empty, and LEAVE_TAKEN is counted in it
          miles in minutes                     | account=MILES                              | column days: it is empty, and MILES is counted in it
          miles                                | account=MILES minutes= days=9990           |
          acting hours in minutes              | account=ACTING_HOURS                       |
          acting hours as a number             | account=ACTING_HOURS minutes= days=76      |
          a debt                               | minutes=-1                                 | column minutes: '-1' is not a number from 0 to 99999999 such as 7.5, with at most 4 decimals
          """)
  void openingBalances(String story, @Nullable String changes, @Nullable String problem) {
    expect(
        "opening-balances.csv",
        "officer_id,account,date,minutes,days,expires_on",
        "officer_id=A1 account=TOIL date=2024-02-29 minutes=480",
        changes,
        problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          paid back                            | amount=-44.13                              |
          paid nothing                         | amount=                                    | column amount: '' is not a number from 0 to 99999999 such as 7.5, with at most 2 decimals
          a minus and no more                  | amount=-                                   | column amount: '-' is not a number from 0 to 99999999 such as 7.5, with at most 2 decimals
          an unknown element                   | element=TIP                                | column element: 'TIP' is none of OVERTIME, ADDITIONAL_HOURS, REST_DAY_WORKING, FREE_DAY_WORKING, PUBLIC_HOLIDAY_WORKING, LEAVE_RECALL, UNSOCIAL_HOURS, ACTING_UP, TEMPORARY_SALARY, TEMPORARY_PROMOTION, SECONDMENT_DIFFERENCE, TOIL_PAID, HOLIDAY_PAY, ON_CALL, AWAY_OVERNIGHT, HARDSHIP, DOG_HANDLER, MILEAGE, MEDICAL, MEAL, ACCOMMODATION, REMOVAL, TRAVEL, BONUS, TEAM_AWARD, TARGETED_PAYMENT, LONDON_WEIGHTING, LONDON_ALLOWANCE, SOUTH_EAST_ALLOWANCE, KIT_DAY
          """)
  void paidHistory(String story, @Nullable String changes, @Nullable String problem) {
    expect(
        "paid-history.csv",
        "officer_id,work_date,element,hours,amount,paid_on",
        "officer_id=A1 work_date=2023-03-04 element=OVERTIME amount=44.13",
        changes,
        problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          a rate without figure                | annual=                                    | column annual: '' is not a number from 0 to 9999999 such as 7.5, with at most 2 decimals
          a rate below nought                  | annual=-1                                  | column annual: '-1' is not a number from 0 to 9999999 such as 7.5, with at most 2 decimals
          known later                          | known_from=2025-01-10                      |
          of no scale                          | pay_scale=                                 | column pay_scale: it is empty
          """)
  void payScales(String story, @Nullable String changes, @Nullable String problem) {
    expect(
        "pay-scales.csv",
        "pay_scale,pay_point,effective_from,annual,known_from",
        "pay_scale=CONSTABLE_2013 pay_point=7 effective_from=2024-09-01 annual=50000",
        changes,
        problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          as it should be                      |                                            |
          on the facts                         | facts=FEDCBA9876543210                     |
          an id of fifteen digits              | exception_id=0123456789abcde               | column exception_id: '0123456789abcde' is not 16 hexadecimal digits such as 0123456789abcdef
          an id that a spreadsheet has rounded | exception_id=1.23457E+15                   | column exception_id: '1.23457E+15' is not 16 hexadecimal digits such as 0123456789abcdef
          facts that are none                  | facts=0123456789abcdeg                     | column facts: '0123456789abcdeg' is not 16 hexadecimal digits such as 0123456789abcdef
          perhaps                              | decision=PERHAPS                           | column decision: 'PERHAPS' is none of RELEASE, REFUSE, ACKNOWLEDGE
          by nobody                            | decided_by=                                | column decided_by: it is empty
          at no time                           | decided_at=                                | column decided_at: '' is not a date and time such as 2024-01-31T22:00
          """)
  void decisions(String story, @Nullable String changes, @Nullable String problem) {
    expect(
        "decisions.csv",
        "exception_id,facts,decision,decided_by,decided_at,reason",
        "exception_id=0123456789abcdef decision=RELEASE decided_by=HR-1"
            + " decided_at=2024-03-20T10:00",
        changes,
        problem);
  }

  private void expect(
      String file, String header, String good, @Nullable String changes, @Nullable String problem) {
    String row = WrittenFeed.row(header, good, changes == null ? "" : changes);
    assertThat(WrittenFeed.in(folder).file(file, header, row).read().problem())
        .isEqualTo(problem == null ? "" : problem);
  }
}
