package org.dutypay.duty;

import java.util.Locale;

/** Police ranks in order. The first four are the federated ranks that Dutypay pays. */
public enum Rank {
  CONSTABLE(1),
  SERGEANT(2),
  INSPECTOR(3),
  CHIEF_INSPECTOR(4),
  SUPERINTENDENT(5),
  CHIEF_SUPERINTENDENT(6),
  ASSISTANT_CHIEF_CONSTABLE(7),
  /** The Metropolitan Police's rank level with assistant chief constable. */
  COMMANDER(7),
  DEPUTY_CHIEF_CONSTABLE(8),
  CHIEF_CONSTABLE(9);

  private final int level;

  Rank(int level) {
    this.level = level;
  }

  public boolean isFederated() {
    return level <= CHIEF_INSPECTOR.level;
  }

  /** Inspector or chief inspector. */
  public boolean isInspecting() {
    return this == INSPECTOR || this == CHIEF_INSPECTOR;
  }

  public boolean isAtLeast(Rank other) {
    return level >= other.level;
  }

  public boolean isAbove(Rank other) {
    return ranksAbove(other) > 0;
  }

  /** How many ranks up it is from another; negative where it is below. */
  public int ranksAbove(Rank other) {
    return level - other.level;
  }

  /** As a sentence carries it: {@code chief inspector}. */
  public String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
