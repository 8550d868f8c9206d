package org.dutypay.pay;

import java.math.BigInteger;

/**
 * An amount of money that is not rounded yet: pence as a fraction in lowest terms. What is not paid
 * by the hour is reckoned with it, and rounded once, as a line.
 *
 * @param over pence, any sign
 * @param under above 0
 */
public record ExactAmount(long over, long under) {

  public static final ExactAmount ZERO = new ExactAmount(0, 1);

  public ExactAmount {
    if (under <= 0) {
      throw new IllegalArgumentException(
          "An exact amount is divided by a positive number, not " + under);
    }
    long common = BigInteger.valueOf(over).gcd(BigInteger.valueOf(under)).longValueExact();
    over /= common;
    under /= common;
  }

  public static ExactAmount ofPence(long pence) {
    return new ExactAmount(pence, 1);
  }

  /** This amount times a fraction. */
  public ExactAmount times(long factor, long divisor) {
    ExactAmount fraction = new ExactAmount(factor, divisor);
    // Crosswise in lowest terms first, so that the products stay small.
    ExactAmount left = new ExactAmount(over, fraction.under);
    ExactAmount right = new ExactAmount(fraction.over, under);
    return new ExactAmount(
        Math.multiplyExact(left.over, right.over), Math.multiplyExact(left.under, right.under));
  }

  public ExactAmount plus(ExactAmount other) {
    long common = BigInteger.valueOf(under).gcd(BigInteger.valueOf(other.under)).longValueExact();
    long left = Math.multiplyExact(over, other.under / common);
    long right = Math.multiplyExact(other.over, under / common);
    return new ExactAmount(
        Math.addExact(left, right), Math.multiplyExact(under / common, other.under));
  }

  public boolean isPositive() {
    return over > 0;
  }

  /** In pence, by the one rounding of a line. */
  public long rounded(Rounding rounding) {
    return rounding.divide(over, under);
  }

  /** In ten-thousandths of a pound, as a line prints its rate: for the reader, never multiplied. */
  public long printed() {
    return Rounding.HALF_UP.divide(Math.multiplyExact(over, 100), under);
  }
}
