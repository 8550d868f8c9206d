package org.dutypay.report.verify;

import java.util.OptionalLong;

/** Decimal numbers as files carry them, as whole numbers of their last place. */
final class Decimals {

  private static final int LONGEST = 17;

  private Decimals() {}

  /** {@code 12.34} with two places is 1234; empty where the text is not such a number. */
  static OptionalLong of(String text, int places) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.length() - places - 1;
    boolean hasPoint = places == 0 || (point > start && text.charAt(point) == '.');
    if (!hasPoint || text.length() == start || text.length() > LONGEST) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (places > 0 && i == point) {
        continue;
      }
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      number = 10 * number + (c - '0');
    }
    return OptionalLong.of(start == 1 ? -number : number);
  }

  static String pounds(long pence) {
    return (pence < 0 ? "-" : "")
        + "%d.%02d".formatted(Math.abs(pence) / 100, Math.abs(pence) % 100);
  }
}
