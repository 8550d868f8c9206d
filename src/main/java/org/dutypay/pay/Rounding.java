package org.dutypay.pay;

/**
 * How the one rounding of a line is made (rulebook 2, policy key {@code rounding}). Halves are
 * judged exactly.
 */
public enum Rounding {
  HALF_UP,
  HALF_EVEN,
  DOWN;

  /**
   * The quotient as a whole number. Half-up is away from nought, down is towards nought.
   *
   * @param numerator any sign
   * @param denominator above 0
   */
  public long divide(long numerator, long denominator) {
    long quotient = numerator / denominator;
    long remainder = numerator % denominator;
    if (remainder == 0 || this == DOWN) {
      return quotient;
    }
    int againstHalf = Long.compare(Math.abs(remainder), denominator - Math.abs(remainder));
    boolean away =
        againstHalf > 0 || (againstHalf == 0 && (this == HALF_UP || (quotient & 1) != 0));
    return away ? quotient + Long.signum(numerator) : quotient;
  }
}
