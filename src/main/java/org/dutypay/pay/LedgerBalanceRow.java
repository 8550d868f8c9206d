package org.dutypay.pay;

/** A balance of the ledger with whose it is, as balances.csv carries it. */
public record LedgerBalanceRow(String officerId, LedgerBalance balance, String note) {}
