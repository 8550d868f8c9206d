package org.dutypay.pay;

import java.util.List;

/**
 * What the ledger has of one officer for the days that a run compares.
 *
 * @param lines in the order in which they were paid
 * @param balances in the order in which they were written
 * @param settlements what people have decided about proposed arrears
 * @param known what each closing of a payroll knew of the officer, the earliest first
 */
public record OfficerLedger(
    List<LedgerLine> lines,
    List<LedgerBalance> balances,
    List<Settlement> settlements,
    List<KnownThen> known) {

  /** Of an officer whom the ledger does not know. */
  public static final OfficerLedger NONE =
      new OfficerLedger(List.of(), List.of(), List.of(), List.of());

  public OfficerLedger {
    lines = List.copyOf(lines);
    balances = List.copyOf(balances);
    settlements = List.copyOf(settlements);
    known = List.copyOf(known);
  }
}
