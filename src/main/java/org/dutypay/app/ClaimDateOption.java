package org.dutypay.app;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --claim-date}, of the jobs that look back two years from it. */
final class ClaimDateOption {

  @Option(
      names = "--claim-date",
      paramLabel = "DATE",
      description = "The day from which two years are counted back (default: the run date).")
  private @Nullable String claimDate;

  /** The day as an epoch day. */
  long date(FeedOptions options) {
    String claimed = claimDate == null ? options.runDate() : claimDate;
    return claimed == null
        ? LocalDate.now(ZoneId.of("Europe/London")).toEpochDay()
        : options.date("--claim-date", claimed);
  }
}
