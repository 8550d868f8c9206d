package org.dutypay.duty;

/** What a roster row says of a force day (rulebook 4). */
public enum DayType {
  DUTY,
  REST_DAY,
  FREE_DAY,
  PUBLIC_HOLIDAY,
  ANNUAL_LEAVE,
  TOIL_TAKEN,
  LIEU_DAY,
  SICK,
  FAMILY_LEAVE,
  CAREER_BREAK,
  UNPAID,
  SUSPENDED;

  /**
   * Whether a day of this type keeps its protection when the roster is changed (G 2.19.2, 2.32.1).
   */
  public boolean keepsProtection() {
    return switch (this) {
      case REST_DAY, FREE_DAY, PUBLIC_HOLIDAY, ANNUAL_LEAVE, TOIL_TAKEN, LIEU_DAY -> true;
      case DUTY, SICK, FAMILY_LEAVE, CAREER_BREAK, UNPAID, SUSPENDED -> false;
    };
  }
}
