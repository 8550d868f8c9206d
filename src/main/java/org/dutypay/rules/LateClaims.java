package org.dutypay.rules;

import java.time.LocalDate;
import org.dutypay.duty.Duty;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/** Late claims: rulebook 15. Duty that was booked more than three months after it was worked. */
final class LateClaims {

  private final Dated<Integer> months;

  LateClaims(RunContext run) {
    months = new Dated<>(run.numbers(), (dated, day) -> dated.whole("late-claims.months", day));
  }

  void assess(Assessment assessment) {
    for (Duty duty : assessment.officer().duties()) {
      if (None.isGiven(duty.bookedOn())) {
        long worked = London.date(duty.start());
        int limit = months.on(worked);
        long latest = LocalDate.ofEpochDay(worked).plusMonths(limit).toEpochDay();
        if (duty.bookedOn() > latest) {
          late(duty, limit, latest, assessment);
        } else if (assessment.reasons().listens()) {
          String why =
              duty.entryId()
                  + " was booked on "
                  + Assessment.day(duty.bookedOn())
                  + ", not later than "
                  + Assessment.day(latest);
          long date = assessment.forceDays().of(duty.start());
          assessment.reasons().refused(date, Paragraph.R_15, why);
        }
      }
    }
  }

  private static void late(Duty duty, int limit, long latest, Assessment assessment) {
    String message =
        "The duty from "
            + Facts.moment(duty.start())
            + " was booked on "
            + Assessment.day(duty.bookedOn())
            + "; "
            + limit
            + " months are given, until "
            + Assessment.day(latest)
            + ".";
    String facts = Facts.of(duty).value("booked_on", Assessment.day(duty.bookedOn())).toString();
    long date = assessment.forceDays().of(duty.start());
    assessment.raise(ExceptionCode.CLAIM_LATE, date, duty, message, facts);
  }
}
