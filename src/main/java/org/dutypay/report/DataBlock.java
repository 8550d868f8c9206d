package org.dutypay.report;

/**
 * JSON that may stand inside a script element: no text in it can end the element, begin another one
 * or a comment.
 */
final class DataBlock {

  private static final int LAST_CONTROL = 0x1f;

  private final StringBuilder json = new StringBuilder(1 << 10);

  /** What was begun and is not yet followed by anything. */
  private boolean isFresh = true;

  DataBlock open(char bracket) {
    between();
    json.append(bracket);
    isFresh = true;
    return this;
  }

  DataBlock close(char bracket) {
    json.append(bracket);
    isFresh = false;
    return this;
  }

  DataBlock name(String name) {
    text(name);
    json.append(':');
    isFresh = true;
    return this;
  }

  DataBlock number(long number) {
    between();
    json.append(number);
    return this;
  }

  DataBlock nothing() {
    between();
    json.append("null");
    return this;
  }

  DataBlock yes(boolean value) {
    between();
    json.append(value);
    return this;
  }

  /** JSON of another block. */
  DataBlock json(String other) {
    between();
    json.append(other);
    return this;
  }

  DataBlock text(String text) {
    between();
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain =
          switch (c) {
            case '"', '\\', '<', '>', '&', '\u2028', '\u2029' -> false;
            default -> c > LAST_CONTROL && !Character.isSurrogate(c);
          };
      if (isPlain) {
        json.append(c);
      } else {
        json.append("\\u");
        for (int shift = Character.SIZE - 4; shift >= 0; shift -= 4) {
          json.append(Character.forDigit(c >>> shift & 0xf, 16));
        }
      }
    }
    json.append('"');
    return this;
  }

  private void between() {
    if (!isFresh) {
      json.append(',');
    }
    isFresh = false;
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
