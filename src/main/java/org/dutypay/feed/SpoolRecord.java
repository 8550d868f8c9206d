package org.dutypay.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One record on its way into the spool. Its head is the same for all: length, kind, line and
 * officer id, so that a spool file can be sorted by officer without reading further.
 */
final class SpoolRecord {

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The kind of a row that cannot be used; the kind of one that can is its file's number. */
  static final int REJECTED = 100;

  /** The kind of a note that the id on a line has occurred before. */
  static final int REPEATED_ID = 101;

  /** Bytes from the record's start to each part of its head. */
  static final int KIND_AT = 4;

  static final int LINE_AT = 5;
  static final int ID_LENGTH_AT = 9;
  static final int ID_AT = 10;

  private byte[] bytes = new byte[4096];
  private int length;

  /** Starts a record; what was there is forgotten. */
  void begin(int kind, int line, byte[] id, int from, int to) {
    length = ID_AT + to - from;
    bytes[KIND_AT] = (byte) kind;
    INT.set(bytes, LINE_AT, line);
    bytes[ID_LENGTH_AT] = (byte) (to - from);
    System.arraycopy(id, from, bytes, ID_AT, to - from);
  }

  void putByte(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  void putShort(int value) {
    ensure(Short.BYTES);
    SHORT.set(bytes, length, (short) value);
    length += Short.BYTES;
  }

  void putInt(int value) {
    ensure(Integer.BYTES);
    INT.set(bytes, length, value);
    length += Integer.BYTES;
  }

  void putLong(long value) {
    ensure(Long.BYTES);
    LONG.set(bytes, length, value);
    length += Long.BYTES;
  }

  /** A text of at most 65,535 bytes, in UTF-8. */
  void putText(byte[] text, int from, int to) {
    int size = to - from;
    ensure(Short.BYTES + size);
    SHORT.set(bytes, length, (short) size);
    System.arraycopy(text, from, bytes, length + Short.BYTES, size);
    length += Short.BYTES + size;
  }

  void putText(Row row, Column column) {
    putText(row.bytes(), row.start(column.place()), row.end(column.place()));
  }

  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putText(utf8, 0, utf8.length);
  }

  /** The finished record's bytes, from 0 to {@link #length()}. */
  byte[] finished() {
    INT.set(bytes, 0, length);
    return bytes;
  }

  int length() {
    return length;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
  }
}
