package org.dutypay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Unit;
import org.springframework.jdbc.core.JdbcTemplate;

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

  private final JdbcTemplate jdbc;

  /** The ledger of a database. */
  public Ledger(DataSource database) {
    jdbc = new JdbcTemplate(database);
  }

  /** The days that closings of a kind cover; empty where nothing has been closed. */
  public Optional<ClosedDays> closedDays(Kind kind) {
    return jdbc
        .query(
            "select min(from_date) as first_day, max(to_date) as last_day from closing where kind ="
                + " ?",
            (row, number) ->
                row.getObject("first_day") == null
                    ? Optional.<ClosedDays>empty()
                    : Optional.of(new ClosedDays(day(row, "first_day"), day(row, "last_day"))),
            kind.name())
        .getFirst();
  }

  /**
   * The ledger's lines of officers for work dates, in the order in which they were paid; officers
   * without any are left out.
   *
   * @param from first work date, an epoch day
   * @param to last work date
   */
  public Map<String, List<LedgerLine>> lines(Collection<String> officers, long from, long to) {
    Map<String, List<LedgerLine>> lines = new HashMap<>();
    if (officers.isEmpty()) {
      return lines;
    }
    jdbc.query(
        connection -> {
          var statement =
              connection.prepareStatement(
                  "select * from ledger_line where officer_id = any(?) and work_date between ? and"
                      + " ? order by closing, line");
          statement.setArray(1, connection.createArrayOf("varchar", officers.toArray()));
          statement.setObject(2, LocalDate.ofEpochDay(from));
          statement.setObject(3, LocalDate.ofEpochDay(to));
          return statement;
        },
        row -> {
          lines
              .computeIfAbsent(row.getString("officer_id"), officer -> new ArrayList<>())
              .add(line(row));
        });
    return lines;
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
