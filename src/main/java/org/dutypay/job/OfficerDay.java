package org.dutypay.job;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.dutypay.feed.Feed;
import org.dutypay.feed.FeedException;
import org.dutypay.ledger.Database;
import org.dutypay.reference.Policy;
import org.dutypay.reference.RuleNumbers;
import org.dutypay.rules.Explanation;

/**
 * One officer's force day out of a feed, explained outside any run: read and assessed as a night
 * over the day's calendar month would, in a folder of its own that is deleted again; nothing is
 * remembered.
 *
 * @param date the force day, an epoch day
 * @param runDate the business day of the run, an epoch day
 * @param memory whose kept decisions hold as well; empty = those of the feed alone
 */
public record OfficerDay(
    Feed feed,
    Policy policy,
    RuleNumbers numbers,
    String officerId,
    long date,
    long runDate,
    Optional<Database> memory) {

  /**
   * Reads the feed and explains the day.
   *
   * @throws FeedException where the feed has no such officer
   */
  public Explanation explain() throws IOException {
    LocalDate day = LocalDate.ofEpochDay(date);
    OfficerOfFeed.Read read =
        new OfficerOfFeed(feed, policy, numbers, officerId, runDate, memory)
            .read(
                Math.max(numbers.firstDay(), day.withDayOfMonth(1).toEpochDay()),
                day.with(TemporalAdjusters.lastDayOfMonth()).toEpochDay());
    return read.engine().explain(read.officer(), date);
  }
}
