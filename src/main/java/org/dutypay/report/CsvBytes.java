package org.dutypay.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Rows of CSV as bytes, written cell by cell: UTF-8, commas, RFC 4180 quotes where needed, LF, one
 * line for each row: control characters in a text become spaces. Text that a spreadsheet would take
 * for a formula gets a leading apostrophe; numbers never do. Nothing is allocated for a plain row.
 */
final class CsvBytes {

  private static final int HUNDREDTHS = 100;
  private static final int TEN_THOUSANDTHS = 10_000;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
  private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /**
   * UTF-8 takes at most three bytes for a char, and a doubled quote two; the apostrophe, two quotes
   * and the comma.
   */
  private static final int BYTES_PER_CHAR = 3;

  private static final int BYTES_PER_CELL = 4;
  private static final int LONGEST_NUMBER = 24;

  private byte[] bytes = new byte[1 << 16];
  private int length;

  int length() {
    return length;
  }

  byte[] array() {
    return bytes;
  }

  void clear() {
    length = 0;
  }

  void empty() {
    room(1);
    bytes[length++] = ',';
  }

  /** Plain ASCII that needs neither quotes nor an apostrophe, such as the name of a code. */
  void word(String word) {
    int chars = word.length();
    room(chars + 1);
    for (int i = 0; i < chars; i++) {
      bytes[length++] = (byte) word.charAt(i);
    }
    bytes[length++] = ',';
  }

  void flag(boolean yes) {
    room(2);
    bytes[length++] = (byte) (yes ? 'Y' : 'N');
    bytes[length++] = ',';
  }

  void text(String text) {
    int chars = text.length();
    room(BYTES_PER_CHAR * chars + BYTES_PER_CELL);
    int start = length;
    boolean quoted = text.indexOf(',') >= 0;
    if (quoted) {
      bytes[length++] = '"';
    }
    if (isTakenForFormula(text)) {
      bytes[length++] = '\'';
    }
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"') {
        length = start;
        rareText(text);
        return;
      }
      bytes[length++] = (byte) c;
    }
    if (quoted) {
      bytes[length++] = '"';
    }
    bytes[length++] = ',';
  }

  private void rareText(String text) {
    String safe = safe(oneLine(text));
    boolean quoted = safe.indexOf('"') >= 0 || safe.indexOf(',') >= 0;
    byte[] cell =
        (quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe).getBytes(StandardCharsets.UTF_8);
    room(cell.length + 1);
    System.arraycopy(cell, 0, bytes, length, cell.length);
    length += cell.length;
    bytes[length++] = ',';
  }

  /** A text with an apostrophe before it where a spreadsheet would take it for a formula. */
  static String safe(String text) {
    return isTakenForFormula(text) ? "'" + text : text;
  }

  /** Control characters would end a row: they become spaces. */
  static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /**
   * Whether a spreadsheet would take it for a formula, also when it drops quotes and spaces before
   * it.
   */
  static boolean isTakenForFormula(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ' ', '"', '\'' -> {}
        // The last four are the wide forms, which East Asian editions take for the plain ones.
        case '=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20' -> {
          return true;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** The text that was written, without the apostrophe that may have been put before it. */
  static String withoutApostrophe(String cell) {
    return cell.startsWith("'") && isTakenForFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  void number(long number) {
    room(LONGEST_NUMBER);
    digits(number);
    bytes[length++] = ',';
  }

  /** A number of hundredths with two decimals: pounds of pence, hours or days of hundredths. */
  void hundredths(long number) {
    room(LONGEST_NUMBER);
    long absolute = unsigned(number);
    digits(absolute / HUNDREDTHS);
    fraction((int) (absolute % HUNDREDTHS), HUNDREDTHS / 10);
  }

  /** A number of ten-thousandths with four decimals. */
  void tenThousandths(long number) {
    room(LONGEST_NUMBER);
    long absolute = unsigned(number);
    digits(absolute / TEN_THOUSANDTHS);
    fraction((int) (absolute % TEN_THOUSANDTHS), TEN_THOUSANDTHS / 10);
  }

  private long unsigned(long number) {
    if (number < 0) {
      bytes[length++] = '-';
    }
    return Math.absExact(number);
  }

  private void fraction(int rest, int firstPlace) {
    bytes[length++] = '.';
    for (int place = firstPlace, left = rest; place > 0; left %= place, place /= 10) {
      bytes[length++] = (byte) ('0' + left / place);
    }
    bytes[length++] = ',';
  }

  private void digits(long number) {
    long left = unsigned(number);
    int end = length + 1;
    for (long above = left / 10; above > 0; above /= 10) {
      end++;
    }
    for (int i = end - 1; i >= length; i--, left /= 10) {
      bytes[i] = (byte) ('0' + left % 10);
    }
    length = end;
  }

  /** {@code 2024-03-31}. */
  void date(long epochDay) {
    yearAndMonth(epochDay, true);
  }

  /** {@code 2024-03}. */
  void month(long epochDay) {
    yearAndMonth(epochDay, false);
  }

  /** The civil calendar from days, in years that begin in March so that the odd day comes last. */
  private void yearAndMonth(long epochDay, boolean withDay) {
    room(LONGEST_NUMBER);
    long days = epochDay + 719_468;
    long era = Math.floorDiv(days, 146_097);
    int dayOfEra = (int) (days - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    if (year < 0 || year > 9_999) {
      throw new IllegalArgumentException("A date in a file is of the years 0 to 9999, not " + year);
    }
    twoDigits((int) (year / 100));
    twoDigits((int) (year % 100));
    bytes[length++] = '-';
    twoDigits(month);
    if (withDay) {
      bytes[length++] = '-';
      twoDigits(dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    }
    bytes[length++] = ',';
  }

  private void twoDigits(int number) {
    bytes[length++] = (byte) ('0' + number / 10);
    bytes[length++] = (byte) ('0' + number % 10);
  }

  /** 16 hexadecimal digits. */
  void hexadecimal(long value) {
    room(LONGEST_NUMBER);
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      bytes[length++] = HEXADECIMAL[(int) (value >>> shift) & 0xf];
    }
    bytes[length++] = ',';
  }

  /** Ends the row: the comma behind its last cell becomes the line end. */
  void endRow() {
    bytes[length - 1] = '\n';
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
