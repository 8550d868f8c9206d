package org.dutypay.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.job.ArrearsChoice;
import org.dutypay.job.ArrearsTask;
import org.dutypay.job.FeedTask;
import org.dutypay.job.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears}: what officers were due in the past against what they were paid. */
@Command(
    name = ArrearsTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Reads a feed and compares what officers were due over a past range, under the policy, with"
            + " what the ledger and paid-history.csv say they were paid: arrears.csv and a"
            + " statement. Nothing is paid until a proposal is accepted (jobs/accept-arrears).",
    footer = {
      "",
      "Without options it runs on the sample of sample-data/args, into"
          + " sample-data/ledger/out-arrears.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class Arrears implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();

  @Option(
      names = "--officer",
      paramLabel = "ID",
      description = "One officer's account, and a statement that the officer can be sent.")
  private String officer = "";

  @Option(
      names = "--holiday-pay",
      description = "Look at holiday pay too, by the policy's holiday-pay-method.")
  private boolean withHolidayPay;

  @Option(
      names = "--propose",
      description = "Propose the differences, for somebody to accept or refuse.")
  private boolean proposes;

  @Option(
      names = "--since-policy",
      paramLabel = "FILE",
      description =
          "Only what --policy gives otherwise than this earlier policy; it is proposed as with"
              + " --propose.")
  private @Nullable String sincePolicy;

  @Mixin private final ClaimDateOption claim = new ClaimDateOption();

  private record Plan(ArrearsChoice choice) implements Launch.Plan {

    @Override
    public FeedTask<?> at(Workplace workplace) {
      return new ArrearsTask(workplace, choice);
    }

    @Override
    public String identity() {
      return choice.identity();
    }
  }

  @Override
  public Integer call() {
    ArrearsChoice choice =
        new ArrearsChoice(
            officer,
            withHolidayPay,
            proposes || sincePolicy != null,
            Optional.ofNullable(sincePolicy).map(file -> options.policy(file).policy()),
            claim.date(options));
    return options.run(ArrearsTask.JOB, new Plan(choice));
  }
}
