package org.dutypay.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Hashes of the records of each officer of one spool file, of 64 bits. They are the force's whole
 * feed on every night after a close: a checksum of the JDK called for each record took ten times as
 * long.
 */
final class Fingerprints {

  private static final int HALF = 32;

  /** An odd number whose bits are spread: the one of MurmurHash3's 64-bit finalizer. */
  private static final long ODD = 0xff51afd7ed558ccdL;

  private final byte[] bytes;
  private final SpoolIndex index;
  private final Set<Long> repeatedIds = new HashSet<>();

  Fingerprints(byte[] bytes) {
    this.bytes = bytes;
    index = new SpoolIndex(bytes);
  }

  /** By officer id; rows without a readable officer are left out. */
  Map<String, Long> all() {
    int firstOfficer = index.officerCount() > 0 && index.id(0).isEmpty() ? 1 : 0;
    if (firstOfficer == 1) {
      readRepeatedIds();
    }
    Map<String, Long> fingerprints = new HashMap<>();
    for (int officer = firstOfficer; officer < index.officerCount(); officer++) {
      fingerprints.put(index.id(officer), fingerprint(officer));
    }
    return fingerprints;
  }

  private void readRepeatedIds() {
    SpoolBytes spooled = new SpoolBytes(bytes, new Texts());
    for (int record = index.firstRecord(0); record < index.endOfRecords(0); record++) {
      if (index.kind(record) == SpoolRecord.REPEATED_ID) {
        spooled.begin(index.at(record));
        repeatedIds.add(row(spooled.getByte(), index.line(record)));
      }
    }
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
      boolean isRepeated =
          !repeatedIds.isEmpty() && repeatedIds.contains(row(kind, index.line(record)));
      hash = mixed(hash, row(isRepeated ? -kind : kind, end - at));
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

  /** Each value, and each hash before it, gives another one: nothing is lost on the way. */
  private static long mixed(long hash, long value) {
    long product = (hash ^ value) * ODD;
    return product ^ product >>> HALF;
  }

  private static long row(int file, int line) {
    return (long) file << HALF | line;
  }
}
