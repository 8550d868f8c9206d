package org.dutypay.sample;

/** The units of the invented force: how large each is and what it works. */
enum Posting {
  RESPONSE("Response", 38, true, ShiftPattern.TEN_HOURS, ShiftPattern.ROUND_THE_CLOCK),
  NEIGHBOURHOOD("Neighbourhood", 17, false, ShiftPattern.OFFICE_WITH_LATES, ShiftPattern.OFFICE),
  CID("CID, Priority Crime", 14, false, ShiftPattern.OFFICE, ShiftPattern.OFFICE_WITH_LATES),
  PUBLIC_PROTECTION("Public Protection", 8, false, ShiftPattern.OFFICE, ShiftPattern.OFFICE),
  CUSTODY("Custody", 5, true, ShiftPattern.ROUND_THE_CLOCK, ShiftPattern.ROUND_THE_CLOCK_LATER),
  ROADS_POLICING(
      "Roads Policing", 5, true, ShiftPattern.TEN_HOURS, ShiftPattern.ROUND_THE_CLOCK_LATER),
  FIREARMS("Firearms", 4, true, ShiftPattern.TEN_HOURS, ShiftPattern.TEN_HOURS),
  CONTACT("Contact and Control", 4, true, ShiftPattern.ROUND_THE_CLOCK, ShiftPattern.TEN_HOURS),
  INTELLIGENCE("Intelligence", 3, false, ShiftPattern.OFFICE, ShiftPattern.OFFICE),
  DOGS("Dog Section", 2, true, ShiftPattern.TEN_HOURS, ShiftPattern.TEN_HOURS);

  private static final int PERCENT = 100;

  final String label;
  final boolean neverCloses;
  private final int percent;
  private final ShiftPattern usual;
  private final ShiftPattern other;

  Posting(String label, int percent, boolean neverCloses, ShiftPattern usual, ShiftPattern other) {
    this.label = label;
    this.percent = percent;
    this.neverCloses = neverCloses;
    this.usual = usual;
    this.other = other;
  }

  static Posting of(Dice dice, int officer) {
    int left = dice.below(PERCENT, Chance.UNIT, officer, 0);
    for (Posting posting : values()) {
      left -= posting.percent;
      if (left < 0) {
        return posting;
      }
    }
    throw new IllegalStateException("The shares of the units do not make a hundred");
  }

  /** Three of five work the unit's usual pattern. */
  ShiftPattern pattern(Dice dice, int officer) {
    return dice.below(5, Chance.PATTERN, officer, 0) < 3 ? usual : other;
  }
}
