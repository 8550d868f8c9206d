package org.dutypay.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The numbers of one rule, day by day: a small record for every stretch of days in which none of
 * them changes.
 *
 * <p>A day before the first known one has the first numbers: such a day is context, since a range
 * that starts there is refused.
 */
public final class Dated<T> {

  private final long[] firstDays;
  private final List<T> values = new ArrayList<>();

  /**
   * @param read the record of a day from the numbers that hold on it
   */
  public Dated(RuleNumbers numbers, BiFunction<RuleNumbers, Long, T> read) {
    firstDays = numbers.changes().stream().mapToLong(Long::longValue).toArray();
    for (long day : firstDays) {
      values.add(read.apply(numbers, day));
    }
  }

  public T on(long date) {
    int found = Arrays.binarySearch(firstDays, date);
    return values.get(Math.max(0, found >= 0 ? found : -found - 2));
  }
}
