package org.dutypay.rules;

import org.dutypay.pay.Paragraph;

/**
 * One rule that was asked about a force day: whether it applied, and the fact that decided it.
 *
 * @param date epoch day of the force day
 * @param at first minute of the part of duty that it was asked about; {@link
 *     org.dutypay.duty.None#NONE} = the day as a whole
 * @param applied whether the rule applied; where it did not, the fact says why
 */
public record Reason(long date, long at, Paragraph rule, boolean applied, String fact) {}
