package org.dutypay.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.feed.Feed;
import org.dutypay.feed.PolicyFile;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.job.LedgerProof;
import org.dutypay.job.LedgerQuestion;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Ledger;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger}: what has been paid for good, and proof that it still stands there. */
@Command(
    name = LedgerCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Answers questions about the ledger: an officer's entitlement, pay, pay in flight and"
            + " balance by element and month; the closings; and whether every closing still is what"
            + " was sent (--verify). It only reads.",
    footer = {
      "",
      "Examples: jobs/ledger --closings --out pay/out",
      "  jobs/ledger --officer A1 --from 2024-04-01 --to 2024-06-30 --out pay/out",
      "  jobs/ledger --verify --expect 21a1bf4d043c15e0 --out pay/out",
      "Exit codes: 0 done, 1 the ledger does not hold, or failed, 2 wrong usage.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class LedgerCommand implements Callable<Integer> {

  static final String NAME = "ledger";

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--officer", paramLabel = "ID", description = "Whose account.")
  private @Nullable String officer;

  @Option(names = "--from", paramLabel = "DATE", description = "First work date.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last work date.")
  private @Nullable String to;

  @Option(
      names = "--as-known",
      paramLabel = "DATE",
      description = "As it was known then: later closings and decisions do not count.")
  private @Nullable String asKnown;

  @Option(
      names = "--feed",
      paramLabel = "DIR",
      description = "Reckon what the officer is due from this feed (default: what was paid).")
  private @Nullable String feed;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The force's choices for --feed, YAML (default: the standard ones).")
  private @Nullable String policy;

  @Option(names = "--closings", description = "List the closings.")
  private boolean listsClosings;

  @Option(
      names = "--verify",
      description =
          "Write every closing's files again in a temporary folder, and compare them with what was"
              + " sent.")
  private boolean verifies;

  @Option(
      names = "--expect",
      paramLabel = "HASH",
      description =
          "The hash that the last close printed: with it, --verify also finds a closing that was"
              + " taken away.")
  private String expected = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "A folder of the closes' output: the database file lies in the folder that holds it.")
  private @Nullable String out;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = "The database, such as jdbc:postgresql://host/name, instead of --out.")
  private @Nullable String db;

  @Option(names = "--db-user", paramLabel = "NAME", description = "The database's user.")
  private @Nullable String dbUser;

  @Override
  public Integer call() throws IOException {
    Options options = new Options(command);
    int asked = (officer == null ? 0 : 1) + (listsClosings ? 1 : 0) + (verifies ? 1 : 0);
    if (asked != 1) {
      throw options.wrong("ask one question: --officer, --closings or --verify");
    }
    long known = asKnown == null ? LedgerQuestion.NOW : options.date("--as-known", asKnown);
    Database database = database(options);
    PrintWriter say = options.spec().commandLine().getOut();
    boolean isSound = true;
    if (officer != null) {
      question(options, officer, known).answer(database).forEach(say::println);
    } else if (verifies) {
      try (SingleConnectionDataSource connection = database.reading()) {
        LedgerProof.Result proof = LedgerProof.of(connection, known, expected);
        proof.lines().forEach(say::println);
        isSound = proof.holds();
      }
    } else {
      closings(database, known).forEach(say::println);
    }
    say.flush();
    return (isSound ? ExitCode.DONE : ExitCode.FAILED).number();
  }

  private LedgerQuestion question(Options options, String id, long known) {
    long first = options.date("--from", options.given(from, "--from is missing"));
    long last = options.date("--to", options.given(to, "--to is missing"));
    Policy choices = policy == null ? Policy.standard() : PolicyFile.read(options.path(policy));
    Optional<LedgerQuestion.Entitlement> entitlement =
        feed == null
            ? Optional.empty()
            : Optional.of(
                new LedgerQuestion.Entitlement(
                    Feed.open(options.path(feed)), choices, ReferenceFiles.ruleNumbers()));
    return new LedgerQuestion(id, first, last, known, entitlement);
  }

  private static List<String> closings(Database database, long known) {
    try (SingleConnectionDataSource connection = database.reading()) {
      List<String> lines =
          new Ledger(connection)
              .closings().stream()
                  .filter(closing -> closing.runDate() <= known)
                  .map(LedgerCommand::inWords)
                  .toList();
      return lines.isEmpty() ? List.of("nothing has been closed") : lines;
    }
  }

  private static String inWords(Closing closing) {
    return "closing %d: %s of %s on %s, %,d lines of pay, £%s, %,d held (£%s), hash %s"
        .formatted(
            closing.number(),
            closing.kind(),
            closing.payPeriod(),
            LocalDate.ofEpochDay(closing.runDate()),
            closing.lines(),
            Pounds.grouped(closing.amountPence()),
            closing.held(),
            Pounds.grouped(closing.heldPence()),
            closing.hash().substring(0, 16));
  }

  private Database database(Options options) {
    if (db != null) {
      return options.database(db, dbUser);
    }
    String folder = options.given(out, "--out or --db says where the ledger is: both are missing");
    Path holding = options.path(folder).resolveSibling("");
    if (!Files.exists(Database.file(holding))) {
      throw options.wrong(
          "--out " + folder + " has no database: there is no file " + Database.file(holding));
    }
    return options.databaseIn(holding);
  }
}
