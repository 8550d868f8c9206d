package org.dutypay.duty;

import java.util.List;

/**
 * A piece of an officer's duty that one section of the rulebook pays. Each minute of duty is in
 * exactly one part.
 *
 * <p>Every part has: the force day it belongs to, its first minute, how many minutes of duty it
 * holds, and the duty rows with minutes in it in order of time; the first of them gives the part
 * its attributes.
 */
public sealed interface Part {

  Day day();

  long start();

  int minutes();

  List<Duty> duties();

  /** The row whose attributes the part has. */
  default Duty first() {
    return duties().getFirst();
  }

  /** Time inside an effective tour on a duty day: salary pays it. */
  record SalaryTime(Day day, long start, int minutes, List<Duty> duties) implements Part {}

  /** Booking on shortly before a tour: no requirement, not paid (5.3). */
  record BookedOnEarly(Day day, long start, int minutes, List<Duty> duties) implements Part {}

  /** Duty on a day of absence or without a roster row, one duty row and force day: not paid (4). */
  record UnpaidDuty(Day day, long start, int minutes, List<Duty> duties) implements Part {}

  /**
   * Retained after the tour of {@code day} (5.1).
   *
   * @param toldBefore whether the officer was told of it before the tour was begun
   * @param tourBegun when the tour was begun, for the reader
   */
  record RetainedOccasion(
      Day day, long start, int minutes, List<Duty> duties, boolean toldBefore, long tourBegun)
      implements Part {}

  /**
   * The time before the rostered start of a tour begun without due notice (5.3).
   *
   * @param minutes those within the effective tour; where the block is longer than the tour, the
   *     rest of it is an occasion after the tour as well
   * @param earlyMinutes the whole block, up to the rostered start
   */
  record EarlyBlock(Day day, long start, int minutes, List<Duty> duties, int earlyMinutes)
      implements Part {}

  /**
   * A recall between tours, or on a day of time off taken (5.5).
   *
   * @param startsChain whether travel counts: nothing unbroken comes before it
   */
  record Recall(Day day, long start, int minutes, List<Duty> duties, boolean startsChain)
      implements Part {}

  /** The part of one chain on one protected day that is paid by the period: rulebook 7, 8 and 9. */
  sealed interface Period extends Part {

    /** Whether it came unbroken from an earlier force day or from a tour that belongs to one. */
    boolean retained();

    /** Whether travel counts: nothing unbroken comes before it. */
    boolean startsChain();
  }

  /** On a rest day (7). */
  record RestDayPeriod(
      Day day, long start, int minutes, List<Duty> duties, boolean retained, boolean startsChain)
      implements Period {}

  /** On a free day (8). */
  record FreeDayPeriod(
      Day day, long start, int minutes, List<Duty> duties, boolean retained, boolean startsChain)
      implements Period {}

  /**
   * On a public holiday, in and out of the tour together (9).
   *
   * @param insideTour whether any minute lies inside the holiday's own tour
   */
  record HolidayPeriod(
      Day day,
      long start,
      int minutes,
      List<Duty> duties,
      boolean retained,
      boolean startsChain,
      boolean insideTour)
      implements Period {}

  /** All duty on one day of annual leave, or on a rest or free day that counts as leave (10). */
  record LeaveDayWorked(Day day, long start, int minutes, List<Duty> duties) implements Part {}
}
