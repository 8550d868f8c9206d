package org.dutypay.rules;

import org.dutypay.pay.Length;

/** What one officer has used up in one week so far, in order of time. */
final class WeekCount {

  private int casualOccasions;
  private Length plainTime = Length.ZERO;

  /** Counts a casual occasion; its number in the week. */
  int nextCasual() {
    casualOccasions++;
    return casualOccasions;
  }

  /**
   * The headroom that is left: 40 hours less the weekly hours, less the plain time paid (rulebook
   * 5.2).
   */
  Length headroomLeft(Standing standing) {
    Length left = standing.record().headroom().minus(plainTime);
    return left.isPositive() ? left : Length.ZERO;
  }

  void usePlainTime(Length time) {
    plainTime = plainTime.plus(time);
  }
}
