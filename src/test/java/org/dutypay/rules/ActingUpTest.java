package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dutypay.rules.Story.expected;
import static org.dutypay.rules.Story.officer;

import java.util.List;
import org.dutypay.duty.Rank;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rulebook 11: acting up")
class ActingUpTest {

  /** Ten whole days of April, which are never paid. */
  private static final String TEN_DAYS = "04-01..04-10 SERGEANT";

  private static List<String> actingDays(Story story) {
    return story.assess().lines().stream()
        .filter(line -> line.element() == Element.ACTING_UP)
        .map(line -> Story.named(line.workDate()))
        .toList();
  }

  private static List<PayException> raised(Story story, ExceptionCode code) {
    return story.assess().exceptions().stream()
        .filter(exception -> exception.code() == code)
        .toList();
  }

  @Test
  @DisplayName("Day 11 of a year is the first that is paid: 3,033 x 6 / 1,565 is 11.63")
  void dayEleven() {
    assertThat(officer().acting("04-08..04-17 SERGEANT").outcome()).isEmpty();
    Story story = officer().acting("04-08..04-19 SERGEANT");
    assertThat(story.outcome())
        .containsExactly("04-18 ACTING_UP 1.00 x 1 G 1.31.1", "04-19 ACTING_UP 1.00 x 1 G 1.31.1");
    assertThat(story.pounds()).containsExactly("04-18 ACTING_UP 11.63", "04-19 ACTING_UP 11.63");
    PayLine line = story.assess().lines().getFirst();
    assertThat(line.rateTenThousandths()).isEqualTo(11_6281);
    assertThat(line.note())
        .isEqualTo(
            "acting as sergeant after 10 qualifying days, paid day 1 of the period from"
                + " 2024-04-08; SERGEANT at 49,077 less 46,044 is 3,033, x 6 / 1,565 a day");
  }

  @DisplayName("What counts towards the ten days of full-time officers on regular shifts")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | first days                                                                          | paid
          nine whole days                      | 04-02..04-10 SERGEANT                                                               | nothing
          ten whole days                       | 04-01..04-10 SERGEANT                                                               | 04-11 ACTING_UP 1.00 x 1 G 1.31.1
          nine whole days and a part tour      | 04-01..04-09 SERGEANT, 04-10 SERGEANT part                                          | nothing
          ten, one of them in a higher rank    | 04-01..04-09 SERGEANT, 04-10 INSPECTOR                                              | 04-11 ACTING_UP 1.00 x 1 G 1.31.1
          hours do not matter                  | 04-02..04-10 SERGEANT hours 12                                                      | nothing
          one not claimed counts               | 04-01..04-09 SERGEANT, 04-10 SERGEANT unclaimed                                     | 04-11 ACTING_UP 1.00 x 1 G 1.31.1, 04-10 ACTING_UNCLAIMED
          one claimed too late counts          | 04-01..04-09 SERGEANT, 04-10 SERGEANT claimed 06-11                                 | 04-11 ACTING_UP 1.00 x 1 G 1.31.1, 04-10 ACTING_CLAIM_LATE
          a temporary salary does not          | 04-01..04-09 SERGEANT, 04-10 SERGEANT temporary-salary                              | 04-10 TEMPORARY_SALARY 1.00 x 1 G 1.32.1
          """)
  void qualifyingDays(String story, String firstDays, String paid) {
    assertThat(officer().acting(firstDays + ", 04-11 SERGEANT").outcome())
        .containsExactlyInAnyOrderElementsOf(expected(paid));
  }

  @DisplayName("A whole tour on a rest day counts, also one that pays rest day working instead")
  @ParameterizedTest(name = "on {0}, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a rest day not worked  | none
          a rest day worked      | 04-10 09:00-13:00
          """)
  void restDaysCount(String day, String duty) {
    Story story =
        officer().roster("04-10 REST").duty(duty).acting("04-01..04-10 INSPECTOR, 04-11 SERGEANT");
    assertThat(actingDays(story)).containsExactly("04-11");
  }

  @Test
  @DisplayName("After the ten days a part tour is not paid")
  void partToursAreNotPaid() {
    Story story = officer().acting(TEN_DAYS + ", 04-11 SERGEANT part, 04-12 SERGEANT");
    assertThat(actingDays(story)).containsExactly("04-12");
    assertThat(story.rows()).contains("acting-11 NOT_DUE PART_TOUR", "acting-12 PAID");
  }

  @DisplayName("Variable shifts qualify by whole tours until their hours reach 80")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                             | first days                                                              | paid
          80 exactly                          | 04-01..04-08 SERGEANT hours 10                                          | 04-11 ACTING_UP 4.00 x 1 G 1.31.1
          79.75                               | 04-01..04-07 SERGEANT hours 10, 04-08 SERGEANT hours 9.75               | nothing
          70 and 9.5, the next reaches 80     | 04-01..04-07 SERGEANT hours 10, 04-08 SERGEANT hours 9.5, 04-09 SERGEANT hours 10 | 04-11 ACTING_UP 4.00 x 1 G 1.31.1
          ten days of 7 hours                 | 04-01..04-10 SERGEANT hours 7                                           | nothing
          part tours do not count             | 04-01..04-07 SERGEANT hours 10, 04-08..04-09 SERGEANT hours 9 part      | nothing
          """)
  void qualifyingHours(String story, String firstDays, String paid) {
    assertThat(
            officer()
                .variableShifts()
                .acting(firstDays + ", 04-11 SERGEANT hours 4 part")
                .outcome())
        .containsExactlyInAnyOrderElementsOf(expected(paid));
  }

  @DisplayName("Variable shifts and part-time are paid by the hour: gap x 6 / 12,520")
  @ParameterizedTest(name = "{0} hours")
  @CsvSource({"3.5, 5.09", "10, 14.54", "0.25, 0.36"})
  void byTheHour(String hours, String pounds) {
    String acting = "04-01..04-08 SERGEANT hours 10, 04-11 SERGEANT part hours " + hours;
    assertThat(officer().variableShifts().acting(acting).pounds())
        .containsExactly("04-11 ACTING_UP " + pounds);
    assertThat(officer().weeklyHours("24").acting(acting).pounds())
        .containsExactly("04-11 ACTING_UP " + pounds);
  }

  @Test
  @DisplayName("The note of hours gives the minutes and the gap")
  void noteOfHours() {
    PayLine line =
        officer()
            .variableShifts()
            .acting("04-01..04-08 SERGEANT hours 10, 04-11 SERGEANT part hours 3.5")
            .assess()
            .lines()
            .getFirst();
    assertThat(line.rateTenThousandths()).isEqualTo(1_4535);
    assertThat(line.note())
        .isEqualTo(
            "acting as sergeant after 80 qualifying hours, paid day 1 of the period from"
                + " 2024-04-01; SERGEANT at 49,077 less 46,044 is 3,033; 210 min at 1 x 3,033 x 6"
                + " / 12,520 an hour");
  }

  @Test
  @DisplayName("No hours are nothing to pay")
  void noHours() {
    Story story =
        officer()
            .variableShifts()
            .acting("04-01..04-08 SERGEANT hours 10, 04-11 SERGEANT part hours 0");
    assertThat(story.outcome()).isEmpty();
    assertThat(story.rows()).contains("acting-9 NOT_DUE TOO_SHORT");
  }

  @Test
  @DisplayName("Hours count whatever the pattern: who changes it takes both counts along")
  void changedPattern() {
    Story toHours =
        officer()
            .from("04-11")
            .variableShifts()
            .acting("04-01..04-08 SERGEANT hours 10, 04-11 SERGEANT hours 2 part");
    assertThat(actingDays(toHours)).containsExactly("04-11");
    Story toDays =
        officer()
            .variableShifts()
            .from("04-11")
            .weeklyHours("40")
            .acting("04-01..04-10 SERGEANT hours 7, 04-11 SERGEANT");
    assertThat(actingDays(toDays)).isEmpty();
  }

  @DisplayName("The year is that in which the continuous period started")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                  | acting                                                       | paid
          14 days between do not break it          | 03-10..03-19 SERGEANT, 04-03 SERGEANT                        | 04-03
          15 days between do: a new count          | 03-10..03-19 SERGEANT, 04-04 SERGEANT                        |
          over 31 March it still adds to its count | 03-30..04-08 SERGEANT, 04-09 SERGEANT                        | 04-09
          its days of April build the new count    | 03-22..04-10 SERGEANT, 05-01 SERGEANT                        | 04-01 04-02 04-03 04-04 04-05 04-06 04-07 04-08 04-09 04-10 05-01
          nine days of April are not ten           | 03-22..04-09 SERGEANT, 05-01 SERGEANT                        | 04-01 04-02 04-03 04-04 04-05 04-06 04-07 04-08 04-09
          days before 1 April are the old year's   | 03-01..03-10 SERGEANT, 05-01 SERGEANT                        |
          within a year a break does not matter    | 04-01..04-10 SERGEANT, 2025-03-31 SERGEANT                   | 2025-03-31
          """)
  void years(String story, String acting, String paid) {
    List<String> days = paid == null ? List.of() : List.of(paid.split(" ", -1));
    assertThat(actingDays(officer().runDate("2025-05-31").acting(acting))).isEqualTo(days);
  }

  @Test
  @DisplayName("With acting-break-days 0 only days in a row are one period")
  void breakDays() {
    String acting = "03-20..03-30 SERGEANT, 04-01 SERGEANT";
    assertThat(actingDays(officer().acting(acting))).contains("04-01");
    assertThat(actingDays(officer().policy("acting-break-days", "1").acting(acting)))
        .contains("04-01");
    assertThat(actingDays(officer().policy("acting-break-days", "0").acting(acting)))
        .doesNotContain("04-01");
  }

  @DisplayName("What stood before the feed adds to the year that holds its date")
  @ParameterizedTest(name = "{0} days on {1}, then {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8  | 04-01      | 04-02..04-04 SERGEANT | 04-04
          7  | 04-01      | 04-02..04-04 SERGEANT |
          10 | 04-01      | 04-02 SERGEANT        | 04-02
          10 | 2024-03-31 | 04-02 SERGEANT        |
          """)
  void openingDays(int days, String date, String acting, String paid) {
    Story story = officer().openingDays("ACTING_DAYS", date, days).acting(acting);
    assertThat(actingDays(story)).isEqualTo(paid == null ? List.of() : List.of(paid));
  }

  @Test
  @DisplayName("Opening hours may be given as minutes, or as a number of hours under days")
  void openingHours() {
    String acting = "04-02 SERGEANT hours 1, 04-03 SERGEANT hours 2";
    Story minutes =
        officer().variableShifts().opening("ACTING_HOURS", "04-01", 79 * 60, "-").acting(acting);
    assertThat(actingDays(minutes)).containsExactly("04-03");
    Story hours =
        officer().variableShifts().openingDays("ACTING_HOURS", "04-01", 80).acting(acting);
    assertThat(actingDays(hours)).containsExactly("04-02", "04-03");
    Story tooFew =
        officer()
            .variableShifts()
            .opening("ACTING_HOURS", "04-01", 78 * 60 + 59, "-")
            .acting(acting);
    assertThat(actingDays(tooFew)).isEmpty();
  }

  @Test
  @DisplayName("46 days of one continuous period are paid; each further one is held")
  void cap() {
    Story whole = officer().acting("04-01..05-26 SERGEANT");
    assertThat(actingDays(whole)).hasSize(46).endsWith("05-26");
    assertThat(whole.assess().exceptions()).isEmpty();
    Story longer = officer().acting("04-01..05-28 SERGEANT");
    assertThat(actingDays(longer)).hasSize(46).endsWith("05-26");
    assertThat(raised(longer, ExceptionCode.ACTING_CAP))
        .extracting(exception -> Story.named(exception.date()), PayException::heldPence)
        .containsExactly(tuple("05-27", 1163L), tuple("05-28", 1163L));
    assertThat(longer.rows()).contains("acting-56 PAID", "acting-57 HELD ACTING_CAP");
  }

  @DisplayName("What the cap counts")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                              | acting                                                                                       | capped
          unclaimed days are not paid days     | 04-01..05-25 SERGEANT, 05-26 SERGEANT unclaimed, 05-27 SERGEANT                              |
          late days are not paid days          | 04-01..05-25 SERGEANT, 05-26 SERGEANT claimed 12-31, 05-27 SERGEANT                          |
          part tours are not paid days         | 04-01..05-25 SERGEANT, 05-26 SERGEANT part, 05-27 SERGEANT                                   |
          another rank is the same period      | 04-01..05-25 SERGEANT, 05-26 INSPECTOR, 05-27 SERGEANT                                       | 05-27
          14 days between do not begin anew    | 04-01..05-26 SERGEANT, 06-10 SERGEANT                                                        | 06-10
          15 days between do                   | 04-01..05-26 SERGEANT, 06-11 SERGEANT                                                        |
          an unclaimed one bridges a break     | 04-01..05-26 SERGEANT, 06-05 SERGEANT unclaimed, 06-15 SERGEANT                              | 06-15
          an unclaimed one is not capped       | 04-01..05-26 SERGEANT, 05-27 SERGEANT unclaimed                                              |
          """)
  void whatTheCapCounts(String story, String acting, String capped) {
    Story told = officer().runDate("12-31").acting(acting);
    assertThat(raised(told, ExceptionCode.ACTING_CAP))
        .extracting(exception -> Story.named(exception.date()))
        .isEqualTo(capped == null ? List.of() : List.of(capped));
  }

  @Test
  @DisplayName("By the hour, each row that is paid is a day, part tours too")
  void capByTheHour() {
    Story story =
        officer()
            .variableShifts()
            .acting("04-01..04-08 SERGEANT hours 10, 04-09..05-24 SERGEANT hours 1 part")
            .acting("05-25 SERGEANT hours 10");
    assertThat(actingDays(story)).hasSize(46).endsWith("05-24");
    assertThat(raised(story, ExceptionCode.ACTING_CAP)).hasSize(1);
  }

  @DisplayName("The cap says what is due: temporary promotion to who is qualified, else salary")
  @ParameterizedTest(name = "qualified for {0}, acting as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SERGEANT  | SERGEANT  | now temporary promotion is due, since the officer is qualified for sergeant (G 1.33.5).
          INSPECTOR | SERGEANT  | now temporary promotion is due, since the officer is qualified for sergeant (G 1.33.5).
          SERGEANT  | INSPECTOR | now temporary salary is due, since the officer is not qualified for inspector (G 1.32.1).
                    | SERGEANT  | now temporary salary is due, since the officer is not qualified for sergeant (G 1.32.1).
          """)
  void whatIsDue(Rank qualifiedFor, String rank, String due) {
    Story story = officer().acting("04-01..05-26 SERGEANT, 05-27 " + rank);
    if (qualifiedFor != null) {
      story.qualifiedFor(qualifiedFor);
    }
    assertThat(raised(story, ExceptionCode.ACTING_CAP))
        .singleElement()
        .extracting(PayException::message)
        .isEqualTo(
            "46 days of the continuous period from 2024-04-01 have been paid before 2024-05-27: "
                + due);
  }

  @Test
  @DisplayName("Released, a capped day is paid; refused, it is not due")
  void capDecided() {
    Story released =
        officer()
            .acting("04-01..05-28 SERGEANT")
            .deciding(ExceptionCode.ACTING_CAP, Decision.Verdict.RELEASE);
    assertThat(actingDays(released)).hasSize(48).endsWith("05-28");
    Story refused =
        officer()
            .acting("04-01..05-28 SERGEANT")
            .deciding(ExceptionCode.ACTING_CAP, Decision.Verdict.REFUSE);
    assertThat(actingDays(refused)).hasSize(46);
    assertThat(refused.rows()).contains("acting-57 NOT_DUE REFUSED");
  }

  @Test
  @DisplayName("Day 57 of a continuous period, and each row after it, is to be reviewed")
  void reviewed() {
    Story story =
        officer().acting("04-01 SERGEANT, 04-15 SERGEANT, 04-29 SERGEANT, 05-13 SERGEANT");
    story.acting("05-26..05-28 SERGEANT part unclaimed");
    assertThat(raised(story, ExceptionCode.ACTING_OVER_56_DAYS))
        .extracting(exception -> Story.named(exception.date()))
        .containsExactly("05-27", "05-28");
  }

  @DisplayName("Claimed within two months of the day")
  @ParameterizedTest(name = "{0} claimed {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          04-11      | 06-11      | 2 | PAID
          04-11      | 06-12      | 2 | HELD ACTING_CLAIM_LATE
          12-31      | 2025-02-28 | 2 | PAID
          12-31      | 2025-03-01 | 2 | HELD ACTING_CLAIM_LATE
          04-11      | 05-11      | 1 | PAID
          04-11      | 05-12      | 1 | HELD ACTING_CLAIM_LATE
          04-11      | 2025-04-30 | 0 | PAID
          """)
  void claimLimit(String day, String claimed, String months, String row) {
    Story story =
        officer()
            .runDate("2025-06-01")
            .policy("acting-claim-limit-months", months)
            .acting(TEN_DAYS + ", " + day + " SERGEANT claimed " + claimed);
    assertThat(story.rows()).contains("acting-11 " + row);
  }

  @Test
  @DisplayName("No claim is held whatever the limit; a late one can be released or refused")
  void claimsDecided() {
    Story unclaimed =
        officer()
            .policy("acting-claim-limit-months", "0")
            .acting(TEN_DAYS + ", 04-11 SERGEANT unclaimed");
    assertThat(unclaimed.outcome()).containsExactly("04-11 ACTING_UNCLAIMED");
    assertThat(unclaimed.rows()).contains("acting-11 HELD ACTING_UNCLAIMED");
    String late = TEN_DAYS + ", 04-11 SERGEANT claimed 06-12";
    assertThat(raised(officer().acting(late), ExceptionCode.ACTING_CLAIM_LATE))
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.heldPence()).isEqualTo(1163);
              assertThat(exception.message())
                  .isEqualTo(
                      "The day of 2024-04-11 as acting sergeant was claimed on 2024-06-12, later"
                          + " than 2024-06-11, which is 2 months after it.");
            });
    Story released =
        officer().acting(late).deciding(ExceptionCode.ACTING_CLAIM_LATE, Decision.Verdict.RELEASE);
    assertThat(actingDays(released)).containsExactly("04-11");
    Story refused =
        officer().acting(late).deciding(ExceptionCode.ACTING_CLAIM_LATE, Decision.Verdict.REFUSE);
    assertThat(refused.rows()).contains("acting-11 NOT_DUE REFUSED");
  }

  @Test
  @DisplayName("A qualifying day that is not claimed is told of all the same")
  void qualifyingDaysAreClaimedToo() {
    assertThat(officer().acting("04-01 SERGEANT unclaimed, 04-02 SERGEANT claimed 06-03").outcome())
        .containsExactly("04-01 ACTING_UNCLAIMED", "04-02 ACTING_CLAIM_LATE");
  }

  @DisplayName("As inspector, a constable or sergeant has no allowance on a day off worked")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                             | rank      | roster                     | duty                                    | paid
          a rest day worked                   | INSPECTOR | 04-11 REST                 | 04-11 09:00-14:00                       | no
          by a minute                         | INSPECTOR | 04-11 REST                 | 04-11 09:00-09:01                       | no
          a rest day not worked               | INSPECTOR | 04-11 REST                 | none                                    | yes
          as sergeant                         | SERGEANT  | 04-11 REST                 | 04-11 09:00-14:00                       | yes
          a free day worked                   | INSPECTOR | 04-11 FREE                 | 04-11 09:00-14:00                       | yes
          a duty day worked                   | INSPECTOR | 04-11 07-15                | 04-11 07:00-15:00                       | yes
          a public holiday worked             | INSPECTOR | 04-11 HOLIDAY 07-15        | 04-11 07:00-15:00                       | no
          a public holiday not worked         | INSPECTOR | 04-11 HOLIDAY 07-15        | none                                    | yes
          a day in lieu of a rest day         | INSPECTOR | 04-11 LIEU REST            | 04-11 09:00-14:00                       | no
          a day that was a rest day           | INSPECTOR | 04-11 07-15 was REST changed 04-09 | 04-11 07:00-15:00               | no
          retained into the rest day          | INSPECTOR | 04-10 23-07, 04-11 REST    | 04-10 23:00-04-11 07:30                 | no
          booked on early on the rest day     | INSPECTOR | 04-11 REST, 04-12 07:15-15 | 04-12 06:50-15:00                       | yes
          stood down and held                 | INSPECTOR | 04-11 REST                 | 04-11 09:00-14:00 stood-down 04-01 09:00 | no
          in an absence of five days          | INSPECTOR | 04-10 LEAVE, 04-11 REST, 04-12..04-14 LEAVE | 04-11 09:00-14:00                   | no
          """)
  void daysOff(String story, String rank, String roster, String duty, String paid) {
    Story told = officer().acting(TEN_DAYS + ", 04-11 " + rank).roster(roster);
    assertThat(actingDays(told.duty(duty)))
        .isEqualTo(paid.equals("yes") ? List.of("04-11") : List.of());
  }

  @Test
  @DisplayName("An inspector who acts as chief inspector keeps it on a rest day worked")
  void inspectorsKeepIt() {
    Story story =
        officer()
            .inspector("3")
            .roster("04-11 REST")
            .duty("04-11 09:00-14:00")
            .acting("04-01..04-11 CHIEF_INSPECTOR");
    assertThat(actingDays(story)).containsExactly("04-11");
  }

  @DisplayName("The gap is to the lowest point above own pay, or to the point that is named")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                        | rank      | scale              | point | acting                   | pounds
          49,077 less 46,044                             | CONSTABLE | CONSTABLE_2013     | 7     | SERGEANT                 | 11.63
          the point named: 51,498 less 46,044            | CONSTABLE | CONSTABLE_2013     | 7     | SERGEANT point 4         | 20.91
          58,422 less 51,498                             | SERGEANT  | SERGEANT           | 4     | INSPECTOR                | 26.55
          London's scale: 66,936 less 65,688             | INSPECTOR | INSPECTOR_LONDON   | 3     | CHIEF_INSPECTOR          | 4.78
          another constable's scale, the same pay        | CONSTABLE | CONSTABLE_PRE_2013 | 7     | SERGEANT                 | 11.63
          """)
  void gap(String story, Rank own, String scale, String point, String acting, String pounds) {
    Story told =
        switch (own) {
          case CONSTABLE -> officer();
          case SERGEANT -> officer().sergeant("4");
          default -> officer().inspector("3");
        };
    assertThat(told.onScale(scale, point).acting("04-01..04-11 " + acting).pounds())
        .containsExactly("04-11 ACTING_UP " + pounds);
  }

  @Test
  @DisplayName("london = Y gives the higher rank's London scale: 60,891 less 46,044")
  void london() {
    assertThat(officer().london().acting("04-01..04-11 INSPECTOR").pounds())
        .containsExactly("04-11 ACTING_UP 56.92");
    assertThat(officer().london().acting("04-01..04-11 SERGEANT").pounds())
        .containsExactly("04-11 ACTING_UP 11.63");
  }

  @Test
  @DisplayName("Where no point exceeds own pay, nothing is paid, raised or counted as paid")
  void noHigherPoint() {
    Story story = officer().earning("60000").acting("04-01..04-11 SERGEANT");
    assertThat(story.outcome()).isEmpty();
    assertThat(story.rows()).contains("acting-11 NOT_DUE NOT_ENTITLED");
    Story named = officer().earning("50000").acting("04-01..04-11 SERGEANT point 2");
    assertThat(named.outcome()).isEmpty();
  }

  @DisplayName("Without own rate or the point that is named there is no rate")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the point named | 7  | SERGEANT point 9 | There is no rate for pay scale 'SERGEANT', point '9' on 2024-04-11, so this cannot be priced.
          own point       | 99 | SERGEANT         | There is no rate for pay scale 'CONSTABLE_2013', point '99' on 2024-04-11, so this cannot be priced.
          """)
  void noRate(String story, String ownPoint, String acting, String message) {
    Story told = officer().constable(ownPoint).acting("04-01..04-11 " + acting);
    assertThat(told.outcome()).containsExactly("04-11 NO_RATE");
    assertThat(told.assess().exceptions().getFirst().message()).isEqualTo(message);
    assertThat(told.rows()).contains("acting-10 NOT_DUE QUALIFYING", "acting-11 HELD NO_RATE");
  }

  @Test
  @DisplayName("Before the higher rank's scale is known there is no rate")
  void noScale() {
    Story story =
        officer()
            .earning("40000")
            .range("2019-01-01", "2019-12-31")
            .acting("2019-04-01..2019-04-11 SERGEANT");
    assertThat(story.assess().exceptions())
        .singleElement()
        .extracting(PayException::message)
        .isEqualTo(
            "There is no rate for pay scale 'SERGEANT' on 2019-04-11, so this cannot be priced.");
  }
}
