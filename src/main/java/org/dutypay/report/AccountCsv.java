package org.dutypay.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutypay.pay.Balance;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerBalanceRow;

/**
 * An officer's account as one table of CSV: the sums by month and element ({@code SUM}), their
 * total ({@code TOTAL}), each line behind them by its kind, and the movements of time off ({@code
 * TIME_OFF}).
 */
public final class AccountCsv {

  /** The header row. */
  static final String HEADER =
      "part,month,element,entitlement,paid,in_flight,balance,pay_period,closing,work_date,units,unit,amount,line_type,rule,source,note";

  private static final int COLUMNS_OF_SUMS = 4;
  private static final int COLUMNS_OF_LINES = 10;

  private final OfficerAccount account;
  private final CsvBytes csv = new CsvBytes();
  private final List<String> rows = new ArrayList<>(List.of(HEADER));

  private AccountCsv(OfficerAccount account) {
    this.account = account;
  }

  /** The rows, the header first. */
  public static List<String> of(OfficerAccount account) {
    AccountCsv csv = new AccountCsv(account);
    csv.sums();
    account.lines().forEach(csv::line);
    account.timeOff().forEach(csv::movement);
    return List.copyOf(csv.rows);
  }

  private void sums() {
    OfficerAccount.Sum all = OfficerAccount.Sum.NOTHING;
    for (Map.Entry<OfficerAccount.Heading, OfficerAccount.Sum> entry : account.sums().entrySet()) {
      all = all.plus(entry.getValue());
      sum(
          "SUM",
          entry.getKey().month().toString(),
          entry.getKey().element().name(),
          entry.getValue());
    }
    sum("TOTAL", "", "", all);
  }

  private void sum(String part, String month, String element, OfficerAccount.Sum sum) {
    csv.word(part);
    csv.word(month);
    csv.word(element);
    csv.hundredths(sum.due());
    csv.hundredths(sum.paid());
    csv.hundredths(sum.inFlight());
    csv.hundredths(sum.balance());
    empty(COLUMNS_OF_LINES);
    endRow();
  }

  private void line(OfficerAccount.Line line) {
    begin(line.kind().name(), line.workDate(), line.element().name(), line.closing());
    if (line.kind() == OfficerAccount.Kind.PAID_BEFORE) {
      empty(2);
    } else {
      csv.hundredths(line.units());
      csv.word(line.unit().name());
    }
    csv.hundredths(line.amountPence());
    csv.word(line.type());
    csv.text(line.rule());
    csv.text(line.source());
    csv.text(line.note());
    endRow();
  }

  private void movement(LedgerBalanceRow row) {
    LedgerBalance balance = row.balance();
    begin("TIME_OFF", balance.workDate(), balance.account().name(), balance.closing());
    if (balance.daysHundredths() == Balance.NONE) {
      csv.number(balance.minutes());
      csv.word("MINUTES");
    } else {
      csv.hundredths(balance.daysHundredths());
      csv.word("DAYS");
    }
    empty(2);
    csv.text(balance.rule().citation());
    csv.text(balance.source());
    csv.text(row.note());
    endRow();
  }

  private void begin(String part, long workDate, String of, int closing) {
    csv.word(part);
    csv.month(workDate);
    csv.word(of);
    empty(COLUMNS_OF_SUMS);
    if (closing == 0) {
      empty(2);
    } else {
      csv.word(account.payPeriods().getOrDefault(closing, ""));
      csv.number(closing);
    }
    csv.date(workDate);
  }

  private void empty(int cells) {
    for (int i = 0; i < cells; i++) {
      csv.empty();
    }
  }

  private void endRow() {
    csv.endRow();
    rows.add(new String(csv.array(), 0, csv.length() - 1, StandardCharsets.UTF_8));
    csv.clear();
  }
}
