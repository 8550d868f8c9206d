package org.dutypay.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A year of six officers, as their force's systems would have sent it on any day. Each row in
 * {@code resources/sample-year} says from which day on and until which day it is sent, so that late
 * sheets, corrected rosters, decisions and awards arrive when they did.
 */
public final class SampleYear {

  private static final String FOLDER = "/sample-year/";
  private static final List<String> FILES =
      List.of(
          "officers.csv",
          "roster.csv",
          "timesheets.csv",
          "pay-scales.csv",
          "paid-history.csv",
          "decisions.csv");

  /**
   * One step of the year.
   *
   * @param folder where its files go
   * @param runDate the day of the feed and of the run
   * @param arguments the command and its options, without feed, out and run date
   * @param sentence what it shows
   */
  public record Step(String folder, LocalDate runDate, List<String> arguments, String sentence) {
    public Step {
      arguments = List.copyOf(arguments);
    }
  }

  private SampleYear() {}

  /** The steps in their order. */
  public static List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    for (String line : lines("steps.txt")) {
      String[] parts = line.split("\\s*\\|\\s*", 4);
      steps.add(
          new Step(parts[0], LocalDate.parse(parts[1]), List.of(parts[2].split("\\s+")), parts[3]));
    }
    return steps;
  }

  /** Writes the feed as it is sent on a day; a file without any row is left out. */
  public static void write(Path folder, LocalDate sentOn) throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      List<String> rows = new ArrayList<>();
      List<String> all = lines(file);
      for (String row : all.subList(1, all.size())) {
        String[] cells = row.split(",", 3);
        boolean hasBegun = !LocalDate.parse(cells[0]).isAfter(sentOn);
        boolean hasEnded = !cells[1].isEmpty() && LocalDate.parse(cells[1]).isBefore(sentOn);
        if (hasBegun && !hasEnded) {
          rows.add(cells[2]);
        }
      }
      if (rows.isEmpty()) {
        Files.deleteIfExists(folder.resolve(file));
      } else {
        String header = all.getFirst().split(",", 3)[2];
        Files.writeString(folder.resolve(file), header + "\n" + String.join("\n", rows) + "\n");
      }
    }
  }

  private static List<String> lines(String file) throws IOException {
    InputStream resource = SampleYear.class.getResourceAsStream(FOLDER + file);
    if (resource == null) {
      throw new IllegalStateException("The program's " + FOLDER + file + " is missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
