package org.dutypay.feed;

import java.util.stream.IntStream;

/**
 * The rows of one spool file whose ids an earlier row of their file has. It is asked for each row,
 * so they lie in a hash table without objects.
 */
final class RepeatedRows {

  private static final int HALF = 32;
  private static final long ODD = 0x9e3779b97f4a7c15L;

  /** Of file and line, neither of which is 0; 0 = free. At most a quarter is taken. */
  private final long[] slots;

  private final int shift;

  /** Those of a file; it notes them among the rows without an officer. */
  RepeatedRows(byte[] bytes, SpoolIndex index) {
    int[] records =
        index.hasRowsWithoutOfficer()
            ? IntStream.range(index.firstRecord(0), index.endOfRecords(0))
                .filter(record -> index.kind(record) == SpoolRecord.REPEATED_ID)
                .toArray()
            : new int[0];
    shift = Integer.numberOfLeadingZeros(records.length) + HALF - 2;
    slots = new long[records.length == 0 ? 0 : 1 << (Long.SIZE - shift)];
    SpoolBytes spooled = new SpoolBytes(bytes, new Texts());
    for (int record : records) {
      spooled.begin(index.at(record));
      long row = row(spooled.getByte(), index.line(record));
      slots[slot(row)] = row;
    }
  }

  /**
   * @param file the file's number
   */
  boolean hold(int file, int line) {
    return slots.length > 0 && slots[slot(row(file, line))] != 0;
  }

  /** Where a row is, or would be. */
  private int slot(long row) {
    int slot = (int) ((row * ODD) >>> shift);
    while (slots[slot] != 0 && slots[slot] != row) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static long row(int file, int line) {
    return (long) file << HALF | line;
  }
}
