package org.dutypay.pay;

import java.util.Map;

/**
 * What a closing knows of one officer, to be kept with it: {@link KnownThen} is what later runs see
 * of it.
 *
 * @param fingerprint of all of the officer's facts
 * @param terms of the officers rows and opening balances, as a short hash
 * @param notCovered days and elements of the ledger that could not be reckoned afresh
 * @param days the days of the period and earlier days whose facts have changed
 */
public record KnownNow(
    String officerId,
    long fingerprint,
    KnownThen.Reach reach,
    int terms,
    int notCovered,
    Map<Long, DayFacts> days) {

  public KnownNow {
    days = Map.copyOf(days);
  }
}
