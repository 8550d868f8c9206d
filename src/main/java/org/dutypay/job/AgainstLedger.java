package org.dutypay.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dutypay.duty.OfficerCase;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.pay.DayFacts;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LedgerRow;
import org.dutypay.pay.LineType;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Settlement;
import org.dutypay.reference.Policy;
import org.dutypay.report.FeedReach;
import org.dutypay.report.LedgerFiles;
import org.dutypay.report.MatterDetail;
import org.dutypay.rules.ClosedDays;
import org.dutypay.rules.DayHashes;
import org.dutypay.rules.PayEngine;
import org.dutypay.rules.Retro;
import org.dutypay.rules.RunContext;
import org.dutypay.rules.WhatChanged;
import org.jspecify.annotations.Nullable;

/**
 * What a run compares with the ledger (rulebook 14): the closed days of its range and of the months
 * before it. Only the officers of whom anything has changed since the last closing are reckoned
 * afresh for these days; for the others the ledger is right as it is.
 */
final class AgainstLedger {

  /** A duty that starts later than this after the closed days cannot belong to them. */
  private static final int DAYS_A_CHAIN_MAY_LAST = 7;

  private static final long PRIME = 0x100000001b3L;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final int MONTH = "2024-05".length();

  private final Ledger.Kind kind;
  private final Order order;
  private final Received received;
  private final Ledger ledger;
  private final Proposals proposals;
  private final boolean hasProposals;
  private final Optional<Closing> last;
  private final Optional<Ledger.ClosedDays> closed;
  private final boolean mayRecover;
  private @Nullable Map<String, Ledger.Fingerprint> lastKnown;
  private final ClosedDays days;
  private final WhatChanged.Terms terms;
  private final long ofTerms;
  private final Retro retro;
  private final PayEngine everyDay;
  private final PayEngine openDays;
  private final boolean mayPassOver;

  /**
   * @param kind which closings are compared
   */
  AgainstLedger(
      Ledger.Kind kind, Order order, Received received, DataSource database, RetroChoice choice) {
    this.kind = kind;
    this.order = order;
    this.received = received;
    ledger = new Ledger(database);
    proposals = new Proposals(database);
    hasProposals = proposals.count() > 0;
    List<Closing> closings =
        ledger.closings().stream().filter(closing -> closing.kind() == kind).toList();
    last = closings.isEmpty() ? Optional.empty() : Optional.of(closings.getLast());
    closed = ledger.closedDays(kind);
    long firstCompared =
        LocalDate.ofEpochDay(order.from())
            .withDayOfMonth(1)
            .minusMonths(order.policy().number(Policy.Key.RETRO_MONTHS))
            .toEpochDay();
    days = LedgerTerms.closedWithin(closed, firstCompared, order.to());
    LedgerTerms ofAll = LedgerTerms.of(order, received.context(), closings);
    terms = ofAll.now();
    ofTerms = PayException.hash(String.join("\n", terms.policy(), terms.rates(), terms.version()));
    mayRecover = choice.mayRecover();
    RunContext context = received.context().with(days);
    Retro ofPay = new Retro(context, terms, ofAll.then());
    retro = isOfHolidayPay() ? ofPay.ofHolidayPay() : ofPay;
    everyDay = new PayEngine(context);
    openDays = new PayEngine(context.with(days.notRecomputed()));
    // What is held on a closed day of the range is told of with its pounds, so that day is
    // reckoned.
    mayPassOver =
        kind == Ledger.Kind.PAYROLL
            && !choice.reckonsAll()
            && days.to() < order.from()
            && last.filter(closing -> closing.comparedFrom() <= days.from()).isPresent();
  }

  private boolean isOfHolidayPay() {
    return kind == Ledger.Kind.HOLIDAY_PAY;
  }

  /** Whether no day of the run has been paid for good. */
  private boolean isComparedWithNothing() {
    return days.equals(ClosedDays.NONE) && !isOfHolidayPay();
  }

  Ledger.Kind kind() {
    return kind;
  }

  /** What the last closing knew of every officer, in short. */
  private synchronized Map<String, Ledger.Fingerprint> lastKnown() {
    if (lastKnown == null) {
      lastKnown = last.map(closing -> ledger.fingerprints(closing.number())).orElse(Map.of());
    }
    return lastKnown;
  }

  /** Whether a day's pay is final, be it compared or not. */
  boolean isClosed(long date) {
    return closed.filter(all -> all.from() <= date && date <= all.to()).isPresent();
  }

  /** The closed days that are compared; none where nothing is closed. */
  ClosedDays days() {
    return days;
  }

  /** What holds for all officers in this run. */
  WhatChanged.Terms terms() {
    return terms;
  }

  Ledger ledger() {
    return ledger;
  }

  /** The first closed day that is compared; the first day of the range where none is. */
  long comparedFrom() {
    return days.equals(ClosedDays.NONE) ? order.from() : Math.min(days.from(), order.from());
  }

  /**
   * Days and elements of the ledger whose officers are not in the feed at all.
   *
   * @param officers ids of those who are
   */
  long entriesOfOthers(List<String> officers) {
    if (days.equals(ClosedDays.NONE)) {
      return 0;
    }
    Set<String> others = ledger.officers();
    officers.forEach(others::remove);
    return ledger.entries(others, days.from(), days.to()).values().stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  /**
   * Refuses a payroll file that takes back more of a closed month's pay than the policy allows,
   * unless somebody has allowed it.
   *
   * @throws TooMuchRecovered with the months and what they would lose
   */
  void checkRecoveries(Path files) throws IOException {
    if (mayRecover || isComparedWithNothing()) {
      return;
    }
    Recovered recovered = new Recovered();
    LedgerFiles.payroll(
        files,
        0,
        row -> {
          boolean isLimited =
              isOfHolidayPay()
                  || (row.line().element() != Element.HOLIDAY_PAY
                      && days.hold(row.line().workDate()));
          if (isLimited && row.line().type() != LineType.NEW) {
            recovered.add(row);
          }
        });
    SortedMap<String, Long> byMonth = recovered.byMonth();
    if (byMonth.isEmpty()) {
      return;
    }
    Map<String, Long> paid = ledger.paidByMonth(kind);
    String percent = order.policy().value(Policy.Key.RECOVERY_LIMIT_PERCENT);
    BigDecimal limit = new BigDecimal(percent);
    List<String> beyond = new ArrayList<>();
    byMonth.forEach(
        (month, pence) -> {
          long ofMonth = paid.getOrDefault(month, 0L);
          boolean isBeyond =
              BigDecimal.valueOf(pence)
                      .multiply(PERCENT)
                      .compareTo(BigDecimal.valueOf(ofMonth).multiply(limit))
                  > 0;
          if (isBeyond) {
            beyond.add("%s of the %s paid for %s".formatted(pounds(pence), pounds(ofMonth), month));
          }
        });
    if (!beyond.isEmpty()) {
      throw new TooMuchRecovered(
          "this run would take back %s, more than recovery-limit-percent (%s) allows. Check that the feed is complete; if it is right, run again with --allow-recovery"
              .formatted(String.join(" and ", beyond), percent));
    }
  }

  /**
   * What the differences of a payroll file take back of each month, in its order. A line that was
   * accepted may pay what another of its day and element takes back: they come to nothing.
   */
  private static final class Recovered {

    private final SortedMap<String, Long> months = new TreeMap<>();
    private String officerId = "";
    private long workDate;
    private Element element = Element.OVERTIME;
    private long pence;

    void add(LedgerRow row) {
      boolean isSame =
          row.officerId().equals(officerId)
              && row.line().workDate() == workDate
              && row.line().element() == element;
      if (!isSame) {
        end();
        officerId = row.officerId();
        workDate = row.line().workDate();
        element = row.line().element();
      }
      pence += row.line().amountPence();
    }

    SortedMap<String, Long> byMonth() {
      end();
      return months;
    }

    private void end() {
      if (pence < 0) {
        months.merge(
            LocalDate.ofEpochDay(workDate).toString().substring(0, MONTH), -pence, Long::sum);
      }
      pence = 0;
    }
  }

  private static String pounds(long pence) {
    return "£" + Pounds.grouped(pence);
  }

  /** A run that would take back more than the force's limit; nothing has been replaced. */
  static final class TooMuchRecovered extends RuntimeException {
    TooMuchRecovered(String message) {
      super(message);
    }
  }

  /**
   * One officer's holiday pay, closed days settled.
   *
   * @param notCovered days of the ledger that could not be reckoned afresh
   * @param known what a closing keeps of the officer
   */
  record Holiday(List<PayLine> lines, int notCovered, Optional<KnownNow> known) {}

  /**
   * Assesses the officers of a partition, in the order of the spool, for one thread: the ledger is
   * asked once for each spool file.
   */
  final class OfPartition {

    private final boolean isClosing;
    private Path file = Path.of("");
    private Map<String, Long> fingerprints = Map.of();
    private final Map<String, Ledger.Fingerprint> lastKnown = mayPassOver ? lastKnown() : Map.of();
    private Map<String, List<LedgerLine>> lines = Map.of();
    private Map<String, List<LedgerBalance>> balances = Map.of();
    private Map<String, List<KnownThen>> known = Map.of();
    private Map<String, List<Settlement>> settlements = Map.of();

    OfPartition(boolean isClosing) {
      this.isClosing = isClosing;
      if (isClosing || !isComparedWithNothing()) {
        received.cases().keepFingerprints();
      }
    }

    OutcomeWriter.Assessed assess(OfficerCase officer) {
      String id = officer.officerId();
      boolean hasClosedDays = !days.equals(ClosedDays.NONE);
      if (id.isEmpty() || (!hasClosedDays && !isClosing)) {
        return assessed(officer, received.outcome(officer, openDays), 0, Optional.empty());
      }
      load(received.spool().fileOf(id));
      if (!hasClosedDays || isAsThen(id)) {
        int notCovered = lastKnown.getOrDefault(id, Ledger.Fingerprint.NONE).notCovered();
        Map<Long, DayFacts> ofPeriod =
            isClosing
                ? DayHashes.of(officer, received.context().forceDays(), order.from(), order.to())
                : Map.of();
        return assessed(
            officer,
            received.outcome(officer, openDays),
            notCovered,
            known(officer, notCovered, ofPeriod));
      }
      OfficerLedger paid = ledgerOf(id);
      Retro.Settled settled = retro.settle(officer, received.outcome(officer, everyDay), paid);
      Map<Long, DayFacts> facts =
          isClosing ? retro.facts(officer, paid, order.from(), order.to()) : Map.of();
      return assessed(
          officer,
          settled.outcome(),
          settled.notCovered(),
          known(officer, settled.notCovered(), facts));
    }

    /**
     * Settles an officer's holiday pay.
     *
     * @param pay what an engine gives for the days that it is asked for
     */
    Holiday holiday(OfficerCase officer, Function<PayEngine, List<PayLine>> pay) {
      String id = officer.officerId();
      if (id.isEmpty()) {
        return new Holiday(List.of(), 0, Optional.empty());
      }
      load(received.spool().fileOf(id));
      OfficerLedger paid = ledgerOf(id);
      Outcome right = new Outcome(id, pay.apply(everyDay), List.of(), List.of(), List.of());
      Retro.Settled settled = retro.settle(officer, right, paid);
      Map<Long, DayFacts> facts =
          isClosing ? retro.facts(officer, paid, order.from(), order.to()) : Map.of();
      return new Holiday(
          settled.outcome().lines(),
          settled.notCovered(),
          known(officer, settled.notCovered(), facts));
    }

    private OfficerLedger ledgerOf(String id) {
      return new OfficerLedger(
          lines.getOrDefault(id, List.of()),
          balances.getOrDefault(id, List.of()),
          settlements.getOrDefault(id, List.of()),
          known.getOrDefault(id, List.of()));
    }

    private OutcomeWriter.Assessed assessed(
        OfficerCase officer, Outcome outcome, int notCovered, Optional<KnownNow> known) {
      return new OutcomeWriter.Assessed(
          outcome,
          officer.records(),
          FeedReach.of(officer, received.context().forceDays()),
          notCovered,
          MatterDetail.of(officer, outcome, received.context().forceDays()),
          known);
    }

    private Optional<KnownNow> known(
        OfficerCase officer, int notCovered, Map<Long, DayFacts> facts) {
      if (!isClosing) {
        return Optional.empty();
      }
      return Optional.of(
          new KnownNow(
              officer.officerId(),
              fingerprint(officer.officerId(), order.to()),
              Retro.reach(officer),
              DayHashes.terms(officer),
              notCovered,
              facts));
    }

    private boolean isAsThen(String id) {
      Ledger.Fingerprint then = lastKnown.get(id);
      return mayPassOver
          && then != null
          && then.facts() == fingerprint(id, days.to())
          && then.notCovered() == 0
          && !settlements.containsKey(id);
    }

    /**
     * Of all that a closed day's pay depends on: the officer's rows, what people decided, rates,
     * policy and program, and whether everything up to the last closed day has been worked.
     */
    private long fingerprint(String id, long lastClosed) {
      long hash = fingerprints.getOrDefault(id, 0L);
      hash = mix(hash, Math.min(order.runDate(), lastClosed + DAYS_A_CHAIN_MAY_LAST));
      hash = mix(hash, ofTerms);
      long decided = 0;
      for (Map.Entry<Long, Decision> decision : received.decisions().of(id).entrySet()) {
        decided +=
            mix(
                mix(decision.getKey(), decision.getValue().facts().orElse(0)),
                decision.getValue().verdict().name().hashCode());
      }
      return mix(hash, decided);
    }

    private static long mix(long hash, long value) {
      long mixed = (hash ^ value) * PRIME;
      return mixed ^ mixed >>> 29;
    }

    private void load(Path needed) {
      if (needed.equals(file)) {
        return;
      }
      file = needed;
      fingerprints = received.cases().fingerprints(file);
      if (isComparedWithNothing()) {
        return;
      }
      // Accepted arrears may have paid holiday pay of a day that is not closed yet.
      long from = isOfHolidayPay() ? comparedFrom() : days.from();
      long to = isOfHolidayPay() ? order.to() : days.to();
      settlements =
          hasProposals ? proposals.settlements(fingerprints.keySet(), from, to) : Map.of();
      List<String> changed =
          fingerprints.keySet().stream().filter(id -> !isAsThen(id)).sorted().toList();
      lines = ledger.lines(changed, from, to);
      balances = isOfHolidayPay() ? Map.of() : ledger.balances(changed, from, to);
      known = ledger.known(kind, changed, from, to);
    }
  }
}
