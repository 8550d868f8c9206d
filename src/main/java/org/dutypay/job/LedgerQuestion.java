package org.dutypay.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dutypay.feed.Feed;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Settlement;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the ledger has of one officer, as it was known on a day.
 *
 * @param from first work date, an epoch day
 * @param to last work date
 * @param asKnown closings with a later run date do not count; an epoch day
 * @param entitlement what the officer is due is reckoned from this feed; empty = what has been paid
 *     or accepted
 */
public record LedgerQuestion(
    String officerId, long from, long to, long asKnown, Optional<Entitlement> entitlement) {

  /** A feed and the policy under which it is read. */
  public record Entitlement(Feed feed, Policy policy, RuleNumbers numbers) {}

  /** Every closing and decision counts. */
  public static final long NOW = LocalDate.of(9999, 12, 31).toEpochDay();

  private static final String MINUTES = " minutes";
  private static final int MONTH = "2024-05".length();

  /** What an element came to in a month, in pence. */
  private record Sum(long due, long paid, long inFlight) {

    static final Sum NOTHING = new Sum(0, 0, 0);

    Sum plus(Sum more) {
      return new Sum(due + more.due, paid + more.paid, inFlight + more.inFlight);
    }

    long balance() {
      return due - paid - inFlight;
    }
  }

  /** The answer, as lines of text. */
  public List<String> answer(Database database) throws IOException {
    try (SingleConnectionDataSource connection = database.reading()) {
      Ledger ledger = new Ledger(connection);
      Map<Integer, String> payPeriods =
          ledger.closings().stream()
              .filter(closing -> closing.runDate() <= asKnown)
              .collect(Collectors.toMap(Closing::number, Closing::payPeriod));
      List<LedgerLine> lines =
          ledger.lines(List.of(officerId), from, to).getOrDefault(officerId, List.of()).stream()
              .filter(line -> payPeriods.containsKey(line.closing()))
              .toList();
      List<LedgerBalance> balances =
          ledger.balances(List.of(officerId), from, to).getOrDefault(officerId, List.of()).stream()
              .filter(balance -> payPeriods.containsKey(balance.closing()))
              .toList();
      List<Settlement> accepted =
          new Proposals(connection)
              .inFlight(officerId, asKnown).stream()
                  .filter(line -> line.workDate() >= from && line.workDate() <= to)
                  .toList();
      return inWords(payPeriods, lines, balances, accepted, due(database));
    }
  }

  private Optional<List<PayLine>> due(Database database) throws IOException {
    if (entitlement.isEmpty()) {
      return Optional.empty();
    }
    Entitlement by = entitlement.get();
    OfficerOfFeed.Read read =
        new OfficerOfFeed(
                by.feed(), by.policy(), by.numbers(), officerId, asKnown, Optional.of(database))
            .read(Math.max(from, by.numbers().firstDay()), to);
    return Optional.of(read.engine().assess(read.officer()).lines());
  }

  private List<String> inWords(
      Map<Integer, String> payPeriods,
      List<LedgerLine> lines,
      List<LedgerBalance> balances,
      List<Settlement> accepted,
      Optional<List<PayLine>> due) {
    Map<String, Sum> sums = new TreeMap<>();
    for (LedgerLine line : lines) {
      boolean isDueAsPaid = due.isEmpty() || line.element() == Element.HOLIDAY_PAY;
      add(
          sums,
          line.workDate(),
          line.element(),
          new Sum(isDueAsPaid ? line.amountPence() : 0, line.amountPence(), 0));
    }
    for (Settlement line : accepted) {
      add(
          sums,
          line.workDate(),
          line.element(),
          new Sum(due.isEmpty() ? line.amountPence() : 0, 0, line.amountPence()));
    }
    for (PayLine line : due.orElse(List.of())) {
      add(sums, line.workDate(), line.element(), new Sum(line.amountPence(), 0, 0));
    }
    List<String> text = new ArrayList<>();
    text.add(
        "%s, work dates %s to %s, as known %s"
            .formatted(
                officerId,
                LocalDate.ofEpochDay(from),
                LocalDate.ofEpochDay(to),
                asKnown == NOW ? "now" : "on " + LocalDate.ofEpochDay(asKnown)));
    text.add(
        due.isPresent()
            ? "entitlement: what the feed gives now; of holiday pay, what was paid"
            : "entitlement: what has been paid or accepted (--feed says what is due now)");
    text.add("");
    text.add(
        "%-7s %-24s %14s %14s %14s %14s"
            .formatted("month", "element", "entitlement", "paid", "in flight", "balance"));
    Sum all = Sum.NOTHING;
    for (Map.Entry<String, Sum> entry : sums.entrySet()) {
      all = all.plus(entry.getValue());
      text.add(
          row(
              entry.getKey().substring(0, MONTH),
              entry.getKey().substring(MONTH + 1),
              entry.getValue()));
    }
    text.add(row("in all", "", all));
    text.add("");
    text.add("paid");
    for (LedgerLine line : lines) {
      text.add(
          "  closing %d of %s, %s %s %s: %s %s, %s, %s%s"
              .formatted(
                  line.closing(),
                  payPeriods.getOrDefault(line.closing(), ""),
                  LocalDate.ofEpochDay(line.workDate()),
                  line.element(),
                  line.type(),
                  Pounds.plain(line.unitsHundredths()),
                  line.unit(),
                  NightSummary.pounds(line.amountPence()),
                  line.rule().citation(),
                  line.source().isEmpty() ? "" : ", " + line.source()));
    }
    if (!balances.isEmpty()) {
      text.add("");
      text.add("time off");
      Map<String, Long> totals = new TreeMap<>();
      for (LedgerBalance balance : balances) {
        boolean inMinutes = balance.daysHundredths() == Balance.NONE;
        totals.merge(
            balance.account() + (inMinutes ? MINUTES : " days"),
            inMinutes ? balance.minutes() : balance.daysHundredths(),
            Long::sum);
      }
      totals.forEach(
          (account, sum) ->
              text.add(
                  "  %s: %s"
                      .formatted(
                          account,
                          account.endsWith(MINUTES) ? "%,d".formatted(sum) : Pounds.plain(sum))));
    }
    return text;
  }

  private static void add(Map<String, Sum> sums, long workDate, Element element, Sum sum) {
    String month = LocalDate.ofEpochDay(workDate).toString().substring(0, MONTH);
    sums.merge(month + " " + element, sum, Sum::plus);
  }

  private static String row(String month, String element, Sum sum) {
    return "%-7s %-24s %14s %14s %14s %14s"
        .formatted(
            month,
            element,
            NightSummary.pounds(sum.due),
            NightSummary.pounds(sum.paid),
            NightSummary.pounds(sum.inFlight),
            NightSummary.pounds(sum.balance()));
  }
}
