package org.dutypay.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The records of one spool file by officer: officers in the order of their ids' bytes, the records
 * of each as they were written.
 */
final class SpoolIndex {

  private static final int FIRST_SIZE = 1 << 12;

  private final byte[] bytes;

  /** Where each record starts, grouped by officer. */
  private int[] records = new int[FIRST_SIZE];

  /** The officer of each record, as a number in order of appearance. */
  private int[] officerOf = new int[FIRST_SIZE];

  private int recordCount;

  /** Some record of each officer. */
  private int[] sample = new int[FIRST_SIZE];

  private int officerCount;
  private int[] slots = new int[4 * FIRST_SIZE];

  /** Officers in the order of their ids. */
  private final int[] order;

  /** The records of officer i lie from starts[i] to starts[i + 1]. */
  private final int[] starts;

  SpoolIndex(byte[] bytes) {
    this.bytes = bytes;
    for (int at = 0; at < bytes.length; at += (int) SpoolRecord.INT.get(bytes, at)) {
      if (recordCount == records.length) {
        records = Arrays.copyOf(records, 2 * recordCount);
        officerOf = Arrays.copyOf(officerOf, 2 * recordCount);
      }
      records[recordCount] = at;
      officerOf[recordCount++] = officer(at);
    }
    starts = new int[officerCount + 1];
    for (int i = 0; i < recordCount; i++) {
      starts[officerOf[i] + 1]++;
    }
    for (int i = 0; i < officerCount; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, officerCount);
    int[] grouped = new int[recordCount];
    for (int i = 0; i < recordCount; i++) {
      grouped[next[officerOf[i]]++] = records[i];
    }
    records = grouped;
    order =
        IntStream.range(0, officerCount)
            .boxed()
            .sorted(Comparator.comparing(i -> sample[i], this::compareIds))
            .mapToInt(i -> i)
            .toArray();
    officerOf = new int[0];
    slots = new int[0];
  }

  /** Whether the first officer is nobody: rows whose officer cannot be read. */
  boolean hasRowsWithoutOfficer() {
    return officerCount > 0 && idLength(sample[order[0]]) == 0;
  }

  int officerCount() {
    return officerCount;
  }

  /** The first of an officer's records, by the officer's place in the order of ids. */
  int firstRecord(int officer) {
    return starts[order[officer]];
  }

  int endOfRecords(int officer) {
    return starts[order[officer] + 1];
  }

  /** Where a record starts. */
  int at(int record) {
    return records[record];
  }

  int kind(int record) {
    return bytes[records[record] + SpoolRecord.KIND_AT];
  }

  int line(int record) {
    return (int) SpoolRecord.INT.get(bytes, records[record] + SpoolRecord.LINE_AT);
  }

  String id(int officer) {
    int at = sample[order[officer]];
    return new String(bytes, at + SpoolRecord.ID_AT, idLength(at), StandardCharsets.US_ASCII);
  }

  private int officer(int at) {
    int from = at + SpoolRecord.ID_AT;
    int to = from + idLength(at);
    int slot = Texts.hash(bytes, from, to) >>> 8 & (slots.length - 1);
    while (slots[slot] != 0) {
      if (compareIds(sample[slots[slot] - 1], at) == 0) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (officerCount == sample.length) {
      sample = Arrays.copyOf(sample, 2 * officerCount);
      rehash();
      return officer(at);
    }
    sample[officerCount] = at;
    slots[slot] = officerCount + 1;
    return officerCount++;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int i = 0; i < officerCount; i++) {
      int from = sample[i] + SpoolRecord.ID_AT;
      int slot = Texts.hash(bytes, from, from + idLength(sample[i])) >>> 8 & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  private int compareIds(int one, int other) {
    int oneId = one + SpoolRecord.ID_AT;
    int otherId = other + SpoolRecord.ID_AT;
    return Arrays.compareUnsigned(
        bytes, oneId, oneId + idLength(one), bytes, otherId, otherId + idLength(other));
  }

  private int idLength(int at) {
    return bytes[at + SpoolRecord.ID_LENGTH_AT];
  }
}
