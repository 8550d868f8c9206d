package org.dutypay.pay;

/**
 * A decision about an exception, as it is told to the next person who looks at it.
 *
 * @param decidedAt minute of {@link org.dutypay.duty.London}
 * @param reason free text, empty = none
 */
public record DecisionTaken(
    Decision.Verdict verdict, String decidedBy, long decidedAt, String reason) {}
