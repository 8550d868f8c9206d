package org.dutypay.rules;

import java.util.HashSet;
import java.util.Set;
import org.dutypay.duty.Day;
import org.dutypay.duty.Part;
import org.dutypay.pay.Length;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.Policy;

/**
 * Recall between tours: rulebook 5.5, G 2.15. Duty and travel in completed quarter-hours, without
 * disregard (Allard v Devon and Cornwall 2015). On a day of time off taken the same, and the day's
 * value goes back, once.
 */
final class Recalls {

  private final Overtime overtime;
  private final int travelLimit;

  Recalls(RunContext run, Overtime overtime) {
    this.overtime = overtime;
    travelLimit = run.policy().number(Policy.Key.RECALL_TRAVEL_LIMIT_MINUTES);
  }

  /** The recalls of one officer. */
  final class OfOfficer {
    private final Assessment assessment;
    private final TimeOff timeOff;
    private final Set<Long> givenBack = new HashSet<>();

    OfOfficer(Assessment assessment, TimeOff timeOff) {
      this.assessment = assessment;
      this.timeOff = timeOff;
    }

    void assess(Part.Recall recall) {
      if (recall.day().kind() == Day.Kind.TOIL_TAKEN && givenBack.add(recall.day().date())) {
        timeOff.giveBack(recall);
      }
      int recorded = recall.first().travelMinutes();
      int travel = recall.startsChain() ? Math.min(recorded, travelLimit) : 0;
      if (travel < recorded) {
        assessment
            .reasons()
            .refused(
                recall,
                Paragraph.G_2_15_2,
                () ->
                    recall.startsChain()
                        ? "travel beyond " + travelLimit + " min"
                        : "travel: it came unbroken after other duty");
      }
      Length time = Length.ofMinutes(Length.floor15(recall.minutes() + travel));
      if (!time.isPositive()) {
        assessment.rows().notDue(recall, RowOutcome.TOO_SHORT);
        assessment
            .reasons()
            .refused(
                recall,
                Paragraph.G_2_15_2,
                () -> recall.minutes() + travel + " min: less than a quarter-hour");
        return;
      }
      String why = "recall, " + recall.minutes() + " min with " + travel + " min travel";
      if (!overtime.payPlainTimeFirst(recall, time, Paragraph.G_2_15_2, why, assessment, timeOff)) {
        overtime.pay(recall, time, Paragraph.G_2_15_2, why, assessment, timeOff);
      }
    }

    boolean wasWorked(long date) {
      return givenBack.contains(date);
    }
  }
}
