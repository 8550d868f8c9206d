package org.dutypay.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutypay.pay.NightCount;
import org.dutypay.pay.Severity;

/**
 * Exceptions of the last nights as bars, one a night, laid out for an SVG of {@link #WIDTH} by
 * {@link #HEIGHT}.
 *
 * @param nights by run date, the last one being tonight
 * @param most the number at the top of the scale
 */
public record ExceptionsChart(List<Night> nights, String most) {

  public static final int WIDTH = 720;
  public static final int HEIGHT = 170;

  static final ExceptionsChart NONE = new ExceptionsChart(List.of(), "0");

  public static final int TOP = 16;
  public static final int BASE = 140;

  private static final int LEFT = 48;
  private static final int WIDEST = 56;
  private static final int MOST_LABELS = 6;
  private static final int MONTH_AND_DAY = "2024-".length();

  /**
   * One night.
   *
   * @param x where its bar begins
   * @param middle where its label stands
   * @param counts by severity, the gravest first
   * @param held pounds
   */
  public record Night(
      String runDate,
      String label,
      int x,
      int width,
      int middle,
      List<Bar> bars,
      List<String> counts,
      String held) {

    public Night {
      bars = List.copyOf(bars);
      counts = List.copyOf(counts);
    }
  }

  /** The part of a night's bar that is one severity's. */
  public record Bar(String key, int y, int height) {}

  public ExceptionsChart {
    nights = List.copyOf(nights);
  }

  /** The severities in the order of {@link Night#counts}. */
  public List<String> severities() {
    return ExceptionsPage.ORDER.stream().map(Severity::name).toList();
  }

  /** Whether a narrow screen has no room for every night's label. */
  public boolean isMany() {
    return nights.size() > MOST_LABELS;
  }

  /** One line for those who do not see the bars. */
  public String inWords() {
    return "Exceptions of the last %d nights, up to %s a night".formatted(nights.size(), most);
  }

  static ExceptionsChart of(List<NightCount> counts) {
    TreeMap<Long, Map<Severity, NightCount>> byDate = new TreeMap<>();
    for (NightCount count : counts) {
      byDate
          .computeIfAbsent(count.runDate(), date -> new EnumMap<>(Severity.class))
          .put(count.severity(), count);
    }
    long most = 1;
    for (Map<Severity, NightCount> night : byDate.values()) {
      most = Math.max(most, all(night));
    }
    int step = (WIDTH - LEFT) / Math.max(byDate.size(), 1);
    int width = Math.min(WIDEST, step * 2 / 3);
    List<Night> nights = new ArrayList<>();
    for (Map.Entry<Long, Map<Severity, NightCount>> night : byDate.entrySet()) {
      int middle = LEFT + nights.size() * step + step / 2;
      String date = LocalDate.ofEpochDay(night.getKey()).toString();
      nights.add(
          new Night(
              date,
              date.substring(MONTH_AND_DAY),
              middle - width / 2,
              width,
              middle,
              bars(night.getValue(), most),
              ExceptionsPage.ORDER.stream()
                  .map(severity -> Page.number(number(night.getValue(), severity)))
                  .toList(),
              Page.pounds(
                  night.getValue().values().stream().mapToLong(NightCount::heldPence).sum())));
    }
    return new ExceptionsChart(nights, Page.number(most));
  }

  /** From the base upwards, the gravest lowest. */
  private static List<Bar> bars(Map<Severity, NightCount> night, long most) {
    List<Bar> bars = new ArrayList<>();
    long below = 0;
    for (Severity severity : ExceptionsPage.ORDER) {
      long number = number(night, severity);
      if (number > 0) {
        int bottom = height(below, most);
        // A few of many are seen, be it as a line.
        int height = Math.max(1, height(below + number, most) - bottom);
        bars.add(new Bar(ExceptionsPage.key(severity), BASE - bottom - height, height));
      }
      below += number;
    }
    return bars;
  }

  private static int height(long number, long most) {
    return Math.toIntExact(number * (BASE - TOP) / most);
  }

  private static long all(Map<Severity, NightCount> night) {
    return night.values().stream().mapToLong(NightCount::exceptions).sum();
  }

  private static long number(Map<Severity, NightCount> night, Severity severity) {
    NightCount count = night.get(severity);
    return count == null ? 0 : count.exceptions();
  }
}
