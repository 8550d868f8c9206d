package org.dutypay.pay;

import java.util.Comparator;

/** The order of texts by the bytes of their UTF-8 form, which is the order of their code points. */
public final class ByteOrder {

  /**
   * {@code String.compareTo} goes by UTF-16 units and differs for characters beyond the basic
   * plane.
   */
  public static final Comparator<String> OF_UTF_8 = ByteOrder::compare;

  private ByteOrder() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothSurrogateOrNeither = Character.isSurrogate(x) == Character.isSurrogate(y);
        return bothSurrogateOrNeither ? x - y : (Character.isSurrogate(x) ? 1 : -1);
      }
    }
    return a.length() - b.length();
  }
}
