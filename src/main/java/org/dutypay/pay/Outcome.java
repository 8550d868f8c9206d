package org.dutypay.pay;

import java.util.List;

/** All that one officer's case gives: each list in the order of its file. */
public record Outcome(
    String officerId,
    List<PayLine> lines,
    List<Balance> balances,
    List<PayException> exceptions,
    List<RowOutcome> rows) {

  public Outcome {
    lines = List.copyOf(lines);
    balances = List.copyOf(balances);
    exceptions = List.copyOf(exceptions);
    rows = List.copyOf(rows);
  }
}
