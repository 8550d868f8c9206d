package org.dutypay.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutypay.pay.Balance;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerBalanceRow;
import org.dutypay.pay.Pounds;

/** An officer's account as plain text, for a person at a terminal. */
public final class AccountText {

  private static final String SUMS = "%-7s  %-24s %14s %14s %14s %14s";
  private static final String LINE = "%-12s %7s  %-10s  %-24s %16s %14s  %-8s  %-9s  %s";
  private static final String MOVEMENT = "%-12s %7s  %-10s  %-26s %14s  %-10s  %-9s  %s";

  private final OfficerAccount account;
  private final List<String> text = new ArrayList<>();

  private AccountText(OfficerAccount account) {
    this.account = account;
  }

  /** The lines of the text. */
  public static List<String> of(OfficerAccount account) {
    AccountText text = new AccountText(account);
    text.head();
    text.sums();
    text.lines();
    text.timeOff();
    return text.text.stream().map(String::stripTrailing).toList();
  }

  private void head() {
    text.add(
        "Officer %s, work dates %s to %s, as known %s"
            .formatted(
                account.officerId(),
                date(account.from()),
                date(account.to()),
                account.asKnown().isPresent()
                    ? "on " + date(account.asKnown().getAsLong())
                    : "now"));
    text.add(account.sourceOfDue());
  }

  private void sums() {
    text.add("");
    text.add(SUMS.formatted("month", "element", "entitlement", "paid", "in flight", "balance"));
    OfficerAccount.Sum all = OfficerAccount.Sum.NOTHING;
    for (Map.Entry<OfficerAccount.Heading, OfficerAccount.Sum> entry : account.sums().entrySet()) {
      all = all.plus(entry.getValue());
      OfficerAccount.Heading heading = entry.getKey();
      text.add(row(heading.month().toString(), heading.element().name(), entry.getValue()));
    }
    text.add(row("in all", "", all));
  }

  private static String row(String month, String element, OfficerAccount.Sum sum) {
    return SUMS.formatted(
        month,
        element,
        Pounds.written(sum.due()),
        Pounds.written(sum.paid()),
        Pounds.written(sum.inFlight()),
        Pounds.written(sum.balance()));
  }

  private void lines() {
    text.add("");
    if (account.lines().isEmpty()) {
      text.add("no lines");
      return;
    }
    text.add(
        LINE.formatted(
            "paid with",
            "closing",
            "work date",
            "element",
            "units",
            "amount",
            "type",
            "rule",
            "note"));
    for (OfficerAccount.Line line : account.lines()) {
      text.add(
          LINE.formatted(
              paidWith(line),
              number(line.closing()),
              date(line.workDate()),
              line.element(),
              line.kind() == OfficerAccount.Kind.PAID_BEFORE
                  ? ""
                  : Pounds.plain(line.units()) + " " + line.unit(),
              Pounds.written(line.amountPence()),
              line.type(),
              line.rule(),
              line.note()));
    }
  }

  private String paidWith(OfficerAccount.Line line) {
    return switch (line.kind()) {
      case DUE -> "due";
      case PAID_BEFORE -> "history";
      case PAID -> payPeriod(line.closing());
      case PAID_OUTSIDE -> "outside";
      case IN_FLIGHT -> "in flight";
    };
  }

  private void timeOff() {
    if (account.timeOff().isEmpty()) {
      return;
    }
    text.add("");
    text.add("time off");
    Map<String, Long> minutes = new TreeMap<>();
    Map<String, Long> days = new TreeMap<>();
    for (LedgerBalanceRow row : account.timeOff()) {
      LedgerBalance balance = row.balance();
      if (isInMinutes(balance)) {
        minutes.merge(balance.account().name(), balance.minutes(), Long::sum);
      } else {
        days.merge(balance.account().name(), balance.daysHundredths(), Long::sum);
      }
    }
    minutes.forEach((name, sum) -> text.add("  %-26s %14s".formatted(name, minutes(sum))));
    days.forEach((name, sum) -> text.add("  %-26s %14s".formatted(name, days(sum))));
    text.add("");
    text.add(
        MOVEMENT.formatted(
            "written with",
            "closing",
            "work date",
            "account",
            "amount",
            "expires on",
            "rule",
            "note"));
    for (LedgerBalanceRow row : account.timeOff()) {
      LedgerBalance balance = row.balance();
      text.add(
          MOVEMENT.formatted(
              payPeriod(balance.closing()),
              number(balance.closing()),
              date(balance.workDate()),
              balance.account(),
              isInMinutes(balance) ? minutes(balance.minutes()) : days(balance.daysHundredths()),
              balance.expiresOn() == Balance.NONE ? "" : date(balance.expiresOn()),
              balance.rule().citation(),
              row.note()));
    }
  }

  private static boolean isInMinutes(LedgerBalance balance) {
    return balance.daysHundredths() == Balance.NONE;
  }

  private static String minutes(long minutes) {
    return "%,d min".formatted(minutes);
  }

  private static String days(long hundredths) {
    return Pounds.plain(hundredths) + " days";
  }

  private String payPeriod(int closing) {
    return account.payPeriods().getOrDefault(closing, "");
  }

  private static String number(int closing) {
    return closing == 0 ? "" : Integer.toString(closing);
  }

  private static String date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
