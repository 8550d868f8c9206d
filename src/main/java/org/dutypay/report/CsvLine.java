package org.dutypay.report;

import java.nio.charset.StandardCharsets;

/** A row of CSV for standard output, its cells written as those of the files are. */
public final class CsvLine {

  private CsvLine() {}

  /** The row without its line end. */
  public static String of(String... cells) {
    CsvBytes csv = new CsvBytes();
    for (String cell : cells) {
      csv.text(cell);
    }
    csv.endRow();
    return new String(csv.array(), 0, csv.length() - 1, StandardCharsets.UTF_8);
  }
}
