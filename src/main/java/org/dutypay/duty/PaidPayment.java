package org.dutypay.duty;

import org.dutypay.pay.Element;
import org.dutypay.pay.Unit;

/**
 * Money that an officer has been paid for good: a row of paid-history.csv, or a line of the ledger.
 *
 * @param workDate epoch day of the force day that was paid
 * @param amountPence negative where money was taken back
 * @param unitsHundredths what it was paid for, in hundredths, negative where money was taken back;
 *     {@link #UNITS_NOT_TOLD}
 */
public record PaidPayment(
    long workDate, Element element, long amountPence, long unitsHundredths, Unit unit) {

  public static final long UNITS_NOT_TOLD = Long.MIN_VALUE;

  /** A payment of which nobody says for how much it was. */
  public static PaidPayment ofAmount(long workDate, Element element, long amountPence) {
    return new PaidPayment(workDate, element, amountPence, UNITS_NOT_TOLD, Unit.HOURS);
  }

  /** Whether it is told how many of a unit it was paid for. */
  public boolean isIn(Unit other) {
    return unitsHundredths != UNITS_NOT_TOLD && unit == other;
  }
}
