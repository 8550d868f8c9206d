package org.dutypay.pay;

/** What a line of the ledger pays, and for what. */
public record LedgerAmount(String officerId, String element, long pence) {}
