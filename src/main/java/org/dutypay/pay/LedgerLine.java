package org.dutypay.pay;

/**
 * One line of pay in the ledger: what has been put in a final payroll file, never changed since.
 *
 * @param closing number of the closing that paid it, from 1
 * @param workDate epoch day of the force day that was paid
 * @param unitsHundredths units in hundredths; of a difference signed
 * @param rateTenThousandths ten-thousandths of a pound, {@link #NO_RATE} for a difference
 * @param multiplier as it was written, empty for a difference
 * @param amountPence negative for a recovery
 * @param source ids of the rows behind it joined by {@code ;}
 */
public record LedgerLine(
    int closing,
    long workDate,
    Element element,
    long unitsHundredths,
    Unit unit,
    long rateTenThousandths,
    String multiplier,
    long amountPence,
    LineType type,
    Paragraph rule,
    String source) {

  public static final long NO_RATE = Long.MIN_VALUE;
}
