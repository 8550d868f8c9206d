package org.dutypay.pay;

/**
 * A length of time, exact. Weekly hours may have up to four decimals, so that a day's value or the
 * headroom of a part-time week need not be whole minutes (rulebook 5.2: "used exactly").
 *
 * @param tenThousandths ten-thousandths of a minute, may be negative
 */
public record Length(long tenThousandths) implements Comparable<Length> {

  public static final Length ZERO = new Length(0);
  public static final int PER_MINUTE = 10_000;

  /** In minutes: what pay is reckoned in. */
  public static final int QUARTER_HOUR = 15;

  public static Length ofMinutes(long minutes) {
    return minutes == 0 ? ZERO : new Length(minutes * PER_MINUTE);
  }

  /** The rulebook's floor15: whole minutes rounded down to completed quarter-hours. */
  public static int floor15(long minutes) {
    return (int) (minutes - Math.floorMod(minutes, QUARTER_HOUR));
  }

  public Length plus(Length other) {
    return new Length(tenThousandths + other.tenThousandths);
  }

  public Length minus(Length other) {
    return new Length(tenThousandths - other.tenThousandths);
  }

  /** A share of this length, exact for every share the rules name. */
  public Length times(Multiple share) {
    return new Length(Rounding.HALF_UP.divide(tenThousandths * share.over(), share.under()));
  }

  /** Rounded down to completed quarter-hours; nothing where it is negative. */
  public Length completedQuarters() {
    long quarter = (long) QUARTER_HOUR * PER_MINUTE;
    return tenThousandths < quarter ? ZERO : new Length(tenThousandths / quarter * quarter);
  }

  public Length atMost(Length limit) {
    return tenThousandths <= limit.tenThousandths ? this : limit;
  }

  public boolean isPositive() {
    return tenThousandths > 0;
  }

  /** Whole minutes, fractions rounded half-up, as balances are written (rulebook 3). */
  public long minutes() {
    return Rounding.HALF_UP.divide(tenThousandths, PER_MINUTE);
  }

  /**
   * Minutes of this length times a multiple, rounded half-up (rulebook 3: time off at a multiple).
   */
  public long minutesTimes(Multiple multiple) {
    return Rounding.HALF_UP.divide(
        tenThousandths * multiple.over(), (long) PER_MINUTE * multiple.under());
  }

  /** Hundredths of an hour, half-up, as units are printed. */
  public long hundredthsOfAnHour() {
    return Rounding.HALF_UP.divide(tenThousandths * 100, 60L * PER_MINUTE);
  }

  /** Minutes as a reader writes them: {@code 90}, {@code 447.6}. */
  public String inMinutes() {
    return decimal(tenThousandths);
  }

  /** Ten-thousandths as a decimal without needless noughts. */
  public static String decimal(long tenThousandths) {
    long whole = tenThousandths / PER_MINUTE;
    long rest = Math.abs(tenThousandths % PER_MINUTE);
    if (rest == 0) {
      return Long.toString(whole);
    }
    String digits = Long.toString(PER_MINUTE + rest).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return (tenThousandths < 0 && whole == 0 ? "-" : "") + whole + '.' + digits.substring(0, end);
  }

  @Override
  public int compareTo(Length other) {
    return Long.compare(tenThousandths, other.tenThousandths);
  }
}
