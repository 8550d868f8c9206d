package org.dutypay.feed;

/**
 * A file of the feed is not the one that was hashed before the run began: the run fails, and a new
 * one takes the new feed.
 */
public final class FeedChangedException extends RuntimeException {

  FeedChangedException(String file) {
    super(file + " has changed since the run began. Run again when the feed is complete.");
  }
}
