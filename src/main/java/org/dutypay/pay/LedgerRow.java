package org.dutypay.pay;

/**
 * A line of the ledger with whom it pays, as a payroll file carries it.
 *
 * @param note the sentence with the arithmetic
 */
public record LedgerRow(String officerId, LedgerLine line, String note) {}
