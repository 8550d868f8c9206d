package org.dutypay.sample;

/**
 * What goes wrong in a feed now and then: at most one for each officer and day, and only beside a
 * tour.
 */
enum Slip {
  NOTHING,
  SENT_TWICE,
  OVERLAPS,
  BRITISH_DATE,
  CELL_TOO_MANY,
  MISTYPED_OFFICER,
  NO_ROSTER_ROW,
  ROSTERED_TWICE,
  ENDS_BEFORE_START,
  NEGATIVE_TRAVEL,
  TOO_LITTLE_REST;

  static Slip of(Dice dice, Officer officer, long date) {
    return dice.happens(Chance.SLIP, officer.index(), date)
        ? values()[1 + dice.below(values().length - 1, Chance.SLIP_KIND, officer.index(), date)]
        : NOTHING;
  }
}
