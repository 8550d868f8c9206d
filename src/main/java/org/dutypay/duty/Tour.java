package org.dutypay.duty;

/**
 * A rostered tour and the time it really covers once an early start has moved it (rulebook 5.3).
 *
 * @param day the roster day it belongs to, wholly
 * @param rosteredStart rostered start; the end of the tour before where that reaches over it
 * @param rosteredEnd rostered end
 * @param start start of the effective tour
 * @param end end of the effective tour
 * @param blockEnd end of the early block that starts at {@code start} and is overtime itself; the
 *     same as {@code start} where there is none
 */
public record Tour(
    Day day, long rosteredStart, long rosteredEnd, long start, long end, long blockEnd) {

  /** A tour that nothing has moved. */
  public static Tour asRostered(Day day, long start, long end) {
    return new Tour(day, start, end, start, end, start);
  }

  public boolean holds(long minute) {
    return minute >= start && minute < end;
  }
}
