package org.dutypay.app;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dutypay.sample.SampleYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample-year}: a year of pay from close to close, for whoever evaluates the program. */
@Command(
    name = SampleYearTour.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Runs a year of six made-up officers: twelve closes, with a late timesheet, a changed"
            + " roster, a released exception, an award that was known late, holiday pay and arrears"
            + " in between. It says of each step what it shows, and compares its files with"
            + " sample-data/expected-year.",
    footer = {
      "",
      "Exit codes: 0 every step gave what is expected, 1 one did not, 2 wrong usage.",
      "Each step is an ordinary command, printed before it runs; its feed is in DIR/feed."
    })
final class SampleYearTour implements Callable<Integer> {

  static final String NAME = "sample-year";

  /** What the tour repeats of a close's summary: its sum, what is held, and that it is final. */
  private static final Pattern TOLD = Pattern.compile("  in all|closed| +[0-9a-f]{16} ");

  private static final String MARK = ".sample-year";
  private static final int DIFFERENCES_SHOWN = 8;

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the year; emptied where it holds an earlier one (default:"
              + " sample-data/year).")
  private @Nullable String out;

  private int unexpected;

  @Override
  public Integer call() throws IOException {
    Options options = new Options(command);
    PrintWriter say = options.spec().commandLine().getOut();
    Path home = Path.of(System.getProperty("dutypay.home", "")).toAbsolutePath().normalize();
    Path sample = home.resolve("sample-data");
    Path folder =
        out == null
            ? (Files.isWritable(sample) ? sample.resolve("year") : options.path("sample-year"))
            : options.path(out);
    begin(folder, options);
    List<SampleYear.Step> steps = SampleYear.steps();
    for (int i = 0; i < steps.size(); i++) {
      SampleYear.Step step = steps.get(i);
      say.printf("%n%d. %s%n", i + 1, step.sentence());
      int code = run(step, folder, say);
      if (code != 0) {
        say.flush();
        return code;
      }
      compare(
          folder.resolve(step.folder()),
          sample.resolve("expected-year").resolve(step.folder()),
          say);
      say.flush();
    }
    say.printf(
        "%n%d steps done, %s; their files: %s%n",
        steps.size(),
        unexpected == 0 ? "each gave what is expected" : unexpected + " files are not as expected",
        folder);
    say.println("Given again, a command finds the feed and the ledger as the year has left them.");
    say.flush();
    return (unexpected == 0 ? ExitCode.DONE : ExitCode.FAILED).number();
  }

  /** An earlier year in the folder is removed; anything else there is refused. */
  private static void begin(Path folder, Options options) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent() && !Files.exists(folder.resolve(MARK))) {
        throw options.wrong(
            "--out " + folder + " holds other files: name a folder that is empty or not there");
      }
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted((one, other) -> other.compareTo(one)).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
    Files.writeString(folder.resolve(MARK), "");
  }

  private static int run(SampleYear.Step step, Path folder, PrintWriter say) throws IOException {
    Path feed = folder.resolve("feed");
    SampleYear.write(feed, step.runDate());
    List<String> arguments = new ArrayList<>(step.arguments());
    if (takesRunDate(step)) {
      arguments.addAll(List.of("--run-date", step.runDate().toString()));
    }
    if (takesFeed(step)) {
      arguments.addAll(List.of("--feed", shown(feed)));
    }
    arguments.addAll(List.of("--out", shown(folder.resolve(step.folder()))));
    say.println("   jobs/" + String.join(" ", arguments));
    StringWriter said = new StringWriter();
    StringWriter wrong = new StringWriter();
    int code =
        Commands.execute(
            new PrintWriter(said), new PrintWriter(wrong), arguments.toArray(String[]::new));
    if (code != 0) {
      say.println("   it ended with exit code " + code + ": " + wrong + said);
      return code;
    }
    Path payroll = folder.resolve(step.folder()).resolve("payroll.csv");
    if (Files.exists(payroll)) {
      said.toString()
          .lines()
          .filter(line -> TOLD.matcher(line).lookingAt())
          .forEach(line -> say.println("   " + line.strip()));
      differences(payroll, say);
    } else {
      said.toString()
          .lines()
          .filter(line -> !line.startsWith("files: "))
          .forEach(line -> say.println("   " + line));
    }
    return code;
  }

  /** As somebody would write it who stands in the current folder. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath();
    return (whole.startsWith(here) ? here.relativize(whole) : path).toString();
  }

  private static boolean takesFeed(SampleYear.Step step) {
    return !List.of("accept-arrears", "ledger").contains(step.arguments().getFirst());
  }

  private static boolean takesRunDate(SampleYear.Step step) {
    return !step.arguments().getFirst().equals("ledger");
  }

  /** What was paid for closed periods, and why. */
  private static void differences(Path payroll, PrintWriter say) throws IOException {
    List<Map<String, String>> differences = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(payroll);
        CSVReaderHeaderAware csv = new CSVReaderHeaderAware(text)) {
      for (Map<String, String> line = csv.readMap(); line != null; line = csv.readMap()) {
        if (!"NEW".equals(line.get("line_type"))) {
          differences.add(line);
        }
      }
    } catch (CsvValidationException e) {
      throw new IOException(payroll + " cannot be read: " + e.getMessage(), e);
    }
    for (Map<String, String> line :
        differences.subList(0, Math.min(DIFFERENCES_SHOWN, differences.size()))) {
      say.printf(
          "   %s %s %s %s %s: %s%n",
          line.get("line_type"),
          line.get("officer_id"),
          line.get("work_date"),
          line.get("element"),
          line.get("amount"),
          line.get("note"));
    }
    if (differences.size() > DIFFERENCES_SHOWN) {
      say.printf("   and %d more%n", differences.size() - DIFFERENCES_SHOWN);
    }
  }

  private void compare(Path written, Path expected, PrintWriter say) throws IOException {
    if (!Files.isDirectory(expected)) {
      return;
    }
    try (Stream<Path> files = Files.list(expected)) {
      for (Path file : files.sorted().toList()) {
        Path its = written.resolve(String.valueOf(file.getFileName()));
        if (!Files.exists(its) || Files.mismatch(its, file) >= 0) {
          unexpected++;
          say.println("   NOT AS EXPECTED: " + its + " is not " + file);
        }
      }
    }
  }
}
