package org.dutypay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dutypay.pay.Decision;
import org.dutypay.pay.DecisionTaken;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The last decision about each exception: what a person wants to read who looks at the matter
 * again.
 */
public final class DecisionsTaken {

  private static final int IDS_AT_ONCE = 500;
  private static final int SECONDS_OF_A_MINUTE = 60;

  private DecisionsTaken() {}

  /**
   * The last decisions.
   *
   * @param given tonight's rows
   * @param runDate an epoch day: what this run date or a later one has learned is not told
   */
  public static Map<Long, DecisionTaken> of(
      Collection<Long> exceptionIds, List<GivenDecision> given, long runDate, DataSource database) {
    Map<Long, DecisionTaken> last = new HashMap<>();
    List<Long> ids = exceptionIds.stream().sorted().toList();
    JdbcTemplate jdbc = new JdbcTemplate(database);
    for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(from + IDS_AT_ONCE, ids.size()));
      List<Object> values = new ArrayList<>(some);
      values.add(LocalDate.ofEpochDay(runDate));
      jdbc.query(
          "select exception_id, verdict, decided_by, decided_at, reason from decision where"
              + " exception_id in ("
              + "?, ".repeat(some.size() - 1)
              + "?) and learned_on < ?",
          row -> {
            keepLater(row.getLong("exception_id"), taken(row), last);
          },
          values.toArray());
    }
    for (GivenDecision row : given) {
      if (exceptionIds.contains(row.exceptionId())) {
        keepLater(
            row.exceptionId(),
            new DecisionTaken(row.verdict(), row.decidedBy(), row.decidedAt(), row.reason()),
            last);
      }
    }
    return last;
  }

  /** Of two of one time the same one is kept, in whatever order they come. */
  private static void keepLater(
      long exceptionId, DecisionTaken decision, Map<Long, DecisionTaken> last) {
    last.merge(
        exceptionId,
        decision,
        (one, other) ->
            one.decidedAt() > other.decidedAt()
                    || (one.decidedAt() == other.decidedAt()
                        && text(one).compareTo(text(other)) >= 0)
                ? one
                : other);
  }

  private static String text(DecisionTaken decision) {
    return String.join("\n", decision.verdict().name(), decision.decidedBy(), decision.reason());
  }

  private static DecisionTaken taken(ResultSet row) throws SQLException {
    return new DecisionTaken(
        Decision.Verdict.valueOf(row.getString("verdict")),
        row.getString("decided_by"),
        row.getObject("decided_at", LocalDateTime.class).toEpochSecond(ZoneOffset.UTC)
            / SECONDS_OF_A_MINUTE,
        row.getString("reason"));
  }
}
