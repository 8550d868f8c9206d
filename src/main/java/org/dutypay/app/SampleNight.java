package org.dutypay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutypay.job.Night;

/** The night of {@code sample-data/args}, which a job runs when it is given no options. */
final class SampleNight {

  private static final String OUT = "--out";
  private static final Set<String> PATHS = Set.of("--feed", OUT, "--policy");

  private SampleNight() {}

  /**
   * The command with the sample's options, whose relative paths start at the program's own folder;
   * where that cannot be written, the files go to the working directory. Without a sample, the
   * command alone, which then says what it needs.
   */
  static String[] arguments() {
    return read().toArray(String[]::new);
  }

  /** The sample's options by their names; none without a sample. */
  static Map<String, String> options() {
    List<String> arguments = read();
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    return options;
  }

  private static List<String> read() {
    Path home = Path.of(System.getProperty("dutypay.home", "")).toAbsolutePath().normalize();
    Path folder = home.resolve("sample-data");
    List<String> arguments = new ArrayList<>(List.of(Night.JOB));
    try {
      arguments.addAll(List.of(Files.readString(folder.resolve("args")).strip().split("\\s+")));
    } catch (IOException e) {
      return List.of(Night.JOB);
    }
    for (int i = 1; i + 1 < arguments.size(); i++) {
      if (PATHS.contains(arguments.get(i))) {
        boolean elsewhere = arguments.get(i).equals(OUT) && !Files.isWritable(folder);
        Path path = elsewhere ? Path.of("dutypay-sample-out") : home.resolve(arguments.get(i + 1));
        arguments.set(i + 1, path.toString());
      }
    }
    return arguments;
  }
}
