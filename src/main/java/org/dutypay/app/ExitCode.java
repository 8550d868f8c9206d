package org.dutypay.app;

/** How a command ends, for the programs around it (contract 1). */
enum ExitCode {
  /** Done, also with exceptions to review. */
  DONE(0),
  /** Nothing in the output folder was replaced; the same command again resumes. */
  FAILED(1),
  /** Said in one line before anything is read. */
  WRONG_USAGE(2),
  /** Done, but control totals do not reconcile. */
  UNRECONCILED(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
