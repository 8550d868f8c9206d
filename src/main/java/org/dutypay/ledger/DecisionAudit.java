package org.dutypay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.dutypay.pay.Decision;
import org.dutypay.pay.PayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every decision that runs have read, and what became of it. What it holds is never changed. */
public final class DecisionAudit {

  private static final int SECONDS_OF_A_MINUTE = 60;

  private final JdbcTemplate jdbc;

  public DecisionAudit(DataSource database) {
    jdbc = new JdbcTemplate(database);
  }

  /**
   * What became of one decision.
   *
   * @param outcome {@code KEPT}, {@code SUPERSEDED}, or the code that says why it was not applied
   * @param facts what it holds for, empty where it was not kept
   * @param code of the exception, empty where nobody knows it
   * @param date epoch day of the exception, {@link PayException#NONE} = not known
   */
  public record Judged(
      GivenDecision given,
      String outcome,
      OptionalLong facts,
      String code,
      String officerId,
      long date) {

    static final String KEPT = "KEPT";
    static final String SUPERSEDED = "SUPERSEDED";

    /** Whether it was kept, and held for its facts from then on. */
    public boolean isKept() {
      return outcome.equals(KEPT);
    }

    /** Whether it should have been applied and could not be. */
    public boolean isRefused() {
      return !isKept() && !outcome.equals(SUPERSEDED);
    }
  }

  /**
   * A decision in the audit.
   *
   * @param runDate epoch day of the first run that read it
   */
  public record Entry(long number, long runDate, String runId, Judged judged) {}

  /**
   * By which kept decision about the same facts, made later, a kept one was superseded: numbers by
   * number.
   */
  public static Map<Long, Long> superseded(List<Entry> entries) {
    Map<List<Long>, Entry> last = new HashMap<>();
    List<Entry> kept = entries.stream().filter(entry -> entry.judged.isKept()).toList();
    for (Entry entry : kept) {
      last.merge(
          matter(entry), entry, (one, other) -> decidedAt(other) > decidedAt(one) ? other : one);
    }
    Map<Long, Long> superseded = new HashMap<>();
    for (Entry entry : kept) {
      Entry later = last.get(matter(entry));
      if (later != null && decidedAt(later) > decidedAt(entry)) {
        superseded.put(entry.number(), later.number());
      }
    }
    return superseded;
  }

  private static List<Long> matter(Entry entry) {
    return List.of(entry.judged.given().exceptionId(), entry.judged.facts().orElseThrow());
  }

  private static long decidedAt(Entry entry) {
    return entry.judged.given().decidedAt();
  }

  /**
   * Adds what a run has read, inside the caller's transaction. What another run has read with the
   * same outcome is there already.
   */
  public void add(List<Judged> judged, long runDate, String runId) {
    long number =
        jdbc.query(
                "select coalesce(max(number), 0) from decision_audit", (row, one) -> row.getLong(1))
            .getFirst();
    for (Judged one : judged) {
      if (!isThere(one)) {
        GivenDecision given = one.given();
        jdbc.update(
            "insert into decision_audit (number, run_date, run_id, line, exception_id, facts_given,"
                + " verdict, decided_by, decided_at, reason, outcome, facts, code, officer_id,"
                + " work_date) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ++number,
            LocalDate.ofEpochDay(runDate),
            runId,
            given.line(),
            given.exceptionId(),
            nullable(given.facts()),
            given.verdict().name(),
            given.decidedBy(),
            timestamp(given.decidedAt()),
            given.reason(),
            one.outcome(),
            nullable(one.facts()),
            one.code(),
            one.officerId(),
            one.date() == PayException.NONE ? null : LocalDate.ofEpochDay(one.date()));
      }
    }
  }

  private boolean isThere(Judged one) {
    GivenDecision given = one.given();
    return !jdbc.query(
            "select 1 from decision_audit where exception_id = ? and verdict = ? and decided_by = ?"
                + " and decided_at = ? and reason = ? and facts_given is not distinct from ? and"
                + " outcome = ? and facts is not distinct from ?",
            (row, number) -> 1,
            given.exceptionId(),
            given.verdict().name(),
            given.decidedBy(),
            timestamp(given.decidedAt()),
            given.reason(),
            nullable(given.facts()),
            one.outcome(),
            nullable(one.facts()))
        .isEmpty();
  }

  /**
   * The decisions about an officer's exceptions, in the order in which they were read.
   *
   * @param officerId empty = everybody's
   * @param exceptionId empty = every exception
   */
  public List<Entry> list(String officerId, OptionalLong exceptionId) {
    List<Object> values = new ArrayList<>();
    StringBuilder where = new StringBuilder();
    if (!officerId.isEmpty()) {
      where.append(" where officer_id = ?");
      values.add(officerId);
    }
    if (exceptionId.isPresent()) {
      where.append(where.isEmpty() ? " where" : " and").append(" exception_id = ?");
      values.add(exceptionId.getAsLong());
    }
    return jdbc.query(
        "select * from decision_audit" + where + " order by number",
        (row, number) -> entry(row),
        values.toArray());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("number"),
        row.getObject("run_date", LocalDate.class).toEpochDay(),
        row.getString("run_id"),
        new Judged(
            new GivenDecision(
                row.getInt("line"),
                row.getLong("exception_id"),
                orEmpty(row, "facts_given"),
                Decision.Verdict.valueOf(row.getString("verdict")),
                row.getString("decided_by"),
                row.getObject("decided_at", LocalDateTime.class).toEpochSecond(ZoneOffset.UTC)
                    / SECONDS_OF_A_MINUTE,
                row.getString("reason")),
            row.getString("outcome"),
            orEmpty(row, "facts"),
            row.getString("code"),
            row.getString("officer_id"),
            orNone(row.getObject("work_date", LocalDate.class))));
  }

  private static OptionalLong orEmpty(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static long orNone(@Nullable LocalDate date) {
    return date == null ? PayException.NONE : date.toEpochDay();
  }

  private static LocalDateTime timestamp(long minute) {
    return LocalDateTime.ofEpochSecond(minute * SECONDS_OF_A_MINUTE, 0, ZoneOffset.UTC);
  }

  private static @Nullable Long nullable(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
