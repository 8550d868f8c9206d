package org.dutypay.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutypay.duty.Day;
import org.dutypay.duty.Days;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.duty.Part;
import org.dutypay.duty.Timeline;

/**
 * Annual leave as it was taken: rulebook 10 and 13. A leave day with any minute of duty was not;
 * what was taken before the feed's first day stands in its opening balances.
 *
 * @param roster every day of the feed's roster, as it is treated
 * @param days the leave days without duty, by date
 */
public record LeaveTaken(Days roster, List<Day> days) {

  private static final String ACCOUNT = "LEAVE_TAKEN";

  public LeaveTaken {
    days = List.copyOf(days);
  }

  static LeaveTaken of(Days roster, Timeline timeline) {
    Set<Long> worked = new HashSet<>();
    for (Part part : timeline.parts()) {
      if (part instanceof Part.LeaveDayWorked) {
        worked.add(part.day().date());
      }
    }
    List<Day> taken = new ArrayList<>();
    for (Day day : roster.rostered()) {
      if (day.kind() == Day.Kind.ANNUAL_LEAVE && !worked.contains(day.date())) {
        taken.add(day);
      }
    }
    return new LeaveTaken(roster, taken);
  }

  /** Days × 10,000 of a leave year that were taken before the feed's first day. */
  static long before(long year, OfficerCase officer, ForceDays forceDays) {
    long taken = 0;
    for (OpeningBalance opening : officer.openingBalances()) {
      if (opening.account().equals(ACCOUNT)
          && None.isGiven(opening.daysTenThousandths())
          && forceDays.leaveYear(opening.date()) == year) {
        taken += opening.daysTenThousandths();
      }
    }
    return taken;
  }
}
