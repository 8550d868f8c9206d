package org.dutypay.pay;

/**
 * How many exceptions of a severity a night had.
 *
 * @param runDate epoch day
 * @param heldPence the sum of their held amounts that are known, in pence
 */
public record NightCount(long runDate, Severity severity, long exceptions, long heldPence) {}
