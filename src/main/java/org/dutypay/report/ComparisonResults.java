package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dutypay.pay.OutcomeDifference.Change;

/**
 * What the files of a comparison hold, read back from them.
 *
 * @param files all output files there are but the manifest and the summary
 * @param differenceByElement pence of comparison.csv, by element
 * @param elementDifferences pence of comparison-elements.csv, by element
 * @param officersDifference pence of comparison-officers.csv
 * @param exceptionsByCode how many exceptions each code gains, loses and has changed, by its name
 */
public record ComparisonResults(
    List<OutputFile> files,
    Map<String, Long> differenceByElement,
    Map<String, Long> elementDifferences,
    long officersDifference,
    Map<String, Map<Change, Long>> exceptionsByCode) {

  private static final int CHANGE = CsvFile.COMPARISON_EXCEPTIONS.column("change");
  private static final int CODE = CsvFile.COMPARISON_EXCEPTIONS.column("code");
  private static final int ELEMENT = CsvFile.COMPARISON.column("element");
  private static final int DIFFERENCE = CsvFile.COMPARISON.column("difference");
  private static final int ELEMENTS_DIFFERENCE =
      column(ComparisonTotals.ELEMENTS_HEADER, "difference");
  private static final int OFFICERS_DIFFERENCE =
      column(ComparisonTotals.OFFICERS_HEADER, "difference");

  /** Reads the files in a folder; the page may be missing. */
  public static ComparisonResults read(Path out) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    Map<String, Long> byElement = new TreeMap<>();
    files.add(
        Results.read(
            out,
            CsvFile.COMPARISON,
            row -> byElement.merge(row.word(ELEMENT), row.digits(DIFFERENCE), Math::addExact),
            () -> OptionalLong.of(sum(byElement))));
    Map<String, Long> elements = new TreeMap<>();
    files.add(
        Results.read(
            out,
            ComparisonTotals.ELEMENTS_FILE,
            ComparisonTotals.ELEMENTS_HEADER,
            row -> elements.put(row.text(0), row.digits(ELEMENTS_DIFFERENCE)),
            () -> OptionalLong.of(sum(elements))));
    files.add(
        Results.read(
            out,
            ComparisonTotals.BALANCES_FILE,
            ComparisonTotals.BALANCES_HEADER,
            row -> {},
            OptionalLong::empty));
    Officers officers = new Officers();
    files.add(
        Results.read(
            out,
            ComparisonTotals.OFFICERS_FILE,
            ComparisonTotals.OFFICERS_HEADER,
            row -> officers.add(row.digits(OFFICERS_DIFFERENCE)),
            () -> OptionalLong.of(officers.difference)));
    Map<String, Map<Change, Long>> byCode = new TreeMap<>();
    files.add(
        Results.read(
            out,
            CsvFile.COMPARISON_EXCEPTIONS,
            row ->
                byCode
                    .computeIfAbsent(row.word(CODE), code -> new EnumMap<>(Change.class))
                    .merge(Change.valueOf(row.word(CHANGE)), 1L, Long::sum),
            OptionalLong::empty));
    Results.addIfThere(out, ComparisonPage.FILE_NAME, officers.shown(), files);
    return new ComparisonResults(
        List.copyOf(files), byElement, elements, officers.difference, byCode);
  }

  /** The officers whose pay differs. */
  private static final class Officers {

    private long difference;
    private long better;
    private long worse;

    void add(long pence) {
      difference = Math.addExact(difference, pence);
      better += pence > 0 ? 1 : 0;
      worse += pence < 0 ? 1 : 0;
    }

    /** How many of them the page shows. */
    long shown() {
      return Math.min(better, ComparisonPage.MOST_OFFICERS)
          + Math.min(worse, ComparisonPage.MOST_OFFICERS);
    }
  }

  /** Whether nothing differs at all. */
  public boolean isEmpty() {
    return files.stream().allMatch(file -> file.rows() == 0);
  }

  /** How many exceptions are gained, lost or changed. */
  public long exceptions(Change change) {
    return exceptionsByCode.values().stream()
        .mapToLong(changes -> changes.getOrDefault(change, 0L))
        .sum();
  }

  /**
   * Compares what was written with what was received, for either side, and the files with one
   * another.
   *
   * @param rowsOfA what became of the input files' rows under A
   */
  public Reconciliation reconciled(
      Map<String, RowCounts> rowsOfA, Map<String, RowCounts> rowsOfB, List<InputCount> inputs) {
    List<String> problems = new ArrayList<>();
    Reconciliation.rows(rowsOfA, inputs).forEach(problem -> problems.add("Under A: " + problem));
    Reconciliation.rows(rowsOfB, inputs).forEach(problem -> problems.add("Under B: " + problem));
    Map<String, Long> differing = new TreeMap<>(elementDifferences);
    differing.values().removeIf(pence -> pence == 0);
    Map<String, Long> daily = new TreeMap<>(differenceByElement);
    daily.values().removeIf(pence -> pence == 0);
    if (!differing.equals(daily)) {
      problems.add(
          ComparisonTotals.ELEMENTS_FILE + " does not hold what comparison.csv adds up to.");
    }
    if (officersDifference != sum(differenceByElement)) {
      problems.add(
          ComparisonTotals.OFFICERS_FILE + " does not hold what comparison.csv adds up to.");
    }
    return new Reconciliation(problems);
  }

  private static long sum(Map<String, Long> pence) {
    return pence.values().stream().reduce(0L, Math::addExact);
  }

  private static int column(String header, String name) {
    return List.of(header.split(",")).indexOf(name);
  }
}
