package org.dutypay.feed;

/**
 * A piece of somebody's file as a message shows it: cut where it is long, control characters as
 * spaces.
 */
final class Shown {

  /** Characters of it that are shown. */
  static final int MOST = 40;

  private Shown() {}

  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MOST)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return shown.length() < text.length() ? shown.append('…').toString() : shown.toString();
  }
}
