package org.dutypay.rules;

import java.time.MonthDay;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Day;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Days;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.HourlyRate;
import org.dutypay.pay.Length;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Rounding;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Unit;
import org.dutypay.reference.Allowances.Allowance;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Claims: rulebook 12. A row is one day, night, month or item.
 *
 * <p>On call is paid once a day (G 1.21), a night held in reserve once a night (G 1.19), and a
 * hardship allowance with it where there is no single en-suite room (G 1.20). Dog handlers have a
 * monthly allowance and a share of it for each further dog (G 1.10); mileage has one rate up to
 * 10,000 miles of a tax year and another after (G 1.9). Expenses are paid as claimed (G 1.26 to
 * 1.29), some with a receipt only, and on secondment with the host's approval only (S 3.10.2).
 * Bonuses, team awards and targeted payments keep to their published limits (G 1.15 to 1.17), the
 * regional allowances to their caps (G 1.7, 1.11, 1.13). Ten keeping in touch days are paid in one
 * family leave (G 2.54).
 *
 * <p>Everything that is wrong with a claim is named. It is paid when nothing is, or a person has
 * released it all; until then, or refused, it counts towards no limit. One that only lacks a rate
 * counts.
 */
final class Claims {

  /** A claim of one: a day, a night, a month, an item. */
  private static final long ONE = 100;

  private static final int MONTHS_OF_A_YEAR = 12;
  private static final String MILES = "MILES";

  /** Why an officer away overnight is not held in reserve (G 1.19.3). */
  private static final Set<String> NOT_RESERVE = Set.of("TRAINING", "ROUTINE");

  private static final Comparator<Claim> ORDER =
      Comparator.comparingLong(Claim::date)
          .thenComparing(claim -> claim.type() != Claim.Type.AWAY_OVERNIGHT)
          .thenComparing(Claim::claimId, ByteOrder.OF_UTF_8);

  /** The limits that are not among the published allowances; miles × 10,000. */
  private record Numbers(
      long fullRateMiles, MonthDay taxYearStarts, MonthDay targetedYearStarts, int kitDays) {}

  /**
   * What a claim comes to if it passes.
   *
   * @param units in hundredths
   * @param rate of one unit
   */
  private record Price(long units, Unit unit, ExactAmount rate, ExactAmount amount, String note) {

    /** One of something. */
    static Price of(Unit unit, long pence, String note) {
      return of(unit, ExactAmount.ofPence(pence), note);
    }

    static Price of(Unit unit, ExactAmount amount, String note) {
      return new Price(ONE, unit, amount, amount, note);
    }
  }

  private record DayAndType(long date, Claim.Type type) {}

  private final Dated<Numbers> numbers;
  private final Allowance southEastCap;
  private final Rounding rounding;

  Claims(RunContext run) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    (long) dated.whole("claims.full-rate-miles", day) * Length.PER_MINUTE,
                    MonthDay.of(
                        dated.whole("claims.tax-year-month", day),
                        dated.whole("claims.tax-year-day", day)),
                    MonthDay.of(dated.whole("claims.targeted-payment-year-month", day), 1),
                    dated.whole("claims.kit-days", day)));
    southEastCap =
        run.policy().is(Policy.Key.SOUTH_EAST_CAP, "HIGHER")
            ? Allowance.SOUTH_EAST_ALLOWANCE_CAP_HIGHER
            : Allowance.SOUTH_EAST_ALLOWANCE_CAP_LOWER;
    rounding = run.policy().rounding();
  }

  void assess(Days days, Assessment assessment) {
    if (assessment.officer().claims().isEmpty()) {
      return;
    }
    OfOfficer ofOfficer = new OfOfficer(days, assessment);
    assessment.officer().claims().stream().sorted(ORDER).forEach(ofOfficer::assess);
  }

  /** One officer's claims in order, with what the earlier ones have used up. */
  private final class OfOfficer {

    private final Days days;
    private final Assessment assessment;
    private final Map<DayAndType, String> firstOfDay = new HashMap<>();
    private final Set<Long> nightsPaid = new HashSet<>();

    /** × 10,000, by the first day of the tax year. */
    private final Map<Long, Long> milesPaid = new HashMap<>();

    /** In pence, by the first day of the year. */
    private final Map<Long, Long> targetedPaid = new HashMap<>();

    /** By the first day of the family leave, {@link None#NONE} for days outside any. */
    private final Map<Long, Integer> kitDaysPaid = new HashMap<>();

    OfOfficer(Days days, Assessment assessment) {
      this.days = days;
      this.assessment = assessment;
      for (OpeningBalance opening : assessment.officer().openingBalances()) {
        if (opening.account().equals(MILES) && None.isGiven(opening.daysTenThousandths())) {
          milesPaid.merge(taxYear(opening.date()), opening.daysTenThousandths(), Long::sum);
        }
      }
    }

    void assess(Claim claim) {
      ClaimReview review = new ClaimReview(claim, paragraph(claim.type()), assessment);
      Optional<Price> price = price(review);
      if (!review.isPassed()) {
        review.holdOrRefuse();
      } else if (price.isPresent()) {
        pay(review, price.get());
      } else {
        // How much is open, not whether: the day or the miles are used up.
        count(claim);
        review.holdWithoutRate();
      }
    }

    private void pay(ClaimReview review, Price price) {
      Claim claim = review.claim();
      if (price.amount().rounded(rounding) == 0) {
        assessment.rows().notDue(claim, RowOutcome.NOTHING_CLAIMED);
        review.passes("it comes to nothing");
        return;
      }
      count(claim);
      assessment.rows().paid(claim);
      assessment.line(
          claim.date(),
          Element.valueOf(claim.type().name()),
          price.units(),
          price.unit(),
          price.rate(),
          price.amount(),
          paragraph(claim.type()),
          claim.claimId(),
          price.note());
    }

    private Optional<Price> price(ClaimReview review) {
      return switch (review.claim().type()) {
        case ON_CALL -> onCall(review);
        case AWAY_OVERNIGHT -> awayOvernight(review);
        case HARDSHIP -> hardship(review);
        case DOG_HANDLER -> dogHandler(review);
        case MILEAGE -> mileage(review);
        case MEDICAL, TRAVEL -> Optional.of(expense(review));
        case MEAL, ACCOMMODATION, REMOVAL -> Optional.of(expenseWithReceipt(review));
        case BONUS -> award(review, Allowance.BONUS_MIN, Allowance.BONUS_MAX);
        case TEAM_AWARD -> award(review, Allowance.TEAM_AWARD_MIN, Allowance.TEAM_AWARD_MAX);
        case TARGETED_PAYMENT -> targetedPayment(review);
        case LONDON_WEIGHTING -> regional(review, Allowance.LONDON_WEIGHTING, List.of());
        case LONDON_ALLOWANCE -> regional(review, Allowance.LONDON_ALLOWANCE_CAP, List.of());
        case SOUTH_EAST_ALLOWANCE ->
            regional(review, southEastCap, List.of(Policy.Key.SOUTH_EAST_CAP));
        case KIT_DAY -> kitDay(review);
      };
    }

    /** What passes counts towards the limits of later claims. */
    private void count(Claim claim) {
      long date = claim.date();
      Reasons reasons = assessment.reasons();
      switch (claim.type()) {
        case AWAY_OVERNIGHT -> nightsPaid.add(date);
        case MILEAGE -> {
          long miles = claim.quantityTenThousandths();
          long sum = milesPaid.merge(taxYear(date), miles, Long::sum);
          reasons.counted(() -> milesCounted(date, sum - miles, sum));
        }
        case TARGETED_PAYMENT -> {
          long amount = claim.amountPence();
          long sum = targetedPaid.merge(targetedYear(date), amount, Long::sum);
          reasons.counted(() -> targetedCounted(date, sum - amount, sum));
        }
        case KIT_DAY -> {
          int sum = kitDaysPaid.merge(familyLeave(date), 1, Integer::sum);
          reasons.counted(() -> kitDaysCounted(date, sum));
        }
        case ON_CALL,
            HARDSHIP,
            DOG_HANDLER,
            MEDICAL,
            MEAL,
            ACCOMMODATION,
            REMOVAL,
            TRAVEL,
            BONUS,
            TEAM_AWARD,
            LONDON_WEIGHTING,
            LONDON_ALLOWANCE,
            SOUTH_EAST_ALLOWANCE -> {
          // No limit adds these up.
        }
      }
    }

    private Count milesCounted(long date, long before, long after) {
      return new Count(
          date,
          "miles paid in the tax year from " + Assessment.day(taxYear(date)),
          Length.decimal(before),
          Length.decimal(after));
    }

    private Count targetedCounted(long date, long before, long after) {
      return new Count(
          date,
          "targeted payments in the year from " + Assessment.day(targetedYear(date)),
          pounds(before),
          pounds(after));
    }

    private Count kitDaysCounted(long date, int after) {
      return new Count(
          date,
          "keeping in touch days paid " + inFamilyLeave(familyLeave(date)),
          Integer.toString(after - 1),
          Integer.toString(after));
    }

    private static String inFamilyLeave(long leave) {
      return None.isGiven(leave)
          ? "in the family leave from " + Assessment.day(leave)
          : "outside any family leave";
    }

    private Optional<Price> onCall(ClaimReview review) {
      checkFirstOfDay(review, "a day");
      return review
          .pence(Allowance.ON_CALL)
          .map(rate -> Price.of(Unit.DAYS, rate, "on call, " + pounds(rate) + " a day"));
    }

    private Optional<Price> awayOvernight(ClaimReview review) {
      checkFirstOfDay(review, "a night");
      String reason = review.claim().reason().strip().toUpperCase(Locale.ROOT);
      if (NOT_RESERVE.contains(reason)) {
        review.raise(
            ExceptionCode.NOT_IN_RESERVE,
            "The reason of the night of "
                + Assessment.day(review.claim().date())
                + " is "
                + reason
                + ", which is not being held in reserve.",
            review.facts());
      } else {
        review.passes("its reason is neither TRAINING nor ROUTINE");
      }
      return review
          .pence(Allowance.AWAY_OVERNIGHT)
          .map(
              rate -> Price.of(Unit.NIGHTS, rate, "held in reserve, " + pounds(rate) + " a night"));
    }

    private Optional<Price> hardship(ClaimReview review) {
      checkFirstOfDay(review, "a night");
      if (!nightsPaid.contains(review.claim().date())) {
        review.raise(
            ExceptionCode.NOT_IN_RESERVE,
            "No AWAY_OVERNIGHT is paid for the night of "
                + Assessment.day(review.claim().date())
                + ", so the officer was not held in reserve.",
            review.facts().value("AWAY_OVERNIGHT", "not paid"));
      } else {
        review.passes("an AWAY_OVERNIGHT is paid for the night");
      }
      return review
          .pence(Allowance.HARDSHIP)
          .map(
              rate ->
                  Price.of(
                      Unit.NIGHTS,
                      rate,
                      "held in reserve without a single en-suite room, "
                          + pounds(rate)
                          + " a night"));
    }

    /** A second claim of one day is a duplicate whatever became of the first. */
    private void checkFirstOfDay(ClaimReview review, String each) {
      Claim claim = review.claim();
      String first =
          firstOfDay.computeIfAbsent(
              new DayAndType(claim.date(), claim.type()), day -> claim.claimId());
      if (!first.equals(claim.claimId())) {
        review.raise(
            ExceptionCode.DUPLICATE_CLAIM,
            claim.type()
                + " is paid once "
                + each
                + ", and claim "
                + first
                + " is for "
                + Assessment.day(claim.date())
                + " too.",
            review.facts().value("first claim", first));
      } else {
        review.passes("the first of its type that day");
      }
    }

    private Optional<Price> dogHandler(ClaimReview review) {
      long dogs = review.claim().quantityTenThousandths() / Length.PER_MINUTE;
      return review
          .pence(Allowance.DOG_HANDLER)
          .flatMap(
              annual ->
                  review
                      .published(Allowance.DOG_HANDLER_EXTRA_SHARE)
                      .map(share -> dogHandler(dogs, annual, share)));
    }

    private static Price dogHandler(long dogs, long annual, long share) {
      ExactAmount amount =
          ExactAmount.ofPence(annual)
              .times(1, MONTHS_OF_A_YEAR)
              .times(Length.PER_MINUTE + share * (dogs - 1), Length.PER_MINUTE);
      String further =
          dogs == 1 ? "" : " x (1 + " + Length.decimal(share) + " x " + (dogs - 1) + ")";
      return Price.of(
          Unit.MONTHS,
          amount,
          (dogs == 1 ? "one dog" : dogs + " dogs")
              + ", "
              + pounds(annual)
              + " / 12"
              + further
              + " a month");
    }

    private Optional<Price> mileage(ClaimReview review) {
      checkHostApproval(review);
      return review
          .published(Allowance.MILEAGE_FIRST_10000)
          .flatMap(
              first ->
                  review
                      .published(Allowance.MILEAGE_AFTER)
                      .map(after -> mileage(review.claim(), first, after)));
    }

    /** Miles and rates are × 10,000, so that miles × rate is in millionths of a penny. */
    private Price mileage(Claim claim, long firstRate, long laterRate) {
      long miles = claim.quantityTenThousandths();
      long year = taxYear(claim.date());
      long before = milesPaid.getOrDefault(year, 0L);
      long limit = numbers.on(claim.date()).fullRateMiles();
      long atFirstRate = Math.min(miles, Math.max(0, limit - before));
      long atLaterRate = miles - atFirstRate;
      ExactAmount amount =
          new ExactAmount(atFirstRate * firstRate + atLaterRate * laterRate, 1_000_000);
      String note =
          Length.decimal(before)
              + " miles of the tax year from "
              + Assessment.day(year)
              + " paid before; "
              + Length.decimal(atFirstRate)
              + " miles at £"
              + Length.decimal(firstRate)
              + " and "
              + Length.decimal(atLaterRate)
              + " at £"
              + Length.decimal(laterRate);
      return new Price(
          Rounding.HALF_UP.divide(miles, Length.PER_MINUTE / ONE),
          Unit.MILES,
          miles == 0 ? ExactAmount.ZERO : amount.times(Length.PER_MINUTE, miles),
          amount,
          note);
    }

    private long taxYear(long date) {
      return ForceDays.year(date, numbers.on(date).taxYearStarts());
    }

    private Price expense(ClaimReview review) {
      checkHostApproval(review);
      return asClaimed(review.claim(), "");
    }

    private Price expenseWithReceipt(ClaimReview review) {
      if (!review.claim().receipt()) {
        review.raise(
            ExceptionCode.RECEIPT_MISSING,
            what(review.claim()) + " has no receipt.",
            review.facts());
      } else {
        review.passes("it has a receipt");
      }
      return expense(review);
    }

    /** The host repays the cost only of what it has approved in writing (S 3.10.2). */
    private void checkHostApproval(ClaimReview review) {
      Claim claim = review.claim();
      if (claim.hostApproval()) {
        review.passes(Paragraph.S_3_10_2, "the host has approved it");
      } else {
        assessment.officer().secondments().stream()
            .filter(secondment -> secondment.covers(claim.date()))
            .findFirst()
            .ifPresentOrElse(
                secondment ->
                    review.raise(
                        ExceptionCode.HOST_APPROVAL_MISSING,
                        Paragraph.S_3_10_2,
                        "The officer is seconded to "
                            + secondment.host()
                            + ", and "
                            + what(claim)
                            + " has no written approval of the host.",
                        review.facts().value("seconded to", secondment.host())),
                () -> review.passes(Paragraph.S_3_10_2, "the officer is not on secondment"));
      }
    }

    private static Optional<Price> award(ClaimReview review, Allowance least, Allowance most) {
      return review
          .pence(least)
          .flatMap(from -> review.pence(most).map(to -> award(review, from, to)));
    }

    private static Price award(ClaimReview review, long least, long most) {
      String limits = pounds(least) + " to " + pounds(most);
      long amount = review.claim().amountPence();
      if (amount < least || amount > most) {
        review.raise(
            ExceptionCode.AMOUNT_OUT_OF_RANGE,
            what(review.claim()) + " is outside " + limits + ".",
            review.facts().value("limits", limits));
      }
      return asClaimed(review.claim(), ", limits " + limits);
    }

    private Optional<Price> targetedPayment(ClaimReview review) {
      return review
          .pence(Allowance.TARGETED_PAYMENT_MAX)
          .map(most -> targetedPayment(review, most));
    }

    /** The claim that would bring the year's payments above the maximum is held whole. */
    private Price targetedPayment(ClaimReview review, long most) {
      Claim claim = review.claim();
      long year = targetedYear(claim.date());
      long before = targetedPaid.getOrDefault(year, 0L);
      long total = before + claim.amountPence();
      if (total > most) {
        review.raise(
            ExceptionCode.AMOUNT_OUT_OF_RANGE,
            pounds(claim.amountPence())
                + " would bring the payments of the year from "
                + Assessment.day(year)
                + " to "
                + pounds(total)
                + ", above "
                + pounds(most)
                + ".",
            review.facts().value("paid before", pounds(before)).value("at most", pounds(most)));
      }
      return asClaimed(
          claim,
          ", with it "
              + pounds(total)
              + " in the year from "
              + Assessment.day(year)
              + ", at most "
              + pounds(most));
    }

    private long targetedYear(long date) {
      return ForceDays.year(date, numbers.on(date).targetedYearStarts());
    }

    private Optional<Price> regional(ClaimReview review, Allowance cap, List<Policy.Key> keys) {
      return review.pence(cap).map(most -> regional(review, most, keys));
    }

    /** An annual amount by the month; the published one where the claim names none. */
    private Price regional(ClaimReview review, long most, List<Policy.Key> keys) {
      Claim claim = review.claim();
      long annual = None.isGiven(claim.amountPence()) ? claim.amountPence() : most;
      if (annual > most) {
        review.raise(
            ExceptionCode.AMOUNT_OUT_OF_RANGE,
            what(claim) + " is above the published " + pounds(most) + " a year.",
            review.facts().value("at most", pounds(most)).policy(assessment.run().policy(), keys));
      }
      Standing standing = review.standing();
      String share =
          standing.isPartTime()
              ? " x " + Length.decimal(standing.record().weeklyHoursTenThousandths()) + " / 40"
              : "";
      return Price.of(
          Unit.MONTHS,
          standing.record().proRata(ExactAmount.ofPence(annual).times(1, MONTHS_OF_A_YEAR)),
          inWords(claim.type()) + ", " + pounds(annual) + " / 12" + share + " a month");
    }

    private Optional<Price> kitDay(ClaimReview review) {
      Claim claim = review.claim();
      long leave = familyLeave(claim.date());
      int before = kitDaysPaid.getOrDefault(leave, 0);
      int most = numbers.on(claim.date()).kitDays();
      String where = inFamilyLeave(leave);
      if (before >= most) {
        review.raise(
            ExceptionCode.KIT_DAYS_EXCEEDED,
            before
                + " keeping in touch days "
                + where
                + " are paid already, of at most "
                + most
                + ".",
            review.facts().value("paid before", before + " " + where));
      }
      String which = "keeping in touch day " + (before + 1) + " " + where;
      return review.hourlyRate().map(rate -> kitDay(claim.quantityTenThousandths(), rate, which));
    }

    private static Price kitDay(long hours, HourlyRate rate, String which) {
      return new Price(
          Rounding.HALF_UP.divide(hours, Length.PER_MINUTE / ONE),
          Unit.HOURS,
          rate.exact(),
          rate.exact().times(hours, Length.PER_MINUTE),
          which
              + "; "
              + Length.decimal(hours)
              + " h at "
              + rate.annual()
              + " x 6 / 12,520 an hour");
    }

    /**
     * The first day of the unbroken run of family leave that holds a day; {@link None#NONE} where
     * the day is outside any.
     */
    private long familyLeave(long date) {
      if (!isFamilyLeave(days.on(date))) {
        return None.NONE;
      }
      long first = date;
      while (isFamilyLeave(days.on(first - 1))) {
        first--;
      }
      return first;
    }
  }

  private static Price asClaimed(Claim claim, String limits) {
    String note = inWords(claim.type()) + ", " + pounds(claim.amountPence()) + " as claimed";
    return Price.of(Unit.EACH, claim.amountPence(), note + limits);
  }

  private static String what(Claim claim) {
    String howMuch =
        claim.type() == Claim.Type.MILEAGE
            ? Length.decimal(claim.quantityTenThousandths()) + " miles"
            : pounds(claim.amountPence());
    return claim.type() + " of " + howMuch + " on " + Assessment.day(claim.date());
  }

  private static String inWords(Claim.Type type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String pounds(long pence) {
    return "£" + Pounds.grouped(pence);
  }

  /** As treated: a protected day that was changed into family leave is still what it was. */
  static boolean isFamilyLeave(Day day) {
    return day.kind() == Day.Kind.ABSENCE && day.roster().dayType() == DayType.FAMILY_LEAVE;
  }

  /** The paragraph that a line of a type rests on. */
  static Paragraph paragraph(Claim.Type type) {
    return switch (type) {
      case ON_CALL -> Paragraph.G_1_21_1;
      case AWAY_OVERNIGHT -> Paragraph.G_1_19_1;
      case HARDSHIP -> Paragraph.G_1_20_1;
      case DOG_HANDLER -> Paragraph.G_1_10_1;
      case MILEAGE -> Paragraph.G_1_9_2;
      case MEDICAL -> Paragraph.G_1_26_1;
      case MEAL, ACCOMMODATION -> Paragraph.G_1_28_4;
      case REMOVAL -> Paragraph.G_1_27_2;
      case TRAVEL -> Paragraph.G_1_29_1;
      case BONUS -> Paragraph.G_1_15_1;
      case TEAM_AWARD -> Paragraph.G_1_17_1;
      case TARGETED_PAYMENT -> Paragraph.G_1_16_1;
      case LONDON_WEIGHTING -> Paragraph.G_1_7_1;
      case LONDON_ALLOWANCE -> Paragraph.G_1_11_1;
      case SOUTH_EAST_ALLOWANCE -> Paragraph.G_1_13_1;
      case KIT_DAY -> Paragraph.G_2_54_1;
    };
  }
}
