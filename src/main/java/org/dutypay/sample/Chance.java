package org.dutypay.sample;

/**
 * How often things happen in the invented force: once in so many ten thousand times that the
 * question comes up.
 */
enum Chance {
  /** Once for each officer. */
  PART_TIME(1000),
  PRE_2013_SCALE(1500),
  LONG_ABSENCE(100),
  QUALIFIED(1200),
  SURNAME_FIRST(600),

  /** Once for each officer and 40 days. */
  LEAVE(6000),
  SICKNESS(1800),

  /** Once for each officer and day off. */
  REST_DAY_WORKED(500),
  HOLIDAY_CALLED_IN(300),

  /** Once for each officer and tour. */
  TOIL_TAKEN(80),
  LIEU_DAY(30),
  RETAINED(1100),
  RETAINED_INSPECTOR(500),
  EARLY_START(120),
  BOOKED_ON_EARLY(200),
  RECALLED(60),
  SLIP(220),

  /** Once for each occasion. */
  TOLD_BEFORE(3500),
  TIME_OFF(2500),
  SECOND_ROW(2500),
  LEAVES_ON_TIME(5000),
  OWN_REQUEST(500),
  SOLE_PERFORMER(1500),
  SHOWN_AS_CHANGED(3000),
  REPLACEMENT_NAMED(8000),

  /** Questions with more answers than yes and no. */
  RANK(0),
  UNIT(0),
  PATTERN(0),
  PAY_POINT(0),
  WEEKLY_HOURS(0),
  OFFSET(0),
  FORENAME(0),
  SURNAME(0),
  SERVICE(0),
  LEAVE_START(0),
  LEAVE_LENGTH(0),
  SICKNESS_START(0),
  SICKNESS_LENGTH(0),
  LONG_ABSENCE_TYPE(0),
  HOLIDAY_WORKED(0),
  RETAINED_MINUTES(0),
  RETAINED_KIND(0),
  TOLD_HOURS(0),
  EARLY_MINUTES(0),
  RECALL_START(0),
  RECALL_MINUTES(0),
  TRAVEL_MINUTES(0),
  REST_DAY_START(0),
  REST_DAY_HOURS(0),
  NOTICE_DAYS(0),
  BOOKED_AFTER(0),
  SLIP_KIND(0);

  final int inTenThousand;

  /** Of the name, so that a new question leaves the answers to the others as they were. */
  final long salt = name().hashCode() * 0x8CB92BA72F3D8DD7L;

  Chance(int inTenThousand) {
    this.inTenThousand = inTenThousand;
  }
}
