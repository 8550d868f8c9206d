package org.dutypay.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutypay.pay.Multiple;

/**
 * The numbers of the rules that a circular could change, each with its first days and sources; no
 * last days, so that there can be no gap and no overlap.
 */
public final class RuleNumbers {

  /**
   * One value from one day on.
   *
   * @param from first epoch day
   * @param value as written: a whole number, a fraction or a time
   * @param source the document and paragraph it is taken from
   */
  public record Value(long from, String value, String source) {}

  private final Map<String, NavigableMap<Long, Value>> numbers = new TreeMap<>();
  private final NavigableSet<Long> changes = new TreeSet<>();
  private final long firstDay;

  /**
   * @param named the values of each name, such as {@code rest-day.short-notice-days}
   * @throws IllegalArgumentException for a name without values, a value without source, or two
   *     values from one day
   */
  public RuleNumbers(Map<String, List<Value>> named) {
    long first = Long.MIN_VALUE;
    for (Map.Entry<String, List<Value>> entry : named.entrySet()) {
      NavigableMap<Long, Value> values = new TreeMap<>();
      for (Value value : entry.getValue()) {
        if (value.source().isBlank()) {
          throw new IllegalArgumentException(entry.getKey() + " has a value without a source");
        }
        if (values.put(value.from(), value) != null) {
          throw new IllegalArgumentException(
              entry.getKey() + " has two values from " + LocalDate.ofEpochDay(value.from()));
        }
      }
      if (values.isEmpty()) {
        throw new IllegalArgumentException(entry.getKey() + " has no value");
      }
      first = Math.max(first, values.firstKey());
      changes.addAll(values.keySet());
      numbers.put(entry.getKey(), values);
    }
    firstDay = first;
  }

  /** The first epoch day on which every number is known. */
  public long firstDay() {
    return firstDay;
  }

  /**
   * The days from {@link #firstDay} on from which some number is another, the first day included.
   */
  public NavigableSet<Long> changes() {
    NavigableSet<Long> days = new TreeSet<>(changes.tailSet(firstDay, true));
    days.add(firstDay);
    return days;
  }

  public NavigableSet<String> names() {
    return new TreeSet<>(numbers.keySet());
  }

  public int whole(String name, long on) {
    return Integer.parseInt(text(name, on));
  }

  public Multiple multiple(String name, long on) {
    return Multiple.parse(text(name, on));
  }

  /** A wall-clock time as minutes of the day. */
  public int time(String name, long on) {
    String text = text(name, on);
    return Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10);
  }

  private String text(String name, long on) {
    NavigableMap<Long, Value> values = numbers.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "There is no number '" + name + "' in the reference files");
    }
    Map.Entry<Long, Value> value = values.floorEntry(on);
    if (value == null) {
      throw new IllegalArgumentException(
          name
              + " is not known on "
              + LocalDate.ofEpochDay(on)
              + ": its first value is from "
              + LocalDate.ofEpochDay(values.firstKey()));
    }
    return value.getValue().value();
  }
}
