package org.dutypay.job;

import java.nio.file.Path;
import org.dutypay.feed.Feed;
import org.dutypay.ledger.Database;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;

/**
 * What one night was asked to do, checked.
 *
 * @param feedFolder absolute
 * @param out absolute; the folder for the files
 * @param from first force day reported, an epoch day
 * @param to last force day reported
 * @param policyFile its name, empty where the standard policy holds
 * @param runDate the business day of the run, an epoch day
 * @param workers how many partitions are paid at once, at least 1; never changes what comes out
 * @param version the program's
 */
public record Night(
    Feed feed,
    Path feedFolder,
    Path out,
    long from,
    long to,
    String policyFile,
    Policy policy,
    RuleNumbers numbers,
    long runDate,
    Database database,
    int workers,
    String version) {

  public static final String JOB = "nightly-pay";

  public Night {
    if (workers < 1) {
      throw new IllegalArgumentException("There is at least one worker, not " + workers);
    }
  }
}
