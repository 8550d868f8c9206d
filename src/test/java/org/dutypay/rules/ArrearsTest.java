package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.Element;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("14 Arrears: what was due against what was paid")
class ArrearsTest {

  private static final long FROM = LocalDate.of(2024, 3, 4).toEpochDay();
  private static final long TO = LocalDate.of(2024, 3, 31).toEpochDay();
  private static final String WEEKS = "MON..FRI 07-15, SAT..SUN REST, MON2..FRI2 07-15";

  /** What a payroll of March 2024 closed with. */
  private static OfficerLedger closing(Story story, List<PaidPayment> paid) {
    OfficerCase officer = story.toCase();
    KnownThen known =
        new KnownThen(
            1,
            FROM,
            TO,
            FROM,
            0,
            Retro.reach(officer),
            DayHashes.terms(officer),
            DayHashes.of(officer, story.context().forceDays(), FROM, TO));
    return new OfficerLedger(
        paid.stream().map(ArrearsTest::line).toList(), List.of(), List.of(), List.of(known));
  }

  private static LedgerLine line(PaidPayment paid) {
    return new LedgerLine(
        1,
        paid.workDate(),
        paid.element(),
        150,
        Unit.HOURS,
        LedgerLine.NO_RATE,
        "",
        paid.amountPence(),
        LineType.NEW,
        Paragraph.G_2_14_1,
        "e1");
  }

  private static OfficerLedger with(OfficerLedger ledger, List<Settlement> settlements) {
    return new OfficerLedger(ledger.lines(), ledger.balances(), settlements, ledger.known());
  }

  private static Settlement settlement(Settlement.Outcome outcome, PaidPayment paid) {
    return new Settlement(
        "p1",
        1,
        outcome,
        paid.workDate(),
        paid.element(),
        paid.amountPence(),
        paid.amountPence(),
        150,
        Unit.HOURS,
        Paragraph.G_2_14_1,
        "e1",
        "",
        "boss");
  }

  private static Arrears.Account account(Story story, OfficerLedger ledger) {
    return account(story, story.toCase(), ledger, element -> element != Element.HOLIDAY_PAY);
  }

  private static Arrears.Account account(
      Story story, OfficerCase officer, OfficerLedger ledger, Predicate<Element> compared) {
    boolean isClosed = !ledger.known().isEmpty();
    RunContext context =
        story.context().with(isClosed ? new ClosedDays(FROM, TO, true) : ClosedDays.NONE);
    WhatChanged.Terms terms = new WhatChanged.Terms(context.policy().text(), "r", "1");
    List<PayLine> due = new PayEngine(context).assess(officer).lines();
    return new Arrears(
            context,
            terms,
            Map.of(1, terms),
            isClosed ? new PaidSoFar.ClosedFrom(FROM, Long.MAX_VALUE) : PaidSoFar.ClosedFrom.NEVER)
        .of(officer, due, ledger, compared);
  }

  /** {@code MON OVERTIME 44.13 - 40.00 = 4.13}, those without a difference among them. */
  private static List<String> inWords(Arrears.Account account) {
    return account.rows().stream()
        .map(
            row ->
                "%s %s %s - %s = %s"
                    .formatted(
                        Story.named(row.workDate()),
                        row.element(),
                        Pounds.plain(row.entitledPence()),
                        Pounds.plain(row.paidPence()),
                        Pounds.plain(row.differencePence())))
        .toList();
  }

  @DisplayName("Due by the rules, paid by paid-history.csv and by the ledger, and the difference")
  @ParameterizedTest(name = "duty {0}, history {1}, ledger {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MON 07:00-17:00  | none                                    | -                  | MON OVERTIME 44.13 - 0.00 = 44.13
          MON 07:00-17:00  | MON OVERTIME 44.13                      | -                  | MON OVERTIME 44.13 - 44.13 = 0.00
          MON 07:00-17:00  | MON OVERTIME 40.00                      | -                  | MON OVERTIME 44.13 - 40.00 = 4.13
          none             | MON OVERTIME 44.13                      | -                  | MON OVERTIME 0.00 - 44.13 = -44.13
          MON 07:00-17:00  | TUE OVERTIME 44.13                      | -                  | MON OVERTIME 44.13 - 0.00 = 44.13, TUE OVERTIME 0.00 - 44.13 = -44.13
          MON 07:00-17:00  | MON BONUS 44.13                         | -                  | MON BONUS 0.00 - 44.13 = -44.13, MON OVERTIME 44.13 - 0.00 = 44.13
          MON 07:00-17:00  | none                                    | MON OVERTIME 44.13 | MON OVERTIME 44.13 - 44.13 = 0.00
          MON 07:00-17:00  | none                                    | none               | MON OVERTIME 44.13 - 0.00 = 44.13
          MON 07:00-17:00  | none                                    | MON OVERTIME 50.00 | MON OVERTIME 44.13 - 50.00 = -5.87
          MON 07:00-17:00  | MON OVERTIME 44.13                      | MON OVERTIME 44.13 | MON OVERTIME 44.13 - 44.13 = 0.00
          MON 07:00-17:00  | MON OVERTIME 10.00                      | MON OVERTIME 44.13 | MON OVERTIME 44.13 - 44.13 = 0.00
          MON 07:00-17:00  | MON BONUS 10.00                         | MON OVERTIME 44.13 | MON BONUS 0.00 - 10.00 = -10.00, MON OVERTIME 44.13 - 44.13 = 0.00
          MON 07:00-17:00  | MON OVERTIME 44.13, MON OVERTIME -44.13 | -                  | MON OVERTIME 44.13 - 0.00 = 44.13
          MON 07:00-17:00  | MON OVERTIME -10.00                     | -                  | MON OVERTIME 44.13 - -10.00 = 54.13
          MON 07:00-17:00  | MON OVERTIME 20.00, MON OVERTIME 20.00  | -                  | MON OVERTIME 44.13 - 40.00 = 4.13
          MON 07:00-17:00  | 02-01 OVERTIME 44.13, 06-01 BONUS 9.00  | -                  | MON OVERTIME 44.13 - 0.00 = 44.13
          """)
  void duePaidDifference(String duty, String history, String ledger, String expected) {
    Story story = officer().range("MON", "SUN4").roster(WEEKS).duty(duty).paid(history);
    OfficerLedger paid =
        ledger.equals("-") ? OfficerLedger.NONE : closing(story, Story.payments(ledger));

    Arrears.Account account = account(story, paid);

    assertThat(inWords(account)).containsExactlyElementsOf(Story.expected(expected));
    assertThat(account.notCovered()).isZero();
  }

  @DisplayName("Paid outside counts as paid; what is refused, or paid by the ledger, does not")
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "PAID_OUTSIDE, MON OVERTIME 44.13, MON OVERTIME 44.13 - 44.13 = 0.00",
    "PAID_OUTSIDE, MON OVERTIME 40.00, MON OVERTIME 44.13 - 40.00 = 4.13",
    "REFUSED, MON OVERTIME 44.13, MON OVERTIME 44.13 - 0.00 = 44.13",
    "PAID, MON OVERTIME 44.13, MON OVERTIME 44.13 - 0.00 = 44.13"
  })
  void decided(Settlement.Outcome outcome, String settled, String expected) {
    Story story = officer().range("MON", "SUN4").roster(WEEKS).duty("MON 07:00-17:00");
    List<Settlement> settlements =
        Story.payments(settled).stream().map(paid -> settlement(outcome, paid)).toList();

    for (OfficerLedger ledger : List.of(OfficerLedger.NONE, closing(story, List.of()))) {
      assertThat(inWords(account(story, with(ledger, settlements)))).containsExactly(expected);
    }
  }

  @DisplayName("What was paid for a day that the feed says too little of is no recovery")
  @ParameterizedTest(name = "roster {0}, history {1}, ledger {2}: {3}, {4} not covered")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TUE..FRI 07-15   | MON OVERTIME 44.13                    | -                   | nothing                                | 1
          TUE..FRI 07-15   | MON OVERTIME 44.13, MON BONUS 5.00    | -                   | nothing                                | 2
          TUE..FRI 07-15   | MON OVERTIME 44.13, TUE BONUS 5.00    | -                   | TUE BONUS 0.00 - 5.00 = -5.00          | 1
          TUE..FRI 07-15   | none                                  | MON OVERTIME 44.13  | nothing                                | 1
          TUE2..FRI2 07-15 | none                                  | TUE2 OVERTIME 44.13 | nothing                                | 1
          MON2..FRI2 07-15 | none                                  | TUE2 OVERTIME 44.13 | TUE2 OVERTIME 0.00 - 44.13 = -44.13    | 0
          """)
  void notCovered(String roster, String history, String ledger, String expected, int notCovered) {
    Story then = officer().roster(WEEKS);
    Story now = officer().range("MON", "SUN4").roster(roster).paid(history);
    OfficerLedger paid =
        ledger.equals("-") ? OfficerLedger.NONE : closing(then, Story.payments(ledger));

    Arrears.Account account = account(now, paid);

    assertThat(inWords(account)).containsExactlyElementsOf(Story.expected(expected));
    assertThat(account.notCovered()).isEqualTo(notCovered);
  }

  @Test
  @DisplayName("an element that is not compared is neither due nor paid")
  void leftOut() {
    Story story =
        officer()
            .range("MON", "SUN4")
            .roster(WEEKS)
            .duty("MON 07:00-17:00")
            .paid("MON HOLIDAY_PAY 20.00, MON OVERTIME 40.00, 03-02 HOLIDAY_PAY 9.99");
    OfficerLedger outside =
        with(
            OfficerLedger.NONE,
            List.of(
                settlement(
                    Settlement.Outcome.PAID_OUTSIDE,
                    PaidPayment.ofAmount(FROM + 1, Element.HOLIDAY_PAY, 500))));

    assertThat(inWords(account(story, outside)))
        .containsExactly("MON OVERTIME 44.13 - 40.00 = 4.13");
    assertThat(inWords(account(story, story.toCase(), outside, element -> true)))
        .containsExactly(
            "MON HOLIDAY_PAY 0.00 - 20.00 = -20.00",
            "MON OVERTIME 44.13 - 40.00 = 4.13",
            "TUE HOLIDAY_PAY 0.00 - 5.00 = -5.00");
  }

  @DisplayName("Units are due less paid, and none where nobody says for how many it was paid")
  @ParameterizedTest(name = "history {0}, other means {1}: {2}")
  @CsvSource({
    "40.00 for 1.25 HOURS, 0, 0.25",
    "40.00 for 1.25 HOURS, 4.13, -1.25",
    "40.00, 0, 0.00",
    "40.00 for 1.25 DAYS, 0, 0.00"
  })
  void units(String history, String outside, String expected) {
    Story story = officer().range("MON", "SUN4").roster(WEEKS).duty("MON 07:00-17:00");
    String[] words = history.split(" for | ", -1);
    PaidPayment paid =
        words.length == 1
            ? PaidPayment.ofAmount(FROM, Element.OVERTIME, hundredths(words[0]))
            : new PaidPayment(
                FROM,
                Element.OVERTIME,
                hundredths(words[0]),
                hundredths(words[1]),
                Unit.valueOf(words[2]));
    List<Settlement> settled =
        outside.equals("0")
            ? List.of()
            : List.of(
                settlement(
                    Settlement.Outcome.PAID_OUTSIDE,
                    PaidPayment.ofAmount(FROM, Element.OVERTIME, hundredths(outside))));

    Arrears.Account account =
        account(
            story,
            paid(story.toCase(), List.of(paid)),
            with(OfficerLedger.NONE, settled),
            element -> true);

    assertThat(account.rows())
        .singleElement()
        .extracting(ArrearsRow::unitsHundredths)
        .isEqualTo(hundredths(expected));
  }

  private static long hundredths(String number) {
    return new BigDecimal(number).movePointRight(2).longValueExact();
  }

  @Test
  @DisplayName("a difference of a closed day says why, one before the ledger says nothing")
  void reasons() {
    Story then = officer().roster(WEEKS).duty("none");
    Story now = officer().range("MON", "SUN4").roster(WEEKS).duty("MON 07:00-17:00");

    assertThat(account(now, closing(then, List.of())).rows())
        .extracting(ArrearsRow::reason)
        .containsExactly("late timesheet e1");
    assertThat(account(now, OfficerLedger.NONE).rows())
        .extracting(ArrearsRow::reason)
        .containsExactly("");
  }

  @Test
  @DisplayName("the units are the difference in units, and the source names the rows behind it")
  void unitsAndSource() {
    Story story = officer().range("MON", "SUN4").roster(WEEKS).duty("MON 07:00-18:00");

    assertThat(account(story, closing(story, Story.payments("MON OVERTIME 44.13"))).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.unitsHundredths()).isEqualTo(100);
              assertThat(row.unit()).isEqualTo(Unit.HOURS);
              assertThat(row.rule()).isEqualTo(Paragraph.G_2_14_1);
              assertThat(row.source()).isEqualTo("e1");
            });
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("the differences are what is due less what was paid, in whatever order it was paid")
  void addsUp(
      @ForAll("stories") RandomStories.Telling telling,
      @ForAll("histories") List<PaidPayment> offsets,
      @ForAll long seed) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    List<PaidPayment> history = onDaysOf(officer, offsets);
    Set<Long> days = new HashSet<>();
    officer.roster().forEach(row -> days.add(row.date()));

    Arrears.Account account = everything(story, paid(officer, history));

    long due =
        story.assess().lines().stream()
            .filter(line -> days.contains(line.workDate()))
            .mapToLong(PayLine::amountPence)
            .sum();
    long paid =
        history.stream()
            .filter(payment -> days.contains(payment.workDate()))
            .mapToLong(PaidPayment::amountPence)
            .sum();
    assertThat(account.rows().stream().mapToLong(ArrearsRow::differencePence).sum())
        .isEqualTo(due - paid);
    List<PaidPayment> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(everything(story, paid(officer, shuffled))).isEqualTo(account);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("once the differences have been paid there is none")
  void paidOff(
      @ForAll("stories") RandomStories.Telling telling,
      @ForAll("histories") List<PaidPayment> offsets) {
    Story story = telling.story();
    List<PaidPayment> history = onDaysOf(story.toCase(), offsets);
    Arrears.Account first = everything(story, paid(story.toCase(), history));
    List<PaidPayment> more = new ArrayList<>(history);
    for (ArrearsRow row : first.rows()) {
      more.add(PaidPayment.ofAmount(row.workDate(), row.element(), row.differencePence()));
    }

    Arrears.Account second = everything(story, paid(story.toCase(), more));

    assertThat(second.rows()).allMatch(row -> row.differencePence() == 0);
    assertThat(second.notCovered()).isEqualTo(first.notCovered());
  }

  private static Arrears.Account everything(Story story, OfficerCase officer) {
    return account(story, officer, OfficerLedger.NONE, element -> true);
  }

  /** Payments whose dates count from the officer's first roster row. */
  private static List<PaidPayment> onDaysOf(OfficerCase officer, List<PaidPayment> offsets) {
    long first = officer.roster().isEmpty() ? FROM : officer.roster().getFirst().date();
    return offsets.stream()
        .map(
            paid ->
                PaidPayment.ofAmount(first + paid.workDate(), paid.element(), paid.amountPence()))
        .toList();
  }

  private static OfficerCase paid(OfficerCase officer, List<PaidPayment> history) {
    return new OfficerCase(
        officer.officerId(),
        officer.records(),
        officer.roster(),
        officer.duties(),
        officer.acting(),
        officer.claims(),
        officer.secondments(),
        officer.openingBalances(),
        history,
        officer.rejected(),
        officer.decisions());
  }

  @Provide
  Arbitrary<RandomStories.Telling> stories() {
    return RandomStories.tellings();
  }

  /** Several for the same day and element among them; the dates are offsets. */
  @Provide
  Arbitrary<List<PaidPayment>> histories() {
    Arbitrary<Long> day = Arbitraries.longs().between(0, 20);
    Arbitrary<Element> element =
        Arbitraries.of(Element.OVERTIME, Element.REST_DAY_WORKING, Element.BONUS);
    Arbitrary<Long> pence = Arbitraries.of(4413L, 5884L, -4413L, 1L, 26479L);
    return Combinators.combine(day, element, pence).as(PaidPayment::ofAmount).list().ofMaxSize(12);
  }
}
