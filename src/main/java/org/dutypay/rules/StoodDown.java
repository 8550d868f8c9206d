package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Stood down and yet on duty: rulebook 7, G 2.27, on rest days, free days and public holidays of
 * constables and sergeants. Told more than seven days before that the day is theirs after all, they
 * are not paid for working it until a person has released it.
 */
final class StoodDown {

  private static final List<Policy.Key> KEYS = List.of(Policy.Key.FORCE_DAY_STARTS);

  private final Dated<Integer> noticeDays;

  StoodDown(RunContext run) {
    noticeDays =
        new Dated<>(run.numbers(), (dated, day) -> dated.whole("rest-day.stood-down-days", day));
  }

  /** The parts that are not held back. */
  List<Part> withoutHeld(List<Part> parts, Assessment assessment) {
    List<Part> others = new ArrayList<>(parts.size());
    for (Part part : parts) {
      assessment.reasons().about(part);
      if (part instanceof Part.Period
          && isStoodDown(part, assessment)
          && isHeld(part, assessment)) {
        continue;
      }
      others.add(part);
    }
    assessment.reasons().aboutTheDay();
    return others;
  }

  private boolean isStoodDown(Part part, Assessment assessment) {
    return assessment
        .reasons()
        .applies(
            None.isGiven(part.first().stoodDownAt()),
            part,
            Paragraph.G_2_27_1,
            "not stood down: stood_down_at is empty");
  }

  private boolean isHeld(Part part, Assessment assessment) {
    long date = part.day().date();
    long notice = assessment.clearDays(date, part.first().stoodDownAt());
    Reasons reasons = assessment.reasons();
    if (assessment.on(date).isInspecting()) {
      reasons.refused(part, Paragraph.G_2_27_1, "it is for constables and sergeants");
      return false;
    }
    if (notice <= noticeDays.on(date)) {
      reasons.refused(
          part,
          Paragraph.G_2_27_1,
          () ->
              "stood down with "
                  + notice
                  + " days' notice, not more than "
                  + noticeDays.on(date)
                  + ": as normal");
      return false;
    }
    Optional<Decision.Verdict> verdict =
        assessment.raise(
            ExceptionCode.STOOD_DOWN,
            part,
            "Stood down "
                + notice
                + " days before "
                + Assessment.day(date)
                + ", more than "
                + noticeDays.on(date)
                + ", but "
                + part.minutes()
                + " min of duty are booked from "
                + Facts.moment(part.start())
                + ".",
            KEYS);
    if (verdict.filter(Decision.Verdict.RELEASE::equals).isPresent()) {
      return false;
    }
    if (verdict.filter(Decision.Verdict.REFUSE::equals).isPresent()) {
      assessment.rows().notDue(part, RowOutcome.REFUSED);
    } else {
      assessment.rows().held(date, part.duties(), ExceptionCode.STOOD_DOWN);
    }
    return true;
  }
}
