package org.dutypay.report.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The order of one file's rows: texts by their bytes, numbers by what they are worth. */
final class SortOrder {

  /** The columns of orders that hold numbers, and their decimals. */
  private static final Map<String, Integer> PLACES =
      Map.of("units", 2, "amount", 2, "line", 0, "difference", 2);

  private static final String LARGEST = "largest ";

  private static final int TEXT = -1;

  /**
   * One column.
   *
   * @param places decimals, {@link #TEXT} where it holds text
   * @param isBySize whether the largest comes first, with either sign
   */
  private record Key(int column, int places, boolean isBySize) {

    int compare(String one, String other) {
      if (places == TEXT) {
        return byBytes(one, other);
      }
      return isBySize
          ? Long.compare(Math.abs(number(other, places)), Math.abs(number(one, places)))
          : Long.compare(number(one, places), number(other, places));
    }
  }

  private final List<Key> keys = new ArrayList<>();

  SortOrder(Layout layout) {
    for (String name : layout.order().split(", ", -1)) {
      boolean isBySize = name.startsWith(LARGEST);
      String column = isBySize ? name.substring(LARGEST.length()) : name;
      keys.add(new Key(layout.column(column), PLACES.getOrDefault(column, TEXT), isBySize));
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
      int order = keys.get(i).compare(one[i], other[i]);
      if (order != 0) {
        return order;
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
