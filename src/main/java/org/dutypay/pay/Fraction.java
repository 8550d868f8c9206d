package org.dutypay.pay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number of any size, in lowest terms: days' worth of leave, whose divisors are the weekly
 * hours of a whole year, and the pence that are reckoned from them.
 *
 * @param over any sign
 * @param under above 0
 */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

  public static final Fraction ZERO = of(0, 1);

  public Fraction {
    if (under.signum() <= 0) {
      throw new IllegalArgumentException("A fraction is divided by a positive number: " + under);
    }
    BigInteger common = over.gcd(under);
    over = over.divide(common);
    under = under.divide(common);
  }

  public static Fraction of(long over, long under) {
    return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
  }

  public static Fraction of(long whole) {
    return of(whole, 1);
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.over.negate(), other.under));
  }

  public Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  public Fraction times(long factor, long divisor) {
    return times(of(factor, divisor));
  }

  public Fraction atMost(Fraction limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }

  public boolean isPositive() {
    return over.signum() > 0;
  }

  /** As a whole number, by the one rounding of a line. */
  public long rounded(Rounding rounding) {
    RoundingMode mode =
        switch (rounding) {
          case HALF_UP -> RoundingMode.HALF_UP;
          case HALF_EVEN -> RoundingMode.HALF_EVEN;
          case DOWN -> RoundingMode.DOWN;
        };
    return new BigDecimal(over).divide(new BigDecimal(under), 0, mode).longValueExact();
  }

  /** In hundredths, half-up, as units are printed. */
  public long hundredths() {
    return times(100, 1).rounded(Rounding.HALF_UP);
  }

  @Override
  public int compareTo(Fraction other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
