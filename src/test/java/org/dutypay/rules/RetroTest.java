package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Element;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;
import org.dutypay.rules.RandomStories.Telling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("14 Arrears and recoveries of closed days")
class RetroTest {

  private static final long FROM = LocalDate.of(2024, 3, 4).toEpochDay();
  private static final long TO = LocalDate.of(2024, 3, 31).toEpochDay();

  /** A closing of March 2024 that paid what a story gave. */
  private static OfficerLedger closing(Story story) {
    return closing(story, FROM, TO);
  }

  private static OfficerLedger closing(Story story, long from, long to) {
    OfficerCase officer = story.toCase();
    Outcome outcome = story.assess();
    List<LedgerLine> lines = new ArrayList<>();
    for (PayLine line : outcome.lines()) {
      if (line.workDate() >= from && line.workDate() <= to) {
        lines.add(paid(1, line));
      }
    }
    List<LedgerBalance> balances = new ArrayList<>();
    for (Balance balance : outcome.balances()) {
      if (balance.workDate() >= from && balance.workDate() <= to) {
        balances.add(
            new LedgerBalance(
                1,
                balance.workDate(),
                balance.account(),
                balance.minutes(),
                balance.daysHundredths(),
                balance.expiresOn(),
                balance.rule(),
                balance.source()));
      }
    }
    KnownThen known =
        new KnownThen(
            1,
            from,
            to,
            from,
            0,
            Retro.reach(officer),
            DayHashes.terms(officer),
            DayHashes.of(officer, story.context().forceDays(), from, to));
    return new OfficerLedger(lines, balances, List.of(), List.of(known));
  }

  private static LedgerLine paid(int closing, PayLine line) {
    boolean isNew = line.type() == LineType.NEW;
    return new LedgerLine(
        closing,
        line.workDate(),
        line.element(),
        line.unitsHundredths(),
        line.unit(),
        isNew ? line.rateTenThousandths() : LedgerLine.NO_RATE,
        isNew ? line.multiple().toString() : "",
        line.amountPence(),
        line.type(),
        line.rule(),
        line.source());
  }

  private static Retro.Settled settle(Story story, OfficerLedger ledger) {
    return settle(story, ledger, FROM, TO);
  }

  private static Retro.Settled settle(Story story, OfficerLedger ledger, long from, long to) {
    RunContext context = story.context().with(new ClosedDays(from, to, true));
    WhatChanged.Terms terms = new WhatChanged.Terms(context.policy().text(), "r", "1");
    OfficerCase officer = story.toCase();
    return new Retro(context, terms, Map.of(1, terms))
        .settle(officer, new PayEngine(context).assess(officer), ledger);
  }

  private static List<String> inWords(Retro.Settled settled) {
    List<String> words = new ArrayList<>();
    for (PayLine line : settled.outcome().lines()) {
      words.add(
          "%s %s %s %s"
              .formatted(
                  line.type(),
                  LocalDate.ofEpochDay(line.workDate()).toString().substring(5),
                  line.element(),
                  Pounds.plain(line.amountPence())));
    }
    for (Balance balance : settled.outcome().balances()) {
      words.add(
          "%s %s %+d"
              .formatted(
                  LocalDate.ofEpochDay(balance.workDate()).toString().substring(5),
                  balance.account(),
                  balance.minutes() == Balance.NONE
                      ? balance.daysHundredths()
                      : balance.minutes()));
    }
    return words;
  }

  @DisplayName("What is right now, less what was paid, is what is due, and it says why")
  @ParameterizedTest(name = "{0} / {1} then {2} / {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00                       | MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00                       | nothing                                   |
          MON..FRI 07-15, SAT..SUN REST | none                                  | MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00                       | ARREARS 03-04 OVERTIME 44.13              | late timesheet e1
          MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00                       | MON..FRI 07-15, SAT..SUN REST | none                                  | RECOVERY 03-04 OVERTIME -44.13            | deleted timesheet e1
          MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00                       | MON..FRI 07-15, SAT..SUN REST | MON 07:00-18:00                       | ARREARS 03-04 OVERTIME 29.42              | changed timesheet
          MON..SUN 07-15                | SAT 07:00-15:00                       | MON..FRI 07-15, SAT REST, SUN 07-15 | SAT 07:00-15:00                 | ARREARS 03-09 REST_DAY_WORKING 264.79     | changed roster
          MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00 toil                  | MON..FRI 07-15, SAT..SUN REST | MON 07:00-18:00 toil                  | 03-04 TOIL +75                            |
          MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00 toil                  | MON..FRI 07-15, SAT..SUN REST | MON 07:00-17:00                       | ARREARS 03-04 OVERTIME 44.13, 03-04 TOIL -120 | changed timesheet
          MON..FRI 07-15, SAT..SUN REST | TUE 07:00-16:00, WED 07:00-16:00, THU 07:00-16:00, FRI 07:00-16:00 | MON..FRI 07-15, SAT..SUN REST | TUE 07:00-16:00, WED 07:00-16:00, THU 07:00-16:00, FRI 07:00-16:00, MON 07:00-16:00 | ARREARS 03-04 OVERTIME 14.71, ARREARS 03-08 OVERTIME 14.71 | late timesheet e5; late timesheet of 2024-03-04
          """)
  void differences(
      String rosterThen,
      String dutyThen,
      String rosterNow,
      String dutyNow,
      String expected,
      String reasons) {
    Story then = officer().roster(rosterThen).duty(dutyThen);
    Story now = officer().roster(rosterNow).duty(dutyNow);

    Retro.Settled settled = settle(now, closing(then));

    assertThat(inWords(settled)).containsExactlyElementsOf(Story.expected(expected));
    if (reasons != null) {
      assertThat(settled.outcome().lines())
          .extracting(PayLine::note)
          .zipSatisfy(
              List.of(reasons.split("; ", -1)),
              (note, reason) -> assertThat(note).startsWith(reason));
    }
  }

  @DisplayName("A day is reckoned afresh only where the feed reaches back as far as its rules need")
  @ParameterizedTest(name = "{2}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15 | TUE2 07:00-17:00 | MON2..FRI2 07-15           | RECOVERY 03-12 OVERTIME -44.13 | the week is there        | 0
          MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15 | TUE2 07:00-17:00 | TUE2..FRI2 07-15           | none                           | its count begins late    | 1
          MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15 | MON2 07:00-17:00 | MON2..FRI2 07-15           | none                           | the day before is not    | 1
          MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15 | MON2 07:00-17:00 | SUN REST, MON2..FRI2 07-15 | RECOVERY 03-11 OVERTIME -44.13 | the day before is there  | 0
          MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15 | TUE2 07:00-17:00 | MON..FRI 07-15             | none                           | the roster ends before   | 1
          """)
  void reaches(
      String rosterThen,
      String dutyThen,
      String rosterNow,
      String expected,
      String why,
      int notCovered) {
    Story then = officer().roster(rosterThen).duty(dutyThen);
    Story now = officer().roster(rosterNow).duty("none");

    Retro.Settled settled = settle(now, closing(then));

    List<String> differences = expected.equals("none") ? List.of() : List.of(expected);
    assertThat(inWords(settled)).as(why).containsExactlyElementsOf(differences);
    assertThat(settled.notCovered()).as(why).isEqualTo(notCovered);
  }

  @Test
  @DisplayName(
      "near a public holiday the feed needs the leave year, as far as it went at the close")
  void nearHoliday() {
    String holidayWeek = "MON4..THU4 07-15, FRI4 HOLIDAY 07-15";
    Story then = officer().roster("MON..FRI 07-15, " + holidayWeek).duty("THU4 07:00-17:00");
    Story shorter = officer().roster("FRI 07-15, " + holidayWeek).duty("none");
    Story asFar = officer().roster("MON..FRI 07-15, " + holidayWeek).duty("none");

    assertThat(inWords(settle(shorter, closing(then)))).isEmpty();
    assertThat(inWords(settle(asFar, closing(then))))
        .containsExactly("RECOVERY 03-28 OVERTIME -44.13");
  }

  @Test
  @DisplayName("an absence that begins before the feed keeps what was paid for it")
  void absence() {
    String days = "MON LEAVE, TUE LEAVE, WED LEAVE, THU LEAVE, FRI 07-15";
    Story then = officer().roster("02-26 07-15, " + days).duty("WED 08:00-12:00");
    Story without = officer().roster("WED LEAVE, THU LEAVE, FRI 07-15").duty("WED 08:00-12:00");

    assertThat(inWords(settle(without, closing(then)))).isEmpty();
    assertThat(inWords(settle(then, closing(then)))).isEmpty();
  }

  @Test
  @DisplayName("acting up needs the days from 1 April, or an opening balance that counts them")
  void acting() {
    String days = "MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15";
    Story then =
        officer().openingDays("ACTING_DAYS", "MON", 9).roster(days).acting("MON..TUE SERGEANT");
    Story unclaimed = officer().roster(days).acting("MON..TUE SERGEANT");
    Story fewer =
        officer().openingDays("ACTING_DAYS", "MON", 9).roster(days).acting("MON SERGEANT");

    assertThat(closing(then).lines()).extracting(LedgerLine::element).contains(Element.ACTING_UP);
    assertThat(inWords(settle(fewer, closing(then))))
        .containsExactly("RECOVERY 03-05 ACTING_UP -11.63");
    assertThat(
            settle(unclaimed, withReach(closing(then), new KnownThen.Reach(0, TO, 0, 0, 0)))
                .notCovered())
        .isEqualTo(1);
  }

  @Test
  @DisplayName(
      "an opening balance of another year, or one that the feed has left behind, covers nothing")
  void staleOpening() {
    String week = "MON..FRI 07-15, SAT..SUN REST";
    Story then =
        officer().openingDays("MILES", "2023-04-06", 9990).roster(week).claims("TUE MILEAGE x100");
    Story lastYears =
        officer().openingDays("MILES", "2022-06-01", 9990).roster(week).claims("TUE MILEAGE x50");
    Story leftBehind =
        officer()
            .openingDays("MILES", "2023-06-01", 9990)
            .roster("TUE..FRI 07-15")
            .claims("TUE MILEAGE x50");

    assertThat(inWords(settle(then, closing(then)))).isEmpty();
    OfficerLedger farther =
        withReach(closing(then), new KnownThen.Reach(0, TO, 0, 0, Long.MAX_VALUE));
    assertThat(inWords(settle(lastYears, farther))).isEmpty();
    assertThat(inWords(settle(leftBehind, farther))).isEmpty();
    assertThat(settle(leftBehind, farther).notCovered()).isEqualTo(1);
  }

  @Test
  @DisplayName("a close whose acting rows go back less does not settle a day anew")
  void shorterClose() {
    String days = "MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15";
    Story then =
        officer().openingDays("ACTING_DAYS", "MON", 9).roster(days).acting("MON..TUE SERGEANT");
    Story without = officer().roster(days).acting("MON..TUE SERGEANT");
    OfficerLedger first = closing(then);
    KnownThen known = first.known().getFirst();
    KnownThen far = with(known, 1, new KnownThen.Reach(FROM, TO, 0, FROM, 0));
    KnownThen shorter =
        new KnownThen(
            2,
            TO + 1,
            TO + 30,
            FROM,
            0,
            new KnownThen.Reach(FROM, TO, FROM, FROM, 0),
            known.terms(),
            known.days());
    OfficerLedger ledger =
        new OfficerLedger(first.lines(), first.balances(), List.of(), List.of(far, shorter));

    assertThat(inWords(settle(without, ledger))).isEmpty();
    assertThat(settle(without, ledger).notCovered()).isEqualTo(1);
  }

  @Test
  @DisplayName("time off that was taken needs the credits it was taken from")
  void timeOffTaken() {
    String before = "01-02 07-15, 01-03 07-15, ";
    String after = "02-05 07-15, 02-06 07-15, 02-20 TOIL 07-09, 05-06 REST";
    String february = "02-06 07:00-17:00 told 02-05 10:00 toil";
    Story then =
        officer()
            .roster(before + after)
            .duty("01-03 07:00-19:00 told 01-02 10:00 toil, " + february)
            .runDate("07-31");
    Story shorter = officer().roster(after).duty(february).runDate("07-31");
    long from = LocalDate.of(2024, 1, 1).toEpochDay();
    long to = LocalDate.of(2024, 5, 31).toEpochDay();
    OfficerLedger ledger = closing(then, from, to);

    assertThat(ledger.lines()).extracting(LedgerLine::element).contains(Element.TOIL_PAID);
    assertThat(inWords(settle(shorter, ledger, from, to)))
        .noneMatch(words -> words.contains("TOIL_PAID"));
  }

  private static KnownThen with(KnownThen then, int closing, KnownThen.Reach reach) {
    return new KnownThen(
        closing, then.from(), then.to(), then.comparedFrom(), 0, reach, then.terms(), then.days());
  }

  private static OfficerLedger withReach(OfficerLedger ledger, KnownThen.Reach reach) {
    return new OfficerLedger(
        ledger.lines(),
        ledger.balances(),
        ledger.settlements(),
        List.of(with(ledger.known().getFirst(), 1, reach)));
  }

  @DisplayName("What people decided about proposed arrears is not paid a second time")
  @ParameterizedTest(name = "closed with {0}, {1} {2} of {3} due: {4}")
  @CsvSource({
    "none, IN_FLIGHT, 4413, 4413, nothing",
    "none, PAID_OUTSIDE, 4413, 4413, nothing",
    "none, PAID_OUTSIDE, 4000, 4000, ARREARS 03-04 OVERTIME 4.13",
    "none, REFUSED, 4413, 4413, nothing",
    "none, REFUSED, 4413, 5000, ARREARS 03-04 OVERTIME 44.13",
    "none, REFUSED, 4000, 4413, ARREARS 03-04 OVERTIME 4.13",
    "none, REFUSED, -1471, 4413, ARREARS 03-04 OVERTIME 44.13",
    "none, PAID, 4413, 4413, ARREARS 03-04 OVERTIME 44.13",
    "MON 07:00-17:00, IN_FLIGHT, 4413, 4413, RECOVERY 03-04 OVERTIME -44.13",
    "MON 07:00-17:00, REFUSED, 4413, 4413, nothing",
    "MON 07:00-18:00, REFUSED, -2942, 4413, nothing",
    "MON 07:00-18:00, REFUSED, 4413, 4413, RECOVERY 03-04 OVERTIME -29.42"
  })
  void settled(
      String closedWith, Settlement.Outcome outcome, long amount, long entitled, String expected) {
    Story now = officer().roster("MON..FRI 07-15, SAT..SUN REST").duty("MON 07:00-17:00");
    OfficerLedger before =
        closing(officer().roster("MON..FRI 07-15, SAT..SUN REST").duty(closedWith));
    Settlement settlement =
        new Settlement(
            "p1",
            1,
            outcome,
            FROM,
            Element.OVERTIME,
            entitled,
            amount,
            150,
            Unit.HOURS,
            Paragraph.G_2_14_1,
            "e1",
            "",
            "boss");
    OfficerLedger ledger =
        new OfficerLedger(before.lines(), before.balances(), List.of(settlement), before.known());

    assertThat(inWords(settle(now, ledger))).containsExactlyElementsOf(Story.expected(expected));
  }

  @Test
  @DisplayName("an officer whom no closing knew is paid from the first officers row on")
  void newOfficer() {
    Story late = officer().serviceStart("TUE2").roster("TUE2..FRI2 07-15").duty("WED2 07:00-17:00");

    Retro.Settled settled = settle(late, OfficerLedger.NONE);

    assertThat(inWords(settled)).containsExactly("ARREARS 03-13 OVERTIME 44.13");
    assertThat(settled.outcome().lines().getFirst().note())
        .contains("the officer was not in the feed when the period was closed");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("what was paid and the differences add up to what is right, and then nothing more is due")
  void addsUp(@ForAll("pairs") List<Telling> pair) {
    Story then = pair.get(0).story();
    Story now = pair.get(1).story();
    long from = then.toCase().roster().isEmpty() ? FROM : then.toCase().roster().getFirst().date();
    long to = from + 30;
    OfficerLedger before = closing(then, from, to);

    Retro.Settled first = settle(now, before, from, to);
    List<LedgerLine> lines = new ArrayList<>(before.lines());
    first.outcome().lines().stream()
        .filter(line -> line.type() != LineType.NEW)
        .forEach(line -> lines.add(paid(2, line)));
    List<LedgerBalance> balances = new ArrayList<>(before.balances());
    first.outcome().balances().stream()
        .filter(balance -> balance.workDate() >= from && balance.workDate() <= to)
        .forEach(
            balance ->
                balances.add(
                    new LedgerBalance(
                        2,
                        balance.workDate(),
                        balance.account(),
                        balance.minutes(),
                        balance.daysHundredths(),
                        balance.expiresOn(),
                        balance.rule(),
                        balance.source())));
    OfficerLedger after = new OfficerLedger(lines, balances, List.of(), before.known());
    Retro.Settled second = settle(now, after, from, to);

    assertThat(second.outcome().lines()).noneMatch(line -> line.type() != LineType.NEW);
    assertThat(second.outcome().balances())
        .noneMatch(balance -> balance.workDate() >= from && balance.workDate() <= to);
    if (first.notCovered() == 0) {
      long right =
          now.assess().lines().stream()
              .filter(line -> line.workDate() >= from && line.workDate() <= to)
              .mapToLong(PayLine::amountPence)
              .sum();
      assertThat(lines.stream().mapToLong(LedgerLine::amountPence).sum()).isEqualTo(right);
    }
  }

  @Provide
  Arbitrary<List<Telling>> pairs() {
    return RandomStories.tellings().list().ofSize(2);
  }
}
