package org.dutypay.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Unit;

/**
 * Entitled against paid over a past range: rulebook 14. What is due is reckoned from the feed, what
 * was paid is told by the ledger, by paid-history.csv and by people; nothing is paid by it.
 */
public final class Arrears {

  private final RunContext run;
  private final HolidayPay holidayPay;
  private final WhatChanged.Terms terms;
  private final Map<Integer, WhatChanged.Terms> termsThen;
  private final PaidSoFar.ClosedFrom closedFrom;

  /**
   * One officer's account.
   *
   * @param rows by work date and element, those without a difference among them
   * @param notCovered work dates and elements that were paid, but of which the feed says too little
   */
  public record Account(List<ArrearsRow> rows, int notCovered) {
    public Account {
      rows = List.copyOf(rows);
    }
  }

  /** A work date and an element. */
  private record Key(long date, Element element) {

    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::date).thenComparing(key -> key.element().name());
  }

  /** What is due and what was paid for a key. */
  private static final class Both {
    final List<PayLine> due = new ArrayList<>();
    final List<LedgerLine> inLedger = new ArrayList<>();
    final List<PaidPayment> paid = new ArrayList<>();

    long paidPence() {
      return paid.stream().mapToLong(PaidPayment::amountPence).sum();
    }

    long duePence() {
      return due.stream().mapToLong(PayLine::amountPence).sum();
    }

    /** None where nobody says for how many a part of it was paid. */
    long units() {
      Unit unit = unit();
      if (!paid.stream().allMatch(payment -> payment.isIn(unit))) {
        return 0;
      }
      return due.stream().mapToLong(PayLine::unitsHundredths).sum()
          - paid.stream().mapToLong(PaidPayment::unitsHundredths).sum();
    }

    Unit unit() {
      if (!due.isEmpty()) {
        return due.getFirst().unit();
      }
      return inLedger.isEmpty() ? Unit.EACH : inLedger.getFirst().unit();
    }

    Paragraph rule() {
      if (!due.isEmpty()) {
        return due.getFirst().rule();
      }
      return inLedger.isEmpty() ? Paragraph.R_14 : inLedger.getFirst().rule();
    }

    String source() {
      List<String> sources =
          due.isEmpty()
              ? inLedger.stream().map(LedgerLine::source).toList()
              : due.stream().map(PayLine::source).toList();
      return sources.stream()
          .flatMap(source -> Arrays.stream(source.split(";")))
          .filter(id -> !id.isEmpty())
          .distinct()
          .collect(joining(";"));
    }
  }

  /**
   * @param run its closed days are those of the range that the ledger has paid
   * @param terms what holds for all officers in this run
   * @param termsThen the same of each closing, by its number
   * @param closedFrom since when the ledger says what was paid
   */
  public Arrears(
      RunContext run,
      WhatChanged.Terms terms,
      Map<Integer, WhatChanged.Terms> termsThen,
      PaidSoFar.ClosedFrom closedFrom) {
    this.run = run;
    holidayPay = new HolidayPay(run);
    this.terms = terms;
    this.termsThen = Map.copyOf(termsThen);
    this.closedFrom = closedFrom;
  }

  /**
   * One officer's account for the run's range.
   *
   * @param due what the rules give for the range
   * @param ledger what the ledger has of the officer
   * @param compared the elements that are looked at
   */
  public Account of(
      OfficerCase officer, List<PayLine> due, OfficerLedger ledger, Predicate<Element> compared) {
    Map<Key, Both> byKey = new TreeMap<>(Key.ORDER);
    for (PayLine line : due) {
      if (isCompared(line.workDate(), line.element(), compared)) {
        both(byKey, line.workDate(), line.element()).due.add(line);
      }
    }
    for (LedgerLine line : ledger.lines()) {
      if (isCompared(line.workDate(), line.element(), compared)) {
        both(byKey, line.workDate(), line.element()).inLedger.add(line);
      }
    }
    for (PaidPayment payment : PaidSoFar.of(ledger, officer.paidHistory(), closedFrom)) {
      if (isCompared(payment.workDate(), payment.element(), compared)) {
        both(byKey, payment.workDate(), payment.element()).paid.add(payment);
      }
    }
    return account(officer, byKey, ledger);
  }

  private Account account(OfficerCase officer, Map<Key, Both> byKey, OfficerLedger ledger) {
    Coverage coverage = new Coverage(officer, run, holidayPay, ledger.known());
    WhatChanged changed = new WhatChanged(officer, run, ledger, terms, termsThen);
    List<ArrearsRow> rows = new ArrayList<>();
    int notCovered = 0;
    for (Map.Entry<Key, Both> entry : byKey.entrySet()) {
      Key key = entry.getKey();
      Both both = entry.getValue();
      boolean isClosed = run.closed().hold(key.date);
      if (isClosed ? !coverage.covers(key.date, key.element) : !coverage.hasRows(key.date)) {
        notCovered++;
        continue;
      }
      boolean differs = both.duePence() != both.paidPence();
      rows.add(
          new ArrearsRow(
              officer.officerId(),
              key.date,
              key.element,
              both.duePence(),
              both.paidPence(),
              both.units(),
              both.unit(),
              both.rule(),
              both.source(),
              differs && isClosed ? changed.why(key.date, both.due, both.inLedger) : "",
              both.due.stream().map(PayLine::note).collect(joining("; "))));
    }
    return new Account(rows, notCovered);
  }

  private boolean isCompared(long date, Element element, Predicate<Element> compared) {
    return run.reports(date) && compared.test(element);
  }

  private static Both both(Map<Key, Both> byKey, long date, Element element) {
    return byKey.computeIfAbsent(new Key(date, element), key -> new Both());
  }
}
