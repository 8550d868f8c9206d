package org.dutypay.pay;

/** Pence written as pounds. */
public final class Pounds {

  private Pounds() {}

  /** With two decimals and no thousands separators, as files carry it: {@code -1234.50}. */
  public static String plain(long pence) {
    long absolute = Math.abs(pence);
    long rest = absolute % 100;
    return (pence < 0 ? "-" : "") + absolute / 100 + (rest < 10 ? ".0" : ".") + rest;
  }

  /**
   * With thousands separators, pence only where there are any, as sentences carry it: {@code
   * 46,044}.
   */
  public static String grouped(long pence) {
    String whole = Long.toString(Math.abs(pence) / 100);
    StringBuilder text = new StringBuilder(whole.length() + 6);
    if (pence < 0) {
      text.append('-');
    }
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(',');
      }
      text.append(whole.charAt(i));
    }
    long rest = Math.abs(pence) % 100;
    if (rest != 0) {
      text.append(rest < 10 ? ".0" : ".").append(rest);
    }
    return text.toString();
  }

  /** As people write an amount in a column: {@code -£1,234.50}. */
  public static String written(long pence) {
    long absolute = Math.abs(pence);
    return "%s£%,d.%02d".formatted(pence < 0 ? "-" : "", absolute / 100, absolute % 100);
  }
}
