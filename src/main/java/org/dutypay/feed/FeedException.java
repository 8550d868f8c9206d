package org.dutypay.feed;

/**
 * A feed, policy or reference file that a run cannot start with: one line that says what is wrong,
 * where, and what to do.
 */
public final class FeedException extends RuntimeException {

  public FeedException(String message) {
    super(message);
  }

  public FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
