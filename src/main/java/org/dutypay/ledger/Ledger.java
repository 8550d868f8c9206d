package org.dutypay.ledger;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What has been paid for good, and what was known when it was. It is read here, never written. */
public final class Ledger {

  /** What kind of payroll was made final. */
  public enum Kind {
    PAYROLL,
    HOLIDAY_PAY
  }

  /**
   * The closed days, which have no gap.
   *
   * @param from first closed epoch day
   * @param to last closed epoch day
   */
  public record ClosedDays(long from, long to) {}

  private static final int ROWS_AT_A_TIME = 10_000;
  private static final int OFFICERS_AT_A_TIME = 500;

  private final JdbcTemplate jdbc;

  /** The ledger of a database. */
  public Ledger(DataSource database) {
    jdbc = new JdbcTemplate(database);
  }

  /**
   * One word that is another one once anything has been closed, proposed or decided.
   *
   * @param runDate an epoch day: what earlier run dates have seen and learned counts, whether or
   *     not their runs have ended
   */
  public static String state(DataSource database, long runDate) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    LocalDate date = LocalDate.ofEpochDay(runDate);
    return Stream.of(
            jdbc.queryForList("select count(*) from closing", String.class),
            jdbc.queryForList("select count(*) from proposal", String.class),
            jdbc.queryForList("select count(*) from proposal_decision", String.class),
            jdbc.queryForList(
                "select count(*) from decision where learned_on < ?", String.class, date),
            jdbc.queryForList(
                "select count(*) from exception_memory where first_seen < ?", String.class, date),
            jdbc.queryForList(
                "select count(*) from exception_history where facts_since < ?", String.class, date))
        .map(List::getFirst)
        .collect(joining("-"));
  }

  /** The days that closings of a kind cover; empty where nothing has been closed. */
  public Optional<ClosedDays> closedDays(Kind kind) {
    return jdbc.query(
            "select min(from_date) as first_day, max(to_date) as last_day from closing where kind ="
                + " ?",
            (row, number) ->
                row.getObject("first_day") == null
                    ? Optional.<ClosedDays>empty()
                    : Optional.of(new ClosedDays(day(row, "first_day"), day(row, "last_day"))),
            kind.name())
        .getFirst();
  }

  /** Every closing, the first one first. */
  public List<Closing> closings() {
    return jdbc.query("select * from closing order by closing", (row, number) -> closing(row));
  }

  /**
   * The ledger's lines of officers for work dates, in the order in which they were paid; officers
   * without any are left out.
   *
   * @param from first work date, an epoch day
   * @param to last work date
   */
  public Map<String, List<LedgerLine>> lines(Collection<String> officers, long from, long to) {
    return byOfficer(
        "select * from ledger_line where officer_id = any(?) and work_date between ? and ? order"
            + " by closing, line",
        officers,
        from,
        to,
        Ledger::line);
  }

  /** One officer's lines with their notes, in the order in which they were paid. */
  public List<LedgerRow> rows(String officer, long from, long to) {
    return jdbc.query(
        "select * from ledger_line where officer_id = ? and work_date between ? and ? order by"
            + " closing, line",
        (row, number) -> new LedgerRow(officer, line(row), row.getString("note")),
        officer,
        LocalDate.ofEpochDay(from),
        LocalDate.ofEpochDay(to));
  }

  /** The same of balances. */
  public List<LedgerBalanceRow> balanceRows(String officer, long from, long to) {
    return jdbc.query(
        "select * from ledger_balance where officer_id = ? and work_date between ? and ? order by"
            + " work_date, account, closing, line",
        (row, number) -> new LedgerBalanceRow(officer, balance(row), row.getString("note")),
        officer,
        LocalDate.ofEpochDay(from),
        LocalDate.ofEpochDay(to));
  }

  /** Balances of officers for work dates, as {@link #lines} has lines. */
  public Map<String, List<LedgerBalance>> balances(
      Collection<String> officers, long from, long to) {
    return byOfficer(
        "select * from ledger_balance where officer_id = any(?) and work_date between ? and ? order"
            + " by closing, line",
        officers,
        from,
        to,
        Ledger::balance);
  }

  /**
   * What each closing of a kind knew of officers, the earliest first, as far as its period or what
   * it compared reaches into some days.
   */
  public Map<String, List<KnownThen>> known(
      Kind kind, Collection<String> officers, long from, long to) {
    return byOfficer(
        "select o.*, c.from_date, c.to_date, c.compared_from from ledger_officer o join closing c"
            + " on c.closing = o.closing where o.officer_id = any(?) and"
            + " c.to_date >= ? and c.compared_from <= ? and c.kind = '"
            + kind
            + "' order by o.closing",
        officers,
        from,
        to,
        Ledger::known);
  }

  /** The fingerprint of every officer's facts at a closing, and what it did not cover. */
  public Map<String, Fingerprint> fingerprints(int closing) {
    Map<String, Fingerprint> fingerprints = new HashMap<>();
    each(
        "select officer_id, fingerprint, not_covered from ledger_officer where closing = ?",
        closing,
        row ->
            fingerprints.put(
                row.getString("officer_id"),
                new Fingerprint(row.getLong("fingerprint"), row.getInt("not_covered"))));
    return fingerprints;
  }

  /**
   * What a closing knew of an officer in short.
   *
   * @param notCovered days and elements of the ledger that it could not reckon afresh
   */
  public record Fingerprint(long facts, int notCovered) {

    /** Of an officer whom the closing did not know. */
    public static final Fingerprint NONE = new Fingerprint(0, 0);
  }

  /** Everybody whom a closing knew or arrears were proposed for: the ledger has nobody else. */
  public Set<String> officers() {
    Set<String> officers =
        new HashSet<>(jdbc.queryForList("select officer_id from ledger_person", String.class));
    officers.addAll(
        jdbc.queryForList("select distinct officer_id from proposal_line", String.class));
    return officers;
  }

  /** Whether {@link #officers} has everybody whom the closings knew, and nobody else. */
  public boolean knowsEveryone() {
    return jdbc.queryForList(
            "select (select count(*) from (select officer_id, min(closing) as closing from"
                + " ledger_officer group by officer_id) as o where not exists (select 1 from"
                + " ledger_person p where p.officer_id = o.officer_id and p.closing = o.closing)) +"
                + " (select count(*) from ledger_person p where not exists (select 1 from"
                + " ledger_officer o where o.officer_id = p.officer_id))",
            Long.class)
        .equals(List.of(0L));
  }

  /** Whether a closing knew an officer, or arrears were proposed for one. */
  public boolean knows(String officer) {
    return !jdbc.queryForList(
            "select 1 from ledger_person where officer_id = ? union select 1 from proposal_line"
                + " where officer_id = ?",
            Integer.class,
            officer,
            officer)
        .isEmpty();
  }

  /**
   * How many work dates and elements the ledger has of each of some officers for some days, holiday
   * pay left out.
   */
  public Map<String, Integer> entries(Collection<String> officers, long from, long to) {
    Map<String, Integer> entries = new HashMap<>();
    List<String> all = List.copyOf(officers);
    for (int first = 0; first < all.size(); first += OFFICERS_AT_A_TIME) {
      addEntries(
          all.subList(first, Math.min(all.size(), first + OFFICERS_AT_A_TIME)), from, to, entries);
    }
    entries.values().removeIf(count -> count == 0);
    return entries;
  }

  private void addEntries(List<String> officers, long from, long to, Map<String, Integer> entries) {
    lines(officers, from, to)
        .forEach(
            (officer, lines) ->
                entries.put(
                    officer,
                    (int)
                        lines.stream()
                            .filter(line -> line.element() != Element.HOLIDAY_PAY)
                            .map(line -> Map.entry(line.workDate(), line.element()))
                            .distinct()
                            .count()));
  }

  /**
   * What the ledger has paid for the work dates of each month, in pence by {@code 2024-05}.
   *
   * @param kind holiday pay, or all the other pay
   */
  public Map<String, Long> paidByMonth(Kind kind) {
    Map<String, Long> months = new HashMap<>();
    jdbc.query(
        "select pay_month, sum(amount) as amount from ledger_month where kind = ? group by"
            + " pay_month",
        (ResultSet row) -> {
          months.put(row.getString("pay_month"), row.getLong("amount"));
        },
        kind.name());
    return months;
  }

  /** The same of one closing, both kinds together. */
  public Map<String, Long> paidByMonth(int closing) {
    Map<String, Long> months = new TreeMap<>();
    jdbc.query(
        "select pay_month, sum(amount) as amount from ledger_month where closing = ? group by"
            + " pay_month",
        (ResultSet row) -> {
          months.put(row.getString("pay_month"), row.getLong("amount"));
        },
        closing);
    return months;
  }

  /** Hands over the lines of a closing in the order of its payroll file. */
  public void eachLine(int closing, Consumer<LedgerRow> taker) {
    each(
        "select * from ledger_line where closing = ? order by line",
        closing,
        row ->
            taker.accept(
                new LedgerRow(row.getString("officer_id"), line(row), row.getString("note"))));
  }

  /** Hands over what the lines of a closing pay, in the order of its payroll file. */
  public void eachAmount(int closing, Consumer<LedgerAmount> taker) {
    each(
        "select officer_id, element, amount from ledger_line where closing = ? order by line",
        closing,
        row ->
            taker.accept(
                new LedgerAmount(
                    row.getString("officer_id"), row.getString("element"), row.getLong("amount"))));
  }

  /** Hands over the balances of a closing in the order of its file. */
  public void eachBalance(int closing, Consumer<LedgerBalanceRow> taker) {
    each(
        "select * from ledger_balance where closing = ? order by line",
        closing,
        row ->
            taker.accept(
                new LedgerBalanceRow(
                    row.getString("officer_id"), balance(row), row.getString("note"))));
  }

  /** Hands over what a closing knew of each officer, in the order of their ids. */
  public void eachKnown(int closing, Consumer<KnownNow> taker) {
    each(
        "select * from ledger_officer where closing = ? order by officer_id",
        closing,
        row ->
            taker.accept(
                new KnownNow(
                    row.getString("officer_id"),
                    row.getLong("fingerprint"),
                    reach(row),
                    row.getInt("terms"),
                    row.getInt("not_covered"),
                    DayFacts.days(row.getBytes("facts")))));
  }

  private void each(String sql, int closing, RowCallbackHandler taker) {
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(sql);
          statement.setInt(1, closing);
          statement.setFetchSize(ROWS_AT_A_TIME);
          return statement;
        },
        taker);
  }

  /** Sets what a query needs beside the officers, from the second place on. */
  private interface Setting {
    void set(PreparedStatement statement) throws SQLException;
  }

  private <T> Map<String, List<T>> byOfficer(
      String sql, Collection<String> officers, long from, long to, Reading<T> reading) {
    Map<String, List<T>> byOfficer = new HashMap<>();
    query(
        sql,
        officers,
        statement -> {
          statement.setObject(2, LocalDate.ofEpochDay(from));
          statement.setObject(3, LocalDate.ofEpochDay(to));
        },
        row ->
            byOfficer
                .computeIfAbsent(row.getString("officer_id"), officer -> new ArrayList<>())
                .add(reading.of(row)));
    return byOfficer;
  }

  /** What a row holds. */
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private void query(
      String sql, Collection<String> officers, Setting setting, RowCallbackHandler taker) {
    if (officers.isEmpty()) {
      return;
    }
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(sql);
          statement.setArray(1, connection.createArrayOf("varchar", officers.toArray()));
          setting.set(statement);
          statement.setFetchSize(ROWS_AT_A_TIME);
          return statement;
        },
        taker);
  }

  private static Closing closing(ResultSet row) throws SQLException {
    return new Closing(
        row.getInt("closing"),
        Kind.valueOf(row.getString("kind")),
        row.getString("pay_period"),
        day(row, "from_date"),
        day(row, "to_date"),
        day(row, "run_date"),
        row.getString("run_id"),
        row.getString("version"),
        row.getString("policy"),
        row.getString("rates"),
        day(row, "compared_from"),
        row.getLong("lines"),
        row.getLong("amount"),
        row.getLong("balances"),
        row.getLong("held"),
        row.getLong("held_amount"),
        row.getString("inputs"),
        row.getString("files"),
        row.getString("known"),
        row.getString("hash"));
  }

  private static LedgerBalance balance(ResultSet row) throws SQLException {
    return new LedgerBalance(
        row.getInt("closing"),
        day(row, "work_date"),
        Account.valueOf(row.getString("account")),
        orNone(row, "minutes"),
        orNone(row, "days"),
        row.getObject("expires_on") == null ? Balance.NONE : day(row, "expires_on"),
        Paragraph.cited(row.getString("rule")),
        row.getString("source"));
  }

  private static KnownThen known(ResultSet row) throws SQLException {
    return new KnownThen(
        row.getInt("closing"),
        day(row, "from_date"),
        day(row, "to_date"),
        day(row, "compared_from"),
        row.getLong("fingerprint"),
        reach(row),
        row.getInt("terms"),
        DayFacts.days(row.getBytes("facts")));
  }

  private static KnownThen.Reach reach(ResultSet row) throws SQLException {
    return new KnownThen.Reach(
        row.getLong("roster_from"),
        row.getLong("roster_to"),
        row.getLong("acting_from"),
        row.getLong("claims_from"),
        row.getLong("paid_from"));
  }

  private static long orNone(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Balance.NONE : number;
  }

  private static LedgerLine line(ResultSet row) throws SQLException {
    long rate = row.getLong("rate");
    boolean hasRate = !row.wasNull();
    return new LedgerLine(
        row.getInt("closing"),
        day(row, "work_date"),
        Element.valueOf(row.getString("element")),
        row.getLong("units"),
        Unit.valueOf(row.getString("unit")),
        hasRate ? rate : LedgerLine.NO_RATE,
        row.getString("multiplier"),
        row.getLong("amount"),
        LineType.valueOf(row.getString("line_type")),
        Paragraph.cited(row.getString("rule")),
        row.getString("source"));
  }

  private static long day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class).toEpochDay();
  }
}
