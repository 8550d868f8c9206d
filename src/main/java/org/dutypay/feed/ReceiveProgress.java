package org.dutypay.feed;

/** Told now and then how far receiving has come. */
@FunctionalInterface
public interface ReceiveProgress {

  /**
   * Tells how far it is.
   *
   * @param rows rows read so far, of all files
   * @param bytes bytes read so far, of the feed's {@link FeedDigest#bytes()}
   */
  void received(long rows, long bytes);
}
