package org.dutypay.feed;

import java.util.HashMap;
import java.util.Map;

/**
 * Hashes of the records of each officer of one spool file, of 64 bits. Every night after a close
 * hashes the force's whole feed, a few words a record.
 */
final class Fingerprints {

  private static final int HALF = 32;

  // The steps of MurmurHash3's 64-bit finalizer, public domain.
  private static final long FIRST = 0xff51afd7ed558ccdL;
  private static final long SECOND = 0xc4ceb9fe1a85ec53L;
  private static final int SHIFT = 33;

  private final byte[] bytes;
  private final SpoolIndex index;
  private final RepeatedRows repeated;

  Fingerprints(byte[] bytes, SpoolIndex index, RepeatedRows repeated) {
    this.bytes = bytes;
    this.index = index;
    this.repeated = repeated;
  }

  /** By officer id; rows without a readable officer are left out. */
  Map<String, Long> all() {
    Map<String, Long> fingerprints = new HashMap<>();
    for (int officer = index.hasRowsWithoutOfficer() ? 1 : 0;
        officer < index.officerCount();
        officer++) {
      fingerprints.put(index.id(officer), fingerprint(officer));
    }
    return fingerprints;
  }

  private long fingerprint(int officer) {
    long hash = 0;
    for (int record = index.firstRecord(officer); record < index.endOfRecords(officer); record++) {
      int kind = index.kind(record);
      if (kind == SpoolRecord.REJECTED || kind == FeedFile.PAID_HISTORY.number()) {
        // A row that could not be read pays nothing, and its problem names lines; what was paid
        // before decides nothing of what is due.
        continue;
      }
      int at = index.at(record);
      int end = at + (int) SpoolRecord.INT.get(bytes, at);
      boolean isRepeated = repeated.hold(kind, index.line(record));
      hash = mixed(hash, (long) (isRepeated ? -kind : kind) << HALF | end - at);
      hash = mixed(hash, at + SpoolRecord.ID_LENGTH_AT, end);
    }
    return hash;
  }

  private long mixed(long before, int from, int end) {
    long hash = before;
    int at = from;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash, (long) SpoolRecord.LONG.get(bytes, at));
    }
    for (; at < end; at++) {
      hash = mixed(hash, bytes[at]);
    }
    return hash;
  }

  /**
   * Each value, and each hash before it, gives another one: nothing is lost on the way. Multiplied
   * twice, since a change of the highest bit alone, an empty cell that becomes 0, goes through one
   * product unspread.
   */
  private static long mixed(long hash, long value) {
    long mixed = (hash ^ value) * FIRST;
    mixed = (mixed ^ mixed >>> SHIFT) * SECOND;
    return mixed ^ mixed >>> SHIFT;
  }
}
