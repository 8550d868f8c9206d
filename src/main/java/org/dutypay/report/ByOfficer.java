package org.dutypay.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dutypay.pay.ByteOrder;

/**
 * Reads a file that comes by officer, in the byte order of their ids, beside others of its kind.
 */
final class ByOfficer implements Closeable {

  private final CsvRows rows;
  private boolean isAtEnd;
  private String officerId = "";

  private ByOfficer(CsvRows rows) {
    this.rows = rows;
  }

  /** Opens a file whose first column is the officer's id, at its first row. */
  static ByOfficer open(Path folder, CsvFile file) throws IOException {
    ByOfficer opened = new ByOfficer(CsvRows.open(folder, file.fileName(), file.header()));
    opened.next();
    return opened;
  }

  /** The smallest id at which one of the files stands; empty where all of them have ended. */
  static Optional<String> first(ByOfficer... files) {
    return Arrays.stream(files)
        .filter(file -> !file.isAtEnd)
        .map(file -> file.officerId)
        .min(ByteOrder.OF_UTF_8);
  }

  /** Whether the row at hand is the officer's; rows of officers before are passed over. */
  boolean isAt(String officer) throws IOException {
    while (!isAtEnd && ByteOrder.OF_UTF_8.compare(officerId, officer) < 0) {
      next();
    }
    return !isAtEnd && officerId.equals(officer);
  }

  boolean isAtEnd() {
    return isAtEnd;
  }

  String officerId() {
    return officerId;
  }

  /** The row at hand. */
  CsvRows row() {
    return rows;
  }

  void next() throws IOException {
    isAtEnd = !rows.next();
    officerId = isAtEnd ? "" : plain(0);
  }

  /** A text of the row at hand, without an apostrophe against formulas. */
  String plain(int cell) {
    return CsvBytes.withoutApostrophe(rows.text(cell));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
