package org.dutypay.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dutypay.job.ProposalDecision;
import org.dutypay.ledger.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code accept-arrears}: what somebody decides about proposed arrears. */
@Command(
    name = AcceptArrears.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Decides about the lines of a proposal that jobs/arrears has made. Accepted lines are paid"
            + " with the next payroll; what was paid outside counts as paid; what is refused is not"
            + " proposed again. A line is decided once.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class AcceptArrears implements Callable<Integer> {

  static final String NAME = "accept-arrears";

  private static final Set<String> OUTCOMES = Set.of("ACCEPTED", "PAID_OUTSIDE", "REFUSED");

  @Spec private @Nullable CommandSpec command;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROPOSAL",
      description = "The proposal, as jobs/arrears named it.")
  private @Nullable String proposal;

  @Option(names = "--list", description = "Only list the proposals that are open.")
  private boolean listOnly;

  @Option(
      names = "--only",
      paramLabel = "OFFICER[/DATE[/ELEMENT]]",
      description =
          "Only these lines, such as A1, A1/2024-05-03 or A1/2024-05-03/OVERTIME; may be given more"
              + " than once (default: every line that is undecided).")
  private List<String> only = List.of();

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Who decides; never an officer about own lines.")
  private @Nullable String by;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "ACCEPTED (default), PAID_OUTSIDE or REFUSED.")
  private String outcome = "ACCEPTED";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with the decision.")
  private String reason = "";

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "The day of the decision (default: today).")
  private @Nullable String runDate;

  @Mixin private final DatabaseOptions where = new DatabaseOptions();

  @Override
  public Integer call() {
    Options options = new Options(command);
    PrintWriter say = options.spec().commandLine().getOut();
    Database database = where.database(options, Optional.empty());
    if (listOnly) {
      ProposalDecision.open(database).forEach(say::println);
      say.flush();
      return ExitCode.DONE.number();
    }
    if (!OUTCOMES.contains(outcome)) {
      throw options.wrong(
          "--outcome takes ACCEPTED, PAID_OUTSIDE or REFUSED, not '" + outcome + "'");
    }
    long decidedOn =
        runDate == null
            ? LocalDate.now(ZoneId.of("Europe/London")).toEpochDay()
            : options.date("--run-date", runDate);
    ProposalDecision decision =
        new ProposalDecision(
            options.given(proposal, "name the proposal, or --list to see which are open"),
            only,
            outcome,
            options
                .given(
                    by == null || by.isBlank() ? null : by, "--by says who decides: it is missing")
                .strip(),
            decidedOn,
            reason);
    try {
      decision.make(database).forEach(say::println);
    } catch (IllegalArgumentException e) {
      throw options.wrong(e.getMessage());
    }
    say.flush();
    return ExitCode.DONE.number();
  }
}
