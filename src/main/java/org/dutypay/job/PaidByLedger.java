package org.dutypay.job;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Settlement;
import org.dutypay.rules.PaidSoFar;

/**
 * What the officers of a feed have been paid: by the ledger, by other means as people have said,
 * and as their paid history says.
 */
final class PaidByLedger {

  private final Received received;
  private final Ledger ledger;
  private final Proposals proposals;
  private final Optional<Ledger.ClosedDays> closed;
  private final PaidSoFar.ClosedFrom closedFrom;
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
    proposals = new Proposals(database);
    closed = ledger.closedDays(Ledger.Kind.PAYROLL);
    List<Closing> closings = ledger.closings();
    closedFrom = closedFrom(closings);
    isEmpty = closings.isEmpty() && proposals.count() == 0;
  }

  /** Since when closings say what was paid. */
  static PaidSoFar.ClosedFrom closedFrom(Collection<Closing> closings) {
    return new PaidSoFar.ClosedFrom(
        closedFrom(closings, Ledger.Kind.PAYROLL), closedFrom(closings, Ledger.Kind.HOLIDAY_PAY));
  }

  private static long closedFrom(Collection<Closing> closings, Ledger.Kind kind) {
    return closings.stream()
        .filter(closing -> closing.kind() == kind)
        .mapToLong(Closing::from)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The days whose pay is in the ledger. */
  Optional<Ledger.ClosedDays> closed() {
    return closed;
  }

  /** For one thread: the ledger is asked once for each spool file. */
  final class OfPartition {

    private Path file = Path.of("");
    private Map<String, List<LedgerLine>> lines = Map.of();
    private Map<String, List<Settlement>> settlements = Map.of();

    List<PaidPayment> of(OfficerCase officer) {
      String id = officer.officerId();
      if (!isEmpty && !id.isEmpty()) {
        load(received.spool().fileOf(id));
      }
      return PaidSoFar.of(
          new OfficerLedger(
              lines.getOrDefault(id, List.of()),
              List.of(),
              settlements.getOrDefault(id, List.of()),
              List.of()),
          officer.paidHistory(),
          closedFrom);
    }

    private void load(Path needed) {
      if (!needed.equals(file)) {
        file = needed;
        Collection<String> officers = received.cases().officers(file);
        lines = ledger.lines(officers, from, to);
        settlements = proposals.settlements(officers, from, to);
      }
    }
  }
}
