package org.dutypay.pay;

/**
 * The hourly rate of an annual rate: annual × 6 / 12,520, never rounded by itself (rulebook 2).
 * Part-time officers have the full-time hourly rate.
 *
 * @param annualPence the annual rate in pence, above 0
 */
public record HourlyRate(long annualPence) {

  private static final long SIX = 6;
  private static final long DIVISOR = 12_520;
  private static final long TEN_THOUSANDTHS_OF_A_HOUR = 60L * Length.PER_MINUTE;

  public HourlyRate {
    if (annualPence <= 0) {
      throw new IllegalArgumentException(
          "An annual rate is above nought, not " + annualPence + " pence");
    }
  }

  /** What a line pays, in pence: rate × multiple × time, rounded once. */
  public long amount(Multiple multiple, Length time, Rounding rounding) {
    long numerator = Math.multiplyExact(annualPence * SIX * multiple.over(), time.tenThousandths());
    return rounding.divide(numerator, DIVISOR * multiple.under() * TEN_THOUSANDTHS_OF_A_HOUR);
  }

  /** The rate itself, not rounded. */
  public ExactAmount exact() {
    return new ExactAmount(annualPence * SIX, DIVISOR);
  }

  /** The rate a line prints, in ten-thousandths of a pound: for the reader, never multiplied. */
  public long printed(Multiple multiple) {
    return Rounding.HALF_UP.divide(
        annualPence * SIX * multiple.over() * 100, DIVISOR * multiple.under());
  }

  /** The annual rate as a reader writes it: {@code 46,044} or {@code 46,044.50}. */
  public String annual() {
    return Pounds.grouped(annualPence);
  }
}
