package org.dutypay.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.feed.RatesFile;
import org.dutypay.job.ComparePolicyTask;
import org.dutypay.job.ComparisonOrder;
import org.dutypay.job.FeedTask;
import org.dutypay.job.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare-policy}: what changes between two policies or rate tables. */
@Command(
    name = ComparePolicyTask.JOB,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    sortOptions = false,
    description =
        "Pays a feed under two policies or rate tables and writes what changes: cost by element,"
            + " officers better and worse off, exceptions gained and lost. Nothing of it is"
            + " remembered.",
    footer = {
      "",
      "Without options it runs on the sample of sample-data/args and sample-data/policy-b.yml, into"
          + " sample-data/out-compare-policy.",
      "A is --policy and the feed's rates; B has --policy-b, --rates-b or both instead.",
      "Exit codes: 0 done, 1 failed (the same command again resumes), 2 wrong usage, 3 totals do"
          + " not reconcile.",
      "The password of --db is read from the environment variable DUTYPAY_DB_PASSWORD."
    })
final class ComparePolicy implements Callable<Integer> {

  @Mixin private final FeedOptions options = new FeedOptions();

  @Option(
      names = "--policy-b",
      paramLabel = "FILE",
      description = "The policy to compare with (default: that of --policy).")
  private @Nullable String policyB;

  @Option(
      names = "--rates-b",
      paramLabel = "FILE",
      description =
          "Rates in the form of pay-scales.csv, added to the built-in ones instead of the feed's"
              + " (default: the feed's).")
  private @Nullable String ratesB;

  /** The comparison, and what makes it this one. */
  private record Plan(ComparisonOrder b) implements Launch.Plan {

    @Override
    public FeedTask<?> at(Workplace workplace) {
      return new ComparePolicyTask(workplace, b);
    }

    @Override
    public String identity() {
      return b.identity();
    }
  }

  @Override
  public Integer call() {
    if (policyB == null && ratesB == null) {
      throw options.wrong("there is nothing to compare with: give --policy-b, --rates-b or both");
    }
    FeedOptions.ChosenPolicy policy = policyB == null ? options.policy() : options.policy(policyB);
    return options.run(
        ComparePolicyTask.JOB,
        new Plan(
            new ComparisonOrder(
                policy.file(),
                policy.policy(),
                Optional.ofNullable(ratesB).map(file -> RatesFile.read(options.path(file))))));
  }
}
