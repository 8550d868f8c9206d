package org.dutypay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.dutypay.feed.Feed;
import org.dutypay.feed.PolicyFile;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.job.Order;
import org.dutypay.ledger.Database;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every job over a feed, checked before anything is read. */
final class FeedOptions {

  private static final int USUAL_WORKERS = 4;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--feed", paramLabel = "DIR", description = "Folder of the input files.")
  private @Nullable String feed;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the files that come out.")
  private @Nullable String out;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First force day reported, such as 2024-05-01.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last force day reported.")
  private @Nullable String to;

  @Option(
      names = "--period",
      paramLabel = "YYYY-MM",
      description = "A month, instead of --from and --to.")
  private @Nullable String period;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The force's choices, YAML (default: the standard ones).")
  private @Nullable String policy;

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "The business day of the run (default: today).")
  private @Nullable String runDate;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description =
          "The database, such as jdbc:postgresql://host/name (default: an H2 file in the folder"
              + " that holds --out).")
  private @Nullable String db;

  @Option(names = "--db-user", paramLabel = "NAME", description = "The database's user.")
  private @Nullable String dbUser;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Partitions paid at once (default: the processors, at most 4).")
  private @Nullable Integer workers;

  /**
   * A force's choices.
   *
   * @param file its name, empty where the standard policy holds
   */
  record ChosenPolicy(String file, Policy policy) {}

  /**
   * Runs a job with these options to its exit code.
   *
   * @throws ParameterException where an option is missing or not what it takes
   */
  int run(String job, Launch.Plan plan) {
    return Launch.run(order(job), plan, options().spec().commandLine()).number();
  }

  private Order order(String job) {
    Path feedFolder =
        path(given(feed, "--feed names the folder of the input files: it is missing"));
    boolean hasRange = from != null || to != null;
    if (period != null && hasRange) {
      throw wrong("--period stands for --from and --to: give one or the other");
    }
    if (period == null && !hasRange) {
      throw wrong("--feed needs a range: give --from and --to, or --period");
    }
    long firstDay;
    long lastDay;
    if (period != null) {
      YearMonth month = options().month(period);
      firstDay = month.atDay(1).toEpochDay();
      lastDay = month.atEndOfMonth().toEpochDay();
    } else {
      firstDay = date("--from", given(from, "--from is missing: a range needs both days"));
      lastDay = date("--to", given(to, "--to is missing: a range needs both days"));
    }
    if (firstDay > lastDay) {
      throw wrong("--from " + from + " is after --to " + to);
    }
    RuleNumbers numbers = ReferenceFiles.ruleNumbers();
    if (firstDay < numbers.firstDay()) {
      throw wrong(
          "the range starts on "
              + LocalDate.ofEpochDay(firstDay)
              + ", but the rules are known from "
              + LocalDate.ofEpochDay(numbers.firstDay())
              + " only");
    }
    int pool =
        workers == null
            ? Math.min(Runtime.getRuntime().availableProcessors(), USUAL_WORKERS)
            : workers;
    if (pool < 1) {
      throw wrong("--workers takes a number from 1, not " + pool);
    }
    Path outFolder = outFolder(feedFolder);
    ChosenPolicy chosen = policy();
    return new Order(
        job,
        Feed.open(feedFolder),
        feedFolder,
        outFolder,
        firstDay,
        lastDay,
        chosen.file(),
        chosen.policy(),
        numbers,
        runDate == null
            ? LocalDate.now(ZoneId.of("Europe/London")).toEpochDay()
            : date("--run-date", runDate),
        database(outFolder),
        pool,
        Commands.Version.number());
  }

  /** The policy of {@code --policy}. */
  ChosenPolicy policy() {
    return policy == null ? new ChosenPolicy("", Policy.standard()) : policy(policy);
  }

  /** The policy of a file that an option names. */
  ChosenPolicy policy(String given) {
    Path path = path(given);
    return new ChosenPolicy(String.valueOf(path.getFileName()), PolicyFile.read(path));
  }

  private Path outFolder(Path feedFolder) {
    Path folder =
        path(given(out, "--out names the folder for the files that come out: it is missing"));
    if (folder.getFileName() == null) {
      throw wrong("--out names a folder inside another one, not " + folder);
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw wrong("--out " + out + " is a file: name a folder");
    }
    if (folder.equals(feedFolder)) {
      throw wrong("--out is the feed's own folder: name another one");
    }
    Path holding = folder.resolveSibling("");
    try {
      Files.createDirectories(holding);
    } catch (IOException e) {
      throw wrong("--out " + out + " cannot be made (" + e.getMessage() + "): name another folder");
    }
    if (!Files.isWritable(holding) || (Files.exists(folder) && !Files.isWritable(folder))) {
      throw wrong(
          "--out "
              + out
              + " cannot be written: the run needs to write it and the folder that holds it");
    }
    return folder;
  }

  private Database database(Path outFolder) {
    if (db == null && dbUser != null) {
      throw wrong("--db-user needs --db");
    }
    return db == null
        ? options().databaseIn(outFolder.resolveSibling(""))
        : options().database(db, dbUser);
  }

  Path path(String text) {
    return options().path(text);
  }

  /** What --run-date says, null where it is not given. */
  @Nullable String runDate() {
    return runDate;
  }

  long date(String option, String text) {
    return options().date(option, text);
  }

  private String given(@Nullable String value, String otherwise) {
    return options().given(value, otherwise);
  }

  ParameterException wrong(String message) {
    return options().wrong(message);
  }

  private Options options() {
    return new Options(command);
  }
}
