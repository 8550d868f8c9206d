package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dutypay.pay.RowOutcome.Kind;

/** What became of the rows of one input file, counted from rows.csv as it was written. */
public final class RowCounts {

  private static final int FILE = CsvFile.ROWS.column("file");
  private static final int LINE = CsvFile.ROWS.column("line");
  private static final int OUTCOME = CsvFile.ROWS.column("outcome");
  private static final int REASON = CsvFile.ROWS.column("reason");

  private final Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
  private final Map<String, Long> notDueByReason = new TreeMap<>();
  private final BitSet lines = new BitSet();
  private long total;
  private OptionalLong firstRepeatedLine = OptionalLong.empty();

  RowCounts() {}

  /** Rows that could not be used. */
  public long rejected() {
    return of(Kind.REJECTED);
  }

  /** The counts by input file, from an account of rows in a folder. */
  public static Map<String, RowCounts> read(Path folder, CsvFile account) throws IOException {
    Map<String, RowCounts> byFile = new TreeMap<>();
    try (CsvRows rows = CsvRows.open(folder, account.fileName(), account.header())) {
      while (rows.next()) {
        add(rows, byFile);
      }
    }
    return byFile;
  }

  /** Adds the row on which these rows stand to the counts of its file. */
  static void add(CsvRows rows, Map<String, RowCounts> byFile) throws IOException {
    byFile.computeIfAbsent(rows.word(FILE), file -> new RowCounts()).add(rows);
  }

  private void add(CsvRows rows) throws IOException {
    int line = Math.toIntExact(rows.digits(LINE));
    if (lines.get(line) && firstRepeatedLine.isEmpty()) {
      firstRepeatedLine = OptionalLong.of(line);
    }
    lines.set(line);
    total++;
    Kind kind = Kind.valueOf(rows.word(OUTCOME));
    byKind.merge(kind, 1L, Long::sum);
    if (kind == Kind.NOT_DUE) {
      notDueByReason.merge(rows.word(REASON), 1L, Long::sum);
    }
  }

  public long total() {
    return total;
  }

  public long of(Kind kind) {
    return byKind.getOrDefault(kind, 0L);
  }

  /** The rows that are not due, by reason in the order of names. */
  public Map<String, Long> notDueByReason() {
    return notDueByReason;
  }

  /** The first line that is accounted for twice. */
  OptionalLong firstRepeatedLine() {
    return firstRepeatedLine;
  }
}
