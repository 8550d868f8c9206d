package org.dutypay.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a spool file, record by record. */
final class SpooledRows {

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A row that can be used. */
  SpooledRows row(FeedFile from, int line, String officerId, byte[] payload) {
    return record(from.number(), line, officerId, payload);
  }

  /** The note that an earlier row has the id of the one on a line. */
  SpooledRows repeated(FeedFile of, int line) {
    return record(SpoolRecord.REPEATED_ID, line, "", new byte[] {(byte) of.number()});
  }

  SpooledRows record(int kind, int line, String officerId, byte[] payload) {
    SpoolRecord record = new SpoolRecord();
    byte[] id = bytes(officerId);
    record.begin(kind, line, id, 0, id.length);
    for (byte each : payload) {
      record.putByte(each);
    }
    file.write(record.finished(), 0, record.length());
    return this;
  }

  byte[] toBytes() {
    return file.toByteArray();
  }
}
