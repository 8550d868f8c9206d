package org.dutypay.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dutypay.ledger.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the database is, asked of the commands that look into it and run no job. */
final class DatabaseOptions {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "A folder of the runs' output: the database file lies in the folder that holds it.")
  private @Nullable String out;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = "The database, such as jdbc:postgresql://host/name, instead of --out.")
  private @Nullable String db;

  @Option(names = "--db-user", paramLabel = "NAME", description = "The database's user.")
  private @Nullable String dbUser;

  /**
   * The database.
   *
   * @param ofSample the folder whose database is meant where nothing is given; empty = none
   * @throws picocli.CommandLine.ParameterException where there is none
   */
  Database database(Options options, Optional<Path> ofSample) {
    if (db == null && dbUser != null) {
      throw options.wrong("--db-user needs --db");
    }
    if (db != null) {
      return options.database(db, dbUser);
    }
    if (out == null) {
      return options.databaseIn(
          ofSample
              .filter(folder -> Files.exists(Database.file(folder)))
              .orElseThrow(
                  () ->
                      options.wrong(
                          "--out or --db says where the database is: both are missing"
                              + (ofSample.isPresent() ? ", and the sample has none yet" : ""))));
    }
    Path holding = options.path(out).toAbsolutePath().resolveSibling("");
    if (!Files.exists(Database.file(holding))) {
      throw options.wrong(
          "--out %s has no database of Dutypay beside it: there is no file %s"
              .formatted(out, Database.file(holding)));
    }
    return options.databaseIn(holding);
  }
}
