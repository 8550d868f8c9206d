package org.dutypay.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.RejectedRow;
import org.dutypay.pay.PayException;

/**
 * Gives rejected rows the keys that keep their exceptions apart. A row without an id of its own is
 * known by the hash of its cells and its number among equal rows, so that the same row has the same
 * key wherever it stands in the file.
 */
final class SubKeys {

  private SubKeys() {}

  static List<RejectedRow> numbered(List<RejectedRow> rows) {
    Map<String, Integer> counts = new HashMap<>();
    List<RejectedRow> inFileOrder = new ArrayList<>(rows);
    inFileOrder.sort(Comparator.comparing(RejectedRow::file).thenComparingInt(RejectedRow::line));
    List<RejectedRow> numbered = new ArrayList<>();
    for (RejectedRow row : inFileOrder) {
      String key =
          row.entryId().isEmpty() ? PayException.hex(PayException.hash(row.cells())) : row.subKey();
      String matter =
          row.file() + ' ' + row.code() + ' ' + row.date() + ' ' + key + ' ' + row.entryId();
      int number = counts.merge(matter, 1, Integer::sum);
      boolean plain = number == 1 && !row.entryId().isEmpty();
      numbered.add(
          new RejectedRow(
              row.file(),
              row.line(),
              row.code(),
              row.officerId(),
              row.date(),
              row.entryId(),
              plain ? key : key + '-' + number,
              row.problem(),
              row.cells()));
    }
    return numbered;
  }
}
