package org.dutypay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dutypay.pay.NightCount;
import org.dutypay.pay.Severity;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many exceptions each night had, to be shown beside those of the night at hand. A run date may
 * have several ranges; each keeps its own counts.
 */
public final class ExceptionNights {

  /** How many earlier nights are shown. */
  public static final int SHOWN = 13;

  private static final int DAYS_KEPT = 400;

  private record Counted(long from, long to, NightCount count) {}

  private final JdbcTemplate jdbc;

  public ExceptionNights(DataSource database) {
    jdbc = new JdbcTemplate(database);
  }

  /**
   * The last nights before a run date, by run date; of a date with several ranges the one that
   * starts as this one does, else the latest.
   */
  public List<NightCount> before(long runDate, long from) {
    TreeMap<Long, List<Counted>> nights = new TreeMap<>();
    for (Counted counted :
        jdbc.query(
            "select run_date, from_date, to_date, severity, exceptions, held_amount from"
                + " exception_night where run_date < ? and run_date >= ? order by run_date,"
                + " from_date, to_date",
            (row, number) -> counted(row),
            LocalDate.ofEpochDay(runDate),
            LocalDate.ofEpochDay(runDate - DAYS_KEPT))) {
      nights.merge(
          counted.count().runDate(),
          List.of(counted),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    while (nights.size() > SHOWN) {
      nights.pollFirstEntry();
    }
    return nights.values().stream().flatMap(night -> ofOneRange(night, from)).toList();
  }

  private static Stream<NightCount> ofOneRange(List<Counted> night, long from) {
    Counted chosen =
        night.stream()
            .max(
                Comparator.comparing((Counted one) -> one.from() == from)
                    .thenComparingLong(Counted::from)
                    .thenComparingLong(Counted::to))
            .orElseThrow();
    return night.stream()
        .filter(one -> one.from() == chosen.from() && one.to() == chosen.to())
        .map(Counted::count);
  }

  /** Keeps a night's counts, inside the caller's transaction, in place of its former ones. */
  public void remember(long runDate, long from, long to, List<NightCount> counts) {
    jdbc.update(
        "delete from exception_night where (run_date = ? and from_date = ? and to_date = ?) or"
            + " run_date < ?",
        LocalDate.ofEpochDay(runDate),
        LocalDate.ofEpochDay(from),
        LocalDate.ofEpochDay(to),
        LocalDate.ofEpochDay(runDate - DAYS_KEPT));
    for (NightCount count : counts) {
      jdbc.update(
          "insert into exception_night (run_date, from_date, to_date, severity, exceptions,"
              + " held_amount) values (?, ?, ?, ?, ?, ?)",
          LocalDate.ofEpochDay(runDate),
          LocalDate.ofEpochDay(from),
          LocalDate.ofEpochDay(to),
          count.severity().name(),
          count.exceptions(),
          count.heldPence());
    }
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        day(row, "from_date"),
        day(row, "to_date"),
        new NightCount(
            day(row, "run_date"),
            Severity.valueOf(row.getString("severity")),
            row.getLong("exceptions"),
            row.getLong("held_amount")));
  }

  private static long day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class).toEpochDay();
  }
}
