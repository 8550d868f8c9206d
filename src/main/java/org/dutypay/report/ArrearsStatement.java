package org.dutypay.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.Pounds;
import org.dutypay.rules.Underpayments;

/**
 * arrears-statement.html: what a force, or one officer, was due against what was paid, as one page
 * that can be sent and printed. It needs no server and asks for nothing outside itself; texts are
 * escaped by the template.
 *
 * @param contentSecurityPolicy names the page's style by its hash, and nothing else
 * @param officer whose statement it is; empty for the force's
 * @param difference with its sign and the sign of the pound
 * @param chart points of the cumulative difference, for a polyline 600 wide and 120 high; empty
 *     where there are less than two months to compare
 * @param chartMost the largest cumulative difference, with its signs
 * @param chartLeast the smallest one
 * @param chartFrom first month of the chart
 * @param chartTo last month of the chart
 * @param rows the days of an officer's statement; empty for the force's
 * @param rowsLeftOut days that are not in {@code rows}, in words; empty = none
 * @param beyond what lies beyond the two-year line, and breaks in the series, in words
 */
public record ArrearsStatement(
    String contentSecurityPolicy,
    String styles,
    String officer,
    String name,
    String from,
    String to,
    String runDate,
    String runId,
    String entitled,
    String paid,
    String over,
    String under,
    String difference,
    List<Group> months,
    List<Group> elements,
    List<Group> units,
    List<Group> officers,
    String chart,
    String zero,
    String chartMost,
    String chartLeast,
    String chartFrom,
    String chartTo,
    List<Row> rows,
    String rowsLeftOut,
    List<String> beyond) {

  static final String FILE_NAME = "arrears-statement.html";

  private static final int LARGEST = 25;
  private static final int MOST_ROWS = 5_000;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 120;
  private static final int MONTH = "2024-05".length();

  /** What a month, element, unit or officer comes to, in pounds. */
  public record Group(String name, String rows, String under, String over, String difference) {}

  /** One day of an officer's statement. */
  public record Row(
      String date,
      String element,
      String entitled,
      String paid,
      String difference,
      String reason,
      String rule) {}

  public ArrearsStatement {
    months = List.copyOf(months);
    elements = List.copyOf(elements);
    units = List.copyOf(units);
    officers = List.copyOf(officers);
    rows = List.copyOf(rows);
    beyond = List.copyOf(beyond);
  }

  /** Rows, underpaid and overpaid pence. */
  private record Sum(long rows, long under, long over) {

    static final Sum NOTHING = new Sum(0, 0, 0);

    Sum plus(long pence) {
      return new Sum(rows + 1, under + Math.max(0, pence), over + Math.max(0, -pence));
    }

    long difference() {
      return under - over;
    }
  }

  /**
   * Writes the page.
   *
   * @param officer whose statement it is; empty for the force's
   * @param name the officer's, empty where there is none or reports show none
   * @param claimDate epoch day from which two years are counted back
   */
  public static void write(
      Path merged, Path out, Manifest.Run run, String officer, String name, long claimDate)
      throws IOException {
    Map<String, Sum> months = new TreeMap<>();
    Map<String, Sum> elements = new TreeMap<>();
    Map<String, Sum> units = new TreeMap<>();
    Map<String, Sum> officers = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    Series series = new Series(claimDate);
    ArrearsFiles.differences(
        merged,
        detail -> {
          ArrearsRow row = detail.row();
          long pence = row.differencePence();
          String date = LocalDate.ofEpochDay(row.workDate()).toString();
          add(months, date.substring(0, MONTH), pence);
          add(elements, row.element().name(), pence);
          String unit = detail.unit();
          add(units, unit.isEmpty() ? "no unit" : unit, pence);
          add(officers, row.officerId(), pence);
          series.add(row);
          String mark = officer.isEmpty() ? "" : series.mark(row);
          if (!officer.isEmpty() && rows.size() < MOST_ROWS) {
            rows.add(
                new Row(
                    date,
                    row.element().name(),
                    Page.pounds(row.entitledPence()),
                    Page.pounds(row.paidPence()),
                    signed(pence),
                    Stream.of(row.reason(), due(row), mark)
                        .filter(why -> !why.isEmpty())
                        .collect(joining("; ")),
                    row.rule().citation() + ", " + row.rule().subject()));
          }
        });
    ArrearsFiles.Sums sums = ArrearsFiles.sums(merged);
    Sum all = Sum.NOTHING;
    for (Sum sum : months.values()) {
      all = new Sum(all.rows + sum.rows, all.under + sum.under, all.over + sum.over);
    }
    Chart chart = Chart.of(months);
    String styles = Page.resource("statement.css") + Page.resource("curve.css");
    Page.write(
        out.resolve(FILE_NAME),
        "arrears.jte",
        new ArrearsStatement(
            Page.policy(styles),
            styles,
            officer,
            name,
            LocalDate.ofEpochDay(run.from()).toString(),
            LocalDate.ofEpochDay(run.to()).toString(),
            LocalDate.ofEpochDay(run.runDate()).toString(),
            run.runId(),
            Page.pounds(sums.entitledPence()),
            Page.pounds(sums.paidPence()),
            Page.pounds(all.over),
            Page.pounds(all.under),
            signedPounds(all.difference()),
            groups(months),
            groups(elements),
            officer.isEmpty() ? groups(units) : List.of(),
            officer.isEmpty() ? largest(officers) : List.of(),
            chart.points,
            chart.zero,
            signedPounds(chart.most),
            signedPounds(chart.least),
            months.isEmpty() ? "" : ((TreeMap<String, Sum>) months).firstKey(),
            months.isEmpty() ? "" : ((TreeMap<String, Sum>) months).lastKey(),
            rows,
            officer.isEmpty() || all.rows <= rows.size()
                ? ""
                : "The first %s of %s days; all of them are in arrears.csv."
                    .formatted(Page.number(rows.size()), Page.number(all.rows)),
            series.inWords(!officer.isEmpty())));
  }

  private static String due(ArrearsRow row) {
    if (row.entitledPence() == 0) {
      return "nothing is due";
    }
    return row.reckoned().isEmpty() ? "" : "due: " + row.reckoned();
  }

  private static void add(Map<String, Sum> sums, String name, long pence) {
    sums.put(name, sums.getOrDefault(name, Sum.NOTHING).plus(pence));
  }

  private static List<Group> groups(Map<String, Sum> sums) {
    return sums.entrySet().stream().map(sum -> group(sum.getKey(), sum.getValue())).toList();
  }

  private static List<Group> largest(Map<String, Sum> officers) {
    return officers.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Sum> officer) -> -Math.abs(officer.getValue().difference()))
                .thenComparing(Map.Entry::getKey))
        .limit(LARGEST)
        .map(officer -> group(officer.getKey(), officer.getValue()))
        .toList();
  }

  private static Group group(String name, Sum sum) {
    return new Group(
        name,
        Page.number(sum.rows),
        Page.pounds(sum.under),
        Page.pounds(sum.over),
        signed(sum.difference()));
  }

  static String signed(long pence) {
    return pence > 0 ? "+" + Page.pounds(pence) : Page.pounds(pence);
  }

  /** As {@code +£89.46}. */
  private static String signedPounds(long pence) {
    return pence > 0 ? "+" + Pounds.written(pence) : Pounds.written(pence);
  }

  /** The cumulative difference by month, which one month alone does not have. */
  private record Chart(String points, String zero, long most, long least) {

    static Chart of(Map<String, Sum> months) {
      if (months.size() < 2) {
        return new Chart("", "", 0, 0);
      }
      long sum = 0;
      long most = 0;
      long least = 0;
      List<Long> sums = new ArrayList<>();
      sums.add(0L);
      for (Sum month : months.values()) {
        sum += month.difference();
        sums.add(sum);
        most = Math.max(most, sum);
        least = Math.min(least, sum);
      }
      double span = Math.max(1, most - least);
      StringBuilder points = new StringBuilder();
      for (int i = 0; i < sums.size(); i++) {
        points.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                WIDTH * (double) i / Math.max(1, sums.size() - 1),
                HEIGHT * (most - sums.get(i)) / span));
      }
      return new Chart(
          points.toString().strip(),
          String.format(Locale.ROOT, "%.1f", HEIGHT * most / span),
          most,
          least);
    }
  }

  /**
   * Underpayments more than two years before the claim date, and breaks of more than three months
   * in an officer's series of them. Rows come by officer and day.
   */
  private static final class Series {

    private static final int YEARS = 2;
    private static final int MONTHS_OF_A_BREAK = 3;

    private final long twoYears;
    private final List<String> breaks = new ArrayList<>();
    private final NavigableMap<Long, Long> penceByDay = new TreeMap<>();
    private String officer = "";
    private long beyondPence;
    private long beforeBreakPence;
    private int officersWithBreak;

    Series(long claimDate) {
      twoYears = LocalDate.ofEpochDay(claimDate).minusYears(YEARS).toEpochDay();
    }

    void add(ArrearsRow row) {
      if (row.differencePence() <= 0) {
        return;
      }
      if (!row.officerId().equals(officer)) {
        end();
        officer = row.officerId();
      }
      penceByDay.merge(row.workDate(), row.differencePence(), Long::sum);
      if (isBeyond(row)) {
        beyondPence += row.differencePence();
      }
    }

    /** Counts the breaks of an officer whose rows have all come. */
    private void end() {
      Underpayments series = new Underpayments(penceByDay.navigableKeySet(), MONTHS_OF_A_BREAK);
      List<Long> afterBreak = series.daysAfterBreak();
      for (long day : afterBreak) {
        breaks.add(
            "Between %s and %s there is no underpayment for more than three months."
                .formatted(
                    LocalDate.ofEpochDay(penceByDay.lowerKey(day)), LocalDate.ofEpochDay(day)));
      }
      if (!afterBreak.isEmpty()) {
        officersWithBreak++;
        beforeBreakPence +=
            penceByDay.headMap(afterBreak.getLast()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
      }
      penceByDay.clear();
    }

    /** What an officer's row is marked with, empty = nothing. */
    String mark(ArrearsRow row) {
      return isBeyond(row) ? "more than two years before the claim date" : "";
    }

    private boolean isBeyond(ArrearsRow row) {
      return row.differencePence() > 0 && row.workDate() < twoYears;
    }

    /**
     * For people.
     *
     * @param isOfOne whether they are all one officer's, so that each break can be told of
     */
    List<String> inWords(boolean isOfOne) {
      end();
      List<String> words = new ArrayList<>();
      if (beyondPence > 0) {
        words.add(
            "£%s of the underpayments are for days before %s, more than two years before the claim date."
                .formatted(Page.pounds(beyondPence), LocalDate.ofEpochDay(twoYears)));
      }
      if (isOfOne) {
        words.addAll(breaks);
      } else if (officersWithBreak > 0) {
        words.add(
            "£%s of the underpayments of %s come before a break of more than three months in the officer's underpayments."
                .formatted(
                    Page.pounds(beforeBreakPence),
                    officersWithBreak == 1
                        ? "1 officer"
                        : Page.number(officersWithBreak) + " officers"));
      }
      return words;
    }
  }
}
