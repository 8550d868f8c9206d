package org.dutypay.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
import org.dutypay.report.AccountCsv;
import org.dutypay.report.AccountText;
import org.dutypay.report.OfficerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Without --out or --db it reads the ledger of the sample, which jobs/close-period without"
          + " options makes.",
      "Examples: jobs/ledger --closings --out pay/out",
      "  jobs/ledger --officer A1 --from 2024-04-01 --to 2024-06-30 --out pay/out",
      "  jobs/ledger --verify --expect 21a1bf4d043c15e0 --out pay/out",
      "Exit codes: 0 done, 1 the ledger does not hold, or failed, 2 wrong usage.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class LedgerCommand implements Callable<Integer> {

  static final String NAME = "ledger";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");

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
      description =
          "Reckon what the officer is due from this feed, and count what its paid-history.csv says"
              + " was paid before the ledger (default: what was paid or accepted was due).")
  private @Nullable String feed;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The force's choices for --feed, YAML (default: the standard ones).")
  private @Nullable String policy;

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description =
          "The business day on which --feed is read: rates that became known later do not count"
              + " (default: --as-known, or today).")
  private @Nullable String runDate;

  @Option(names = "--csv", description = "Write the officer's account as CSV.")
  private boolean asCsv;

  @Option(names = "--closings", description = "List the closings.")
  private boolean listsClosings;

  @Option(
      names = "--verify",
      description =
          "Write every closing's files again in a temporary folder, and compare them and the chain"
              + " of hashes with what was sent.")
  private boolean verifies;

  @Option(
      names = "--expect",
      paramLabel = "HASH",
      description =
          "The hash that the last close printed: with it, --verify also finds that the last"
              + " closings were taken away.")
  private String expected = "";

  @Mixin private final DatabaseOptions where = new DatabaseOptions();

  @Override
  public Integer call() throws IOException {
    Options options = new Options(command);
    check(options);
    OptionalLong known =
        asKnown == null
            ? OptionalLong.empty()
            : OptionalLong.of(options.date("--as-known", asKnown));
    LedgerQuestion question = officer == null ? null : question(options, officer, known);
    Database database = where.database(options, Optional.of(SampleNight.ledger()));
    PrintWriter say = options.spec().commandLine().getOut();
    boolean isSound = true;
    if (question != null) {
      OfficerAccount account;
      try {
        account = question.answer(database);
      } catch (LedgerQuestion.UnknownOfficer e) {
        throw options.wrong(e.getMessage());
      }
      (asCsv ? AccountCsv.of(account) : AccountText.of(account)).forEach(say::println);
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

  private void check(Options options) {
    int asked = (officer == null ? 0 : 1) + (listsClosings ? 1 : 0) + (verifies ? 1 : 0);
    if (asked != 1) {
      throw options.wrong("ask one question: --officer, --closings or --verify");
    }
    if (officer == null && (from != null || to != null || feed != null || asCsv)) {
      throw options.wrong("--from, --to, --feed and --csv go with --officer");
    }
    if (feed == null && (policy != null || runDate != null)) {
      throw options.wrong("--policy and --run-date go with --feed");
    }
    if (!expected.isEmpty() && (!verifies || !HASH.matcher(expected).matches())) {
      throw options.wrong(
          "--expect goes with --verify and takes a hash as a close prints it, not '"
              + expected
              + "'");
    }
  }

  private LedgerQuestion question(Options options, String id, OptionalLong known) {
    long first = options.date("--from", options.given(from, "--from is missing"));
    long last = options.date("--to", options.given(to, "--to is missing"));
    if (first > last) {
      throw options.wrong("--from " + from + " is after --to " + to);
    }
    return new LedgerQuestion(id, first, last, known, entitlement(options, known));
  }

  private Optional<LedgerQuestion.Entitlement> entitlement(Options options, OptionalLong known) {
    if (feed == null) {
      return Optional.empty();
    }
    long day =
        runDate == null
            ? known.orElseGet(() -> LocalDate.now(ZoneId.of("Europe/London")).toEpochDay())
            : options.date("--run-date", runDate);
    if (known.isPresent() && day > known.getAsLong()) {
      throw options.wrong(
          "--run-date " + runDate + " is after --as-known " + asKnown + ": it was not known then");
    }
    return Optional.of(
        new LedgerQuestion.Entitlement(
            Feed.open(options.path(feed)),
            policy == null ? Policy.standard() : PolicyFile.read(options.path(policy)),
            ReferenceFiles.ruleNumbers(),
            day));
  }

  private static List<String> closings(Database database, OptionalLong known) {
    try (SingleConnectionDataSource connection = database.reading()) {
      List<String> lines =
          new Ledger(connection)
              .closings().stream()
                  .filter(closing -> closing.runDate() <= known.orElse(Long.MAX_VALUE))
                  .map(LedgerCommand::inWords)
                  .toList();
      return lines.isEmpty() ? List.of("nothing has been closed") : lines;
    }
  }

  private static String inWords(Closing closing) {
    return "closing %d: %s of %s on %s, %,d lines of pay, %s, %,d held (%s), hash %s"
        .formatted(
            closing.number(),
            closing.kind(),
            closing.payPeriod(),
            LocalDate.ofEpochDay(closing.runDate()),
            closing.lines(),
            Pounds.written(closing.amountPence()),
            closing.held(),
            Pounds.written(closing.heldPence()),
            closing.hash().substring(0, 16));
  }
}
