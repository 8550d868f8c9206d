package org.dutypay.duty;

/** The explicit "not given" for a date, a time or a number. */
public final class None {

  public static final long NONE = Long.MIN_VALUE;

  private None() {}

  public static boolean isGiven(long value) {
    return value != NONE;
  }
}
