package org.dutypay.pay;

import java.util.List;

/**
 * All that one officer's case gives: each list in the order of its file.
 *
 * @param tours what became of the officer's rostered tours
 */
public record Outcome(
    String officerId,
    List<PayLine> lines,
    List<Balance> balances,
    List<PayException> exceptions,
    List<RowOutcome> rows,
    TourCounts tours) {

  public Outcome {
    lines = List.copyOf(lines);
    balances = List.copyOf(balances);
    exceptions = List.copyOf(exceptions);
    rows = List.copyOf(rows);
  }

  /** What comes of a case without rostered tours. */
  public Outcome(
      String officerId,
      List<PayLine> lines,
      List<Balance> balances,
      List<PayException> exceptions,
      List<RowOutcome> rows) {
    this(officerId, lines, balances, exceptions, rows, TourCounts.NONE);
  }
}
