package org.dutypay.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Where runs, locks, exception memory and decisions are kept: an H2 file or PostgreSQL.
 *
 * @param kind which of the two
 * @param url JDBC URL, never with a password in it
 * @param password empty where none is needed; never shown
 */
public record Database(Kind kind, String url, String user, String password) {

  /** The databases that are known, by the folder of their migrations. */
  public enum Kind {
    H2,
    POSTGRESQL;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String FILE_NAME = "dutypay";

  /** Without WRITE_DELAY=0 a killed process loses the commits of its last half second. */
  private static final String H2_SETTINGS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000";

  /**
   * The file {@code dutypay.mv.db} in a folder.
   *
   * @throws IllegalArgumentException where H2 cannot name it
   */
  public static Database fileIn(Path folder) {
    String file = folder.toAbsolutePath().resolve(FILE_NAME).toString();
    if (file.contains(";")) {
      throw new IllegalArgumentException(
          "the database cannot lie in "
              + folder
              + ", since its name has a semicolon: name another folder");
    }
    return new Database(Kind.H2, H2 + "file:" + file + H2_SETTINGS, "sa", "");
  }

  /**
   * The database of a JDBC URL.
   *
   * @throws IllegalArgumentException for another kind of URL, or one with a password in it; the
   *     message does not repeat it
   */
  public static Database at(String url, String user, String password) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.contains("password=") || lower.matches("jdbc:[a-z0-9:]*//[^/?]*:[^/?]*@.*")) {
      throw new IllegalArgumentException(
          "the database URL holds a password, which others could see: leave it out and set"
              + " DUTYPAY_DB_PASSWORD");
    }
    if (lower.startsWith(H2)) {
      return new Database(Kind.H2, url + H2_SETTINGS, user.isEmpty() ? "sa" : user, password);
    }
    if (lower.startsWith(POSTGRESQL)) {
      return new Database(Kind.POSTGRESQL, url, user, password);
    }
    throw new IllegalArgumentException(
        "a database URL starts with " + POSTGRESQL + " or " + H2 + ", not '" + url + "'");
  }

  /** The URL without its settings, as messages and the log show it. */
  public String place() {
    int end = url.indexOf(kind == Kind.H2 ? ';' : '?');
    return end < 0 ? url : url.substring(0, end);
  }

  /** What a driver needs beside the URL. */
  public Properties properties() {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    if (kind == Kind.POSTGRESQL) {
      properties.setProperty("ApplicationName", "dutypay");
      properties.setProperty("connectTimeout", "10");
      properties.setProperty("tcpKeepAlive", "true");
      properties.setProperty("reWriteBatchedInserts", "true");
    }
    return properties;
  }

  /** The file {@code dutypay.mv.db} in a folder, whether it is there or not. */
  public static Path file(Path folder) {
    return folder.resolve(FILE_NAME + ".mv.db");
  }

  /**
   * One connection to look things up with, to be closed: a database that is not there is not made,
   * and nothing in it is changed.
   */
  public SingleConnectionDataSource reading() {
    String onlyReading = kind == Kind.H2 ? ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE" : "";
    Connection connection = new Database(kind, url + onlyReading, user, password).connect();
    try {
      connection.setReadOnly(true);
    } catch (SQLException e) {
      throw new LedgerException(
          "the database " + place() + " cannot be read: " + e.getMessage(), e);
    }
    return new SingleConnectionDataSource(connection, true);
  }

  /** One connection to change things with, to be closed; each statement by itself. */
  public SingleConnectionDataSource shared() {
    return new SingleConnectionDataSource(connect(), true);
  }

  /** A new connection. */
  Connection connect() {
    try {
      return DriverManager.getConnection(url, properties());
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new LedgerException(
            "another run is using the database "
                + place()
                + ".mv.db: wait until it has ended, then run the same command again",
            e);
      }
      throw new LedgerException(
          "the database "
              + place()
              + " cannot be opened ("
              + firstLine(e)
              + "): check that it is there and that "
              + (user.isEmpty() ? "you" : user)
              + " may use it, then run the same command again",
          e);
    }
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  @Override
  public String toString() {
    return place();
  }
}
