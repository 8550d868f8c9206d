package org.dutypay.report.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of an input file, whatever it holds: of a very long one only its beginning is kept. */
final class InputLines implements Closeable {

  private static final int KEPT = 1 << 17;

  private final InputStream in;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long line;
  private boolean hasOddQuotes;

  InputLines(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** Goes to the next line; false where the file ends. */
  boolean next() throws IOException {
    kept.reset();
    hasOddQuotes = false;
    int b = in.read();
    if (b < 0) {
      return false;
    }
    line++;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      hasOddQuotes ^= b == '"';
      if (kept.size() < KEPT) {
        kept.write(b);
      }
    }
    return true;
  }

  /** Its number, from 1. */
  long line() {
    return line;
  }

  /** Whether it opens a quote that it does not close, or closes one. */
  boolean hasOddQuotes() {
    return hasOddQuotes;
  }

  /** The line without its end, and without the mark that may stand at the beginning of a file. */
  String text() {
    String text = kept.toString(StandardCharsets.UTF_8);
    int start = line == 1 && text.startsWith("\ufeff") ? 1 : 0;
    int end = text.endsWith("\r") ? text.length() - 1 : text.length();
    return text.substring(start, Math.max(start, end));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
