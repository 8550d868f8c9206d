package org.dutypay.sample;

/** A cycle of tours and days off, written as one letter a day from a Monday on. */
enum ShiftPattern {
  ROUND_THE_CLOCK(false, 5, "EEEEERRLLLLLRRNNNNNRREEELLRRLLNNNRR"),
  ROUND_THE_CLOCK_LATER(false, 5, "EEEEERRVVVVVRRNNNNNRREEEVVRRVVNNNRR"),
  TEN_HOURS(true, 2, "DDTTKKRRRR"),
  OFFICE(false, 7, "MMMMMRRMMMMMRRMMMRRMMMMMMMRR"),
  OFFICE_WITH_LATES(false, 7, "EEEEERRVVVVVRREEERREEEEEEERR"),
  HOURS_24(false, 1, "EEEFFRR"),
  HOURS_27(false, 1, "PPPFFRR"),
  HOURS_31_5(false, 1, "EEESFRR"),
  HOURS_32(false, 1, "MMMMFRR"),
  HOURS_36(false, 1, "PPPPFRR");

  /** 1970-01-05. */
  private static final int FIRST_MONDAY = 4;

  private final boolean variable;
  private final int teamsApart;
  private final String cycle;

  /**
   * @param variable whether the federation's word for it is variable shifts
   * @param teamsApart days by which one team is ahead of another
   */
  ShiftPattern(boolean variable, int teamsApart, String cycle) {
    this.variable = variable;
    this.teamsApart = teamsApart;
    this.cycle = cycle;
  }

  boolean isVariable() {
    return variable;
  }

  /** How many teams work this pattern. */
  int teams() {
    return cycle.length() / teamsApart;
  }

  PlannedDay day(int team, long date) {
    return at(cycle, date + (long) team * teamsApart);
  }

  /** The day of a cycle that starts on a Monday. */
  static PlannedDay at(String cycle, long date) {
    return PlannedDay.of(
        cycle.charAt((int) Math.floorMod(date - FIRST_MONDAY, (long) cycle.length())));
  }
}
