package org.dutypay.pay;

/**
 * One movement of time off or time owed in the ledger.
 *
 * @param closing number of the closing that wrote it, from 1
 * @param workDate epoch day
 * @param minutes {@link Balance#NONE} where the account counts days
 * @param daysHundredths days in hundredths, {@link Balance#NONE} where the account counts minutes
 * @param expiresOn epoch day, {@link Balance#NONE} = no end
 */
public record LedgerBalance(
    int closing,
    long workDate,
    Account account,
    long minutes,
    long daysHundredths,
    long expiresOn,
    Paragraph rule,
    String source) {}
