package org.dutypay.report.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is sorted by officers, taken one officer at a time. */
final class OfficerRows implements Closeable {

  private final Layout layout;
  private final Table table;
  private final int officerColumn;
  private boolean isAtEnd;

  /** Takes the row on which the table stands. */
  interface Reading {
    void read(Table row) throws IOException;
  }

  private OfficerRows(Layout layout, Table table) {
    this.layout = layout;
    this.table = table;
    officerColumn = layout.column("officer_id");
  }

  static OfficerRows open(Path out, Layout layout) throws IOException {
    OfficerRows rows = new OfficerRows(layout, Table.open(out.resolve(layout.fileName())));
    rows.isAtEnd = !rows.table.next();
    return rows;
  }

  boolean isAtEnd() {
    return isAtEnd;
  }

  /** The officer of the next row. */
  String officer() {
    return table.text(officerColumn);
  }

  /** Reads the officer's rows, if the next ones are the officer's. */
  void read(String officer, Reading reading) throws IOException {
    while (!isAtEnd && officer().equals(officer)) {
      reading.read(table);
      isAtEnd = !table.next();
    }
  }

  String cell(String column) {
    return table.text(layout.column(column));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
