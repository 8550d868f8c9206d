package org.dutypay.job;

import java.nio.file.Path;
import org.dutypay.feed.Feed;
import org.dutypay.ledger.Database;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;

/**
 * What one run of a job was asked to do with a feed, checked.
 *
 * @param job its name, such as {@code nightly-pay}
 * @param feedFolder absolute
 * @param out absolute; the folder for the files
 * @param from first force day reported, an epoch day
 * @param to last force day reported
 * @param policyFile its name, empty where the standard policy holds
 * @param runDate the business day of the run, an epoch day
 * @param workers how many partitions are paid at once, at least 1; never changes what comes out
 * @param version the program's
 */
public record Order(
    String job,
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

  public Order {
    if (workers < 1) {
      throw new IllegalArgumentException("There is at least one worker, not " + workers);
    }
  }
}
