package org.dutypay.app;

import org.dutypay.job.FeedTask;
import org.dutypay.job.Reports;
import org.dutypay.job.RetroChoice;
import org.dutypay.job.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a night and a close are asked beyond the options of every job over a feed. */
final class NightOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Mixin private final RecoveryOption recovery = new RecoveryOption();

  @Option(
      names = "--recompute-all",
      description =
          "Reckon closed periods afresh for every officer, not only for those of whom something has"
              + " changed; it gives the same and takes longer.")
  private boolean reckonsAll;

  private Reports reports = Reports.ALL;

  /** What a job does, with these choices. */
  interface Making {
    FeedTask<?> at(Workplace workplace, RetroChoice choice, Reports reports);
  }

  @Option(
      names = "--reports",
      paramLabel = "WHICH",
      description =
          "Pages and workbooks for people: none, html, xlsx or all (default). The CSV files and the"
              + " manifest are always written.")
  void reports(String given) {
    reports =
        Reports.named(given)
            .orElseThrow(
                () ->
                    new Options(command)
                        .wrong("--reports takes none, html, xlsx or all, not '" + given + "'"));
  }

  FeedTask<?> task(Workplace workplace, Making making) {
    return making.at(workplace, new RetroChoice(recovery.isGiven(), reckonsAll), reports);
  }

  /** A run that writes other files is another run. */
  String identity() {
    return recovery.identity() + reports.identity();
  }

  Launch.Plan plan(Making making) {
    return new Launch.Plan() {
      @Override
      public FeedTask<?> at(Workplace workplace) {
        return task(workplace, making);
      }

      @Override
      public String identity() {
        return NightOptions.this.identity();
      }
    };
  }
}
