package org.dutypay.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Hashes of the records of each officer of one spool file. Two checksums that processors reckon by
 * themselves make 64 bits.
 */
final class Fingerprints {

  private static final int HALF = 32;

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
    Checksum one = new CRC32C();
    Checksum other = new CRC32();
    for (int record = index.firstRecord(officer); record < index.endOfRecords(officer); record++) {
      int kind = index.kind(record);
      if (kind == SpoolRecord.REJECTED || kind == FeedFile.PAID_HISTORY.number()) {
        // A row that could not be read pays nothing, and its problem names lines; what was paid
        // before decides nothing of what is due.
        continue;
      }
      int at = index.at(record);
      int end = at + (int) SpoolRecord.INT.get(bytes, at);
      boolean isRepeated = repeatedIds.contains(row(kind, index.line(record)));
      one.update(isRepeated ? -kind : kind);
      other.update(isRepeated ? -kind : kind);
      one.update(bytes, at + SpoolRecord.ID_LENGTH_AT, end - at - SpoolRecord.ID_LENGTH_AT);
      other.update(bytes, at + SpoolRecord.ID_LENGTH_AT, end - at - SpoolRecord.ID_LENGTH_AT);
    }
    return one.getValue() << HALF | other.getValue();
  }

  private static long row(int file, int line) {
    return (long) file << HALF | line;
  }
}
