package org.dutypay.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.ledger.Ledger;
import org.dutypay.pay.LedgerLine;
import org.dutypay.rules.PaidSoFar;

/** What the officers of a feed have been paid: by the ledger, and as their paid history says. */
final class PaidByLedger {

  private final Received received;
  private final Ledger ledger;
  private final Optional<Ledger.ClosedDays> closed;
  private final boolean isEmpty;
  private final long from;
  private final long to;

  /**
   * @param from first work date that is asked for
   * @param to last work date
   */
  PaidByLedger(Received received, DataSource database, long from, long to) {
    this.received = received;
    this.from = from;
    this.to = to;
    ledger = new Ledger(database);
    closed = ledger.closedDays(Ledger.Kind.PAYROLL);
    isEmpty = closed.isEmpty() && ledger.closedDays(Ledger.Kind.HOLIDAY_PAY).isEmpty();
  }

  /** The days whose pay is in the ledger. */
  Optional<Ledger.ClosedDays> closed() {
    return closed;
  }

  /** For one thread: the ledger is asked once for each spool file. */
  final class OfPartition {

    private Path file = Path.of("");
    private Map<String, List<LedgerLine>> lines = Map.of();

    List<PaidPayment> of(OfficerCase officer) {
      return PaidSoFar.of(
          linesOf(officer.officerId()),
          officer.paidHistory(),
          closed.map(Ledger.ClosedDays::from).orElse(Long.MAX_VALUE));
    }

    private List<LedgerLine> linesOf(String officerId) {
      if (isEmpty || officerId.isEmpty()) {
        return List.of();
      }
      Path needed = received.spool().fileOf(officerId);
      if (!needed.equals(file)) {
        file = needed;
        lines = ledger.lines(received.cases().officers(file), from, to);
      }
      return lines.getOrDefault(officerId, List.of());
    }
  }
}
