package org.dutypay.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.DayFacts;
import org.dutypay.pay.Element;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.KnownThen;
import org.dutypay.pay.LedgerAmount;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerBalanceRow;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LedgerRow;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Unit;

/**
 * payroll.csv and balances.csv on their way into the ledger and out of it again: what is written
 * from the ledger is, byte for byte, what was put into it.
 */
public final class LedgerFiles {

  private static final int BUFFER = 1 << 16;

  private LedgerFiles() {}

  /** Takes a row. */
  public interface Taker<T> {
    void take(T row) throws IOException;
  }

  /** Hands over rows. */
  public interface Source<T> {
    void each(Consumer<T> taker);
  }

  /**
   * Reads the lines of a folder's payroll.csv.
   *
   * @param closing the number that the rows get
   */
  public static void payroll(Path folder, int closing, Taker<LedgerRow> taker) throws IOException {
    try (CsvRows row = open(folder, CsvFile.PAYROLL)) {
      while (row.next()) {
        LedgerLine line =
            new LedgerLine(
                closing,
                date(row.word(1)),
                Element.valueOf(row.word(2)),
                row.digits(3),
                Unit.valueOf(row.word(4)),
                row.isEmpty(5) ? LedgerLine.NO_RATE : row.digits(5),
                row.word(6),
                row.digits(7),
                LineType.valueOf(row.word(9)),
                Paragraph.cited(row.word(11)),
                plain(row, 12));
        taker.take(new LedgerRow(plain(row, 0), line, plain(row, 13)));
      }
    }
  }

  /** Reads the rows of a folder's balances.csv. */
  public static void balances(Path folder, int closing, Taker<LedgerBalanceRow> taker)
      throws IOException {
    try (CsvRows row = open(folder, CsvFile.BALANCES)) {
      while (row.next()) {
        LedgerBalance balance =
            new LedgerBalance(
                closing,
                date(row.word(1)),
                Account.valueOf(row.word(2)),
                row.isEmpty(3) ? Balance.NONE : row.digits(3),
                row.isEmpty(4) ? Balance.NONE : row.digits(4),
                row.isEmpty(5) ? Balance.NONE : date(row.word(5)),
                Paragraph.cited(row.word(6)),
                plain(row, 7));
        taker.take(new LedgerBalanceRow(plain(row, 0), balance, plain(row, 8)));
      }
    }
  }

  /** Reads what a closing is to keep of each officer. */
  public static void known(Path folder, Taker<KnownNow> taker) throws IOException {
    try (CsvRows row = open(folder, CsvFile.KNOWN)) {
      while (row.next()) {
        taker.take(
            new KnownNow(
                plain(row, 0),
                Long.parseUnsignedLong(row.text(1), 16),
                new KnownThen.Reach(
                    Long.parseLong(row.text(2)),
                    Long.parseLong(row.text(3)),
                    Long.parseLong(row.text(4)),
                    Long.parseLong(row.text(5)),
                    Long.parseLong(row.text(6))),
                Integer.parseInt(row.text(7)),
                Integer.parseInt(row.text(8)),
                DayFacts.days(HexFormat.of().parseHex(row.text(9)))));
      }
    }
  }

  static void known(CsvBytes csv, KnownNow known) {
    csv.text(known.officerId());
    csv.hexadecimal(known.fingerprint());
    csv.word(Long.toString(known.reach().rosterFrom()));
    csv.word(Long.toString(known.reach().rosterTo()));
    csv.word(Long.toString(known.reach().actingFrom()));
    csv.word(Long.toString(known.reach().claimsFrom()));
    csv.word(Long.toString(known.reach().paidFrom()));
    csv.word(Integer.toString(known.terms()));
    csv.word(Integer.toString(known.notCovered()));
    csv.word(HexFormat.of().formatHex(DayFacts.bytes(known.days())));
    csv.endRow();
  }

  /** Writes payroll.csv and payroll-totals.csv from the ledger. */
  public static void writePayroll(Path folder, Source<LedgerRow> lines) throws IOException {
    write(folder, CsvFile.PAYROLL, lines, LedgerFiles::payroll);
    PayrollTotals.write(folder);
  }

  /** Writes balances.csv from the ledger. */
  public static void writeBalances(Path folder, Source<LedgerBalanceRow> balances)
      throws IOException {
    write(folder, CsvFile.BALANCES, balances, LedgerFiles::balance);
  }

  /** Writes what was known of the officers from the ledger, as {@link #known} reads it. */
  public static void writeKnown(Path folder, Source<KnownNow> officers) throws IOException {
    write(folder, CsvFile.KNOWN, officers, LedgerFiles::known);
  }

  /**
   * Writes what a closing paid each officer by element, for the reports.
   *
   * @param amounts by officer, as the closing's payroll file has them
   */
  public static void writeLastPeriod(Path folder, Source<LedgerAmount> amounts) throws IOException {
    write(folder, CsvFile.LAST_PERIOD, amounts, LedgerFiles::amount);
  }

  private static void amount(CsvBytes csv, LedgerAmount amount) {
    csv.text(amount.officerId());
    csv.word(amount.element());
    csv.hundredths(amount.pence());
    csv.endRow();
  }

  /** The SHA-256 of a file, in hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    return Results.sha256(file);
  }

  /** Formats a row. */
  private interface Formatting<T> {
    void format(CsvBytes csv, T row);
  }

  private static <T> void write(Path folder, CsvFile file, Source<T> rows, Formatting<T> formatting)
      throws IOException {
    CsvBytes csv = new CsvBytes();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(file.fileName())), BUFFER)) {
      out.write((file.header() + '\n').getBytes(StandardCharsets.US_ASCII));
      rows.each(
          row -> {
            formatting.format(csv, row);
            try {
              out.write(csv.array(), 0, csv.length());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            csv.clear();
          });
    }
  }

  private static void payroll(CsvBytes csv, LedgerRow row) {
    LedgerLine line = row.line();
    csv.text(row.officerId());
    csv.date(line.workDate());
    csv.word(line.element().name());
    csv.hundredths(line.unitsHundredths());
    csv.word(line.unit().name());
    if (line.rateTenThousandths() == LedgerLine.NO_RATE) {
      csv.empty();
    } else {
      csv.tenThousandths(line.rateTenThousandths());
    }
    csv.word(line.multiplier());
    csv.hundredths(line.amountPence());
    csv.flag(line.element().isPensionable());
    csv.word(line.type().name());
    csv.month(line.workDate());
    csv.text(line.rule().citation());
    csv.text(line.source());
    csv.text(row.note());
    csv.endRow();
  }

  private static void balance(CsvBytes csv, LedgerBalanceRow row) {
    LedgerBalance balance = row.balance();
    csv.text(row.officerId());
    csv.date(balance.workDate());
    csv.word(balance.account().name());
    if (balance.minutes() == Balance.NONE) {
      csv.empty();
      csv.hundredths(balance.daysHundredths());
    } else {
      csv.number(balance.minutes());
      csv.empty();
    }
    OutcomePart.dateOrEmpty(csv, balance.expiresOn(), Balance.NONE);
    csv.text(balance.rule().citation());
    csv.text(balance.source());
    csv.text(row.note());
    csv.endRow();
  }

  private static CsvRows open(Path folder, CsvFile file) throws IOException {
    return CsvRows.open(folder, file.fileName(), file.header());
  }

  private static long date(String text) {
    return LocalDate.parse(text).toEpochDay();
  }

  /** A text as it comes out of a file that it was written into, and so stands in the ledger. */
  public static String asWritten(String text) {
    return CsvBytes.oneLine(text);
  }

  /** The text that was written, without an apostrophe against formulas. */
  private static String plain(CsvRows row, int cell) {
    return CsvBytes.withoutApostrophe(row.text(cell));
  }
}
