package org.dutypay.report;

import org.dutypay.duty.ForceDays;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OpeningBalance;

/**
 * How far back a feed goes, as epoch days; {@link #NOTHING} where it has no row of a kind.
 *
 * @param rosterDay the first day with a roster row
 * @param duty the force day of the first duty
 * @param actingDay the first day with an acting row
 * @param claim the first day with a claim
 * @param openingBalance the first day of an opening balance
 */
public record FeedReach(
    long rosterDay, long duty, long actingDay, long claim, long openingBalance) {

  public static final long NOTHING = Long.MAX_VALUE;

  /** The reach of no rows at all. */
  public static final FeedReach NONE = new FeedReach(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

  /** How far back one officer's rows go. */
  public static FeedReach of(OfficerCase officer, ForceDays forceDays) {
    return new FeedReach(
        officer.roster().isEmpty() ? NOTHING : officer.roster().getFirst().date(),
        officer.duties().isEmpty() ? NOTHING : forceDays.of(officer.duties().getFirst().start()),
        officer.acting().isEmpty() ? NOTHING : officer.acting().getFirst().date(),
        officer.claims().isEmpty() ? NOTHING : officer.claims().getFirst().date(),
        officer.openingBalances().stream().mapToLong(OpeningBalance::date).min().orElse(NOTHING));
  }

  /** How far back the one or the other goes. */
  public FeedReach or(FeedReach other) {
    return new FeedReach(
        Math.min(rosterDay, other.rosterDay),
        Math.min(duty, other.duty),
        Math.min(actingDay, other.actingDay),
        Math.min(claim, other.claim),
        Math.min(openingBalance, other.openingBalance));
  }
}
