package org.dutypay.report;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * Reads back, row by row, a file that {@link Assembly} wrote, and hashes it as it passes. Cells are
 * looked at where they lie in the buffer; only {@link #text} makes a string.
 */
final class CsvRows implements Closeable {

  private static final int WORDS = 256;

  /** As of FNV-1a. */
  private static final long HASH_BASIS = 0xcbf29ce484222325L;

  private static final long HASH_PRIME = 0x100000001b3L;

  private final String name;
  private final DigestInputStream in;
  private final int columns;
  private final int[] starts;
  private final int[] ends;
  private final byte[][] wordBytes = new byte[WORDS][0];
  private final String[] words = new String[WORDS];
  private byte[] buffer = new byte[1 << 18];
  private int next;
  private int limit;

  /** Where this row starts in the buffer, and the buffer in the file. */
  private int begun;

  private long before;
  private long row;

  private CsvRows(String name, InputStream bytes, String header) {
    this.name = name;
    Arrays.fill(words, "");
    columns = header.split(",").length;
    starts = new int[columns];
    ends = new int[columns];
    try {
      in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Opens a file and passes its header row, which has to be this one. */
  static CsvRows open(Path folder, String name, String header) throws IOException {
    CsvRows rows = new CsvRows(name, Files.newInputStream(folder.resolve(name)), header);
    try {
      if (!rows.next() || !rows.header().equals(header)) {
        throw new IOException(name + " does not start with the header row " + header);
      }
      rows.row = 0;
      return rows;
    } catch (IOException e) {
      rows.close();
      throw e;
    }
  }

  /** Rows without a header, as part files hold them. */
  static CsvRows of(CsvFile file, byte[] rows) {
    return new CsvRows(file.fileName(), new ByteArrayInputStream(rows), file.header());
  }

  private String header() {
    return new String(buffer, starts[0], ends[columns - 1] - starts[0], StandardCharsets.UTF_8);
  }

  /** Goes to the next row; false where the file ends. */
  boolean next() throws IOException {
    int scanned = next;
    while (true) {
      int end = endOfRow(scanned);
      if (end >= 0) {
        begun = next;
        next = end + 1;
        row++;
        return true;
      }
      if (next > 0) {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        before += next;
        next = 0;
      }
      if (limit == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        if (limit > 0) {
          throw new IOException(name + " ends in the middle of row " + (row + 1));
        }
        return false;
      }
      limit += read;
      scanned = 0;
    }
  }

  /**
   * Finds the cells of the row that starts here; negative where its end is not in the buffer yet.
   */
  private int endOfRow(int from) throws IOException {
    int cell = 0;
    int start = from;
    boolean quoted = false;
    for (int i = from; i < limit; i++) {
      byte b = buffer[i];
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && (b == ',' || b == '\n')) {
        if (cell == columns) {
          throw new IOException(
              name + " row " + (row + 1) + " has more than " + columns + " cells");
        }
        starts[cell] = start;
        ends[cell] = i;
        cell++;
        start = i + 1;
        if (b == '\n') {
          if (cell < columns) {
            throw new IOException(
                name + " row " + (row + 1) + " has " + cell + " cells, not " + columns);
          }
          return i;
        }
      }
    }
    return -1;
  }

  /** The number of this row, the first after the header being 1. */
  long row() {
    return row;
  }

  /** Where this row starts in the file, in bytes. */
  long at() {
    return before + begun;
  }

  /** This row's bytes, the line's end with them. */
  int length() {
    return next - begun;
  }

  boolean isEmpty(int cell) {
    return starts[cell] == ends[cell];
  }

  /** A cell as it was before it was quoted; an apostrophe against formulas is still there. */
  String text(int cell) {
    String text =
        new String(buffer, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }

  /**
   * A number without its decimal point: pence of pounds, hundredths of hours; 0 where the cell is
   * empty.
   */
  long digits(int cell) throws IOException {
    long number = 0;
    boolean negative = false;
    for (int i = starts[cell]; i < ends[cell]; i++) {
      byte b = buffer[i];
      if (b >= '0' && b <= '9') {
        number = Math.addExact(Math.multiplyExact(number, 10), b - '0');
      } else if (b == '-' && i == starts[cell]) {
        negative = true;
      } else if (b != '.') {
        throw new IOException(name + " row " + row + ": " + text(cell) + " is not a number");
      }
    }
    return negative ? -number : number;
  }

  /** The text of a cell whose column holds few different ones: each is made once. */
  String word(int cell) {
    int hash = 0;
    for (int i = starts[cell]; i < ends[cell]; i++) {
      hash = 31 * hash + buffer[i];
    }
    int slot = (hash ^ hash >>> 8 ^ hash >>> 16) & (WORDS - 1);
    byte[] met = wordBytes[slot];
    if (!Arrays.equals(buffer, starts[cell], ends[cell], met, 0, met.length)) {
      wordBytes[slot] = Arrays.copyOfRange(buffer, starts[cell], ends[cell]);
      words[slot] = text(cell);
    }
    return words[slot];
  }

  /**
   * Gives a 64-bit hash of each id of a cell that joins them by {@code ;}, without quotes around
   * the cell and without apostrophes against formulas.
   */
  void eachHash(int cell, LongConsumer ids) {
    byte[] bytes = buffer;
    int from = starts[cell];
    int to = ends[cell];
    if (from < to && bytes[from] == '"') {
      bytes = text(cell).getBytes(StandardCharsets.UTF_8);
      from = 0;
      to = bytes.length;
    }
    long hash = HASH_BASIS;
    boolean isFirst = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == ';') {
        ids.accept(hash);
        hash = HASH_BASIS;
        isFirst = true;
      } else if (b != '\'' || !isFirst) {
        hash = (hash ^ (b & 0xFF)) * HASH_PRIME;
        hash ^= hash >>> 29;
        isFirst = false;
      } else {
        isFirst = false;
      }
    }
    if (from < to) {
      ids.accept(hash);
    }
  }

  /** The whole row as it is, its line end with it. */
  byte[] whole() {
    return Arrays.copyOfRange(buffer, starts[0], next);
  }

  /** SHA-256 of the whole file, once every row has been read. */
  String sha256() {
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
