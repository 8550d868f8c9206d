package org.dutypay.app;

import java.util.concurrent.Callable;
import org.dutypay.job.HolidayPayTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code holiday-pay}: normal pay for leave that was taken. */
@Command(
    name = HolidayPayTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Reads a feed and writes holiday pay for the annual leave of a period: payroll.csv, by the"
            + " policy's holiday-pay-method, from what the ledger and paid-history.csv say has been"
            + " paid.",
    footer = {
      "",
      "Without options it runs on the sample of sample-data/args, into"
          + " sample-data/ledger/out-holiday-pay.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class HolidayPay implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();

  @Override
  public Integer call() {
    return options.run(HolidayPayTask.JOB, HolidayPayTask::new);
  }
}
