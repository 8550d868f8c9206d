package org.dutypay.app;

import java.util.concurrent.Callable;
import org.dutypay.job.BearScotlandTask;
import org.dutypay.job.FeedTask;
import org.dutypay.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bear-scotland}: the competing methods of holiday pay side by side. */
@Command(
    name = BearScotlandTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Reads a feed and writes what each of the competing methods of holiday pay gives for a past"
            + " range, with and without each disputed element, beside what was paid: tables, a"
            + " workbook and a page. Nothing is paid by it.",
    footer = {
      "",
      "Without options it runs on the sample of sample-data/args, into"
          + " sample-data/ledger/out-bear-scotland.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class BearScotland implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();
  @Mixin private final ClaimDateOption claim = new ClaimDateOption();

  private record Plan(long claimDate) implements Launch.Plan {

    @Override
    public FeedTask<?> at(Workplace workplace) {
      return new BearScotlandTask(workplace, claimDate);
    }

    @Override
    public String identity() {
      return "\nclaim-date " + claimDate;
    }
  }

  @Override
  public Integer call() {
    return options.run(BearScotlandTask.JOB, new Plan(claim.date(options)));
  }
}
