package org.dutypay.app;

import java.util.concurrent.Callable;
import org.dutypay.job.NightlyPayTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nightly-pay}: provisional payroll, balances and exceptions. */
@Command(
    name = NightlyPayTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Reads a feed of rosters and timesheets, applies the pay rules and writes provisional"
            + " payroll, balances and exceptions.",
    footer = {
      "",
      "Without options it runs the sample night of sample-data/args.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class NightlyPay implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();

  @Mixin private final NightOptions night = new NightOptions();

  @Override
  public Integer call() {
    return options.run(NightlyPayTask.JOB, night.plan(NightlyPayTask::new));
  }
}
