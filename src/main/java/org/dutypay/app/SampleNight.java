package org.dutypay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutypay.job.ArrearsTask;
import org.dutypay.job.BearScotlandTask;
import org.dutypay.job.ClosePeriodTask;
import org.dutypay.job.ComparePolicyTask;
import org.dutypay.job.HolidayPayTask;
import org.dutypay.job.NightlyPayTask;
import org.dutypay.job.RechargeTask;

/** What {@code sample-data/args} says, which a job over a feed does when it is given no options. */
final class SampleNight {

  /** The jobs that do. */
  static final Set<String> JOBS =
      Set.of(
          NightlyPayTask.JOB,
          RechargeTask.JOB,
          ComparePolicyTask.JOB,
          HolidayPayTask.JOB,
          ClosePeriodTask.JOB,
          ArrearsTask.JOB,
          BearScotlandTask.JOB);

  /** Of them, those that share a ledger, in a folder of its own: the sample night has none. */
  private static final Set<String> WITH_LEDGER =
      Set.of(HolidayPayTask.JOB, ClosePeriodTask.JOB, ArrearsTask.JOB, BearScotlandTask.JOB);

  private static final String OUT = "--out";
  private static final Set<String> PATHS = Set.of("--feed", OUT, "--policy", "--policy-b");

  private SampleNight() {}

  /** The night's options by their names; none without a sample. */
  static Map<String, String> options() {
    String[] arguments = arguments(NightlyPayTask.JOB);
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  /**
   * The job with the sample's options, whose relative paths start at the program's own folder;
   * where that cannot be written, the files go to the working directory. What a job needs beside
   * them stands in a file of its own, such as {@code args-compare-policy}. Another job than the
   * night writes into a folder of its own beside the night's, and those with a ledger into folders
   * beside one another. Without a sample, the job alone, which then says what it needs.
   */
  static String[] arguments(String job) {
    Path home = Path.of(System.getProperty("dutypay.home", "")).toAbsolutePath().normalize();
    Path folder = home.resolve("sample-data");
    List<String> arguments = new ArrayList<>(List.of(job));
    try {
      arguments.addAll(words(folder.resolve("args")));
      Path ofJob = folder.resolve("args-" + job);
      if (Files.exists(ofJob)) {
        arguments.addAll(words(ofJob));
      }
    } catch (IOException e) {
      return new String[] {job};
    }
    for (int i = 1; i + 1 < arguments.size(); i++) {
      if (PATHS.contains(arguments.get(i))) {
        Path path = home.resolve(arguments.get(i + 1));
        boolean isOut = arguments.get(i).equals(OUT);
        arguments.set(i + 1, (isOut ? outFolder(path, folder, job) : path).toString());
      }
    }
    return arguments.toArray(String[]::new);
  }

  /** The folder of the ledger that the sample's jobs share. */
  static Path ledger() {
    return databaseOf(ClosePeriodTask.JOB, Path.of("dutypay-sample-ledger", "out"));
  }

  /** The folder of the sample night's database. */
  static Path night() {
    return databaseOf(NightlyPayTask.JOB, Path.of("dutypay-sample-out"));
  }

  private static Path databaseOf(String job, Path otherwise) {
    Path out = otherwise;
    String[] arguments = arguments(job);
    for (int i = 1; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(OUT)) {
        out = Path.of(arguments[i + 1]);
      }
    }
    return out.toAbsolutePath().resolveSibling("");
  }

  private static Path outFolder(Path ofNight, Path sample, String job) {
    boolean isWritable = Files.isWritable(sample);
    Path night = isWritable ? ofNight : Path.of("dutypay-sample-out");
    if (job.equals(NightlyPayTask.JOB)) {
      return night;
    }
    String name = night.getFileName() + "-" + job;
    return WITH_LEDGER.contains(job)
        ? night.resolveSibling(isWritable ? "ledger" : "dutypay-sample-ledger").resolve(name)
        : night.resolveSibling(name);
  }

  private static List<String> words(Path file) throws IOException {
    return List.of(Files.readString(file).strip().split("\\s+"));
  }
}
