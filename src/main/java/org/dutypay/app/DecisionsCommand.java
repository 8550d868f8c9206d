package org.dutypay.app;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dutypay.job.DecisionsQuestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code decisions}: what people have decided about exceptions. */
@Command(
    name = DecisionsCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Lists every decision that nights and closes have read from decisions.csv, who made it, and"
            + " whether it was kept or why it was not applied; with --exception, also what the"
            + " exception's facts have been. It only reads.",
    footer = {
      "",
      "Without --out or --db it looks into the database of the sample night, once there is one.",
      "Example: jobs/decisions --officer A1 --out pay/out",
      "Exit codes: 0 done, 1 failed, 2 wrong usage.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class DecisionsCommand implements Callable<Integer> {

  static final String NAME = "decisions";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final int HEXADECIMAL = 16;

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--officer", paramLabel = "ID", description = "Only about this officer.")
  private String officer = "";

  @Option(
      names = "--exception",
      paramLabel = "ID",
      description = "Only about this exception, and its facts over the nights.")
  private @Nullable String exception;

  @Option(names = "--csv", description = "Write the decisions as CSV.")
  private boolean asCsv;

  @Mixin private final DatabaseOptions where = new DatabaseOptions();

  @Override
  public Integer call() {
    Options options = new Options(command);
    DecisionsQuestion question = new DecisionsQuestion(officer, exceptionId(options), asCsv);
    PrintWriter say = options.spec().commandLine().getOut();
    question
        .answer(where.database(options, Optional.of(SampleNight.night())))
        .forEach(say::println);
    say.flush();
    return ExitCode.DONE.number();
  }

  private OptionalLong exceptionId(Options options) {
    if (exception == null) {
      return OptionalLong.empty();
    }
    if (!ID.matcher(exception).matches()) {
      throw options.wrong(
          "--exception takes an exception_id of exceptions.csv, 16 hexadecimal digits, not '"
              + exception
              + "'");
    }
    return OptionalLong.of(Long.parseUnsignedLong(exception, HEXADECIMAL));
  }
}
