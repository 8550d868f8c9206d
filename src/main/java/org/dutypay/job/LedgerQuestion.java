package org.dutypay.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.dutypay.duty.PaidPayment;
import org.dutypay.feed.Feed;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.pay.LedgerBalanceRow;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LedgerRow;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;
import org.dutypay.report.OfficerAccount;
import org.dutypay.rules.PaidSoFar;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the ledger has of one officer, as it was known on a day.
 *
 * @param from first work date, an epoch day
 * @param to last work date
 * @param asKnown closings and decisions of a later day do not count; an epoch day, empty = all
 *     count
 * @param entitlement what the officer is due is reckoned from this feed; empty = what has been paid
 *     or accepted
 */
public record LedgerQuestion(
    String officerId, long from, long to, OptionalLong asKnown, Optional<Entitlement> entitlement) {

  /**
   * A feed, and how it is read.
   *
   * @param runDate the business day on which it is, an epoch day: rates that became known later do
   *     not count
   */
  public record Entitlement(Feed feed, Policy policy, RuleNumbers numbers, long runDate) {}

  /** An officer of whom nobody has heard; said in one line, as wrong usage. */
  public static final class UnknownOfficer extends RuntimeException {
    UnknownOfficer(String message) {
      super(message);
    }
  }

  /**
   * The answer.
   *
   * @throws UnknownOfficer where neither the ledger nor a feed knows the officer
   */
  public OfficerAccount answer(Database database) throws IOException {
    // Reading the feed looks into the database by itself.
    Optional<OfficerOfFeed.Read> read = read(database);
    try (SingleConnectionDataSource connection = database.reading()) {
      Ledger ledger = new Ledger(connection);
      if (read.isEmpty() && !ledger.knows(officerId)) {
        throw new UnknownOfficer(
            "the ledger knows no officer '%s': check --officer, upper and lower case included"
                .formatted(officerId));
      }
      List<Closing> closings =
          ledger.closings().stream().filter(closing -> isKnown(closing.runDate())).toList();
      Map<Integer, String> payPeriods =
          closings.stream().collect(Collectors.toMap(Closing::number, Closing::payPeriod));
      List<LedgerRow> paid =
          ledger.rows(officerId, from, to).stream()
              .filter(row -> payPeriods.containsKey(row.line().closing()))
              .toList();
      List<LedgerBalanceRow> timeOff =
          ledger.balanceRows(officerId, from, to).stream()
              .filter(row -> payPeriods.containsKey(row.balance().closing()))
              .toList();
      List<OfficerAccount.Line> lines = new ArrayList<>();
      paid.forEach(row -> lines.add(paid(row)));
      new Proposals(connection)
          .knownOn(asKnown.orElse(LocalDate.of(9999, 12, 31).toEpochDay()), officerId, from, to)
          .forEach(line -> settled(line).ifPresent(lines::add));
      read.ifPresent(
          officer -> {
            lines.addAll(due(officer));
            lines.addAll(paidBefore(officer, paid, closings));
          });
      return new OfficerAccount(
          officerId,
          from,
          to,
          asKnown,
          entitlement.map(by -> OptionalLong.of(by.runDate())).orElse(OptionalLong.empty()),
          payPeriods,
          lines,
          timeOff);
    }
  }

  private boolean isKnown(long runDate) {
    return asKnown.isEmpty() || runDate <= asKnown.getAsLong();
  }

  private Optional<OfficerOfFeed.Read> read(Database database) throws IOException {
    if (entitlement.isEmpty()) {
      return Optional.empty();
    }
    Entitlement by = entitlement.get();
    return Optional.of(
        new OfficerOfFeed(
                by.feed(),
                by.policy(),
                by.numbers(),
                officerId,
                by.runDate(),
                Optional.of(database))
            .read(Math.max(from, by.numbers().firstDay()), to));
  }

  private static OfficerAccount.Line paid(LedgerRow row) {
    LedgerLine line = row.line();
    return new OfficerAccount.Line(
        OfficerAccount.Kind.PAID,
        line.closing(),
        line.workDate(),
        line.element(),
        line.unitsHundredths(),
        line.unit(),
        line.amountPence(),
        line.type().name(),
        line.rule().citation(),
        line.source(),
        row.note());
  }

  private static Optional<OfficerAccount.Line> settled(Settlement line) {
    return switch (line.outcome()) {
      case IN_FLIGHT -> Optional.of(settled(line, OfficerAccount.Kind.IN_FLIGHT, "accepted by "));
      case PAID_OUTSIDE ->
          Optional.of(
              settled(line, OfficerAccount.Kind.PAID_OUTSIDE, "paid by other means, says "));
      case PAID, REFUSED -> Optional.empty();
    };
  }

  private static OfficerAccount.Line settled(
      Settlement line, OfficerAccount.Kind kind, String decided) {
    return new OfficerAccount.Line(
        kind,
        0,
        line.workDate(),
        line.element(),
        line.unitsHundredths(),
        line.unit(),
        line.amountPence(),
        "",
        line.rule().citation(),
        line.source(),
        "%sline %d of proposal %s, %s%s"
            .formatted(
                line.reason().isEmpty() ? "" : line.reason() + "; ",
                line.line(),
                line.proposal(),
                decided,
                line.decidedBy()));
  }

  private static List<OfficerAccount.Line> due(OfficerOfFeed.Read read) {
    List<OfficerAccount.Line> lines = new ArrayList<>();
    for (PayLine line : read.engine().assess(read.officer()).lines()) {
      lines.add(
          new OfficerAccount.Line(
              OfficerAccount.Kind.DUE,
              0,
              line.workDate(),
              line.element(),
              line.unitsHundredths(),
              line.unit(),
              line.amountPence(),
              line.type().name(),
              line.rule().citation(),
              line.source(),
              line.note()));
    }
    return lines;
  }

  /** The rows of paid-history.csv that are no payments of the ledger. */
  private List<OfficerAccount.Line> paidBefore(
      OfficerOfFeed.Read read, List<LedgerRow> paid, List<Closing> closings) {
    List<LedgerLine> inLedger = paid.stream().map(LedgerRow::line).toList();

    List<PaidPayment> history =
        read.officer().paidHistory().stream()
            .filter(row -> row.workDate() >= from && row.workDate() <= to)
            .toList();
    List<PaidPayment> all =
        PaidSoFar.of(
            new OfficerLedger(inLedger, List.of(), List.of(), List.of()),
            history,
            PaidByLedger.closedFrom(closings));
    List<OfficerAccount.Line> lines = new ArrayList<>();
    for (PaidPayment row : all.subList(inLedger.size(), all.size())) {
      lines.add(
          new OfficerAccount.Line(
              OfficerAccount.Kind.PAID_BEFORE,
              0,
              row.workDate(),
              row.element(),
              0,
              Unit.EACH,
              row.amountPence(),
              "",
              "",
              "",
              "paid-history.csv"));
    }
    return lines;
  }
}
