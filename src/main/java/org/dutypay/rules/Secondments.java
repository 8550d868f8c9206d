package org.dutypay.rules;

import java.time.LocalDate;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Terms of a secondment: rulebook 16. It needs a signed agreement (S 3.5.5), and under regulation
 * 13A it does not exceed five years (G 2.65.1).
 */
final class Secondments {

  private final RunContext run;
  private final Dated<Integer> years;

  Secondments(RunContext run) {
    this.run = run;
    years =
        new Dated<>(run.numbers(), (dated, day) -> dated.whole("secondment.reg-13a-years", day));
  }

  void assess(Assessment assessment) {
    for (Secondment row : assessment.officer().secondments()) {
      checkAgreement(row, assessment);
      if (row.basis() == Secondment.Basis.REG13A) {
        checkLength(row, assessment);
      }
    }
  }

  /** On the first day of it that is reported. */
  private void checkAgreement(Secondment row, Assessment assessment) {
    long date = Math.max(row.from(), run.from());
    if (row.agreementReference().isEmpty() && date <= row.to()) {
      String message =
          "There is no agreement reference for the secondment to "
              + row.host()
              + " from "
              + Assessment.day(row.from())
              + " to "
              + Assessment.day(row.to())
              + ".";
      assessment.raise(ExceptionCode.SECONDMENT_AGREEMENT, date, row, message);
    } else if (!row.agreementReference().isEmpty()) {
      assessment.reasons().refused(date, Paragraph.S_3_5_5, "the agreement has a reference");
    }
  }

  private void checkLength(Secondment row, Assessment assessment) {
    int limit = years.on(row.from());
    long date = LocalDate.ofEpochDay(row.from()).plusYears(limit).toEpochDay();
    if (row.to() >= date) {
      String message =
          "The secondment to "
              + row.host()
              + " under regulation 13A from "
              + Assessment.day(row.from())
              + " to "
              + Assessment.day(row.to())
              + " goes on after "
              + limit
              + " years.";
      assessment.raise(ExceptionCode.SECONDMENT_OVER_5_YEARS, date, row, message);
    }
  }
}
