package org.dutypay.app;

import picocli.CommandLine.Option;

/** Asked of the jobs that may take back what was paid for good. */
final class RecoveryOption {

  @Option(
      names = "--allow-recovery",
      description =
          "Take back more of a closed period's pay than recovery-limit-percent allows, once"
              + " somebody has looked at it.")
  private boolean isGiven;

  boolean isGiven() {
    return isGiven;
  }

  /** A run that may recover is another run than one that may not. */
  String identity() {
    return isGiven ? "\nallow-recovery" : "";
  }
}
