package org.dutypay.pay;

/**
 * A decision that a run has read and could not apply, as it is told to the next person who looks at
 * the exception.
 *
 * @param code says why
 */
public record DecisionNotApplied(ExceptionCode code, DecisionTaken decision) {}
