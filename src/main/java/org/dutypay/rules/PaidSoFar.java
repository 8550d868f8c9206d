package org.dutypay.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;

/**
 * What an officer has been paid: the ledger's lines, and the rows of paid-history.csv for what was
 * paid before it. No payment counts twice: where the ledger has paid a work date and element, a row
 * of paid-history.csv for them is taken to be that same payment.
 */
public final class PaidSoFar {

  private record Key(long workDate, Element element) {}

  private PaidSoFar() {}

  /**
   * Both as payments, the ledger's first.
   *
   * @param ledger one officer's lines
   * @param history the same officer's rows of paid-history.csv; equal ones are payments of their
   *     own
   * @param closedFrom first day that the ledger has closed, {@code Long.MAX_VALUE} = none. A
   *     difference that it paid for an earlier day stands beside what history paid for that day
   */
  public static List<PaidPayment> of(
      List<LedgerLine> ledger, List<PaidPayment> history, long closedFrom) {
    List<PaidPayment> payments = new ArrayList<>(ledger.size() + history.size());
    Set<Key> paidByLedger = new HashSet<>();
    for (LedgerLine line : ledger) {
      payments.add(new PaidPayment(line.workDate(), line.element(), line.amountPence()));
      if (line.type() == LineType.NEW || line.workDate() >= closedFrom) {
        paidByLedger.add(new Key(line.workDate(), line.element()));
      }
    }
    for (PaidPayment row : history) {
      if (!paidByLedger.contains(new Key(row.workDate(), row.element()))) {
        payments.add(row);
      }
    }
    return payments;
  }
}
