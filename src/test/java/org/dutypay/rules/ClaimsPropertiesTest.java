package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.Claim;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Decision.Verdict;
import org.dutypay.pay.Element;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Severity;

@Label("What holds for every officer's claims")
class ClaimsPropertiesTest {

  private static final int TRIES = 150;
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 25);
  private static final int DAYS = 28;

  /** Claims that meet limits and each other: a month around the start of a tax year. */
  private static final List<String> CLAIMS =
      List.of(
          "ON_CALL",
          "ON_CALL",
          "AWAY_OVERNIGHT",
          "AWAY_OVERNIGHT reason TRAINING",
          "HARDSHIP",
          "HARDSHIP",
          "DOG_HANDLER x2",
          "MILEAGE x9990",
          "MILEAGE x6000",
          "MILEAGE x20.5",
          "MILEAGE x0",
          "MEAL £12.34",
          "MEAL £12.34 receipt",
          "MEAL £12.34 receipt host-approval",
          "REMOVAL £100",
          "TRAVEL £4.50",
          "TRAVEL £0",
          "BONUS £49.99",
          "BONUS £50",
          "TEAM_AWARD £101",
          "TARGETED_PAYMENT £3000",
          "TARGETED_PAYMENT £2000.01",
          "TARGETED_PAYMENT £2000",
          "LONDON_WEIGHTING",
          "SOUTH_EAST_ALLOWANCE £2500",
          "KIT_DAY x6",
          "KIT_DAY x6",
          "KIT_DAY x7.25");

  private static final List<String> ROSTER =
      List.of("FAMILY_LEAVE", "FAMILY_LEAVE", "FAMILY_LEAVE", "FAMILY_LEAVE", "07-15", "");

  /** Claims, and what stands around them, as they are told. */
  record Telling(
      List<String> roster, List<String> claims, long openingMiles, boolean seconded, String cap) {

    Story story() {
      Story story =
          Story.officer()
              .range("2024-03-01", "2024-12-31")
              .runDate("2024-12-31")
              .policy("south-east-cap", cap)
              .roster(String.join(", ", roster))
              .openingDays("MILES", "2024-04-06", openingMiles)
              .claims(String.join(", ", claims));
      return seconded ? story.seconded("2024-04-01..2024-04-10 NCA agreement X1") : story;
    }
  }

  @Provide
  Arbitrary<Telling> tellings() {
    Arbitrary<String> claim =
        Combinators.combine(Arbitraries.integers().between(0, DAYS - 1), Arbitraries.of(CLAIMS))
            .as((day, words) -> FIRST.plusDays(day) + " " + words);
    return Combinators.combine(
            Arbitraries.of(ROSTER).list().ofSize(DAYS),
            claim.list().ofMinSize(1).ofMaxSize(40),
            Arbitraries.of(0L, 0L, 9_990L),
            Arbitraries.of(true, false),
            Arbitraries.of("HIGHER", "LOWER"))
        .as(
            (types, claims, miles, seconded, cap) ->
                new Telling(rosterOf(types), claims, miles, seconded, cap));
  }

  private static List<String> rosterOf(List<String> types) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).isEmpty()) {
        rows.add(FIRST.plusDays(i) + " " + types.get(i));
      }
    }
    return rows;
  }

  /** The same case with other claims, or the same ones in another order. */
  static OfficerCase withClaims(OfficerCase officer, List<Claim> claims) {
    return new OfficerCase(
        officer.officerId(),
        officer.records(),
        officer.roster(),
        officer.duties(),
        officer.acting(),
        claims,
        officer.secondments(),
        officer.openingBalances(),
        officer.paidHistory(),
        officer.rejected(),
        officer.decisions());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("The order of the rows is irrelevant")
  void orderIsIrrelevant(@ForAll("tellings") Telling telling, @ForAll Random random) {
    Story story = telling.story().policy("claim-conflicts", "true");
    OfficerCase officer = story.toCase();
    List<Claim> shuffled = new ArrayList<>(officer.claims());
    Collections.shuffle(shuffled, random);
    PayEngine engine = new PayEngine(story.context());
    Outcome told = engine.assess(officer);
    Outcome otherwise = engine.assess(withClaims(officer, shuffled));
    assertThat(otherwise.lines()).isEqualTo(told.lines());
    assertThat(otherwise.exceptions()).isEqualTo(told.exceptions());
    assertThat(otherwise.rows()).containsExactlyInAnyOrderElementsOf(told.rows());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Every claim is accounted for once: paid by one line, held by a matter, or not due")
  void accountedOnce(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    Outcome outcome = story.assess();
    assertThat(outcome.rows())
        .extracting(RowOutcome::entryId)
        .containsExactlyInAnyOrderElementsOf(
            story.toCase().claims().stream().map(Claim::claimId).toList());
    for (RowOutcome row : outcome.rows()) {
      boolean isBlocked =
          outcome.exceptions().stream()
              .anyMatch(
                  one ->
                      one.entryId().equals(row.entryId()) && one.severity() == Severity.BLOCKING);
      assertThat(outcome.lines())
          .filteredOn(line -> line.source().equals(row.entryId()))
          .hasSize(row.kind() == RowOutcome.Kind.PAID ? 1 : 0);
      assertThat(row.kind() == RowOutcome.Kind.HELD).as(row.toString()).isEqualTo(isBlocked);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("One line a day for on call and the night allowances, and no hardship without a night")
  void onceADay(@ForAll("tellings") Telling telling) {
    List<String> paid =
        telling.story().assess().lines().stream()
            .filter(
                line ->
                    line.element() == Element.ON_CALL
                        || line.element() == Element.AWAY_OVERNIGHT
                        || line.element() == Element.HARDSHIP)
            .map(line -> line.element() + " " + line.workDate())
            .toList();
    assertThat(paid).doesNotHaveDuplicates();
    assertThat(paid)
        .containsAll(
            paid.stream()
                .filter(entry -> entry.startsWith("HARDSHIP"))
                .map(entry -> entry.replace("HARDSHIP", "AWAY_OVERNIGHT"))
                .toList());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Targeted payments fill the year's maximum in order, and never pass it")
  void targetedPayments(@ForAll("tellings") Telling telling) {
    List<String> fitting = new ArrayList<>();
    long total = 0;
    for (Claim claim : telling.story().toCase().claims()) {
      if (claim.type() == Claim.Type.TARGETED_PAYMENT && total + claim.amountPence() <= 5_000_00) {
        total += claim.amountPence();
        fitting.add(claim.claimId());
      }
    }
    assertThat(linesOf(telling.story().assess(), Element.TARGETED_PAYMENT))
        .extracting(PayLine::source)
        .containsExactlyInAnyOrderElementsOf(fitting);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("Once every matter is released, every claim that comes to something is paid")
  void released(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    PayEngine engine = new PayEngine(story.context());
    // A release lets others count, which may hold a later claim that was not held before.
    int known;
    do {
      known = officer.decisions().size();
      for (PayException one : engine.assess(officer).exceptions()) {
        officer = officer.deciding(one.id(), new Decision(Verdict.RELEASE, OptionalLong.empty()));
      }
    } while (officer.decisions().size() > known);
    List<String> worthSomething =
        officer.claims().stream()
            .filter(claim -> claim.quantityTenThousandths() != 0 && claim.amountPence() != 0)
            .map(Claim::claimId)
            .toList();
    assertThat(engine.assess(officer).lines())
        .extracting(PayLine::source)
        .containsExactlyInAnyOrderElementsOf(worthSomething);
  }

  private static List<PayLine> linesOf(Outcome outcome, Element element) {
    return outcome.lines().stream().filter(line -> line.element() == element).toList();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("A tax year's mileage comes to what its paid miles are worth in one")
  void mileage(@ForAll("tellings") Telling telling) {
    long newYear = LocalDate.of(2024, 4, 6).toEpochDay();
    List<PayLine> lines = linesOf(telling.story().assess(), Element.MILEAGE);
    inOneYear(lines.stream().filter(line -> line.workDate() < newYear).toList(), 0);
    inOneYear(
        lines.stream().filter(line -> line.workDate() >= newYear).toList(), telling.openingMiles());
  }

  private static void inOneYear(List<PayLine> lines, long before) {
    long miles = lines.stream().mapToLong(PayLine::unitsHundredths).sum();
    long full = Math.min(miles, (10_000 - before) * 100);
    long hundredthsOfAPenny = full * 45 + (miles - full) * 25;
    long paid = lines.stream().mapToLong(PayLine::amountPence).sum();
    // Each line is rounded once, by half a penny at most.
    assertThat(Math.abs(paid * 100 - hundredthsOfAPenny)).isLessThanOrEqualTo(50L * lines.size());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @Label("No more than ten keeping in touch days are paid in one unbroken family leave")
  void kitDays(@ForAll("tellings") Telling telling) {
    Map<String, Integer> paid = new HashMap<>();
    for (PayLine line : telling.story().assess().lines()) {
      if (line.element() == Element.KIT_DAY) {
        paid.merge(leaveOf(LocalDate.ofEpochDay(line.workDate()), telling), 1, Integer::sum);
      }
    }
    assertThat(paid.values()).allMatch(days -> days <= 10);
  }

  private static String leaveOf(LocalDate day, Telling telling) {
    if (!telling.roster().contains(day + " FAMILY_LEAVE")) {
      return "none";
    }
    LocalDate first = day;
    while (telling.roster().contains(first.minusDays(1) + " FAMILY_LEAVE")) {
      first = first.minusDays(1);
    }
    return first.toString();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  @Label("A range gives exactly what the whole gives for its days")
  void rangeIsAWindow(@ForAll("tellings") Telling telling) {
    Outcome whole = telling.story().assess();
    Outcome part = telling.story().range("2024-04-03", "2024-04-12").assess();
    long from = Story.day("2024-04-03").toEpochDay();
    long to = Story.day("2024-04-12").toEpochDay();
    assertThat(part.lines())
        .isEqualTo(
            whole.lines().stream()
                .filter(line -> line.workDate() >= from && line.workDate() <= to)
                .toList());
    assertThat(claimMatters(part))
        .isEqualTo(
            claimMatters(whole).stream()
                .filter(one -> one.date() >= from && one.date() <= to)
                .toList());
  }

  private static List<PayException> claimMatters(Outcome outcome) {
    return outcome.exceptions().stream()
        .filter(one -> one.file().equals("claims.csv"))
        .map(one -> one.withMoneyAtStake(0, 0))
        .toList();
  }
}
