package org.dutypay.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Settlement;

/**
 * What an officer has been paid: the ledger's lines, what a person has said was paid by other
 * means, and the rows of paid-history.csv for what was paid before. No payment counts twice: where
 * the ledger has paid a work date and element, a row of paid-history.csv for them is taken to be
 * that same payment.
 */
public final class PaidSoFar {

  private record Key(long workDate, Element element) {}

  /**
   * The first day that the ledger has closed for pay and for holiday pay, {@code Long.MAX_VALUE} =
   * none: each is closed by itself.
   */
  public record ClosedFrom(long pay, long holidayPay) {

    public static final ClosedFrom NEVER = new ClosedFrom(Long.MAX_VALUE, Long.MAX_VALUE);

    boolean holds(LedgerLine line) {
      return line.workDate() >= (line.element() == Element.HOLIDAY_PAY ? holidayPay : pay);
    }
  }

  private PaidSoFar() {}

  /**
   * All of it as payments: the ledger's lines, what people have settled by other means, and history
   * last.
   *
   * @param ledger one officer's lines and settlements
   * @param history the same officer's rows of paid-history.csv; equal ones are payments of their
   *     own
   * @param closedFrom a difference that the ledger paid for an earlier day stands beside what
   *     history paid for that day
   */
  public static List<PaidPayment> of(
      OfficerLedger ledger, List<PaidPayment> history, ClosedFrom closedFrom) {
    List<PaidPayment> payments = new ArrayList<>(ledger.lines().size() + history.size());
    Set<Key> paidByLedger = new HashSet<>();
    for (LedgerLine line : ledger.lines()) {
      payments.add(
          new PaidPayment(
              line.workDate(),
              line.element(),
              line.amountPence(),
              line.unitsHundredths(),
              line.unit()));
      if (line.type() == LineType.NEW || closedFrom.holds(line)) {
        paidByLedger.add(new Key(line.workDate(), line.element()));
      }
    }
    for (Settlement settlement : ledger.settlements()) {
      if (settlement.outcome() == Settlement.Outcome.PAID_OUTSIDE) {
        payments.add(
            new PaidPayment(
                settlement.workDate(),
                settlement.element(),
                settlement.amountPence(),
                settlement.unitsHundredths(),
                settlement.unit()));
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
