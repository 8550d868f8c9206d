package org.dutypay.pay;

/**
 * What a person has decided about a proposed line of arrears, as far as it still matters.
 *
 * @param proposal the proposal's id
 * @param line its line in the proposal, from 1
 * @param workDate epoch day
 * @param entitledPence what was due when it was proposed
 * @param amountPence the difference that was proposed, negative for a recovery
 * @param unitsHundredths the difference in units, in hundredths
 * @param reason why it differed, as the proposal said
 */
public record Settlement(
    String proposal,
    long line,
    Outcome outcome,
    long workDate,
    Element element,
    long entitledPence,
    long amountPence,
    long unitsHundredths,
    Unit unit,
    Paragraph rule,
    String source,
    String reason,
    String decidedBy) {

  /** What was decided, and whether it has been paid. */
  public enum Outcome {
    /** To be paid with the next payroll. */
    IN_FLIGHT,
    /** Paid with a payroll, so that it stands in the ledger. */
    PAID,
    /** Paid by other means: it counts as paid. */
    PAID_OUTSIDE,
    /** Not to be paid as long as the same is due. */
    REFUSED
  }
}
