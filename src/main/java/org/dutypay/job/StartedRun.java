package org.dutypay.job;

import org.dutypay.feed.FeedDigest;
import org.dutypay.ledger.Runs;

/**
 * A run under way: what the database knows it by.
 *
 * @param digest of the feed as it was when the command was given
 */
public record StartedRun(Runs.Run row, FeedDigest digest) {}
