package org.dutypay.report.verify;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;

/**
 * One output file, row by row: UTF-8, LF, one row a line. Memory is bounded by the longest line
 * allowed.
 */
final class Table implements Closeable {

  private static final int LONGEST_LINE = 1 << 20;

  private final String name;
  private final DigestInputStream bytes;
  private final Reader reader;
  private final RFC4180Parser parser = new RFC4180ParserBuilder().build();
  private final char[] buffer = new char[1 << 16];
  private int next;
  private int limit;
  private long line;
  private String header = "";
  private String[] cells = {};

  private Table(Path file) throws IOException {
    name = file.getFileName().toString();
    bytes = Sha256.passing(Files.newInputStream(file));
    reader =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws Unreadable where it cannot be read
   */
  static Table open(Path file) throws IOException {
    Table table = new Table(file);
    StringBuilder first = new StringBuilder();
    if (table.readLine(first)) {
      table.header = first.toString();
    }
    return table;
  }

  /** What a file cannot be read for, as the end of a sentence. */
  static final class Unreadable extends IOException {

    private final long line;

    private Unreadable(long line, String problem) {
      super(problem);
      this.line = line;
    }

    long line() {
      return line;
    }
  }

  String header() {
    return header;
  }

  /** Goes to the next row; false where the file ends. */
  boolean next() throws IOException {
    StringBuilder text = new StringBuilder();
    if (!readLine(text)) {
      return false;
    }
    String row = text.toString();
    if (row.indexOf('"') < 0) {
      cells = row.split(",", -1);
    } else if (row.chars().filter(c -> c == '"').count() % 2 == 0) {
      cells = parser.parseLine(row);
    } else {
      throw new Unreadable(line, "its quotes do not match");
    }
    return true;
  }

  private boolean readLine(StringBuilder text) throws IOException {
    line++;
    while (true) {
      for (int i = next; i < limit; i++) {
        if (buffer[i] == '\n') {
          text.append(buffer, next, i - next);
          next = i + 1;
          return true;
        }
      }
      text.append(buffer, next, limit - next);
      next = 0;
      if (text.length() > LONGEST_LINE) {
        throw new Unreadable(line, "longer than " + LONGEST_LINE + " characters");
      }
      limit = Math.max(0, read());
      if (limit == 0) {
        if (!text.isEmpty()) {
          throw new Unreadable(line, "the file ends within it");
        }
        return false;
      }
    }
  }

  private int read() throws IOException {
    try {
      return reader.read(buffer);
    } catch (CharacterCodingException e) {
      throw new Unreadable(line, "here or a little later the file is not UTF-8");
    }
  }

  /** The line on which the current row stands, the header's being 1. */
  long line() {
    return line;
  }

  int width() {
    return cells.length;
  }

  /** A cell of the current row; empty where the row has too few. */
  String cell(int column) {
    return column < cells.length ? cells[column] : "";
  }

  /** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
  String text(int column) {
    String cell = cell(column);
    return cell.startsWith("'") && isGuarded(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isGuarded(String text) {
    String start = text.replaceFirst("^[ \"']+", "");
    return !start.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(start.charAt(0)) >= 0;
  }

  List<String> cells() {
    return List.of(cells);
  }

  /** SHA-256 of the file, once it has been read to its end. */
  String sha256() {
    return Sha256.of(bytes);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
