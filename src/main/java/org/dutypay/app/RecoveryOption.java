package org.dutypay.app;

import org.dutypay.job.FeedTask;
import org.dutypay.job.Workplace;
import picocli.CommandLine.Option;

/** {@code --allow-recovery}, of the jobs that settle closed periods. */
final class RecoveryOption {

  @Option(
      names = "--allow-recovery",
      description =
          "Take back more of a closed period's pay than recovery-limit-percent allows, once"
              + " somebody has looked at it.")
  private boolean isAllowed;

  /** What a job does, with the option's answer. */
  interface Making {
    FeedTask<?> at(Workplace workplace, boolean mayRecover);
  }

  boolean isAllowed() {
    return isAllowed;
  }

  /** A run with the option is another run than one without. */
  String identity() {
    return isAllowed ? "\nallow-recovery" : "";
  }

  Launch.Plan plan(Making making) {
    return new Launch.Plan() {
      @Override
      public FeedTask<?> at(Workplace workplace) {
        return making.at(workplace, isAllowed);
      }

      @Override
      public String identity() {
        return RecoveryOption.this.identity();
      }
    };
  }
}
