package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.ActingDay.Basis;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Rank;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.ExceptionCode;

/**
 * One force day of an officer in a higher rank (rulebook 11).
 *
 * @param row what acting.csv says of it
 * @param own what the officer is that day in the own rank
 * @param secondment where the officer is lent to that day; empty = nowhere
 */
record HigherRankDay(long date, ActingDay row, Standing own, Optional<Secondment> secondment) {

  private static final String LONDON = "_LONDON";

  /** What holds a day back until a person has released it. */
  record Hold(ExceptionCode code, String message, Facts facts) {}

  Rank rank() {
    return row.actingRank();
  }

  /** Whether it gives anything: after a promotion, say, the rank of a longer row may be the own. */
  boolean isAboveOwnRank() {
    return rank().isAbove(own.rank());
  }

  /**
   * On secondment, an officer not suitable for the promotion: the difference is paid in place of
   * the row's own basis (S 3.16.5).
   */
  boolean isDifference() {
    return secondment.isPresent() && row.nonPensionableDifference();
  }

  boolean isOn(Basis basis) {
    return row.basis() == basis && !isDifference();
  }

  /** A constable or sergeant in the duties of an inspector or above (G 1.31.2, 1.32.3). */
  boolean isInspectingAboveOwn() {
    return !own.isInspecting() && rank().isInspecting();
  }

  /** The scale named like the rank, London's for who is paid in London; sergeants have one. */
  String payScale() {
    OfficerRecord record = own.record();
    boolean isLondon = record.london() || record.payScale().endsWith(LONDON);
    return rank() == Rank.SERGEANT || !isLondon ? rank().name() : rank().name() + LONDON;
  }

  /** What holds this day back, whatever has been decided. */
  List<Hold> holds() {
    List<Hold> holds = new ArrayList<>();
    boolean needsQualification = rank() == Rank.SERGEANT || rank() == Rank.INSPECTOR;
    if (isOn(Basis.TEMPORARY_PROMOTION)
        && needsQualification
        && !own.record().isQualifiedFor(rank())) {
      holds.add(
          new Hold(
              ExceptionCode.NOT_QUALIFIED,
              "Temporary promotion to "
                  + rank().inWords()
                  + " on "
                  + Assessment.day(date)
                  + " needs the qualification for it; the officer is "
                  + (own.record().qualifiedFor() == null
                      ? "qualified for no rank."
                      : "qualified for " + own.record().qualifiedFor().inWords() + "."),
              qualificationFacts()));
    }
    secondment
        .filter(host -> rank().ranksAbove(own.rank()) > 1)
        .ifPresent(
            host ->
                holds.add(
                    new Hold(
                        ExceptionCode.ACTING_TWO_RANKS,
                        "On secondment to "
                            + host.host()
                            + " on "
                            + Assessment.day(date)
                            + " a "
                            + own.rank().inWords()
                            + " is in the rank of "
                            + rank().inWords()
                            + ", which is more than one rank up.",
                        facts().value("seconded to", host.host()))));
    return holds;
  }

  /** What the row says, and what the officer is. */
  Facts facts() {
    return Facts.of(row, own);
  }

  /** The same with what the officer is qualified for. */
  Facts qualificationFacts() {
    Rank qualifiedFor = own.record().qualifiedFor();
    return facts().value("qualified for", qualifiedFor == null ? "no rank" : qualifiedFor);
  }
}
