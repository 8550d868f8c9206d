package org.dutypay.ledger;

import java.util.OptionalLong;
import org.dutypay.pay.Decision;
import org.dutypay.pay.DecisionTaken;

/**
 * A decision as somebody wrote it down.
 *
 * @param line its line in decisions.csv
 * @param facts the facts it was made on, empty = whatever they are this night
 * @param decidedAt minute of {@link org.dutypay.duty.London}
 * @param reason free text, empty = none
 */
public record GivenDecision(
    int line,
    long exceptionId,
    OptionalLong facts,
    Decision.Verdict verdict,
    String decidedBy,
    long decidedAt,
    String reason) {

  /** Whether the officer decides about the own pay. */
  boolean isBy(String officerId) {
    return Decision.isOwnPay(decidedBy, officerId);
  }

  /** As it is told to people. */
  DecisionTaken taken() {
    return new DecisionTaken(verdict, decidedBy, decidedAt, reason);
  }

  /** Whether another row says the same in every column. */
  boolean says(GivenDecision other) {
    return exceptionId == other.exceptionId
        && facts.equals(other.facts)
        && verdict == other.verdict
        && decidedBy.equals(other.decidedBy)
        && decidedAt == other.decidedAt
        && reason.equals(other.reason);
  }

  /** Whether both are of one matter and time and cannot both hold. */
  boolean contradicts(GivenDecision other) {
    return exceptionId == other.exceptionId
        && decidedAt == other.decidedAt
        && verdict != other.verdict;
  }
}
