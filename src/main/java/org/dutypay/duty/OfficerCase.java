package org.dutypay.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.pay.Decision;

/**
 * All that is known of one officer, checked: the item of the nightly run.
 *
 * @param officerId empty for the rows whose officer cannot be read
 * @param records by first day, never overlapping
 * @param roster by date, one row a date
 * @param duties by start, never overlapping
 * @param acting by date
 * @param claims by date and id
 * @param paidHistory what was paid before this system, by work date and element
 * @param rejected rows that could not be used, in any order
 * @param decisions by exception id
 */
public record OfficerCase(
    String officerId,
    List<OfficerRecord> records,
    List<RosterDay> roster,
    List<Duty> duties,
    List<ActingDay> acting,
    List<Claim> claims,
    List<Secondment> secondments,
    List<OpeningBalance> openingBalances,
    List<PaidPayment> paidHistory,
    List<RejectedRow> rejected,
    Map<Long, Decision> decisions) {

  public OfficerCase {
    records = List.copyOf(records);
    roster = List.copyOf(roster);
    duties = List.copyOf(duties);
    acting = List.copyOf(acting);
    claims = List.copyOf(claims);
    secondments = List.copyOf(secondments);
    openingBalances = List.copyOf(openingBalances);
    paidHistory = List.copyOf(paidHistory);
    rejected = List.copyOf(rejected);
    decisions = Map.copyOf(decisions);
  }

  /** The same case with one decision made or replaced. */
  public OfficerCase deciding(long exceptionId, Decision decision) {
    Map<Long, Decision> others = new HashMap<>(decisions);
    others.put(exceptionId, decision);
    return deciding(others);
  }

  /** The same case with other decisions. */
  public OfficerCase deciding(Map<Long, Decision> others) {
    return new OfficerCase(
        officerId,
        records,
        roster,
        duties,
        acting,
        claims,
        secondments,
        openingBalances,
        paidHistory,
        rejected,
        others);
  }
}
