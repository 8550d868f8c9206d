package org.dutypay.rules;

import java.util.Optional;
import org.dutypay.duty.Claim;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.HourlyRate;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Allowances.Allowance;

/**
 * One claim under review: everything that is wrong with it, and what a person has decided about
 * each of that. It passes when nothing is wrong or everything has been released.
 */
final class ClaimReview {

  private final Claim claim;
  private final Paragraph paragraph;
  private final Assessment assessment;
  private boolean isRefused;

  /** The first thing wrong that is not released. */
  private Optional<ExceptionCode> heldFor = Optional.empty();

  /** What is to be said where the claim has no rate. */
  private String whyNoRate = "";

  /**
   * @param paragraph the claim's own
   */
  ClaimReview(Claim claim, Paragraph paragraph, Assessment assessment) {
    this.claim = claim;
    this.paragraph = paragraph;
    this.assessment = assessment;
  }

  Claim claim() {
    return claim;
  }

  /** What the officer is on the claim's day. */
  Standing standing() {
    return assessment.on(claim.date());
  }

  /** What the claim was judged on, to be added to. */
  Facts facts() {
    return Facts.of(claim, standing());
  }

  /** Something is wrong by the claim's own paragraph. */
  void raise(ExceptionCode code, String message, Facts facts) {
    raise(code, paragraph, message, facts);
  }

  void raise(ExceptionCode code, Paragraph rule, String message, Facts facts) {
    Optional<Decision.Verdict> verdict = assessment.raise(code, claim, rule, message, facts);
    if (verdict.filter(Decision.Verdict.REFUSE::equals).isPresent()) {
      isRefused = true;
    } else if (verdict.filter(Decision.Verdict.RELEASE::equals).isEmpty() && heldFor.isEmpty()) {
      heldFor = Optional.of(code);
    }
  }

  /** A check of the claim's own paragraph finds nothing wrong. */
  void passes(String why) {
    passes(paragraph, why);
  }

  void passes(Paragraph rule, String why) {
    if (assessment.reasons().listens()) {
      assessment.reasons().refused(claim.date(), rule, claim.claimId() + ": " + why);
    }
  }

  /** The published value on the claim's day × 10,000; where there is none, it has no rate. */
  Optional<Long> published(Allowance allowance) {
    Optional<Long> value = assessment.run().allowances().tenThousandths(allowance, claim.date());
    if (value.isEmpty()) {
      whyNoRate =
          "No value of "
              + allowance
              + " is known on "
              + Assessment.day(claim.date())
              + ", so this cannot be priced.";
    }
    return value;
  }

  /** As {@link #published}, in pence. */
  Optional<Long> pence(Allowance allowance) {
    return published(allowance).map(value -> value / 100);
  }

  /** The officer's rate of pay on the claim's day; where there is none, the claim has no rate. */
  Optional<HourlyRate> hourlyRate() {
    if (standing().rate().isEmpty()) {
      whyNoRate = assessment.whyNoRate(claim.date());
    }
    return standing().rate();
  }

  /** Nothing is wrong, or a person has released everything that is. */
  boolean isPassed() {
    return !isRefused && heldFor.isEmpty();
  }

  /** Accounts for a claim that does not pass: one refusal is enough to refuse it. */
  void holdOrRefuse() {
    if (isRefused) {
      assessment.rows().notDue(claim, RowOutcome.REFUSED);
    } else {
      heldFor.ifPresent(code -> assessment.rows().held(claim, code));
    }
  }

  /** Holds a claim that passes and has no rate: there is no amount to release. */
  void holdWithoutRate() {
    raise(ExceptionCode.NO_RATE, Paragraph.R_2, whyNoRate, facts());
    holdOrRefuse();
  }
}
