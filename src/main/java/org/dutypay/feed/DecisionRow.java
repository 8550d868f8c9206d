package org.dutypay.feed;

import java.util.OptionalLong;
import org.dutypay.pay.Decision;

/**
 * One row of decisions.csv: what a person decided about one exception.
 *
 * @param exceptionId the 16 hexadecimal digits as a number
 * @param facts the facts it was decided on, empty = not given
 * @param decidedAt minute of {@link org.dutypay.duty.London}
 * @param reason free text, empty = none
 */
public record DecisionRow(
    int line,
    long exceptionId,
    OptionalLong facts,
    Decision.Verdict verdict,
    String decidedBy,
    long decidedAt,
    String reason) {}
