package org.dutypay.duty;

import org.dutypay.pay.Element;

/**
 * Money that an officer has been paid for good: a row of paid-history.csv, or a line of the ledger.
 *
 * @param workDate epoch day of the force day that was paid
 * @param amountPence negative where money was taken back
 */
public record PaidPayment(long workDate, Element element, long amountPence) {}
