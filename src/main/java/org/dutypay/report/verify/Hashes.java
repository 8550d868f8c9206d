package org.dutypay.report.verify;

import java.util.Arrays;

/**
 * A collection of texts as 64-bit hashes: eight bytes each, however many there are. A text that is
 * not in it is taken for one that is about once in a million million.
 */
final class Hashes {

  private long[] hashes = new long[16];
  private int size;
  private boolean isSorted = true;

  static long of(String... parts) {
    long hash = 0xcbf29ce484222325L;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = mixed(hash ^ part.charAt(i));
      }
      hash = mixed(hash ^ 0x1_0000);
    }
    return hash;
  }

  private static long mixed(long value) {
    long product = value * 0x9e3779b97f4a7c15L;
    return product ^ product >>> 32;
  }

  void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash;
    isSorted = false;
  }

  boolean contains(long hash) {
    sort();
    return Arrays.binarySearch(hashes, 0, size, hash) >= 0;
  }

  /** Those that were added more than once. */
  Hashes repeated() {
    sort();
    Hashes repeated = new Hashes();
    for (int i = 1; i < size; i++) {
      if (hashes[i] == hashes[i - 1]) {
        repeated.add(hashes[i]);
      }
    }
    return repeated;
  }

  boolean isEmpty() {
    return size == 0;
  }

  private void sort() {
    if (!isSorted) {
      Arrays.sort(hashes, 0, size);
      isSorted = true;
    }
  }
}
