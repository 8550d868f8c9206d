package org.dutypay.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.DayFacts;
import org.dutypay.pay.Element;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;

/**
 * Arrears and recoveries: rulebook 14. What is right for a closed day is reckoned afresh from what
 * is known now, and the signed difference to the ledger is paid, per officer, work date and
 * element. What the feed does not cover keeps its value in the ledger, and the ledger is never
 * changed.
 */
public final class Retro {

  private final RunContext run;
  private final HolidayPay holidayPay;
  private final boolean isOfHolidayPay;
  private final WhatChanged.Terms terms;
  private final Map<Integer, WhatChanged.Terms> termsThen;

  /**
   * What an officer is to be paid, closed days settled.
   *
   * @param outcome with differences for closed days in place of what is right for them
   * @param notCovered days and elements of the ledger that could not be reckoned afresh
   */
  public record Settled(Outcome outcome, int notCovered) {}

  /** A work date and an element. */
  private record Key(long date, Element element) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::date).thenComparing(Key::element);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** What is right and what was paid for a key. */
  private static final class Both {
    final List<PayLine> right = new ArrayList<>();
    final List<LedgerLine> paid = new ArrayList<>();
    final List<Settlement> settled = new ArrayList<>();

    long rightPence() {
      return right.stream().mapToLong(PayLine::amountPence).sum();
    }

    long duePence() {
      return unpaidPence() - standing().stream().mapToLong(Settlement::amountPence).sum();
    }

    private long unpaidPence() {
      return rightPence() - paid.stream().mapToLong(LedgerLine::amountPence).sum();
    }

    long dueUnits() {
      return right.stream().mapToLong(PayLine::unitsHundredths).sum()
          - paid.stream().mapToLong(LedgerLine::unitsHundredths).sum()
          - standing().stream().mapToLong(Settlement::unitsHundredths).sum();
    }

    /** Of what is right, else of what was paid. */
    Unit unit() {
      return first(PayLine::unit, LedgerLine::unit, Settlement::unit);
    }

    Paragraph rule() {
      return first(PayLine::rule, LedgerLine::rule, Settlement::rule);
    }

    String source() {
      List<String> sources =
          right.isEmpty()
              ? paid.stream().map(LedgerLine::source).toList()
              : right.stream().map(PayLine::source).toList();
      return sources.stream()
          .flatMap(source -> Arrays.stream(source.split(";")))
          .filter(id -> !id.isEmpty())
          .distinct()
          .collect(joining(";"));
    }

    String settledInWords() {
      return standing().stream()
          .map(
              settlement ->
                  ", %s of it as decided about proposal %s line %d"
                      .formatted(
                          Pounds.plain(settlement.amountPence()),
                          settlement.proposal(),
                          settlement.line()))
          .collect(joining());
    }

    private <T> T first(
        Function<PayLine, T> ofRight,
        Function<LedgerLine, T> ofPaid,
        Function<Settlement, T> ofSettled) {
      if (!right.isEmpty()) {
        return ofRight.apply(right.getFirst());
      }
      return paid.isEmpty() ? ofSettled.apply(settled.getLast()) : ofPaid.apply(paid.getLast());
    }

    /**
     * What a person settled; a refusal only as long as the same is due and has not been paid for
     * all that: it never takes back what was paid.
     */
    private List<Settlement> standing() {
      List<Settlement> standing = new ArrayList<>();
      long unpaid = unpaidPence();
      for (Settlement settlement : settled) {
        if (settlement.outcome() == Settlement.Outcome.IN_FLIGHT
            || settlement.outcome() == Settlement.Outcome.PAID_OUTSIDE) {
          standing.add(settlement);
          unpaid -= settlement.amountPence();
        }
      }
      for (Settlement settlement : settled) {
        if (settlement.outcome() == Settlement.Outcome.REFUSED
            && settlement.entitledPence() == rightPence()
            && isPartOf(unpaid, settlement.amountPence())) {
          standing.add(settlement);
          unpaid -= settlement.amountPence();
        }
      }
      return standing;
    }

    private static boolean isPartOf(long whole, long pence) {
      return Long.signum(pence) == Long.signum(whole) && Math.abs(pence) <= Math.abs(whole);
    }
  }

  /** A work date and an account. */
  private record AccountKey(long date, Account account) implements Comparable<AccountKey> {

    private static final Comparator<AccountKey> ORDER =
        Comparator.comparingLong(AccountKey::date).thenComparing(AccountKey::account);

    @Override
    public int compareTo(AccountKey other) {
      return ORDER.compare(this, other);
    }
  }

  /** What stands on an account for a day now, and what was written. */
  private static final class BothBalances {
    final List<Balance> right = new ArrayList<>();
    final List<LedgerBalance> written = new ArrayList<>();

    long minutes() {
      return difference(Balance::minutes, LedgerBalance::minutes);
    }

    long days() {
      return difference(Balance::daysHundredths, LedgerBalance::daysHundredths);
    }

    long expiresOn() {
      return right.isEmpty() ? written.getLast().expiresOn() : right.getFirst().expiresOn();
    }

    Paragraph rule() {
      return right.isEmpty() ? written.getLast().rule() : right.getFirst().rule();
    }

    String source() {
      return right.isEmpty() ? written.getLast().source() : right.getFirst().source();
    }

    private long difference(
        ToLongFunction<Balance> ofRight, ToLongFunction<LedgerBalance> ofWritten) {
      return sum(right, ofRight) - sum(written, ofWritten);
    }

    private static <T> long sum(List<T> balances, ToLongFunction<T> amount) {
      return balances.stream().mapToLong(amount).filter(given -> given != Balance.NONE).sum();
    }
  }

  /**
   * @param run its closed days are those to be compared
   * @param terms what holds for all officers in this run
   * @param termsThen the same of each closing, by its number
   */
  public Retro(RunContext run, WhatChanged.Terms terms, Map<Integer, WhatChanged.Terms> termsThen) {
    this(run, terms, termsThen, false);
  }

  private Retro(
      RunContext run,
      WhatChanged.Terms terms,
      Map<Integer, WhatChanged.Terms> termsThen,
      boolean isOfHolidayPay) {
    this.run = run;
    holidayPay = new HolidayPay(run);
    this.isOfHolidayPay = isOfHolidayPay;
    this.terms = terms;
    this.termsThen = Map.copyOf(termsThen);
  }

  /**
   * The same for holiday pay alone, which rests on what has been paid and is closed by itself. Of a
   * day that is not closed yet it gives what proposals have not settled.
   */
  public Retro ofHolidayPay() {
    return new Retro(run, terms, termsThen, true);
  }

  /**
   * Puts differences in place of what is right for closed days.
   *
   * @param outcome what is right, closed days included
   * @param ledger what was paid for the closed days
   */
  public Settled settle(OfficerCase officer, Outcome outcome, OfficerLedger ledger) {
    Coverage coverage = new Coverage(officer, run, holidayPay, ledger.known());
    WhatChanged changed = new WhatChanged(officer, run, ledger, terms, termsThen);
    List<PayLine> lines = new ArrayList<>();
    Map<Key, Both> byKey = byKey(outcome, ledger, lines);
    int notCovered = 0;
    for (Map.Entry<Key, Both> entry : byKey.entrySet()) {
      Key key = entry.getKey();
      Both both = entry.getValue();
      if (!isCovered(key, both, coverage)) {
        notCovered++;
      } else if (both.duePence() != 0) {
        lines.add(difference(key, both, why(key, both, changed)));
      }
    }
    lines.sort(PayLine.FILE_ORDER);
    return new Settled(
        new Outcome(
            outcome.officerId(),
            lines,
            balances(outcome, ledger, coverage, changed),
            outcome.exceptions(),
            outcome.rows(),
            outcome.tours()),
        notCovered);
  }

  /**
   * The line that pays what a person has accepted.
   *
   * @param withNames whether it says who
   */
  public static PayLine accepted(Settlement line, boolean withNames) {
    return new PayLine(
        line.workDate(),
        line.element(),
        line.unitsHundredths(),
        line.unit(),
        0,
        Multiple.ONE,
        line.amountPence(),
        line.amountPence() > 0 ? LineType.ARREARS : LineType.RECOVERY,
        line.rule(),
        line.source(),
        "%saccepted%s as line %d of proposal %s"
            .formatted(
                line.reason().isEmpty() ? "" : line.reason() + "; ",
                withNames ? " by " + line.decidedBy() : "",
                line.line(),
                line.proposal()));
  }

  /** How far a feed goes for an officer. */
  public static KnownThen.Reach reach(OfficerCase officer) {
    return Coverage.reach(officer);
  }

  /**
   * What a closing is to keep of an officer's days: those of its period, and closed days whose
   * facts have changed and that the feed covers.
   *
   * @param from first day of the period
   * @param to last day of the period
   */
  public Map<Long, DayFacts> facts(OfficerCase officer, OfficerLedger ledger, long from, long to) {
    Map<Long, DayFacts> facts = new TreeMap<>(DayHashes.of(officer, run.forceDays(), from, to));
    Coverage coverage = new Coverage(officer, run, holidayPay, ledger.known());
    Map<Long, DayFacts> before =
        DayHashes.of(officer, run.forceDays(), run.closed().from(), run.closed().to());
    before.forEach(
        (day, now) -> {
          if (!now.equals(WhatChanged.knownOf(day, ledger.known())) && coverage.coversDuty(day)) {
            facts.put(day, now);
          }
        });
    return facts;
  }

  /** Of a day that is not closed yet the feed says what is due, but takes nothing back unasked. */
  private boolean isCovered(Key key, Both both, Coverage coverage) {
    return run.closed().hold(key.date)
        ? coverage.covers(key.date, key.element)
        : both.duePence() > 0 || coverage.hasRows(key.date);
  }

  private String why(Key key, Both both, WhatChanged changed) {
    if (!run.closed().hold(key.date)) {
      return "other than was settled before the day is closed";
    }
    String why = changed.why(key.date, both.right, both.paid);
    if (!isOfHolidayPay || !why.startsWith(WhatChanged.OTHERWISE)) {
      return why;
    }
    // Nothing of the day or its terms has changed.
    return both.paid.isEmpty()
        ? "not paid with its month: the day was still to come then, or the pay of the weeks before"
            + " has changed"
        : "the pay of the weeks before has changed";
  }

  /**
   * Days that are settled, by work date and element; the lines of the other days are added to
   * {@code open}.
   */
  private Map<Key, Both> byKey(Outcome outcome, OfficerLedger ledger, List<PayLine> open) {
    Map<Key, Both> byKey = new TreeMap<>();
    for (LedgerLine line : ledger.lines()) {
      if (isCompared(line.workDate(), line.element())) {
        both(byKey, line.workDate(), line.element()).paid.add(line);
      }
    }
    for (Settlement settlement : ledger.settlements()) {
      // Nobody has refused what the closing of a day is to pay.
      boolean isOpen = !run.closed().hold(settlement.workDate());
      boolean isRefused = settlement.outcome() == Settlement.Outcome.REFUSED;
      if (isCompared(settlement.workDate(), settlement.element()) && !(isOpen && isRefused)) {
        both(byKey, settlement.workDate(), settlement.element()).settled.add(settlement);
      }
    }
    for (PayLine line : outcome.lines()) {
      boolean isSettled =
          run.closed().hold(line.workDate())
              || byKey.containsKey(new Key(line.workDate(), line.element()));
      if (isSettled) {
        both(byKey, line.workDate(), line.element()).right.add(line);
      } else {
        open.add(line);
      }
    }
    return byKey;
  }

  /**
   * Holiday pay is compared by the job that reckons it, and nothing else is. Accepted arrears pay
   * it before its day is closed, other pay never.
   */
  private boolean isCompared(long date, Element element) {
    return isOfHolidayPay
        ? element == Element.HOLIDAY_PAY && (run.closed().hold(date) || run.reports(date))
        : element != Element.HOLIDAY_PAY && run.closed().hold(date);
  }

  private static Both both(Map<Key, Both> byKey, long date, Element element) {
    return byKey.computeIfAbsent(new Key(date, element), key -> new Both());
  }

  private PayLine difference(Key key, Both both, String why) {
    long due = both.duePence();
    return new PayLine(
        key.date,
        key.element,
        both.dueUnits(),
        both.unit(),
        0,
        Multiple.ONE,
        due,
        due > 0 ? LineType.ARREARS : LineType.RECOVERY,
        both.rule(),
        both.source(),
        "%s; %s is due for %s and %s was paid%s"
            .formatted(
                why,
                Pounds.plain(both.rightPence()),
                Assessment.day(key.date),
                Pounds.plain(both.rightPence() - due),
                both.settledInWords()));
  }

  private List<Balance> balances(
      Outcome outcome, OfficerLedger ledger, Coverage coverage, WhatChanged changed) {
    List<Balance> balances = new ArrayList<>();
    Map<AccountKey, BothBalances> byKey = new TreeMap<>();
    for (Balance balance : outcome.balances()) {
      if (run.closed().hold(balance.workDate())) {
        both(byKey, balance.workDate(), balance.account()).right.add(balance);
      } else {
        balances.add(balance);
      }
    }
    for (LedgerBalance balance : ledger.balances()) {
      if (run.closed().hold(balance.workDate())) {
        both(byKey, balance.workDate(), balance.account()).written.add(balance);
      }
    }
    byKey.forEach(
        (key, both) -> {
          boolean differs = both.minutes() != 0 || both.days() != 0;
          if (differs && coverage.coversDuty(key.date)) {
            String why = changed.why(key.date, List.of(), List.of());
            balances.add(difference(key, both, why));
          }
        });
    balances.sort(Balance.FILE_ORDER);
    return balances;
  }

  private static BothBalances both(
      Map<AccountKey, BothBalances> byKey, long date, Account account) {
    return byKey.computeIfAbsent(new AccountKey(date, account), key -> new BothBalances());
  }

  private static Balance difference(AccountKey key, BothBalances both, String why) {
    String note = why + "; a difference to what was written before";
    return both.minutes() == 0
        ? Balance.ofDays(
            key.date, key.account, both.days(), both.expiresOn(), both.rule(), both.source(), note)
        : Balance.ofMinutes(
            key.date,
            key.account,
            both.minutes(),
            both.expiresOn(),
            both.rule(),
            both.source(),
            note);
  }
}
