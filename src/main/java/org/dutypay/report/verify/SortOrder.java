package org.dutypay.report.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The order of one file's rows: texts by their bytes, numbers by what they are worth. */
final class SortOrder {

  /** The columns of orders that hold numbers, and their decimals. */
  private static final Map<String, Integer> PLACES = Map.of("units", 2, "amount", 2, "line", 0);

  private static final int TEXT = -1;

  /**
   * One column.
   *
   * @param places decimals, {@link #TEXT} where it holds text
   */
  private record Key(int column, int places) {}

  private final List<Key> keys = new ArrayList<>();

  SortOrder(Layout layout) {
    for (String name : layout.order().split(", ", -1)) {
      keys.add(new Key(layout.column(name), PLACES.getOrDefault(name, TEXT)));
    }
  }

  /** The cells that a row is sorted by. */
  String[] cells(Table row) {
    String[] cells = new String[keys.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.text(keys.get(i).column());
    }
    return cells;
  }

  /** Below nought where the first row belongs before the second. */
  int compare(String[] one, String[] other) {
    for (int i = 0; i < one.length; i++) {
      if (!one[i].equals(other[i])) {
        int places = keys.get(i).places();
        return places == TEXT
            ? byBytes(one[i], other[i])
            : Long.compare(number(one[i], places), number(other[i], places));
      }
    }
    return 0;
  }

  static int byBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static long number(String text, int places) {
    return Decimals.of(text, places).orElse(Long.MIN_VALUE);
  }
}
