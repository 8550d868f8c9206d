package org.dutypay.rules;

/**
 * One step of a counter that a rule asks, such as the casual occasions of a week.
 *
 * @param date epoch day of the force day on which it was counted
 * @param counter what is counted and over which time
 * @param before its value before
 * @param after its value after
 */
public record Count(long date, String counter, String before, String after) {}
