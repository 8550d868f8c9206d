package org.dutypay.feed;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Streams the records of one CSV file as ranges of bytes, in memory that no input can make grow. A
 * record without a quote is cut at its commas straight from the bytes; one with quotes must be
 * well-formed by RFC 4180 and is cut by opencsv. A record that cannot be read is reported as one
 * {@link Fault} for its first line, and reading goes on with the next line.
 */
final class CsvScanner implements Closeable {

  /** What keeps a record from being read. */
  enum Fault {
    NONE,
    /** Some cell is not UTF-8. */
    NOT_UTF_8,
    /** Some cell holds a control character other than a line break inside quotes. */
    CONTROL_CHARACTER,
    /** A quote that is opened and not closed, or stands inside a cell. */
    QUOTES,
    /** More than {@link #LONGEST_RECORD} bytes. */
    TOO_LONG
  }

  /** Bytes of one record, line breaks inside quotes included. */
  static final int LONGEST_RECORD = 64 * 1024;

  private static final int RECORDS_IN_THE_BUFFER = 8;
  private static final int SHOWN_OF_A_LONG_LINE = 200;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int NOT_WELL_FORMED = -1;
  private static final int NEEDS_MORE = -2;
  private static final int ANY_NUMBER = -1;

  private final InputStream file;
  private final int longestRecord;

  /** One byte longer than what is read, for a line break behind the last byte. */
  private final byte[] buffer;

  /** One record whose cells are not as they stand in the file, cells one byte apart. */
  private byte[] rewritten = new byte[1024];

  private final RFC4180Parser parser = new RFC4180ParserBuilder().build();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer decoded;

  private int limit;
  private int position;
  private boolean ended;
  private int nextLine = 1;
  private int cellsOfTheHeader = ANY_NUMBER;

  private byte[] bytes;

  /** Cell i lies after cuts[i] and before cuts[i + 1]. */
  private int[] cuts = new int[64];

  private int cellCount;
  private int line;
  private int recordStart;
  private int recordEnd;
  private Fault fault = Fault.NONE;
  private int faultyCell;
  private long longLineBytes;
  private long longLineHash;

  CsvScanner(InputStream file) throws IOException {
    this(file, LONGEST_RECORD);
  }

  /** A scanner with a limit of its own, which must hold the header. */
  CsvScanner(InputStream file, int longestRecord) throws IOException {
    this.file = file;
    this.longestRecord = longestRecord;
    buffer = new byte[RECORDS_IN_THE_BUFFER * longestRecord + 1];
    bytes = buffer;
    decoded = CharBuffer.allocate(longestRecord + 1);
    buffer[0] = '\n';
    fill();
    if (limit >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
      position = BYTE_ORDER_MARK.length;
    }
  }

  /** From now on a record may go over several lines only where it has this many cells. */
  void expectCells(int cells) {
    cellsOfTheHeader = cells;
  }

  /** Goes to the next record that is not an empty line; false at the end of the file. */
  boolean next() throws IOException {
    do {
      if (position == limit && !fill()) {
        return false;
      }
      read();
    } while (fault == Fault.NONE && cellCount == 1 && recordStart == recordEnd);
    return true;
  }

  /** The line on which the record starts, from 1. */
  int line() {
    return line;
  }

  Fault fault() {
    return fault;
  }

  /** The first cell with the fault, where it is one cell's. */
  int faultyCell() {
    return faultyCell;
  }

  /**
   * The number of cells; with {@link Fault#QUOTES} and {@link Fault#TOO_LONG} of those before the
   * trouble.
   */
  int cellCount() {
    return cellCount;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where cell i of {@link #bytes()} starts. */
  int start(int cell) {
    return cuts[cell] + 1;
  }

  /** Where cell i of {@link #bytes()} has ended. */
  int end(int cell) {
    return cuts[cell + 1];
  }

  String text(int cell) {
    return new String(bytes, start(cell), end(cell) - start(cell), StandardCharsets.UTF_8);
  }

  /**
   * The record as it stands in the file; of a line that is too long its beginning, its length and a
   * hash.
   */
  String recordText() {
    if (fault == Fault.TOO_LONG) {
      return new String(
              bytes,
              recordStart,
              Math.min(longestRecord, SHOWN_OF_A_LONG_LINE),
              StandardCharsets.UTF_8)
          + "… ("
          + longLineBytes
          + " bytes, "
          + Long.toHexString(longLineHash)
          + ")";
    }
    return new String(buffer, recordStart, recordEnd - recordStart, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void read() throws IOException {
    line = nextLine;
    fault = Fault.NONE;
    bytes = buffer;
    int from = position;
    int at = from;
    int count = 0;
    int returns = 0;
    boolean ascii = true;
    boolean controls = false;
    cuts[0] = from - 1;
    while (true) {
      byte b = buffer[at];
      if (b > ',') {
        at++;
      } else if (b == ',') {
        count++;
        if (count + 2 > cuts.length) {
          cuts = Arrays.copyOf(cuts, 2 * cuts.length);
        }
        cuts[count] = at++;
      } else if (b == '\n') {
        if (at < limit || ended || at - from > longestRecord + 1) {
          break;
        }
        fill();
        read();
        return;
      } else if (b == '"') {
        readQuoted();
        return;
      } else {
        if (b < 0) {
          ascii = false;
        } else if (b == '\r') {
          returns++;
        } else if (b < ' ') {
          controls = true;
        }
        at++;
      }
    }
    if (at - from > longestRecord + 1) {
      readTooLong();
      return;
    }
    int end = at;
    if (returns > 0 && buffer[end - 1] == '\r') {
      end--;
      returns--;
    }
    if (end - from > longestRecord) {
      readTooLong();
      return;
    }
    cuts[count + 1] = end;
    cellCount = count + 1;
    recordStart = from;
    recordEnd = end;
    position = Math.min(at + 1, limit);
    nextLine = line + 1;
    if (!ascii || controls || returns > 0) {
      findFault();
    }
  }

  private void readQuoted() throws IOException {
    int end = wellFormedEnd();
    if (end == NEEDS_MORE) {
      fill();
      read();
      return;
    }
    if (end == NOT_WELL_FORMED) {
      readUpToTheQuote();
      return;
    }
    int from = position;
    String[] cells = parser.parseLine(new String(buffer, from, end - from, StandardCharsets.UTF_8));
    int breaks = lineBreaks(from, end);
    if (breaks > 0
        && cellsOfTheHeader != ANY_NUMBER
        && (cells.length != cellsOfTheHeader || holdsSeveralRows(from, end))) {
      readUpToTheQuote();
      return;
    }
    recordStart = from;
    recordEnd = end;
    int after = end < limit && buffer[end] == '\r' ? end + 1 : end;
    position = Math.min(after + 1, limit);
    nextLine = line + 1 + breaks;
    rewrite(cells);
    if (!isPlain(from, end)) {
      findFault();
    }
  }

  /**
   * Where the record at the position ends by RFC 4180, before its line break: quotes enclose whole
   * cells, a quote inside them is doubled.
   */
  private int wellFormedEnd() {
    boolean quoted = false;
    boolean closed = false;
    boolean atCellStart = true;
    int last = (int) Math.min(limit, position + longestRecord + 1L);
    for (int at = position; at < last; at++) {
      byte b = buffer[at];
      if (quoted) {
        if (b == '"') {
          if (at + 1 == limit && !ended) {
            return NEEDS_MORE;
          }
          if (at + 1 < limit && buffer[at + 1] == '"') {
            at++;
          } else {
            quoted = false;
            closed = true;
          }
        }
      } else if (b == '\n') {
        return at;
      } else if (b == ',') {
        closed = false;
        atCellStart = true;
      } else if (b == '\r') {
        if (at + 1 == limit && !ended) {
          return NEEDS_MORE;
        }
        if (at + 1 >= limit || buffer[at + 1] == '\n') {
          return at;
        }
        if (closed) {
          return NOT_WELL_FORMED;
        }
        atCellStart = false;
      } else if (b == '"') {
        if (!atCellStart) {
          return NOT_WELL_FORMED;
        }
        quoted = true;
        atCellStart = false;
      } else {
        if (closed) {
          return NOT_WELL_FORMED;
        }
        atCellStart = false;
      }
    }
    if (last - position > longestRecord) {
      return NOT_WELL_FORMED;
    }
    if (!ended) {
      return NEEDS_MORE;
    }
    return quoted ? NOT_WELL_FORMED : limit;
  }

  /** Whether there is nothing but ASCII and line breaks. */
  private boolean isPlain(int from, int end) {
    for (int at = from; at < end; at++) {
      byte b = buffer[at];
      if (b < ' ' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  private int lineBreaks(int from, int end) {
    int breaks = 0;
    for (int at = from; at < end; at++) {
      if (buffer[at] == '\n') {
        breaks++;
      }
    }
    return breaks;
  }

  /**
   * Whether the record's first line and a later one have the commas of a whole row each: then two
   * stray quotes have most likely made one record of several, and rows would be lost in silence.
   */
  private boolean holdsSeveralRows(int from, int end) {
    int wholeRows = 0;
    int commas = 0;
    for (int at = from; at <= end; at++) {
      if (at == end || buffer[at] == '\n') {
        if (commas == cellsOfTheHeader - 1) {
          wholeRows++;
        } else if (wholeRows == 0) {
          return false;
        }
        commas = 0;
      } else if (buffer[at] == ',') {
        commas++;
      }
    }
    return wholeRows > 1;
  }

  /**
   * Takes only the line at the position, and of it the cells before the one with the first quote.
   */
  private void readUpToTheQuote() throws IOException {
    int from = position;
    int at = from;
    while (at < limit && buffer[at] != '\n') {
      at++;
    }
    if (at == limit && !ended && at - from <= longestRecord + 1) {
      fill();
      readUpToTheQuote();
      return;
    }
    int end = at > from && buffer[at - 1] == '\r' ? at - 1 : at;
    if (end - from > longestRecord) {
      readTooLong();
      return;
    }
    fault = Fault.QUOTES;
    recordStart = from;
    recordEnd = end;
    position = Math.min(at + 1, limit);
    nextLine = line + 1;
    cutUpToTheQuote(from, end);
  }

  /**
   * Passes over the line at the position and keeps the cells that are complete within the longest
   * record.
   */
  private void readTooLong() throws IOException {
    if (rewritten.length < longestRecord) {
      rewritten = new byte[longestRecord];
    }
    System.arraycopy(buffer, position, rewritten, 0, longestRecord);
    bytes = rewritten;
    longLineBytes = 0;
    longLineHash = 0;
    int at = position;
    while (true) {
      while (buffer[at] != '\n') {
        longLineHash = 31 * longLineHash + buffer[at];
        longLineBytes++;
        at++;
      }
      if (at < limit) {
        position = at + 1;
        break;
      }
      position = limit;
      if (!fill()) {
        break;
      }
      at = position;
    }
    fault = Fault.TOO_LONG;
    recordStart = 0;
    recordEnd = longestRecord;
    nextLine = line + 1;
    cutUpToTheQuote(0, longestRecord);
  }

  private void cutUpToTheQuote(int from, int end) {
    int count = 0;
    cuts[0] = from - 1;
    for (int at = from; at < end && bytes[at] != '"'; at++) {
      if (bytes[at] == ',') {
        count++;
        if (count + 2 > cuts.length) {
          cuts = Arrays.copyOf(cuts, 2 * cuts.length);
        }
        cuts[count] = at;
      }
    }
    cellCount = count;
  }

  private void rewrite(String[] cells) {
    if (cells.length + 1 > cuts.length) {
      cuts = new int[cells.length + 1];
    }
    int at = 0;
    cuts[0] = -1;
    for (int i = 0; i < cells.length; i++) {
      byte[] cell = cells[i].getBytes(StandardCharsets.UTF_8);
      if (at + cell.length + 1 > rewritten.length) {
        rewritten = Arrays.copyOf(rewritten, 2 * (at + cell.length + 1));
      }
      System.arraycopy(cell, 0, rewritten, at, cell.length);
      at += cell.length;
      cuts[i + 1] = at++;
    }
    cellCount = cells.length;
    bytes = rewritten;
  }

  /** Finds bytes that are not UTF-8 and control characters; line breaks inside quotes are none. */
  private void findFault() {
    boolean quoted = bytes == rewritten;
    if (quoted && !isUtf8(buffer, recordStart, recordEnd)) {
      // The cells were cut from a text in which each bad byte had become a replacement character.
      fault = Fault.NOT_UTF_8;
      faultyCell = 0;
      while (faultyCell < cellCount - 1 && !text(faultyCell).contains("\uFFFD")) {
        faultyCell++;
      }
      return;
    }
    for (int i = 0; i < cellCount; i++) {
      if (!isUtf8(bytes, start(i), end(i))) {
        fault = Fault.NOT_UTF_8;
        faultyCell = i;
        return;
      }
      for (int c = 0; c < decoded.limit(); c++) {
        char character = decoded.get(c);
        boolean lineBreak =
            character == '\n'
                || (character == '\r' && c + 1 < decoded.limit() && decoded.get(c + 1) == '\n');
        if (isForbidden(character) && !(quoted && lineBreak)) {
          fault = Fault.CONTROL_CHARACTER;
          faultyCell = i;
          return;
        }
      }
    }
  }

  /**
   * Control characters, and the two that are no characters and that no spreadsheet file may hold.
   */
  private static boolean isForbidden(char character) {
    return Character.isISOControl(character) || character >= 0xFFFE;
  }

  private boolean isUtf8(byte[] in, int from, int to) {
    decoded.clear();
    decoder.reset();
    if (decoder.decode(ByteBuffer.wrap(in, from, to - from), decoded, true).isError()) {
      return false;
    }
    decoder.flush(decoded);
    decoded.flip();
    return true;
  }

  /**
   * Moves what is unread to the front and reads on; false where the file has ended and nothing is
   * unread.
   */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (!ended && limit < buffer.length - 1) {
      int read = file.read(buffer, limit, buffer.length - 1 - limit);
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
        if (limit > buffer.length / 2) {
          break;
        }
      }
    }
    buffer[limit] = '\n';
    return limit > 0;
  }
}
