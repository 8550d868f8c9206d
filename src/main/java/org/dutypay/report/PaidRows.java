package org.dutypay.report;

import java.io.IOException;
import java.util.Optional;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.RowOutcome.Kind;

/**
 * Whether each row that rows.csv calls paid is behind a line of payroll.csv, by its id. Ids are
 * kept as 64-bit hashes, so that those of a whole force fit into memory.
 */
final class PaidRows {

  private static final int SOURCE = CsvFile.PAYROLL.column("source");
  private static final int ENTRY_ID = CsvFile.ROWS.column("entry_id");
  private static final int OUTCOME = CsvFile.ROWS.column("outcome");
  private static final int REASON = CsvFile.ROWS.column("reason");
  private static final String PAID = Kind.PAID.name();

  // An open-addressed set; 0 marks a free slot, and a hash of 0 counts as 1.
  private long[] sources = new long[1 << 16];
  private int size;
  private Optional<String> firstWithoutLine = Optional.empty();

  /** Takes the sources of the line of payroll.csv on which these rows stand. */
  void addLine(CsvRows payroll) {
    payroll.eachHash(SOURCE, this::add);
  }

  /** Looks at the row of rows.csv on which these rows stand, once all lines have been added. */
  void check(CsvRows rows) throws IOException {
    if (rows.isEmpty(ENTRY_ID)
        || !rows.word(OUTCOME).equals(PAID)
        || rows.word(REASON).equals(RowOutcome.CLOSED_PERIOD)
        || firstWithoutLine.isPresent()) {
      return;
    }
    rows.eachHash(
        ENTRY_ID,
        hash -> {
          if (sources[slot(hash == 0 ? 1 : hash)] == 0) {
            firstWithoutLine = Optional.of(rows.text(ENTRY_ID));
          }
        });
  }

  /** The id of the first row that is called paid and has no line. */
  Optional<String> firstWithoutLine() {
    return firstWithoutLine;
  }

  private void add(long anyHash) {
    long hash = anyHash == 0 ? 1 : anyHash;
    int slot = slot(hash);
    if (sources[slot] != 0) {
      return;
    }
    sources[slot] = hash;
    if (2 * ++size > sources.length) {
      long[] former = sources;
      sources = new long[2 * former.length];
      for (long kept : former) {
        if (kept != 0) {
          sources[slot(kept)] = kept;
        }
      }
    }
  }

  private int slot(long hash) {
    int mask = sources.length - 1;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (sources[slot] != 0 && sources[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
