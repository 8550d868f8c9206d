package org.dutypay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SchemaTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final String IN_MEMORY = "jdbc:h2:mem:";
  private static final Database H2 = Database.at(IN_MEMORY, "", "");

  @ParameterizedTest
  @DisplayName("the newest migration is the one at which Flyway may sleep on")
  @EnumSource(Database.Kind.class)
  void newest(Database.Kind kind) throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS.resolve(kind.folder()))) {
      List<String> versions =
          files
              .map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
              .sorted()
              .toList();
      assertThat(versions).hasSize(Integer.parseInt(Schema.NEWEST)).endsWith(Schema.NEWEST);
    }
  }

  @ParameterizedTest
  @DisplayName("an H2 migration that a kill has cut off halfway, or before it was noted, goes on")
  @ValueSource(strings = {"1", "2", "3", "4", "5"})
  void cutOff(String version, @TempDir Path nothing) throws IOException, SQLException {
    List<String> whole;
    try (Connection connection = DriverManager.getConnection(IN_MEMORY)) {
      Schema.migrate(H2, connection);
      whole = script(connection);
    }
    List<String> statements = statements(version);
    for (int done : List.of(statements.size() / 2, statements.size())) {
      try (Connection connection = DriverManager.getConnection(IN_MEMORY);
          Statement statement = connection.createStatement()) {
        migrateBefore(version, nothing, connection);
        // H2 commits each of them by itself; Flyway notes the version only after the last.
        for (String sql : statements.subList(0, done)) {
          statement.execute(sql);
        }

        Schema.migrate(H2, connection);

        assertThat(script(connection)).as("after %d statements", done).isEqualTo(whole);
      }
    }
  }

  private static void migrateBefore(String version, Path nothing, Connection connection) {
    FluentConfiguration flyway =
        Flyway.configure().dataSource(new SingleConnectionDataSource(connection, true));
    if (version.equals("1")) {
      flyway.locations("filesystem:" + nothing);
    } else {
      flyway
          .locations("classpath:db/migration/h2")
          .target(Integer.toString(Integer.parseInt(version) - 1));
    }
    flyway.load().migrate();
  }

  private static List<String> statements(String version) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(MIGRATIONS.resolve("h2"), "V" + version + "__*")) {
      return Stream.of(Files.readString(files.iterator().next()).split(";\\R"))
          .filter(sql -> !sql.isBlank())
          .toList();
    }
  }

  /** Everything that is in the database, with the number of rows of each table. */
  private static List<String> script(Connection connection) throws SQLException {
    List<String> script = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("script nodata")) {
      while (lines.next()) {
        script.add(lines.getString(1));
      }
    }
    return script;
  }
}
