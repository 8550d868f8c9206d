package org.dutypay.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.feed.Feed;
import org.dutypay.feed.PolicyFile;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.job.OfficerDay;
import org.dutypay.ledger.Database;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;
import org.dutypay.report.ExplanationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code explain}: one officer's force day in plain text, with every rule that was asked. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Explains one force day of one officer: standing, roster, duties and how they were cut,"
            + " every rule that applied or was refused with the fact that decided it, counters,"
            + " lines, balances, exceptions and what became of each row.",
    footer = {
      "",
      "It reads the whole feed as nightly-pay does, into a temporary folder, and assesses the"
          + " officer as a night over the day's calendar month. Nothing is written or remembered.",
      "Without --feed it takes feed, policy and run date from sample-data/args.",
      "Decisions: those of the feed's decisions.csv hold as in a first night. With --out or --db"
          + " those kept in that database hold too; it is only read. The warnings DECISION_... are"
          + " told by nightly-pay only.",
      "Example: jobs/explain --officer S07-08 --date 2024-05-18",
      "Exit codes: 0 done, 1 failed, 2 wrong usage or no such officer.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class Explain implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--officer", paramLabel = "ID", description = "The officer's id.")
  private @Nullable String officer;

  @Option(names = "--date", paramLabel = "DATE", description = "The force day.")
  private @Nullable String date;

  @Option(
      names = "--feed",
      paramLabel = "DIR",
      description = "Folder of the input files (default: the sample's).")
  private @Nullable String feed;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The force's choices, YAML (default: the standard ones).")
  private @Nullable String policy;

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "The business day of the run (default: today; for the sample, its own).")
  private @Nullable String runDate;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output folder of the nights whose database to read.")
  private @Nullable String out;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = "The database to read, instead of the one of --out.")
  private @Nullable String db;

  @Option(names = "--db-user", paramLabel = "NAME", description = "The database's user.")
  private @Nullable String dbUser;

  @Override
  public Integer call() throws IOException {
    Options options = new Options(spec);
    OfficerDay day = officerDay(options);
    PrintWriter text = options.spec().commandLine().getOut();
    ExplanationText.of(day.explain()).forEach(text::println);
    text.flush();
    return ExitCode.DONE.number();
  }

  private OfficerDay officerDay(Options options) {
    String id = options.given(officer, "--officer names the officer: it is missing");
    long day =
        options.date("--date", options.given(date, "--date names the force day: it is missing"));
    Map<String, String> sample = feed == null ? SampleNight.options() : Map.of();
    String folder =
        options.given(
            feed == null ? sample.get("--feed") : feed,
            "--feed names the folder of the input files: it is missing");
    String choices = policy == null ? sample.get("--policy") : policy;
    String today = runDate == null ? sample.get("--run-date") : runDate;
    RuleNumbers numbers = ReferenceFiles.ruleNumbers();
    if (day < numbers.firstDay()) {
      throw options.wrong(
          "--date is %s, but the rules are known from %s only"
              .formatted(LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(numbers.firstDay())));
    }
    return new OfficerDay(
        Feed.open(options.path(folder)),
        choices == null ? Policy.standard() : PolicyFile.read(options.path(choices)),
        numbers,
        id,
        day,
        today == null
            ? LocalDate.now(ZoneId.of("Europe/London")).toEpochDay()
            : options.date("--run-date", today),
        memory(options));
  }

  private Optional<Database> memory(Options options) {
    if (db == null && dbUser != null) {
      throw options.wrong("--db-user needs --db");
    }
    if (db != null) {
      return Optional.of(options.database(db, dbUser));
    }
    if (out == null) {
      return Optional.empty();
    }
    Path holding = options.path(out).resolveSibling("");
    if (!Files.exists(Database.file(holding))) {
      throw options.wrong(
          "--out " + out + " has no database: there is no file " + Database.file(holding));
    }
    return Optional.of(options.databaseIn(holding));
  }
}
