package org.dutypay.duty;

/**
 * What stood on one account before the feed's first day: one row of opening-balances.csv.
 *
 * @param account an account of balances.csv, or {@code ACTING_DAYS}, {@code ACTING_HOURS}, {@code
 *     LEAVE_TAKEN}, {@code MILES}
 * @param date epoch day on which it stood
 * @param minutesTenThousandths minutes × 10,000, {@link None#NONE} = not given
 * @param daysTenThousandths days × 10,000 (miles for {@code MILES}), {@link None#NONE} = not given
 * @param expiresOn epoch day, {@link None#NONE} = not given
 */
public record OpeningBalance(
    int line,
    String account,
    long date,
    long minutesTenThousandths,
    long daysTenThousandths,
    long expiresOn) {}
