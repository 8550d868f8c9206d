package org.dutypay.rules;

import org.dutypay.duty.ActingDay;
import org.dutypay.duty.ActingDay.Basis;
import org.dutypay.duty.Rank;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;

/**
 * Who may be put in a higher rank: rulebook 11. Powers of the higher rank need a superintendent's
 * authority (A 3.3.2); acting sergeants do no custody (A 3.2.4); temporary promotion to sergeant or
 * inspector needs the qualification (G 1.33.3); on secondment not more than one rank up (S 3.16.3).
 * The first two are warnings, the others hold the day.
 */
final class HigherRankChecks {

  void assess(Assessment assessment) {
    for (HigherRankDay day : assessment.higherRanks().asked()) {
      if (day.isAboveOwnRank()) {
        checkAuthority(day, assessment);
        checkCustody(day, assessment);
        for (HigherRankDay.Hold hold : day.holds()) {
          assessment.isReleased(hold.code(), day, hold.message(), hold.facts());
        }
      } else {
        assessment.rows().notDue(day.date(), day.row(), RowOutcome.NOT_ENTITLED);
        assessment
            .reasons()
            .refused(day.date(), Paragraph.G_1_31_1, "the rank is not above the officer's own");
      }
    }
  }

  private static void checkAuthority(HigherRankDay day, Assessment assessment) {
    ActingDay row = day.row();
    Rank authority = row.authorisedByRank();
    boolean isAuthorised = authority != null && authority.isAtLeast(Rank.SUPERINTENDENT);
    if (!row.pacePowers()) {
      assessment.reasons().refused(day.date(), Paragraph.A_3_3_2, "no powers are recorded");
    } else if (isAuthorised) {
      assessment
          .reasons()
          .refused(day.date(), Paragraph.A_3_3_2, "authorised by a superintendent or above");
    } else {
      assessment.raise(
          ExceptionCode.ACTING_AUTHORITY,
          day.date(),
          row,
          "Powers of the rank of "
              + day.rank().inWords()
              + " on "
              + Assessment.day(day.date())
              + " need the authority of a superintendent or above; authorised by "
              + (authority == null ? "nobody." : authority.inWords() + "."),
          day.facts());
    }
  }

  private static void checkCustody(HigherRankDay day, Assessment assessment) {
    boolean isPromoted = day.row().basis() == Basis.TEMPORARY_PROMOTION;
    if (!day.row().custody() || day.rank() != Rank.SERGEANT || isPromoted) {
      assessment
          .reasons()
          .refused(day.date(), Paragraph.A_3_2_4, "no custody as acting sergeant is recorded");
    } else {
      assessment.raise(
          ExceptionCode.ACTING_CUSTODY,
          day.date(),
          day.row(),
          "Custody on "
              + Assessment.day(day.date())
              + " as acting sergeant; it needs a substantive or temporarily promoted one.",
          day.facts());
    }
  }
}
