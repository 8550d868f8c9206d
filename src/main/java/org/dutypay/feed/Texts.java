package org.dutypay.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Strings that recur, such as pay scales and units, kept once and found by their bytes. */
final class Texts {

  /** More different texts than this do not recur: they are made anew. */
  private static final int MOST = 4096;

  private final byte[][] keys = new byte[2 * MOST][];
  private final String[] values = new String[2 * MOST];
  private int size;

  String shared(byte[] bytes, int from, int to) {
    if (from == to) {
      return "";
    }
    int slot = hash(bytes, from, to) & (keys.length - 1);
    while (keys[slot] != null) {
      if (Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, to)) {
        return values[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (size < MOST) {
      keys[slot] = Arrays.copyOfRange(bytes, from, to);
      values[slot] = text;
      size++;
    }
    return text;
  }

  /** Spreads texts of a few bytes evenly over the low bits. */
  static int hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x9E3779B97F4A7C15L;
    }
    hash ^= hash >>> 32;
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32);
  }
}
