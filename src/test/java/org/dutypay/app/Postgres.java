package org.dutypay.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL for tests: one server for all of them, a new database for each. It is started from the
 * test's own binaries, or, where {@code DUTYPAY_TEST_DB} holds the JDBC URL of a database, that
 * one's server is used, as {@code DUTYPAY_TEST_DB_USER} with the password of {@code
 * DUTYPAY_DB_PASSWORD}. Where neither works the tests fail: they are never skipped.
 */
final class Postgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String GIVEN = System.getenv().getOrDefault("DUTYPAY_TEST_DB", "");
  static final String USER = System.getenv().getOrDefault("DUTYPAY_TEST_DB_USER", "postgres");
  private static final String SERVER = GIVEN.isEmpty() ? started() : GIVEN;

  private Postgres() {}

  /** The JDBC URL of a database that nobody has used. */
  static String fresh() {
    return made("");
  }

  /** The JDBC URL of a copy of a database to which nobody is connected. */
  static String copyOf(String url) {
    String name = url.replaceFirst("\\?.*", "");
    return made(" template " + name.substring(name.lastIndexOf('/') + 1));
  }

  private static String made(String how) {
    String name =
        "dutypay_test_%d_%d".formatted(ProcessHandle.current().pid(), DATABASES.incrementAndGet());
    try (Connection connection = connect(SERVER);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name);
      statement.execute("create database " + name + how);
    } catch (SQLException e) {
      throw new IllegalStateException("The PostgreSQL server of the tests does not answer", e);
    }
    int settings = SERVER.indexOf('?');
    String server = settings < 0 ? SERVER : SERVER.substring(0, settings);
    return server.substring(0, server.lastIndexOf('/') + 1)
        + name
        + (settings < 0 ? "" : SERVER.substring(settings));
  }

  static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(
        url, USER, System.getenv().getOrDefault("DUTYPAY_DB_PASSWORD", ""));
  }

  private static String started() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PostgreSQL did not start (it needs user namespaces where the tests run as root): set"
              + " DUTYPAY_TEST_DB to a JDBC URL",
          e);
    }
  }
}
