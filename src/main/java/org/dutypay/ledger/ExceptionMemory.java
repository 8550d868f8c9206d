package org.dutypay.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dutypay.pay.PayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The exceptions of earlier nights, as they stood before one run date: what an earlier execution on
 * the same run date saw does not count as seen. Safe to ask from several threads.
 */
public final class ExceptionMemory {

  private static final int BATCH = 1_000;
  private static final int FETCH = 10_000;
  private static final int SPARSE = 2;

  private final long runDate;
  private final @Nullable JdbcTemplate jdbc;

  // An open-addressed table by exception id; a slot is free where its first day is NONE.
  private long[] ids;
  private int[] firstSeen;
  private int[] lastSeen;
  private int[] factsSince;
  private long[] facts;
  private int size;
  private static final int NONE = Integer.MIN_VALUE;

  /** Former facts by exception, each by its first run date. */
  private final Map<Long, TreeMap<Long, Long>> history = new HashMap<>();

  private ExceptionMemory(long runDate, int capacity, @Nullable JdbcTemplate jdbc) {
    this.runDate = runDate;
    this.jdbc = jdbc;
    int slots = Integer.highestOneBit(Math.max(16, SPARSE * capacity)) << 1;
    ids = new long[slots];
    firstSeen = new int[slots];
    lastSeen = new int[slots];
    factsSince = new int[slots];
    facts = new long[slots];
    Arrays.fill(firstSeen, NONE);
  }

  /** What stood before the first night of all. */
  public static ExceptionMemory empty(long runDate) {
    return new ExceptionMemory(runDate, 0, null);
  }

  /** What stood before a run date, an epoch day. */
  public static ExceptionMemory before(long runDate, DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.setFetchSize(FETCH);
    Long rows = jdbc.queryForObject("select count(*) from exception_memory", Long.class);
    ExceptionMemory memory =
        new ExceptionMemory(runDate, rows == null ? 0 : Math.toIntExact(rows), jdbc);
    jdbc.query(
        "select exception_id, first_seen, last_seen, facts_since, facts from exception_memory",
        row -> {
          memory.put(row.getLong(1), day(row, 2), day(row, 3), day(row, 4), row.getLong(5));
        });
    jdbc.query(
        "select exception_id, facts_since, facts from exception_history",
        row -> {
          memory
              .history
              .computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
              .put((long) day(row, 2), row.getLong(3));
        });
    return memory;
  }

  /**
   * The run date on which an exception was first seen, an epoch day; the run's own where it is new.
   */
  public long firstSeen(long id) {
    int slot = slot(id);
    return firstSeen[slot] == NONE ? runDate : Math.min(firstSeen[slot], runDate);
  }

  /** Whether an earlier run date has seen an exception. */
  public boolean isKnown(long id) {
    return firstSeen(id) < runDate;
  }

  /**
   * The facts of an exception as the last run date before this one saw them; empty where none has.
   */
  public OptionalLong factsBefore(long id) {
    int slot = slot(id);
    if (firstSeen[slot] == NONE) {
      return OptionalLong.empty();
    }
    if (factsSince[slot] < runDate) {
      return OptionalLong.of(facts[slot]);
    }
    Map.Entry<Long, Long> former = history.getOrDefault(id, new TreeMap<>()).lowerEntry(runDate);
    return former == null ? OptionalLong.empty() : OptionalLong.of(former.getValue());
  }

  /** The values behind some facts of an exception; empty where no run date has seen them. */
  public Optional<String> values(long id, long ofFacts) {
    return jdbc == null
        ? Optional.empty()
        : jdbc
            .queryForList(
                "select fact_values from exception_memory where exception_id = ? and facts = ?"
                    + " union all select fact_values from exception_history where exception_id = ?"
                    + " and facts = ?",
                String.class,
                id,
                ofFacts,
                id,
                ofFacts)
            .stream()
            .findFirst();
  }

  /**
   * Whether remembering a sighting needs no more than its id: an earlier run date has seen it with
   * the same facts.
   */
  public boolean isUnchanged(long id, long currentFacts) {
    int slot = slot(id);
    return firstSeen[slot] != NONE && factsSince[slot] < runDate && facts[slot] == currentFacts;
  }

  /**
   * Writes what this night has seen, inside the caller's transaction. The same night written twice
   * leaves what writing it once does.
   *
   * @param unchanged ids of sightings of which {@link #isUnchanged} was true
   * @param changed all other sightings
   */
  public void remember(long[] unchanged, List<Sighting> changed, DataSource database) {
    List<Sighting> unseen = new ArrayList<>();
    List<Sighting> seen = new ArrayList<>();
    for (Sighting sighting : onceEach(changed)) {
      (firstSeen[slot(sighting.id())] == NONE ? unseen : seen).add(sighting);
    }
    long[] again = unchanged.clone();
    Arrays.sort(again);
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.execute(
        (Connection connection) -> {
          insert(unseen, connection);
          seeAgain(again, connection);
          return 0;
        });
    Changes changes = new Changes();
    seen.forEach(sighting -> change(sighting, changes));
    changes.write(jdbc);
  }

  /** In the order of the primary key, which H2 writes several times faster than at random. */
  private static List<Sighting> onceEach(List<Sighting> sightings) {
    List<Sighting> sorted =
        sightings.stream()
            .sorted(Comparator.comparingLong(Sighting::id).thenComparingLong(Sighting::facts))
            .toList();
    List<Sighting> once = new ArrayList<>(sorted.size());
    for (Sighting sighting : sorted) {
      if (once.isEmpty() || once.getLast().id() != sighting.id()) {
        once.add(sighting);
      }
    }
    return once;
  }

  private void insert(List<Sighting> unseen, Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into exception_memory (exception_id, first_seen, last_seen, facts_since, facts,"
                + " fact_values, code, officer_id, work_date) values (?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?)")) {
      LocalDate today = LocalDate.ofEpochDay(runDate);
      int waiting = 0;
      for (Sighting sighting : unseen) {
        insert.setLong(1, sighting.id());
        insert.setObject(2, today);
        insert.setObject(3, today);
        insert.setObject(4, today);
        insert.setLong(5, sighting.facts());
        insert.setString(6, storable(sighting.factValues()));
        insert.setString(7, sighting.code());
        insert.setString(8, sighting.officerId());
        insert.setObject(
            9, sighting.date() == PayException.NONE ? null : LocalDate.ofEpochDay(sighting.date()));
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    }
  }

  private void seeAgain(long[] again, Connection connection) throws SQLException {
    // PostgreSQL takes all ids at once, H2 takes them faster one by one.
    boolean allAtOnce = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    try (PreparedStatement update =
        connection.prepareStatement(
            "update exception_memory set last_seen = ? where exception_id = "
                + (allAtOnce ? "any(?)" : "?")
                + " and last_seen < ?")) {
      update.setObject(1, LocalDate.ofEpochDay(runDate));
      update.setObject(3, LocalDate.ofEpochDay(runDate));
      if (allAtOnce) {
        update.setArray(
            2, connection.createArrayOf("bigint", Arrays.stream(again).boxed().toArray()));
        update.executeUpdate();
        return;
      }
      int waiting = 0;
      for (long id : again) {
        update.setObject(1, LocalDate.ofEpochDay(runDate));
        update.setLong(2, id);
        update.setObject(3, LocalDate.ofEpochDay(runDate));
        update.addBatch();
        if (++waiting == BATCH) {
          update.executeBatch();
          waiting = 0;
        }
      }
      update.executeBatch();
    }
  }

  /**
   * Notes what becomes of one exception whose facts have changed, or that a run date at or after
   * this one has seen already.
   */
  private void change(Sighting sighting, Changes changes) {
    int slot = slot(sighting.id());
    OptionalLong before = factsBefore(sighting.id());
    boolean asBefore = before.isPresent() && before.getAsLong() == sighting.facts();
    changes.seen(sighting, runDate);
    if (factsSince[slot] > runDate) {
      changes.forget(sighting, runDate);
      if (!asBefore) {
        changes.keep(sighting, runDate);
      }
      return;
    }
    if (factsSince[slot] == runDate && facts[slot] == sighting.facts()) {
      return;
    }
    if (factsSince[slot] < runDate) {
      changes.keepPresent(sighting);
    }
    if (lastSeen[slot] > runDate) {
      // A later run date has seen the former facts again.
      changes.cameBack(sighting);
      if (!asBefore) {
        changes.keep(sighting, runDate);
      }
    } else if (asBefore) {
      long since = history.getOrDefault(sighting.id(), new TreeMap<>()).lowerKey(runDate);
      changes.forget(sighting, since);
      changes.standAs(sighting, since);
    } else {
      changes.standAs(sighting, runDate);
    }
  }

  /** What is written of exceptions that were in the memory already, statement by statement. */
  private static final class Changes {

    private final List<Object[]> forgotten = new ArrayList<>();
    private final List<Object[]> copied = new ArrayList<>();
    private final List<Object[]> kept = new ArrayList<>();
    private final List<Object[]> back = new ArrayList<>();
    private final List<Object[]> standing = new ArrayList<>();
    private final List<Object[]> earlier = new ArrayList<>();
    private final List<Object[]> later = new ArrayList<>();

    void forget(Sighting sighting, long since) {
      forgotten.add(new Object[] {sighting.id(), LocalDate.ofEpochDay(since)});
    }

    void keepPresent(Sighting sighting) {
      copied.add(new Object[] {sighting.id()});
    }

    void keep(Sighting sighting, long since) {
      kept.add(
          new Object[] {
            sighting.id(),
            LocalDate.ofEpochDay(since),
            sighting.facts(),
            storable(sighting.factValues())
          });
    }

    void cameBack(Sighting sighting) {
      back.add(new Object[] {sighting.id()});
    }

    void standAs(Sighting sighting, long since) {
      standing.add(
          new Object[] {
            LocalDate.ofEpochDay(since),
            sighting.facts(),
            storable(sighting.factValues()),
            sighting.id()
          });
    }

    void seen(Sighting sighting, long on) {
      LocalDate day = LocalDate.ofEpochDay(on);
      earlier.add(new Object[] {day, sighting.id(), day});
      later.add(new Object[] {day, sighting.id(), day});
    }

    void write(JdbcTemplate jdbc) {
      jdbc.batchUpdate(
          "delete from exception_history where exception_id = ? and facts_since = ?", forgotten);
      jdbc.batchUpdate(
          "insert into exception_history (exception_id, facts_since, facts, fact_values)"
              + " select exception_id, facts_since, facts, fact_values from exception_memory"
              + " where exception_id = ?",
          copied);
      jdbc.batchUpdate(
          "insert into exception_history (exception_id, facts_since, facts, fact_values)"
              + " values (?, ?, ?, ?)",
          kept);
      jdbc.batchUpdate(
          "update exception_memory set facts_since = last_seen where exception_id = ?", back);
      jdbc.batchUpdate(
          "update exception_memory set facts_since = ?, facts = ?, fact_values = ?"
              + " where exception_id = ?",
          standing);
      jdbc.batchUpdate(
          "update exception_memory set first_seen = ? where exception_id = ? and first_seen > ?",
          earlier);
      jdbc.batchUpdate(
          "update exception_memory set last_seen = ? where exception_id = ? and last_seen < ?",
          later);
    }
  }

  private void put(long id, int first, int last, int since, long value) {
    int slot = slot(id);
    ids[slot] = id;
    firstSeen[slot] = first;
    lastSeen[slot] = last;
    factsSince[slot] = since;
    facts[slot] = value;
    if (SPARSE * ++size > ids.length) {
      throw new IllegalStateException(
          "more exceptions were read than were counted: another process writes to the database");
    }
  }

  /**
   * The slot of an id, or the free one where it would go. Ids are hashes, so their low bits are as
   * good as any.
   */
  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) id & mask;
    while (firstSeen[slot] != NONE && ids[slot] != id) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** PostgreSQL stores every character but one. */
  private static String storable(String text) {
    return text.replace('\0', '\u2400');
  }

  private static int day(ResultSet row, int column) throws SQLException {
    return (int) row.getObject(column, LocalDate.class).toEpochDay();
  }
}
