package org.dutypay.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a report shows of an officer beside the id.
 *
 * @param name the last one of the officers file, empty where reports show none
 * @param spells what the officers file says, by first day; none where it does not name the officer
 */
record ShownOfficer(String officerId, String name, List<Spell> spells) {

  ShownOfficer {
    spells = List.copyOf(spells);
  }

  /**
   * A row of the officers file.
   *
   * @param from first epoch day
   * @param to last epoch day; {@code Long.MAX_VALUE} = open
   */
  record Spell(String unit, long from, long to) {

    boolean covers(long day) {
      return from <= day && day <= to;
    }
  }

  /**
   * The unit of a day; that of the nearest spell before it, or else after it, where none has it.
   */
  String unitOn(long day) {
    String unit = spells.isEmpty() ? "" : spells.getFirst().unit();
    for (Spell spell : spells) {
      if (spell.from() <= day) {
        unit = spell.unit();
      }
    }
    return unit;
  }

  boolean isInForce(long day) {
    return spells.stream().anyMatch(spell -> spell.covers(day));
  }

  /** The first day in force of a range, where there is one. */
  OptionalLong firstDay(long from, long to) {
    return spells.stream()
        .filter(spell -> spell.from() <= to && spell.to() >= from)
        .mapToLong(spell -> Math.max(from, spell.from()))
        .min();
  }

  /** The last day in force of a range, where there is one. */
  OptionalLong lastDay(long from, long to) {
    return spells.stream()
        .filter(spell -> spell.from() <= to && spell.to() >= from)
        .mapToLong(spell -> Math.min(to, spell.to()))
        .max();
  }
}
