package org.dutypay.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.dutypay.feed.FeedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Every command there is. The executables in {@code jobs/} name one of them each. */
@Command(
    name = "dutypay",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description =
        "Overtime and allowances of police forces in England and Wales, from rosters and"
            + " timesheets.",
    subcommands = {
      NightlyPay.class,
      ClosePeriod.class,
      LedgerCommand.class,
      Arrears.class,
      AcceptArrears.class,
      DecisionsCommand.class,
      SampleYearTour.class,
      HolidayPay.class,
      BearScotland.class,
      Recharge.class,
      ComparePolicy.class,
      VerifyOutput.class,
      Explain.class,
      MakeFeed.class
    })
public final class Commands {

  private Commands() {}

  /** Runs the command that the first argument names and gives its exit code. */
  public static int execute(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    return execute(out, err, arguments);
  }

  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    // Numbers in messages and pages are British, whatever the machine's language.
    Locale.setDefault(Locale.UK);
    CommandLine commands = new CommandLine(new Commands());
    commands.setOut(out);
    commands.setErr(err);
    commands.setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong));
    commands.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    boolean isSample = arguments.length == 1 && SampleNight.JOBS.contains(arguments[0]);
    return commands.execute(isSample ? SampleNight.arguments(arguments[0]) : arguments);
  }

  private static int wrongUsage(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandName();
    say(
        wrong.getCommandLine(),
        oneLine(String.valueOf(wrong.getMessage()))
            + " ("
            + command
            + " --help lists the options)");
    return ExitCode.WRONG_USAGE.number();
  }

  private static int failed(Exception failure, CommandLine command) {
    say(command, oneLine(String.valueOf(failure.getMessage())));
    return (failure instanceof FeedException ? ExitCode.WRONG_USAGE : ExitCode.FAILED).number();
  }

  private static void say(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandName() + ": " + message);
    err.flush();
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The version as the build wrote it into application.properties. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"dutypay " + number()};
    }

    static String number() {
      Properties properties = new Properties();
      try (InputStream in = Version.class.getResourceAsStream("/application.properties")) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return properties.getProperty("dutypay.version");
    }
  }
}
