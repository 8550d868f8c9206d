package org.dutypay.app;

import org.dutypay.job.FeedTask;
import org.dutypay.job.RetroChoice;
import org.dutypay.job.Workplace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How closed periods are settled, asked of the jobs that do. */
final class RetroOptions {

  @Mixin private final RecoveryOption recovery = new RecoveryOption();

  @Option(
      names = "--recompute-all",
      description =
          "Reckon closed periods afresh for every officer, not only for those of whom something has"
              + " changed; it gives the same and takes longer.")
  private boolean reckonsAll;

  /** What a job does, with these choices. */
  interface Making {
    FeedTask<?> at(Workplace workplace, RetroChoice choice);
  }

  RetroChoice choice() {
    return new RetroChoice(recovery.isGiven(), reckonsAll);
  }

  String identity() {
    return recovery.identity();
  }

  Launch.Plan plan(Making making) {
    return new Launch.Plan() {
      @Override
      public FeedTask<?> at(Workplace workplace) {
        return making.at(workplace, choice());
      }

      @Override
      public String identity() {
        return RetroOptions.this.identity();
      }
    };
  }
}
