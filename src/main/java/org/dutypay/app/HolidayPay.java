package org.dutypay.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.job.ClosedAlready;
import org.dutypay.job.FeedTask;
import org.dutypay.job.HolidayPayTask;
import org.dutypay.job.Order;
import org.dutypay.job.WorkFolder;
import org.dutypay.job.Workplace;
import org.dutypay.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(
      names = "--final",
      description =
          "Put the lines into the ledger and lock the month for holiday pay; given again, the same"
              + " files are written once more.")
  private boolean isFinal;

  @Mixin private final RecoveryOption recovery = new RecoveryOption();

  @Override
  public Integer call() {
    return options.run(HolidayPayTask.JOB, new Plan());
  }

  private final class Plan implements Launch.Plan {

    @Override
    public FeedTask<?> at(Workplace workplace) {
      return new HolidayPayTask(workplace, isFinal, recovery.isGiven());
    }

    @Override
    public String identity() {
      return (isFinal ? "\nfinal" : "") + recovery.identity();
    }

    @Override
    public Optional<List<String>> instead(Order order, HikariDataSource database, WorkFolder work)
        throws IOException {
      return isFinal
          ? ClosedAlready.writeAgain(Ledger.Kind.HOLIDAY_PAY, order, database, work)
          : Optional.empty();
    }
  }
}
