package org.dutypay.report.verify;

import java.io.PrintWriter;

/** Prints what each check found, one line each, and counts. */
final class Findings {

  private static final int MOST_SHOWN = 10;

  private final PrintWriter report;
  private int checks;
  private int failedChecks;

  Findings(PrintWriter report) {
    this.report = report;
  }

  Check check(String what) {
    return new Check(what);
  }

  /** Prints the last line; true where every check holds. */
  boolean conclude() {
    if (failedChecks == 0) {
      report.println("all " + checks + " checks hold");
    } else {
      report.println(failedChecks + " of " + checks + " checks FAIL");
    }
    report.flush();
    return failedChecks == 0;
  }

  /** One check while it is being made. */
  final class Check {

    private final String what;
    private long problems;

    private Check(String what) {
      this.what = what;
    }

    void fail(String problem) {
      fail(what, problem);
    }

    void fail(long line, String problem) {
      fail(what + " line " + line, problem);
    }

    void fail(String file, long line, String problem) {
      fail(file + " line " + line, problem);
    }

    private void fail(String where, String problem) {
      problems++;
      if (problems <= MOST_SHOWN) {
        report.println("FAIL  " + where + ": " + problem);
      }
    }

    void expect(boolean holds, String problem) {
      if (!holds) {
        fail(problem);
      }
    }

    /** Ends the check: what holds, where nothing failed. */
    void end(String holds) {
      checks++;
      if (problems == 0) {
        report.println("ok    " + what + ": " + holds);
      } else {
        failedChecks++;
        if (problems > MOST_SHOWN) {
          report.println("FAIL  " + what + ": and " + (problems - MOST_SHOWN) + " more like these");
        }
      }
      report.flush();
    }
  }
}
