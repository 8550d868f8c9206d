package org.dutypay.app;

import java.util.concurrent.Callable;
import org.dutypay.job.RechargeTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code recharge}: what hosts repay for seconded officers. */
@Command(
    name = RechargeTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Reads a feed and writes what hosts repay for seconded officers: recharge.csv, and a"
            + " statement for each host.",
    footer = {
      "",
      "Without options it runs on the sample of sample-data/args, into sample-data/out-recharge.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class Recharge implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();

  @Override
  public Integer call() {
    return options.run(RechargeTask.JOB, RechargeTask::new);
  }
}
