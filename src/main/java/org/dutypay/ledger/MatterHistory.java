package org.dutypay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.dutypay.pay.PayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One exception over the nights.
 *
 * @param code by name, since the memory may hold codes of former versions
 * @param date epoch day, {@link PayException#NONE} = not known
 * @param firstSeen run date of the first night that raised it, an epoch day
 * @param lastSeen run date of the last one
 * @param resolvedOn run date of the first night since that looked at its day and did not raise it:
 *     its facts are gone; empty = it stands
 * @param versions its facts over time, the first ones first
 */
public record MatterHistory(
    long exceptionId,
    String code,
    String officerId,
    long date,
    long firstSeen,
    long lastSeen,
    OptionalLong resolvedOn,
    List<Version> versions) {

  public MatterHistory {
    versions = List.copyOf(versions);
  }

  /**
   * Facts as they were from a night on.
   *
   * @param since run date, an epoch day
   */
  public record Version(long since, long facts, String values) {}

  /** Whether any night has raised an exception of an officer. */
  public static boolean knows(String officerId, DataSource database) {
    return !new JdbcTemplate(database)
        .queryForList(
            "select 1 from exception_memory where officer_id = ? fetch first 1 rows only",
            officerId)
        .isEmpty();
  }

  /** Empty where no night has raised such an exception. */
  public static Optional<MatterHistory> of(long exceptionId, DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    List<Version> versions =
        jdbc.query(
            "select facts_since, facts, fact_values from exception_history where exception_id = ?"
                + " union all select facts_since, facts, fact_values from exception_memory where"
                + " exception_id = ? order by facts_since",
            (row, number) -> new Version(day(row, "facts_since"), row.getLong(2), row.getString(3)),
            exceptionId,
            exceptionId);
    return jdbc
        .query(
            "select code, officer_id, work_date, first_seen, last_seen, (select min(run_date) from"
                + " run where job in ('nightly-pay', 'close-period') and status = 'FINISHED' and"
                + " run_date > m.last_seen and (m.work_date is null or m.work_date between"
                + " from_date and to_date)) as resolved_on from exception_memory m where"
                + " exception_id = ?",
            (row, number) ->
                new MatterHistory(
                    exceptionId,
                    row.getString("code"),
                    row.getString("officer_id"),
                    orNone(row.getObject("work_date", LocalDate.class)),
                    day(row, "first_seen"),
                    day(row, "last_seen"),
                    row.getObject("resolved_on") == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(day(row, "resolved_on")),
                    versions),
            exceptionId)
        .stream()
        .findFirst();
  }

  private static long day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class).toEpochDay();
  }

  private static long orNone(@Nullable LocalDate date) {
    return date == null ? PayException.NONE : date.toEpochDay();
  }
}
