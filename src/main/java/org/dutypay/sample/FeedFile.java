package org.dutypay.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.dutypay.duty.London;

/**
 * One input file, written row by row and cell by cell. Moments are wall-clock minutes since 1970.
 */
final class FeedFile implements Closeable {

  private static final int MINUTES_OF_A_DAY = 1440;
  private static final int CAPACITY = 1 << 16;
  private static final int REMEMBERED_DATES = 1 << 10;

  private final OutputStream out;
  private final byte[] buffer = new byte[CAPACITY];
  private final long[] dates = new long[REMEMBERED_DATES];
  private final byte[][] dateTexts = new byte[REMEMBERED_DATES][];
  private int length;
  private boolean rowStarted;
  private long rows;

  FeedFile(Path path, String header) throws IOException {
    out = Files.newOutputStream(path);
    Arrays.fill(dates, Long.MIN_VALUE);
    raw(header);
  }

  /** Rows written, the header not counted. */
  long rows() {
    return rows - 1;
  }

  /** A whole row as it stands, even one that no reader can use. */
  void raw(String row) throws IOException {
    raw(row.getBytes(StandardCharsets.UTF_8));
  }

  void raw(byte[] row) throws IOException {
    append(row);
    endRow();
  }

  FeedFile empty() throws IOException {
    startCell();
    return this;
  }

  /** A text, in quotes where it needs them. */
  FeedFile text(String text) throws IOException {
    startCell();
    if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
      append(text.getBytes(StandardCharsets.UTF_8));
    } else {
      append(('"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** A text of ASCII letters and digits. */
  @SuppressWarnings("deprecation") // the one way to get ASCII out of a String without a copy
  FeedFile word(String word) throws IOException {
    startCell();
    reserve(word.length());
    word.getBytes(0, word.length(), buffer, length);
    length += word.length();
    return this;
  }

  FeedFile flag(boolean yes) throws IOException {
    startCell();
    if (yes) {
      append('Y');
    }
    return this;
  }

  FeedFile date(long date) throws IOException {
    startCell();
    appendDate(date);
    return this;
  }

  FeedFile time(int minuteOfDay) throws IOException {
    startCell();
    appendTime(minuteOfDay);
    return this;
  }

  /** A moment; where the clocks skip it in March, the one an hour later. */
  FeedFile moment(long minute) throws IOException {
    startCell();
    long date = Math.floorDiv(minute, MINUTES_OF_A_DAY);
    int minuteOfDay = Math.floorMod(minute, MINUTES_OF_A_DAY);
    appendDate(date);
    append('T');
    appendTime(London.isSkipped(date, minuteOfDay) ? minuteOfDay + 60 : minuteOfDay);
    return this;
  }

  /** A number with leading zeros, {@code digits} long, after a letter. */
  FeedFile number(char letter, long number, int digits) throws IOException {
    startCell();
    reserve(digits + 1);
    buffer[length] = (byte) letter;
    long left = number;
    for (int i = digits; i > 0; i--) {
      buffer[length + i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length += digits + 1;
    return this;
  }

  void endRow() throws IOException {
    append('\n');
    rowStarted = false;
    rows++;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, length);
      length = 0;
    }
  }

  private void startCell() throws IOException {
    if (rowStarted) {
      append(',');
    }
    rowStarted = true;
  }

  private void appendDate(long date) throws IOException {
    int place = (int) (date & (REMEMBERED_DATES - 1));
    if (dates[place] != date) {
      dates[place] = date;
      dateTexts[place] = LocalDate.ofEpochDay(date).toString().getBytes(StandardCharsets.US_ASCII);
    }
    append(dateTexts[place]);
  }

  private void appendTime(int minuteOfDay) throws IOException {
    reserve(5);
    int hour = minuteOfDay / 60 % 24;
    int minute = minuteOfDay % 60;
    buffer[length++] = (byte) ('0' + hour / 10);
    buffer[length++] = (byte) ('0' + hour % 10);
    buffer[length++] = ':';
    buffer[length++] = (byte) ('0' + minute / 10);
    buffer[length++] = (byte) ('0' + minute % 10);
  }

  private void append(char letter) throws IOException {
    reserve(1);
    buffer[length++] = (byte) letter;
  }

  private void append(byte[] bytes) throws IOException {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void reserve(int bytes) throws IOException {
    if (length + bytes > CAPACITY) {
      out.write(buffer, 0, length);
      length = 0;
    }
  }
}
