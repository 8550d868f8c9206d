package org.dutypay.app;

import org.dutypay.job.FeedTask;
import org.dutypay.job.RetroChoice;
import org.dutypay.job.Workplace;
import picocli.CommandLine.Option;

/** How closed periods are settled, asked of the jobs that do. */
final class RetroOptions {

  @Option(
      names = "--allow-recovery",
      description =
          "Take back more of a closed period's pay than recovery-limit-percent allows, once"
              + " somebody has looked at it.")
  private boolean mayRecover;

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
    return new RetroChoice(mayRecover, reckonsAll);
  }

  /** A run that may recover is another run than one that may not. */
  String identity() {
    return mayRecover ? "\nallow-recovery" : "";
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
