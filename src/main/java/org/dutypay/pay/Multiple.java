package org.dutypay.pay;

/**
 * A multiple of the hourly rate as the rules write it, kept exact: time and a third is 4/3, never a
 * decimal (rulebook 2).
 *
 * @param over the numerator, at least 1
 * @param under the denominator, at least 1
 */
public record Multiple(int over, int under) {

  public static final Multiple ONE = new Multiple(1, 1);

  public Multiple {
    if (over < 1 || under < 1) {
      throw new IllegalArgumentException(
          "A multiple is a positive fraction, not " + over + "/" + under);
    }
  }

  /** Reads {@code 4/3} or {@code 2}. */
  public static Multiple parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Multiple(Integer.parseInt(text), 1)
        : new Multiple(
            Integer.parseInt(text, 0, slash, 10),
            Integer.parseInt(text, slash + 1, text.length(), 10));
  }

  /** As it is written on a line: {@code 4/3}, {@code 2}. */
  @Override
  public String toString() {
    return under == 1 ? Integer.toString(over) : over + "/" + under;
  }
}
