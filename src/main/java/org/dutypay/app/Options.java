package org.dutypay.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.dutypay.ledger.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads what a command was given; what is wrong with it is said in one line, with exit code 2. */
final class Options {

  private final CommandSpec spec;

  Options(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli gives every command its spec");
    }
    this.spec = spec;
  }

  CommandSpec spec() {
    return spec;
  }

  Path path(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }

  /** An epoch day. */
  long date(String option, String text) {
    try {
      return LocalDate.parse(text).toEpochDay();
    } catch (DateTimeException e) {
      throw wrong(option + " takes a date such as 2024-05-01, not '" + text + "'");
    }
  }

  YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw wrong("--period takes a month such as 2024-05, not '" + text + "'");
    }
  }

  String given(@Nullable String value, String otherwise) {
    if (value == null) {
      throw wrong(otherwise);
    }
    return value;
  }

  /** The database of --db, with the password of the environment. */
  Database database(String url, @Nullable String user) {
    try {
      return Database.at(
          url, user == null ? "" : user, System.getenv().getOrDefault("DUTYPAY_DB_PASSWORD", ""));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  /** The database file in a folder. */
  Database databaseIn(Path folder) {
    try {
      return Database.fileIn(folder);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  ParameterException wrong(@Nullable String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
