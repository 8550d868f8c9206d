package org.dutypay.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Finds the ids that occur more than once in a whole file, in bounded memory: a keyed 128-bit hash
 * of every id goes to one of a few files by its first bits, and each of these is then looked
 * through on its own. The first line with an id stands.
 */
final class RepeatedIds implements Closeable {

  /** What is told of each row whose id an earlier line has. */
  interface Found {
    void repeated(int line, int spoolFile) throws IOException;
  }

  private static final long INPUT_OF_A_FILE = 16L << 20;
  private static final int MOST_FILES = 64;
  private static final int BUFFER = 1 << 15;
  private static final int SIZE = 2 * Long.BYTES + 2 * Integer.BYTES;

  private final Path[] paths;
  private final SpoolWriter writer;
  private final byte[] entry = new byte[SIZE];

  /** Chosen anew for every run, so that nobody can write two ids that seem one. */
  private final long[] keys = new SecureRandom().longs(4).toArray();

  RepeatedIds(Path folder, long feedBytes) throws IOException {
    int count = 1;
    while (count < MOST_FILES && count * INPUT_OF_A_FILE < feedBytes) {
      count *= 2;
    }
    paths = new Path[count];
    for (int i = 0; i < count; i++) {
      paths[i] = folder.resolve("ids-" + i);
    }
    writer = new SpoolWriter(paths, BUFFER);
  }

  void add(byte[] id, int from, int to, int line, int spoolFile) throws IOException {
    long one = (long) to - from;
    long other = ~one;
    for (int i = from; i < to; i += Long.BYTES) {
      long word = word(id, i, to);
      one = mixed(word ^ keys[0], one ^ keys[1]);
      other = mixed(word ^ keys[2], other ^ keys[3]);
    }
    SpoolRecord.LONG.set(entry, 0, one);
    SpoolRecord.LONG.set(entry, Long.BYTES, other);
    SpoolRecord.INT.set(entry, 2 * Long.BYTES, line);
    SpoolRecord.INT.set(entry, 2 * Long.BYTES + Integer.BYTES, spoolFile);
    writer.write((int) (one >>> 32) & (paths.length - 1), entry, SIZE);
  }

  /** Names every row whose id an earlier line has, once all have been added. */
  void find(Found found) throws IOException {
    writer.close();
    for (Path path : paths) {
      byte[] entries = Files.readAllBytes(path);
      int count = entries.length / SIZE;
      int slots = Integer.highestOneBit(Math.max(1, count)) * 4;
      int[] table = new int[slots];
      for (int i = 0; i < count; i++) {
        int at = i * SIZE;
        long one = (long) SpoolRecord.LONG.get(entries, at);
        long other = (long) SpoolRecord.LONG.get(entries, at + Long.BYTES);
        int slot = (int) one & (slots - 1);
        while (table[slot] != 0 && !isEntry(entries, (table[slot] - 1) * SIZE, one, other)) {
          slot = (slot + 1) & (slots - 1);
        }
        if (table[slot] == 0) {
          table[slot] = i + 1;
        } else {
          found.repeated(
              (int) SpoolRecord.INT.get(entries, at + 2 * Long.BYTES),
              (int) SpoolRecord.INT.get(entries, at + 2 * Long.BYTES + Integer.BYTES));
        }
      }
    }
  }

  /** Removes its files. */
  @Override
  public void close() throws IOException {
    writer.close();
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  private static boolean isEntry(byte[] entries, int at, long one, long other) {
    return (long) SpoolRecord.LONG.get(entries, at) == one
        && (long) SpoolRecord.LONG.get(entries, at + Long.BYTES) == other;
  }

  private static long word(byte[] id, int at, int to) {
    if (at + Long.BYTES <= to) {
      return (long) SpoolRecord.LONG.get(id, at);
    }
    long word = 0;
    for (int i = to - 1; i >= at; i--) {
      word = word << 8 | (id[i] & 0xFF);
    }
    return word;
  }

  private static long mixed(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
