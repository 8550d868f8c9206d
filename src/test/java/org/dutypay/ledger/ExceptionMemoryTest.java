package org.dutypay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ExceptionMemoryTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final long ID = 0x8000_0000_0000_0001L;

  @Test
  @DisplayName(
      "the facts of an exception change from night to night, and each run date knows those before"
          + " it")
  void facts() throws SQLException {
    try (Connection connection = fresh()) {
      DataSource database = new SingleConnectionDataSource(connection, true);
      night(database, 1, 10);
      night(database, 2, 10);
      night(database, 3, 30);
      night(database, 4, 10);

      assertThat(ExceptionMemory.before(1, database).factsBefore(ID)).isEmpty();
      assertThat(ExceptionMemory.before(2, database).factsBefore(ID)).hasValue(10);
      assertThat(ExceptionMemory.before(3, database).factsBefore(ID)).hasValue(10);
      assertThat(ExceptionMemory.before(4, database).factsBefore(ID)).hasValue(30);
      assertThat(ExceptionMemory.before(9, database).factsBefore(ID)).hasValue(10);
      assertThat(ExceptionMemory.before(9, database).firstSeen(ID)).isEqualTo(1);
      assertThat(ExceptionMemory.before(9, database).isUnchanged(ID, 10)).isTrue();
      assertThat(ExceptionMemory.before(9, database).isUnchanged(ID, 30)).isFalse();
    }
  }

  @Test
  @DisplayName(
      "a fact with a NUL byte can be remembered, and an exception that is raised twice counts once")
  void hostile() throws SQLException {
    try (Connection connection = fresh()) {
      DataSource database = new SingleConnectionDataSource(connection, true);
      Sighting sighting = new Sighting(ID, 1, "BAD_ROW", "", Long.MIN_VALUE, "a\0b");
      ExceptionMemory.before(1, database)
          .remember(new long[0], List.of(sighting, sighting), database);
      assertThat(ExceptionMemory.before(2, database).isKnown(ID)).isTrue();
    }
  }

  @Property(tries = 60)
  void remembersWhatAListOfNightsWould(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> nights)
      throws SQLException {
    try (Connection connection = fresh()) {
      DataSource database = new SingleConnectionDataSource(connection, true);
      TreeMap<Long, Long> model = new TreeMap<>();
      for (int night : nights) {
        // Three kinds of facts; every second number runs the last run date again.
        boolean again = night % 2 == 1 && !model.isEmpty();
        long runDate = model.isEmpty() ? 1 : again ? model.lastKey() : model.lastKey() + 2;
        long facts = night / 2;
        night(database, runDate, facts);
        model.put(runDate, facts);
        // An old run date again, with the facts that it had, changes nothing.
        List<Map.Entry<Long, Long>> former = new ArrayList<>(model.entrySet());
        Map.Entry<Long, Long> old = former.get(night % former.size());
        night(database, old.getKey(), old.getValue());
      }
      for (long runDate = 0; runDate <= model.lastKey() + 1; runDate++) {
        ExceptionMemory memory = ExceptionMemory.before(runDate, database);
        Map.Entry<Long, Long> last = model.lowerEntry(runDate);
        assertThat(memory.isKnown(ID)).isEqualTo(last != null);
        assertThat(memory.firstSeen(ID)).isEqualTo(last == null ? runDate : model.firstKey());
        assertThat(memory.factsBefore(ID))
            .isEqualTo(last == null ? OptionalLong.empty() : OptionalLong.of(last.getValue()));
      }
    }
  }

  private static void night(DataSource database, long runDate, long facts) {
    ExceptionMemory memory = ExceptionMemory.before(runDate, database);
    if (memory.isUnchanged(ID, facts)) {
      memory.remember(new long[] {ID}, List.of(), database);
    } else {
      memory.remember(
          new long[0],
          List.of(new Sighting(ID, facts, "NO_ROSTER", "A1", 19_000, "facts " + facts)),
          database);
    }
  }

  private static Connection fresh() throws SQLException {
    Database database = Database.at("jdbc:h2:mem:memory" + DATABASES.incrementAndGet(), "", "");
    Connection connection = DriverManager.getConnection(database.url(), database.properties());
    Schema.migrate(database, connection);
    return connection;
  }
}
