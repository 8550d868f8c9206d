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

  static String casualOf(long week) {
    return "casual occasions of the week from " + Assessment.day(week);
  }

  static String headroomOf(long week) {
    return "headroom left in the week from " + Assessment.day(week) + ", in minutes";
  }

  static Count casual(long week, long date, int before, int after) {
    return new Count(date, casualOf(week), Integer.toString(before), Integer.toString(after));
  }

  static Count headroom(long week, long date, Length before, Length after) {
    return new Count(date, headroomOf(week), before.inMinutes(), after.inMinutes());
  }
}
