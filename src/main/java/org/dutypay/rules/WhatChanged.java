package org.dutypay.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Duty;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.DayFacts;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Why a closed day's pay is not what it was: rulebook 14. It compares what the feed says of each
 * day with what was known when the day was last settled. It explains a difference and never makes
 * one.
 */
public final class WhatChanged {

  /** What is said where no fact can be named. */
  static final String OTHERWISE = "other facts of the feed have changed";

  private static final int DAYS_OF_A_WEEK = 7;

  /**
   * What held for all officers at a closing.
   *
   * @param policy key and value, one a line
   * @param rates a hash of the rates that were known
   * @param version the program's
   */
  public record Terms(String policy, String rates, String version) {}

  private final OfficerCase officer;
  private final RunContext run;
  private final OfficerLedger ledger;
  private final Terms now;
  private final Map<Integer, Terms> termsThen;
  private @Nullable Map<Long, DayFacts> today;

  /**
   * @param now what holds for all officers in this run
   * @param termsThen the same of each closing, by its number
   */
  WhatChanged(
      OfficerCase officer,
      RunContext run,
      OfficerLedger ledger,
      Terms now,
      Map<Integer, Terms> termsThen) {
    this.officer = officer;
    this.run = run;
    this.ledger = ledger;
    this.now = now;
    this.termsThen = termsThen;
  }

  /** What the feed says of the closed days; most officers are never asked. */
  private Map<Long, DayFacts> today() {
    if (today == null) {
      today = DayHashes.of(officer, run.forceDays(), run.closed().from(), run.closed().to());
    }
    return today;
  }

  /** What was last known of a day. */
  static DayFacts knownOf(long date, List<KnownThen> known) {
    for (KnownThen then : known.reversed()) {
      DayFacts facts = then.days().get(date);
      if (facts != null) {
        return facts;
      }
    }
    return DayFacts.NONE;
  }

  /**
   * A few words on why what is right for a day and element is not what was paid.
   *
   * @param right the lines that are right now
   * @param paid the lines of the ledger
   */
  String why(long date, List<PayLine> right, List<LedgerLine> paid) {
    Set<String> reasons = new LinkedHashSet<>();
    released(date, right, paid, reasons);
    ofTheDay(date, right, paid, reasons);
    KnownThen then = lastKnown(date);
    if (then == null) {
      reasons.add("the officer was not in the feed when the period was closed");
    } else {
      ofTheTerms(then, right, paid, reasons);
    }
    if (reasons.isEmpty()) {
      nearby(date, reasons);
    }
    return reasons.isEmpty() ? OTHERWISE : String.join("; ", reasons);
  }

  /** Matters that held a row back and that a person has released since. */
  private void released(
      long date, List<PayLine> right, List<LedgerLine> paid, Set<String> reasons) {
    if (officer.decisions().isEmpty()) {
      return;
    }
    Set<String> newIds = ids(right.stream().map(PayLine::source).toList());
    newIds.removeAll(ids(paid.stream().map(LedgerLine::source).toList()));
    for (ExceptionCode code : ExceptionCode.values()) {
      if (!code.isReleasable()) {
        continue;
      }
      boolean isOfRow =
          newIds.stream()
              .anyMatch(
                  id ->
                      isReleased(code, date, id, Assessment.TIMESHEETS)
                          || isReleased(code, date, id, Assessment.CLAIMS));
      if (isOfRow || (paid.isEmpty() && isReleased(code, date, "", Assessment.ACTING))) {
        reasons.add("released exception " + code);
      }
    }
  }

  private boolean isReleased(ExceptionCode code, long date, String entryId, String file) {
    long id = PayException.idOf(code, officer.officerId(), date, entryId, file, "");
    Decision decision = officer.decisions().get(id);
    return decision != null && decision.verdict() == Decision.Verdict.RELEASE;
  }

  private void ofTheDay(
      long date, List<PayLine> right, List<LedgerLine> paid, Set<String> reasons) {
    DayFacts is = today().getOrDefault(date, DayFacts.NONE);
    DayFacts was = knownOf(date, ledger.known());
    if (is.roster() != was.roster()) {
      reasons.add("changed roster");
    }
    Set<String> lateIds = ids(right.stream().map(PayLine::source).toList());
    lateIds.removeAll(settledOn(date));
    Set<String> paidIds = ids(paid.stream().map(LedgerLine::source).toList());
    if (is.duties() != was.duties()) {
      reasons.add(rows("timesheet", lateIds, without(paidIds, duties())));
    }
    if (is.claims() != was.claims()) {
      reasons.add(rows("claim", lateIds, without(paidIds, claims())));
    }
    if (is.acting() != was.acting()) {
      reasons.add(
          was.acting() == 0
              ? "late acting row"
              : is.acting() == 0 ? "deleted acting row" : "changed acting row");
    }
  }

  /** {@code late timesheet T-7}, {@code deleted timesheet T-7} or {@code changed timesheet}. */
  private static String rows(String kind, Set<String> late, Set<String> deleted) {
    if (!late.isEmpty()) {
      return "late " + kind + " " + String.join(", ", late);
    }
    return deleted.isEmpty()
        ? "changed " + kind
        : "deleted " + kind + " " + String.join(", ", deleted);
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    Set<String> without = new LinkedHashSet<>(ids);
    without.removeAll(others);
    return without;
  }

  /** The rows behind any line or balance of a day in the ledger. */
  private Set<String> settledOn(long date) {
    List<String> sources = new ArrayList<>();
    for (LedgerLine line : ledger.lines()) {
      if (line.workDate() == date) {
        sources.add(line.source());
      }
    }
    for (LedgerBalance balance : ledger.balances()) {
      if (balance.workDate() == date) {
        sources.add(balance.source());
      }
    }
    return ids(sources);
  }

  private Set<String> duties() {
    return new LinkedHashSet<>(officer.duties().stream().map(Duty::entryId).toList());
  }

  private Set<String> claims() {
    return new LinkedHashSet<>(officer.claims().stream().map(Claim::claimId).toList());
  }

  private void ofTheTerms(
      KnownThen then, List<PayLine> right, List<LedgerLine> paid, Set<String> reasons) {
    if (then.terms() != DayHashes.terms(officer)) {
      reasons.add("changed officers row or opening balance");
    }
    Terms termsOfThen = termsThen.getOrDefault(then.closing(), now);
    boolean hasOtherRate =
        right.stream()
            .anyMatch(
                line ->
                    paid.stream()
                        .anyMatch(
                            before ->
                                before.multiplier().equals(line.multiple().toString())
                                    && before.rateTenThousandths() != line.rateTenThousandths()));
    if (!termsOfThen.rates().equals(now.rates()) && (hasOtherRate || paid.isEmpty())) {
      reasons.add("changed rate");
    }
    if (!termsOfThen.policy().equals(now.policy())) {
      reasons.add(
          "changed policy: "
              + String.join(", ", Policy.changed(now.policy(), termsOfThen.policy())));
    }
    if (reasons.isEmpty() && !termsOfThen.version().equals(now.version())) {
      reasons.add("changed rule: version " + now.version() + " after " + termsOfThen.version());
    }
  }

  /** Another day's rows that changed this day's count: one of its week first, then any before. */
  private void nearby(long date, Set<String> reasons) {
    List<Long> changed = changedDays();
    long week = run.forceDays().week(date);
    changed.stream()
        .filter(day -> day >= week && day < week + DAYS_OF_A_WEEK)
        .findFirst()
        .or(() -> changed.stream().filter(day -> day < date).reduce((one, later) -> later))
        .or(() -> changed.stream().findFirst())
        .ifPresent(
            day -> {
              DayFacts is = today().getOrDefault(day, DayFacts.NONE);
              DayFacts was = knownOf(day, ledger.known());
              reasons.add(kinds(is, was) + " of " + Assessment.day(day));
            });
  }

  private static String kinds(DayFacts is, DayFacts was) {
    List<String> kinds = new ArrayList<>();
    if (is.roster() != was.roster()) {
      kinds.add("changed roster");
    }
    if (is.duties() != was.duties()) {
      kinds.add(was.duties() == 0 ? "late timesheet" : "changed timesheet");
    }
    if (is.acting() != was.acting()) {
      kinds.add(was.acting() == 0 ? "late acting row" : "changed acting row");
    }
    if (is.claims() != was.claims()) {
      kinds.add(was.claims() == 0 ? "late claim" : "changed claim");
    }
    return String.join(" and ", kinds);
  }

  private List<Long> changedDays() {
    Set<Long> days = new TreeSet<>(today().keySet());
    for (KnownThen then : ledger.known()) {
      for (long day : then.days().keySet()) {
        if (run.closed().hold(day)) {
          days.add(day);
        }
      }
    }
    return days.stream()
        .filter(
            day -> !today().getOrDefault(day, DayFacts.NONE).equals(knownOf(day, ledger.known())))
        .toList();
  }

  private @Nullable KnownThen lastKnown(long date) {
    for (KnownThen then : ledger.known().reversed()) {
      if (date <= then.to() && date >= then.comparedFrom()) {
        return then;
      }
    }
    return null;
  }

  private static Set<String> ids(List<String> sources) {
    Set<String> ids = new LinkedHashSet<>();
    for (String source : sources) {
      if (!source.isEmpty()) {
        ids.addAll(Arrays.asList(source.split(";")));
      }
    }
    return ids;
  }
}
