package org.dutypay.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.job.ClosePeriodTask;
import org.dutypay.job.ClosedAlready;
import org.dutypay.job.FeedTask;
import org.dutypay.job.Order;
import org.dutypay.job.WorkFolder;
import org.dutypay.job.Workplace;
import org.dutypay.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code close-period}: a month's pay made final. */
@Command(
    name = ClosePeriodTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Reads a feed, writes what nightly-pay would for a calendar month, puts every line into the"
            + " ledger and locks the month. Closed again, it writes the same files once more.",
    footer = {
      "",
      "Without options it closes the month of sample-data/args, into sample-data/ledger.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class ClosePeriod implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();
  @Mixin private final NightOptions night = new NightOptions();

  @Override
  public Integer call() {
    return options.run(ClosePeriodTask.JOB, new Plan());
  }

  private final class Plan implements Launch.Plan {

    @Override
    public FeedTask<?> at(Workplace workplace) {
      return night.task(workplace, ClosePeriodTask::new);
    }

    @Override
    public String identity() {
      return night.identity();
    }

    @Override
    public Optional<List<String>> instead(Order order, HikariDataSource database, WorkFolder work)
        throws IOException {
      return ClosedAlready.writeAgain(Ledger.Kind.PAYROLL, order, database, work);
    }
  }
}
