package org.dutypay.feed;

import java.nio.charset.StandardCharsets;
import org.dutypay.duty.None;

/** Reads the parts of spooled records in the order in which {@link SpoolRecord} took them. */
final class SpoolBytes {

  private final byte[] bytes;
  private final Texts texts;
  private int at;

  SpoolBytes(byte[] bytes, Texts texts) {
    this.bytes = bytes;
    this.texts = texts;
  }

  /** Goes to what follows the head of the record at an offset. */
  void begin(int record) {
    at = record + SpoolRecord.ID_AT + (bytes[record + SpoolRecord.ID_LENGTH_AT] & 0xFF);
  }

  int getByte() {
    return bytes[at++];
  }

  int getShort() {
    int value = (short) SpoolRecord.SHORT.get(bytes, at);
    at += Short.BYTES;
    return value;
  }

  int getInt() {
    int value = (int) SpoolRecord.INT.get(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  long getLong() {
    long value = (long) SpoolRecord.LONG.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  /** A date or minute, {@link None#NONE} where none was given. */
  long getOptional() {
    int value = getInt();
    return value == Row.NOT_GIVEN ? None.NONE : value;
  }

  String getText() {
    int size = getShort() & 0xFFFF;
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  /** A text that many records share, as one string for all of them. */
  String getSharedText() {
    int size = getShort() & 0xFFFF;
    String text = texts.shared(bytes, at, at + size);
    at += size;
    return text;
  }
}
