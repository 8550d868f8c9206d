package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {

  private static final String RUN_DATE = "2024-06-01";

  private final Path folder;
  private final Path feed = Path.of("sample-data", "input");

  DatabasesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @DisplayName(
      "H2 and PostgreSQL, one worker and two, and the same night again give the same bytes")
  void sameBytes() {
    Path out = folder.resolve("h2-2").resolve("out");
    ran(Ran.night(feed, out, RUN_DATE, "--workers", "2"));
    Map<String, String> expected = Ran.hashes(out);
    ran(Ran.night(feed, out, RUN_DATE, "--workers", "2"));
    assertThat(Ran.hashes(out)).as("the same night again, on H2").isEqualTo(expected);

    Path oneWorker = folder.resolve("h2-1").resolve("out");
    ran(Ran.night(feed, oneWorker, RUN_DATE, "--workers", "1"));
    assertThat(Ran.hashes(oneWorker)).as("H2, one worker").isEqualTo(expected);

    for (String workers : new String[] {"1", "2"}) {
      Path onPostgres = folder.resolve("pg-" + workers).resolve("out");
      String url = Postgres.fresh();
      ran(
          Ran.night(
              feed,
              onPostgres,
              RUN_DATE,
              "--workers",
              workers,
              "--db",
              url,
              "--db-user",
              Postgres.USER));
      assertThat(Ran.hashes(onPostgres)).as("PostgreSQL, workers " + workers).isEqualTo(expected);
      ran(
          Ran.night(
              feed,
              onPostgres,
              RUN_DATE,
              "--workers",
              workers,
              "--db",
              url,
              "--db-user",
              Postgres.USER));
      assertThat(Ran.hashes(onPostgres))
          .as("the same night again, on PostgreSQL")
          .isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("the next night remembers the same on both databases")
  void nextNight() {
    Path onH2 = folder.resolve("h2").resolve("out");
    Path onPostgres = folder.resolve("pg").resolve("out");
    String url = Postgres.fresh();
    for (String runDate : new String[] {RUN_DATE, "2024-06-04"}) {
      ran(Ran.night(feed, onH2, runDate));
      ran(Ran.night(feed, onPostgres, runDate, "--db", url, "--db-user", Postgres.USER));
    }
    assertThat(Ran.hashes(onPostgres)).isEqualTo(Ran.hashes(onH2));
    assertThat(Ran.rows(onH2.resolve("exceptions.csv")))
        .anySatisfy(
            row -> assertThat(row).containsEntry("status", "OPEN").containsEntry("age_days", "3"));
  }

  @Test
  @DisplayName("the database keeps ids and facts, and no timesheet")
  void noTimesheets() throws SQLException {
    String url = Postgres.fresh();
    ran(
        Ran.night(
            feed,
            folder.resolve("pg").resolve("out"),
            RUN_DATE,
            "--db",
            url,
            "--db-user",
            Postgres.USER));
    List<String> tables =
        column(
            url, "select table_name from information_schema.tables where table_schema = 'public'");
    int stored = 0;
    for (String table : tables) {
      stored += Integer.parseInt(column(url, "select count(*) from \"" + table + "\"").getFirst());
    }
    int exceptions = Ran.rows(folder.resolve("pg").resolve("out").resolve("exceptions.csv")).size();
    assertThat(column(url, "select count(*) from exception_memory"))
        .containsExactly("" + exceptions);
    assertThat(column(url, "select status from run")).containsExactly("FINISHED");
    assertThat(stored).isLessThan(exceptions + 200);
  }

  private static List<String> column(String url, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = Postgres.connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static void ran(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
  }
}
