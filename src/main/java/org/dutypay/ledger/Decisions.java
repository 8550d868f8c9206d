package org.dutypay.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.dutypay.duty.London;
import org.dutypay.pay.Decision;
import org.dutypay.pay.DecisionNotApplied;
import org.dutypay.pay.DecisionTaken;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.PayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What people decided: the decisions kept from earlier run dates and the rows of tonight's
 * decisions.csv, as they hold for one run (contract 2, decisions.csv). Safe to ask from several
 * threads.
 */
public final class Decisions {

  private static final String FILE = "decisions.csv";
  private static final String NOT_APPLIED = ". It was not applied";
  private static final int IDS_AT_ONCE = 500;

  private static final Set<String> RELEASABLE =
      Arrays.stream(ExceptionCode.values())
          .filter(ExceptionCode::isReleasable)
          .map(Enum::name)
          .collect(toUnmodifiableSet());

  /**
   * What a decision is about.
   *
   * @param code by name, since the memory may hold codes of former versions
   */
  private record Matter(String code, String officerId, long date) {

    static Matter of(PayException exception) {
      return new Matter(exception.code().name(), exception.officerId(), exception.date());
    }

    static Matter of(Sighting sighting) {
      return new Matter(sighting.code(), sighting.officerId(), sighting.date());
    }

    boolean isReleasable() {
      return RELEASABLE.contains(code);
    }
  }

  /**
   * A decision in the database.
   *
   * @param facts the facts it holds for
   * @param learnedOn the run date that read it first, an epoch day
   */
  private record Kept(GivenDecision given, long facts, Matter matter, long learnedOn) {}

  /**
   * A decision that may hold tonight.
   *
   * @param line 0 for a kept one
   */
  private record Candidate(Decision decision, GivenDecision given, int line) {

    /**
     * A later decision supersedes; of two that say the same at one time the kept one, then the
     * earlier line.
     */
    static final Comparator<Candidate> ORDER =
        Comparator.comparingLong(Candidate::decidedAt).reversed().thenComparingInt(Candidate::line);

    long decidedAt() {
      return given.decidedAt();
    }

    boolean holdsFor(Matter matter) {
      return !given.isBy(matter.officerId())
          && (decision.verdict() != Decision.Verdict.RELEASE || matter.isReleasable());
    }
  }

  /**
   * What became of tonight's rows.
   *
   * @param warnings one for each row that was not applied and should have been
   * @param judged of each row that was not kept before, for the audit
   */
  public record Judgement(
      List<PayException> warnings, List<Accepted> accepted, List<DecisionAudit.Judged> judged) {

    /** Rows that were not applied and should have been, by exception. */
    public Map<Long, List<DecisionNotApplied>> notApplied() {
      return judged.stream()
          .filter(DecisionAudit.Judged::isRefused)
          .collect(
              groupingBy(
                  row -> row.given().exceptionId(),
                  mapping(
                      row ->
                          new DecisionNotApplied(
                              ExceptionCode.valueOf(row.outcome()), row.given().taken()),
                      toList())));
    }
  }

  /** A row of tonight that is kept from now on. */
  public record Accepted(
      GivenDecision given, long facts, String code, String officerId, long date) {}

  private final long runDate;
  private final ExceptionMemory memory;
  private final List<GivenDecision> given;
  private final Map<Long, List<Kept>> kept = new HashMap<>();
  private final Map<Long, Matter> remembered = new HashMap<>();
  private final Map<Long, List<GivenDecision>> rows = new HashMap<>();
  private final Map<Long, List<Candidate>> candidates = new HashMap<>();
  private final Map<String, Set<Long>> placed = new HashMap<>();
  private final Set<Long> unplaced = new HashSet<>();
  private final Set<String> decidersOfUnplaced = new HashSet<>();
  private final Map<Long, Decision> forAnybody;

  private Decisions(
      List<GivenDecision> given,
      long runDate,
      ExceptionMemory memory,
      List<Kept> stored,
      Map<Long, Matter> places) {
    this.given = given.stream().sorted(Comparator.comparingInt(GivenDecision::line)).toList();
    this.runDate = runDate;
    this.memory = memory;
    for (Kept decision : stored) {
      if (decision.learnedOn() < runDate) {
        GivenDecision row = decision.given();
        kept.computeIfAbsent(row.exceptionId(), id -> new ArrayList<>()).add(decision);
        place(row.exceptionId(), decision.matter());
        propose(row, OptionalLong.of(decision.facts()), 0);
      }
    }
    places.forEach(
        (id, matter) -> {
          place(id, matter);
          if (memory.isKnown(id)) {
            remembered.put(id, matter);
          }
        });
    for (GivenDecision row : this.given) {
      rows.computeIfAbsent(row.exceptionId(), id -> new ArrayList<>()).add(row);
    }
    for (GivenDecision row : this.given) {
      if (!isKept(row) && !isContradicted(row)) {
        propose(row, row.facts(), row.line());
        if (!kept.containsKey(row.exceptionId()) && !places.containsKey(row.exceptionId())) {
          unplaced.add(row.exceptionId());
          decidersOfUnplaced.add(Decision.idOf(row.decidedBy()));
        }
      }
    }
    candidates.values().forEach(list -> list.sort(Candidate.ORDER));
    forAnybody = firstOf(unplaced, "");
  }

  /**
   * The decisions of a run: those kept before its run date, an epoch day, and the rows of its
   * decisions.csv.
   */
  public static Decisions of(
      List<GivenDecision> given, long runDate, ExceptionMemory memory, DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    List<Kept> stored =
        jdbc.query(
            "select exception_id, decided_at, verdict, decided_by, reason, facts_given, facts,"
                + " code, officer_id, work_date, learned_on from decision",
            (row, number) -> kept(row));
    return new Decisions(given, runDate, memory, stored, places(given, jdbc));
  }

  /** The rows of a decisions.csv alone, as in a night that remembers nothing. */
  public static Decisions of(List<GivenDecision> given, long runDate) {
    return new Decisions(given, runDate, ExceptionMemory.empty(runDate), List.of(), Map.of());
  }

  /** The decisions that may concern an officer, by exception id. */
  public Map<Long, Decision> of(String officerId) {
    Set<Long> own = placed.get(officerId);
    boolean decides =
        !decidersOfUnplaced.isEmpty() && decidersOfUnplaced.contains(Decision.idOf(officerId));
    if (own == null && !decides) {
      return forAnybody;
    }
    Map<Long, Decision> decisions =
        new HashMap<>(decides ? firstOf(unplaced, officerId) : forAnybody);
    if (own != null) {
      decisions.putAll(firstOf(own, officerId));
    }
    return decisions;
  }

  /**
   * The decisions that hold for exceptions with the facts they turned out to have. It differs from
   * {@link #of(String)} only where several decisions about one exception were made on different
   * facts.
   */
  public Map<Long, Decision> of(String officerId, Collection<PayException> raised) {
    Map<Long, Decision> decisions = of(officerId);
    Map<Long, Decision> exact = null;
    for (PayException exception : raised) {
      List<Candidate> rivals = candidates.getOrDefault(exception.id(), List.of());
      if (rivals.size() > 1) {
        Optional<Decision> holding = holding(exception);
        if (holding.isPresent() && !holding.get().equals(decisions.get(exception.id()))) {
          exact = exact == null ? new HashMap<>(decisions) : exact;
          exact.put(exception.id(), holding.get());
        }
      }
    }
    return exact == null ? decisions : exact;
  }

  /** The decision that holds for an exception as it is tonight. */
  public Optional<Decision> holding(PayException exception) {
    return holding(exception.id(), exception.facts(), Matter.of(exception))
        .map(Candidate::decision);
  }

  /** Whether an earlier run date has kept a decision about an exception, on whatever facts. */
  public boolean wasDecided(long exceptionId) {
    return kept.containsKey(exceptionId);
  }

  /** The facts for which an earlier run date has kept the latest decision about an exception. */
  public Optional<Long> factsDecidedLast(long exceptionId) {
    return keptLast(exceptionId).map(Kept::facts);
  }

  private Optional<Kept> keptLast(long exceptionId) {
    return kept.getOrDefault(exceptionId, List.of()).stream()
        .max(
            Comparator.comparingLong((Kept decision) -> decision.given().decidedAt())
                .thenComparingLong(Kept::facts));
  }

  /**
   * The decision that a person is told of who looks at an exception: the one that holds tonight,
   * else the last one that was kept and does not hold any more.
   */
  public Optional<DecisionTaken> taken(
      long exceptionId, long facts, String code, String officerId) {
    Matter matter = new Matter(code, officerId, PayException.NONE);
    return holding(exceptionId, facts, matter)
        .map(Candidate::given)
        .or(() -> keptLast(exceptionId).map(Kept::given))
        .map(GivenDecision::taken);
  }

  /**
   * Tonight's rows that were made after the day that follows the run date, which a night before
   * that cannot have read: until then they outrank every other decision about their exception.
   */
  public List<GivenDecision> madeLater() {
    long lastMinute = London.minute(runDate + 2, 0) - 1;
    return given.stream().filter(row -> row.decidedAt() > lastMinute).toList();
  }

  /** Whether {@link #judge} has to know of an exception when it is raised. */
  public boolean concerns(long exceptionId) {
    return rows.containsKey(exceptionId);
  }

  /**
   * Says of each row of tonight's file whether it is kept, or why it was not applied.
   *
   * @param raised the exceptions of this night that {@link #concerns}
   */
  public Judgement judge(Collection<Sighting> raised) {
    Map<Long, Sighting> tonight = new HashMap<>();
    raised.forEach(sighting -> tonight.put(sighting.id(), sighting));
    Map<Long, PayException> warnings = new HashMap<>();
    List<Accepted> accepted = new ArrayList<>();
    List<DecisionAudit.Judged> judged = new ArrayList<>();
    for (GivenDecision row : given) {
      int before = accepted.size();
      Sighting sighting = tonight.get(row.exceptionId());
      Optional<PayException> warning = judge(row, sighting, accepted);
      if (!isKept(row) || warning.isPresent()) {
        judged.add(judged(row, sighting, warning, accepted.subList(before, accepted.size())));
      }
      // Of two warnings of one matter the same one is told of, whatever the order of the rows.
      warning.ifPresent(
          exception -> warnings.merge(exception.id(), exception, Decisions::firstByFacts));
    }
    return new Judgement(List.copyOf(warnings.values()), accepted, judged);
  }

  private DecisionAudit.Judged judged(
      GivenDecision row,
      @Nullable Sighting raised,
      Optional<PayException> warning,
      List<Accepted> accepted) {
    Matter matter = raised != null ? Matter.of(raised) : remembered.get(row.exceptionId());
    String outcome =
        warning
            .map(exception -> exception.code().name())
            .orElse(
                accepted.isEmpty() ? DecisionAudit.Judged.SUPERSEDED : DecisionAudit.Judged.KEPT);
    return new DecisionAudit.Judged(
        row,
        outcome,
        accepted.isEmpty() ? OptionalLong.empty() : OptionalLong.of(accepted.getFirst().facts()),
        matter == null ? "" : matter.code(),
        matter == null ? "" : matter.officerId(),
        matter == null ? PayException.NONE : matter.date());
  }

  private static PayException firstByFacts(PayException one, PayException other) {
    return one.factValues().compareTo(other.factValues()) <= 0 ? one : other;
  }

  private Optional<PayException> judge(
      GivenDecision row, @Nullable Sighting raised, List<Accepted> accepted) {
    Matter matter = raised != null ? Matter.of(raised) : remembered.get(row.exceptionId());
    boolean keptAlready = isKept(row);
    if (!keptAlready && isContradicted(row)) {
      return warning(
          ExceptionCode.DECISION_CONTRADICTORY,
          row,
          matter,
          "contradicts another one of the same time" + NOT_APPLIED,
          "");
    }
    if (matter == null) {
      return keptAlready
          ? Optional.empty()
          : warning(
              ExceptionCode.DECISION_UNKNOWN,
              row,
              null,
              "names an exception that no run has raised" + NOT_APPLIED,
              "");
    }
    if (row.isBy(matter.officerId())) {
      return warning(
          ExceptionCode.DECISION_BY_CLAIMANT,
          row,
          matter,
          "was made by the officer whom it concerns" + NOT_APPLIED,
          "");
    }
    if (row.verdict() == Decision.Verdict.RELEASE && !matter.isReleasable()) {
      return warning(
          ExceptionCode.DECISION_NOT_POSSIBLE,
          row,
          matter,
          "releases " + matter.code() + ", which has no amount to release" + NOT_APPLIED,
          "");
    }
    long facts =
        raised != null
            ? raised.facts()
            : memory
                .factsBefore(row.exceptionId())
                .orElseThrow(() -> new IllegalStateException("A known exception has facts"));
    if (row.facts().isPresent() && row.facts().getAsLong() != facts) {
      boolean superseded =
          holding(row.exceptionId(), facts, matter)
              .filter(other -> other.decidedAt() > row.decidedAt())
              .isPresent();
      return superseded
          ? Optional.empty()
          : warning(
              ExceptionCode.DECISION_STALE,
              row,
              matter,
              "was made on facts that have changed since: they were "
                  + PayException.hex(row.facts().getAsLong())
                  + " and are "
                  + PayException.hex(facts)
                  + (keptAlready ? ". It holds no longer" : NOT_APPLIED),
              PayException.hex(facts));
    }
    if (!keptAlready) {
      accepted.add(new Accepted(row, facts, matter.code(), matter.officerId(), matter.date()));
    }
    return Optional.empty();
  }

  /** Keeps what was accepted, inside the caller's transaction. Doing so twice keeps it once. */
  public void remember(List<Accepted> accepted, DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    LocalDate today = LocalDate.ofEpochDay(runDate);
    for (Accepted decision : accepted) {
      GivenDecision row = decision.given();
      jdbc.update(
          "delete from decision where exception_id = ? and decided_at = ? and verdict = ? and"
              + " decided_by = ? and reason = ? and facts_given is not distinct from ? and"
              + " learned_on >= ?",
          row.exceptionId(),
          timestamp(row.decidedAt()),
          row.verdict().name(),
          row.decidedBy(),
          row.reason(),
          nullable(row.facts()),
          today);
      jdbc.update(
          "insert into decision (exception_id, decided_at, verdict, decided_by, reason,"
              + " facts_given, facts, code, officer_id, work_date, learned_on) values (?, ?, ?, ?,"
              + " ?, ?, ?, ?, ?, ?, ?)",
          row.exceptionId(),
          timestamp(row.decidedAt()),
          row.verdict().name(),
          row.decidedBy(),
          row.reason(),
          nullable(row.facts()),
          decision.facts(),
          decision.code(),
          decision.officerId(),
          decision.date() == PayException.NONE ? null : LocalDate.ofEpochDay(decision.date()),
          today);
    }
  }

  private void place(long exceptionId, Matter matter) {
    placed.computeIfAbsent(matter.officerId(), officer -> new HashSet<>()).add(exceptionId);
  }

  private void propose(GivenDecision row, OptionalLong facts, int line) {
    candidates
        .computeIfAbsent(row.exceptionId(), id -> new ArrayList<>())
        .add(new Candidate(new Decision(row.verdict(), facts), row, line));
  }

  private Map<Long, Decision> firstOf(Set<Long> ids, String officerId) {
    Map<Long, Decision> decisions = new HashMap<>();
    for (long id : ids) {
      candidates.getOrDefault(id, List.of()).stream()
          .filter(candidate -> !candidate.given().isBy(officerId))
          .findFirst()
          .ifPresent(candidate -> decisions.put(id, candidate.decision()));
    }
    return Map.copyOf(decisions);
  }

  private Optional<Candidate> holding(long id, long facts, Matter matter) {
    return candidates.getOrDefault(id, List.of()).stream()
        .filter(candidate -> candidate.decision().appliesTo(facts) && candidate.holdsFor(matter))
        .findFirst();
  }

  private boolean isKept(GivenDecision row) {
    return kept.getOrDefault(row.exceptionId(), List.of()).stream()
        .anyMatch(other -> other.given().says(row));
  }

  private boolean isContradicted(GivenDecision row) {
    return kept.getOrDefault(row.exceptionId(), List.of()).stream()
            .anyMatch(other -> other.given().contradicts(row))
        || rows.getOrDefault(row.exceptionId(), List.of()).stream().anyMatch(row::contradicts);
  }

  private static Optional<PayException> warning(
      ExceptionCode code,
      GivenDecision row,
      @Nullable Matter matter,
      String why,
      String moreFacts) {
    String officerId = matter == null ? "" : matter.officerId();
    long date = matter == null ? PayException.NONE : matter.date();
    String exceptionId = PayException.hex(row.exceptionId());
    String decidedAt = wallClock(row.decidedAt());
    String factValues =
        String.join(
            "|",
            exceptionId,
            row.facts().isPresent() ? PayException.hex(row.facts().getAsLong()) : "",
            row.verdict().name(),
            row.decidedBy(),
            decidedAt,
            moreFacts);
    return Optional.of(
        new PayException(
            PayException.idOf(code, officerId, date, "", FILE, exceptionId + decidedAt),
            PayException.hash(factValues),
            code,
            code.severity(),
            officerId,
            date,
            FILE,
            row.line(),
            "",
            PayException.NONE,
            PayException.NONE,
            "The decision %s of %s on exception %s %s."
                .formatted(row.verdict(), decidedAt, exceptionId, why),
            code.rule(),
            factValues));
  }

  private static String wallClock(long minute) {
    int minuteOfDay = London.minuteOfDay(minute);
    return "%sT%02d:%02d"
        .formatted(LocalDate.ofEpochDay(London.date(minute)), minuteOfDay / 60, minuteOfDay % 60);
  }

  private static Map<Long, Matter> places(List<GivenDecision> given, JdbcTemplate jdbc) {
    Map<Long, Matter> places = new HashMap<>();
    List<Long> ids = given.stream().map(GivenDecision::exceptionId).distinct().toList();
    for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(from + IDS_AT_ONCE, ids.size()));
      jdbc.query(
          "select exception_id, code, officer_id, work_date from exception_memory where"
              + " exception_id in ("
              + "?, ".repeat(some.size() - 1)
              + "?)",
          row -> {
            places.put(row.getLong(1), new Matter(row.getString(2), row.getString(3), day(row, 4)));
          },
          some.toArray());
    }
    return places;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    long factsGiven = row.getLong("facts_given");
    boolean isGiven = !row.wasNull();
    return new Kept(
        new GivenDecision(
            0,
            row.getLong("exception_id"),
            isGiven ? OptionalLong.of(factsGiven) : OptionalLong.empty(),
            Decision.Verdict.valueOf(row.getString("verdict")),
            row.getString("decided_by"),
            row.getObject("decided_at", LocalDateTime.class).toEpochSecond(ZoneOffset.UTC) / 60,
            row.getString("reason")),
        row.getLong("facts"),
        new Matter(row.getString("code"), row.getString("officer_id"), day(row, 10)),
        day(row, 11));
  }

  private static long day(ResultSet row, int column) throws SQLException {
    LocalDate date = row.getObject(column, LocalDate.class);
    return date == null ? PayException.NONE : date.toEpochDay();
  }

  private static LocalDateTime timestamp(long minute) {
    return LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC);
  }

  private static @Nullable Long nullable(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
