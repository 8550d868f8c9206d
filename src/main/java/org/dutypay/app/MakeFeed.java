package org.dutypay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.dutypay.sample.InventedFeed;
import org.dutypay.sample.SampleFeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code make-feed}: writes the feed of an invented force. */
@Command(
    name = "make-feed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Makes up a feed: officers, rosters and timesheets of a force that does not exist.",
    footer = {
      "",
      "The same options give the same files. Examples:",
      "  jobs/make-feed --officers 20000 --from 2024-05-01 --to 2024-05-31 --out feed",
      "  jobs/make-feed --sample --out sample-data/input"
    })
public final class MakeFeed implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--officers", paramLabel = "N", description = "How many officers.")
  private @Nullable Integer officers;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day of roster and timesheets.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
  private @Nullable String to;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Another number makes up another force (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--clean", description = "No bad rows, and nothing that someone has to look at.")
  private boolean clean;

  @Option(
      names = "--sample",
      description = "The sample data instead: its size, days and seed are fixed.")
  private boolean sample;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files; made where it does not exist.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Path folder = given(out, "--out");
    try {
      InventedFeed.Rows rows = write(folder);
      System.err.printf(
          "%s: %,d officers, %,d roster rows, %,d timesheets%n",
          folder, rows.officers(), rows.roster(), rows.timesheets());
      return 0;
    } catch (IOException e) {
      System.err.printf(
          "make-feed: cannot write to %s (%s). Choose another folder with --out.%n",
          folder, e.getMessage());
      return 1;
    }
  }

  private InventedFeed.Rows write(Path folder) throws IOException {
    if (sample) {
      if (officers != null || from != null || to != null || clean) {
        throw wrongUsage("--sample takes no option but --out: its officers and days are fixed");
      }
      Files.createDirectories(folder);
      return SampleFeed.write(folder);
    }
    InventedFeed.Extent extent = extent();
    Files.createDirectories(folder);
    return InventedFeed.write(folder, extent);
  }

  private InventedFeed.Extent extent() {
    try {
      return new InventedFeed.Extent(
          given(officers, "--officers"), date(from, "--from"), date(to, "--to"), seed, !clean);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private long date(@Nullable String text, String option) {
    try {
      return LocalDate.parse(given(text, option)).toEpochDay();
    } catch (DateTimeException e) {
      throw wrongUsage(option + " takes a date such as 2024-05-01, not '" + text + "'");
    }
  }

  private <T> T given(@Nullable T value, String option) {
    if (value == null) {
      throw wrongUsage(option + " is missing");
    }
    return value;
  }

  private RuntimeException wrongUsage(@Nullable String message) {
    return spec == null
        ? new IllegalStateException(message)
        : new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
