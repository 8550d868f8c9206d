package org.dutypay.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerBalanceRow;
import org.dutypay.pay.Unit;

/**
 * What one officer was due, has been paid and is about to be paid, as known on a day.
 *
 * @param from first work date, an epoch day
 * @param to last work date
 * @param asKnown epoch day; empty = now
 * @param dueByFeed the run date of the feed by which the entitlement was reckoned, an epoch day;
 *     empty = what was paid and accepted is taken to be what was due
 * @param payPeriods of the closings, {@code 2024-05} by their number
 */
public record OfficerAccount(
    String officerId,
    long from,
    long to,
    OptionalLong asKnown,
    OptionalLong dueByFeed,
    Map<Integer, String> payPeriods,
    List<Line> lines,
    List<LedgerBalanceRow> timeOff) {

  public OfficerAccount {
    payPeriods = Map.copyOf(payPeriods);
    lines = lines.stream().sorted(Line.ORDER).toList();
    timeOff = List.copyOf(timeOff);
  }

  /** What a line says of its money, in the order in which it is shown. */
  public enum Kind {
    /** Due, as the feed says. */
    DUE,
    /** Paid before there was a ledger, as paid-history.csv says. */
    PAID_BEFORE,
    /** Paid by a closing. */
    PAID,
    /** Proposed, and paid by other means, as somebody said. */
    PAID_OUTSIDE,
    /** Proposed, accepted, and not paid yet. */
    IN_FLIGHT;

    boolean isPaid() {
      return switch (this) {
        case PAID_BEFORE, PAID, PAID_OUTSIDE -> true;
        case DUE, IN_FLIGHT -> false;
      };
    }
  }

  /**
   * One amount.
   *
   * @param closing the number of the one that paid it; 0 where none has
   * @param workDate epoch day
   * @param units in hundredths; of a payment from before the ledger 0
   * @param type of the line of pay; empty where it is none yet
   * @param rule the paragraph; empty where it is not known
   */
  public record Line(
      Kind kind,
      int closing,
      long workDate,
      Element element,
      long units,
      Unit unit,
      long amountPence,
      String type,
      String rule,
      String source,
      String note) {

    static final Comparator<Line> ORDER =
        Comparator.comparingLong(Line::workDate)
            .thenComparing(line -> line.element().name())
            .thenComparing(Line::kind)
            .thenComparingInt(Line::closing);
  }

  /** An element in the month of the work dates. */
  record Heading(YearMonth month, Element element) {

    static final Comparator<Heading> ORDER =
        Comparator.comparing(Heading::month).thenComparing(heading -> heading.element().name());
  }

  /** What the lines of a heading come to, in pence. */
  record Sum(long due, long paid, long inFlight) {

    static final Sum NOTHING = new Sum(0, 0, 0);

    Sum plus(Sum more) {
      return new Sum(due + more.due, paid + more.paid, inFlight + more.inFlight);
    }

    long balance() {
      return due - paid - inFlight;
    }
  }

  /** By month and element. */
  Map<Heading, Sum> sums() {
    Map<Heading, Sum> sums = new TreeMap<>(Heading.ORDER);
    for (Line line : lines) {
      sums.merge(
          new Heading(YearMonth.from(LocalDate.ofEpochDay(line.workDate())), line.element()),
          sum(line),
          Sum::plus);
    }
    return sums;
  }

  private Sum sum(Line line) {
    boolean isDueAsPaid = dueByFeed.isEmpty() || line.element() == Element.HOLIDAY_PAY;
    long amount = line.amountPence();
    return new Sum(
        line.kind() == Kind.DUE || isDueAsPaid ? amount : 0,
        line.kind().isPaid() ? amount : 0,
        line.kind() == Kind.IN_FLIGHT ? amount : 0);
  }

  /** Where the entitlement comes from. */
  String sourceOfDue() {
    return dueByFeed.isPresent()
        ? "entitlement: what the feed gives with run date "
            + LocalDate.ofEpochDay(dueByFeed.getAsLong())
            + "; of holiday pay, what was paid or accepted"
        : "entitlement: what was paid or accepted (with --feed, what the feed gives)";
  }
}
