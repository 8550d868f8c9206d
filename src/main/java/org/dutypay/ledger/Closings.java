package org.dutypay.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;
import java.util.zip.InflaterInputStream;
import javax.sql.DataSource;
import org.dutypay.pay.Balance;
import org.dutypay.pay.DayFacts;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.LedgerBalance;
import org.dutypay.pay.LedgerBalanceRow;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LedgerRow;
import org.dutypay.pay.Settlement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Puts a closing into the ledger, within the transaction at hand: all of it or nothing. Rows are
 * handed over one after the other, table by table, so that a force's payroll need not fit into
 * memory.
 */
public final class Closings {

  private static final List<String> LINE =
      List.of(
          "closing",
          "line",
          "officer_id",
          "work_date",
          "element",
          "units",
          "unit",
          "rate",
          "multiplier",
          "amount",
          "line_type",
          "rule",
          "source",
          "note");

  private static final List<String> BALANCE =
      List.of(
          "closing",
          "line",
          "officer_id",
          "work_date",
          "account",
          "minutes",
          "days",
          "expires_on",
          "rule",
          "source",
          "note");

  private static final List<String> OFFICER =
      List.of(
          "closing",
          "officer_id",
          "fingerprint",
          "roster_from",
          "roster_to",
          "acting_from",
          "claims_from",
          "paid_from",
          "terms",
          "not_covered",
          "facts");

  private final DataSource database;
  private final JdbcTemplate jdbc;

  /** What hands rows over, one after the other. */
  public interface Rows<T> {
    void each(Taker<T> taker) throws IOException;
  }

  /** What takes them. */
  public interface Taker<T> {
    void take(T row) throws IOException;
  }

  public Closings(DataSource database) {
    this.database = database;
    jdbc = new JdbcTemplate(database);
  }

  /** The next closing's number. */
  public int nextNumber() {
    Integer last = jdbc.queryForObject("select max(closing) from closing", Integer.class);
    return last == null ? 1 : last + 1;
  }

  /** The hash that the next closing is chained to. */
  public String lastHash() {
    return jdbc
        .query(
            "select hash from closing order by closing desc fetch first 1 row only",
            (row, number) -> row.getString(1))
        .stream()
        .findFirst()
        .orElse(Closing.BEGINNING);
  }

  /** Writes the closing itself, before its rows. */
  public void begin(Closing closing) {
    jdbc.update(
        "insert into closing (closing, kind, pay_period, from_date, to_date, run_date, run_id,"
            + " version, policy, rates, compared_from, lines, amount, balances, held, held_amount,"
            + " inputs, files, known, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?)",
        closing.number(),
        closing.kind().name(),
        closing.payPeriod(),
        LocalDate.ofEpochDay(closing.from()),
        LocalDate.ofEpochDay(closing.to()),
        LocalDate.ofEpochDay(closing.runDate()),
        closing.runId(),
        closing.version(),
        closing.policy(),
        closing.rates(),
        LocalDate.ofEpochDay(closing.comparedFrom()),
        closing.lines(),
        closing.amountPence(),
        closing.balances(),
        closing.held(),
        closing.heldPence(),
        closing.inputs(),
        closing.files(),
        closing.known(),
        closing.hash());
  }

  /** Adds up the lines of a closing, once they are written. */
  public void months(int closing) {
    jdbc.update(
        "insert into ledger_month (closing, pay_month, kind, amount) select closing, pay_month,"
            + " kind, sum(amount) from (select closing, cast(extract(year from work_date) as"
            + " varchar) || '-' || lpad(cast(extract(month from work_date) as varchar), 2, '0') as"
            + " pay_month, case element when 'HOLIDAY_PAY' then 'HOLIDAY_PAY' else 'PAYROLL' end as"
            + " kind, amount from ledger_line where closing = ?) as lines group by closing,"
            + " pay_month, kind",
        closing);
  }

  /** Writes the lines of the payroll file, in its order. */
  public void lines(Rows<LedgerRow> rows) throws IOException {
    bulk(
        "ledger_line",
        LINE,
        rows,
        (table, number, row) -> {
          LedgerLine line = row.line();
          table.add(
              line.closing(),
              number,
              row.officerId(),
              LocalDate.ofEpochDay(line.workDate()),
              line.element().name(),
              line.unitsHundredths(),
              line.unit().name(),
              line.rateTenThousandths() == LedgerLine.NO_RATE ? null : line.rateTenThousandths(),
              line.multiplier(),
              line.amountPence(),
              line.type().name(),
              line.rule().citation(),
              line.source(),
              row.note());
        });
  }

  /** Writes the balances, in the order of their file. */
  public void balances(Rows<LedgerBalanceRow> rows) throws IOException {
    bulk(
        "ledger_balance",
        BALANCE,
        rows,
        (table, number, row) -> {
          LedgerBalance balance = row.balance();
          table.add(
              balance.closing(),
              number,
              row.officerId(),
              LocalDate.ofEpochDay(balance.workDate()),
              balance.account().name(),
              balance.minutes() == Balance.NONE ? null : balance.minutes(),
              balance.daysHundredths() == Balance.NONE ? null : balance.daysHundredths(),
              balance.expiresOn() == Balance.NONE
                  ? null
                  : LocalDate.ofEpochDay(balance.expiresOn()),
              balance.rule().citation(),
              balance.source(),
              row.note());
        });
  }

  /** Writes what was known of the officers. */
  public void officers(int closing, Rows<KnownNow> rows) throws IOException {
    bulk(
        "ledger_officer",
        OFFICER,
        rows,
        (table, number, row) ->
            table.add(
                closing,
                row.officerId(),
                row.fingerprint(),
                row.reach().rosterFrom(),
                row.reach().rosterTo(),
                row.reach().actingFrom(),
                row.reach().claimsFrom(),
                row.reach().paidFrom(),
                row.terms(),
                row.notCovered(),
                DayFacts.bytes(row.days())));
    jdbc.update(
        "insert into ledger_person (officer_id, closing) select o.officer_id, o.closing from"
            + " ledger_officer o where o.closing = ? and not exists (select 1 from ledger_person p"
            + " where p.officer_id = o.officer_id)",
        closing);
  }

  /** Keeps a file, so that it can be written again. */
  public void file(int closing, Path file) throws IOException {
    Deflater quick = new Deflater(Deflater.BEST_SPEED);
    try (InputStream bytes = new DeflaterInputStream(Files.newInputStream(file), quick)) {
      // Streamed: the workbook of a large force would take much of the memory.
      jdbc.update(
          "insert into closing_file (closing, file, bytes) values (?, ?, ?)",
          statement -> {
            statement.setInt(1, closing);
            statement.setString(2, String.valueOf(file.getFileName()));
            statement.setBinaryStream(3, bytes);
          });
    } finally {
      quick.end();
    }
  }

  /** The names of the kept files of a closing. */
  public List<String> fileNames(int closing) {
    return jdbc.query(
        "select file from closing_file where closing = ? order by file",
        (row, number) -> row.getString(1),
        closing);
  }

  /** Writes the kept files of a closing into a folder. */
  public void writeFiles(int closing, Path folder) {
    for (String name :
        jdbc.queryForList(
            "select file from closing_file where closing = ? order by file",
            String.class,
            closing)) {
      writeFile(closing, name, folder.resolve(name));
    }
  }

  private void writeFile(int closing, String name, Path file) {
    jdbc.query(
        "select bytes from closing_file where closing = ? and file = ?",
        (ResultSet row) -> {
          try (InputStream bytes = new InflaterInputStream(row.getBinaryStream("bytes"));
              OutputStream out = Files.newOutputStream(file)) {
            bytes.transferTo(out);
          } catch (IOException e) {
            throw new LedgerException(
                file + " cannot be written again from the ledger: " + e.getMessage(), e);
          }
        },
        closing,
        name);
  }

  /**
   * Notes which closing paid accepted lines of arrears.
   *
   * @param asNew whether it paid their days as new, and so no lines of their own
   */
  public void paid(int closing, List<Settlement> accepted, boolean asNew) {
    jdbc.batchUpdate(
        "insert into proposal_paid (proposal, line, closing, as_new) values (?, ?, ?, ?)",
        accepted.stream()
            .map(line -> new Object[] {line.proposal(), line.line(), closing, asNew})
            .toList());
  }

  /** One row into its table. */
  private interface Writing<T> {
    void write(BulkRows table, long number, T row) throws SQLException;
  }

  private <T> void bulk(String name, List<String> columns, Rows<T> rows, Writing<T> writing)
      throws IOException {
    Connection connection = DataSourceUtils.getConnection(database);
    try (BulkRows table = BulkRows.into(connection, name, columns)) {
      long[] number = {0};
      rows.each(
          row -> {
            try {
              writing.write(table, ++number[0], row);
            } catch (SQLException e) {
              throw failed(name, e);
            }
          });
      table.finish();
    } catch (SQLException e) {
      throw failed(name, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private static LedgerException failed(String table, SQLException e) {
    return new LedgerException("the ledger could not be written (" + table + "): " + e, e);
  }
}
