package org.dutypay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dutypay.pay.ByteOrder;

/** The rows of one officer in one file, put in the file's order. */
final class SortedRows {

  private final List<Row> rows = new ArrayList<>();

  private SortedRows() {}

  static SortedRows of(CsvFile file, byte[] unsorted) throws IOException {
    SortedRows sorted = new SortedRows();
    CsvRows read = CsvRows.of(file, unsorted);
    while (read.next()) {
      sorted.rows.add(new Row(file, read));
    }
    sorted.rows.sort(Comparator.naturalOrder());
    return sorted;
  }

  void writeTo(OutputStream out) throws IOException {
    for (Row row : rows) {
      out.write(row.bytes);
    }
  }

  /** A row and the cells that order it. */
  private static final class Row implements Comparable<Row> {

    private final List<String> texts = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final byte[] bytes;

    Row(CsvFile file, CsvRows read) throws IOException {
      for (String column : file.order()) {
        boolean numeric = column.startsWith("#");
        int cell = file.column(numeric ? column.substring(1) : column);
        texts.add(numeric ? "" : CsvBytes.withoutApostrophe(read.text(cell)));
        numbers.add(numeric && !read.isEmpty(cell) ? read.digits(cell) : Long.MIN_VALUE);
      }
      bytes = read.whole();
    }

    @Override
    public int compareTo(Row other) {
      int order = 0;
      for (int i = 0; i < texts.size() && order == 0; i++) {
        order = ByteOrder.OF_UTF_8.compare(texts.get(i), other.texts.get(i));
        if (order == 0) {
          order = numbers.get(i).compareTo(other.numbers.get(i));
        }
      }
      return order;
    }
  }
}
