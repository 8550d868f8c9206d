package org.dutypay.pay;

import java.util.Map;

/**
 * What one closing knew of one officer.
 *
 * @param closing its number, from 1
 * @param from first day of its period, an epoch day
 * @param to last day of its period
 * @param comparedFrom first closed day that it compared with the ledger
 * @param fingerprint of all of the officer's facts
 * @param reach how far the feed went
 * @param terms of the officers rows and opening balances, as a short hash
 * @param days the days of the period and earlier days whose facts had changed
 */
public record KnownThen(
    int closing,
    long from,
    long to,
    long comparedFrom,
    long fingerprint,
    Reach reach,
    int terms,
    Map<Long, DayFacts> days) {

  public KnownThen {
    days = Map.copyOf(days);
  }

  /**
   * How far a feed goes for one officer, as epoch days.
   *
   * @param rosterFrom first day with a roster row, {@code Long.MAX_VALUE} = none
   * @param rosterTo last day with a roster row, {@code Long.MIN_VALUE} = none
   * @param actingFrom first day with a roster or acting row
   * @param claimsFrom first day with a roster row or a claim
   * @param paidFrom first day that paid-history.csv says was paid, {@code Long.MAX_VALUE} = none
   */
  public record Reach(
      long rosterFrom, long rosterTo, long actingFrom, long claimsFrom, long paidFrom) {

    /** Whether it begins no later than another, of whatever it holds but paid history. */
    public boolean goesAsFarBackAs(Reach other) {
      return rosterFrom <= other.rosterFrom
          && actingFrom <= other.actingFrom
          && claimsFrom <= other.claimsFrom;
    }
  }
}
