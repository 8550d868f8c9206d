package org.dutypay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dutypay.pay.RowOutcome.Kind;

/**
 * What was received against what was written: every timesheet, acting and claim row is accounted
 * for exactly once, and no other file has more rejected rows than rows.
 *
 * @param problems one sentence for each thing that does not fit, empty where everything does
 */
public record Reconciliation(List<String> problems) {

  /** The files of which every row is accounted for, not only the rejected ones. */
  static final List<String> ACCOUNTED = List.of("timesheets.csv", "acting.csv", "claims.csv");

  public Reconciliation {
    problems = List.copyOf(problems);
  }

  public static Reconciliation of(Results results, List<InputCount> inputs) {
    List<String> problems = rows(results.rowsByFile(), inputs);
    if (!results.totalsAgree()) {
      problems.add(PayrollTotals.FILE_NAME + " does not hold what payroll.csv adds up to.");
    }
    results
        .paidWithoutLine()
        .ifPresent(
            id ->
                problems.add(
                    "rows.csv calls the row %s paid, but no line of payroll.csv has it as a source."
                        .formatted(id)));
    return new Reconciliation(problems);
  }

  /** What does not fit in the account of rows. */
  static List<String> rows(Map<String, RowCounts> rowsByFile, List<InputCount> inputs) {
    List<String> problems = new ArrayList<>();
    Set<String> unread = new TreeSet<>(rowsByFile.keySet());
    for (InputCount input : inputs) {
      unread.remove(input.file());
      check(input, rowsByFile.getOrDefault(input.file(), new RowCounts()), problems);
    }
    for (String file : unread) {
      problems.add("rows.csv holds rows of " + file + ", of which none was received.");
    }
    return problems;
  }

  /**
   * Of a job that accounts for rejected rows only: no file may have more of them than rows.
   *
   * @param rowsByFile what became of rows, by input file
   */
  public static Reconciliation ofRejections(
      Map<String, RowCounts> rowsByFile, List<InputCount> inputs) {
    List<String> problems = new ArrayList<>();
    for (InputCount input : inputs) {
      long rejected = rowsByFile.getOrDefault(input.file(), new RowCounts()).of(Kind.REJECTED);
      if (rejected > input.rowsRead()) {
        problems.add(
            "%s: %,d rows were read, but %,d rejected."
                .formatted(input.file(), input.rowsRead(), rejected));
      }
    }
    return new Reconciliation(problems);
  }

  private static void check(InputCount input, RowCounts written, List<String> problems) {
    String file = input.file();
    if (written.firstRepeatedLine().isPresent()) {
      problems.add(
          "rows.csv accounts more than once for %s line %d."
              .formatted(file, written.firstRepeatedLine().getAsLong()));
    }
    if (ACCOUNTED.contains(file) && written.total() != input.rowsRead()) {
      problems.add(
          "%s: %,d rows were read, but rows.csv accounts for %,d."
              .formatted(file, input.rowsRead(), written.total()));
    }
    long rejected = written.of(Kind.REJECTED);
    if (rejected > input.rowsRead() || (!ACCOUNTED.contains(file) && rejected != written.total())) {
      problems.add(
          "%s: %,d rows were read, but rows.csv accounts for %,d, %,d of them rejected."
              .formatted(file, input.rowsRead(), written.total(), rejected));
    }
  }

  public boolean holds() {
    return problems.isEmpty();
  }
}
