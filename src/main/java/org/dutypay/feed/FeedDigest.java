package org.dutypay.feed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a feed is, by its bytes: part of a run's identity.
 *
 * @param sha256 by file name, in the order of {@link FeedFile}, in hexadecimal
 * @param bytes of all files together
 */
public record FeedDigest(Map<String, String> sha256, long bytes) {

  public FeedDigest {
    sha256 = Collections.unmodifiableMap(new LinkedHashMap<>(sha256));
  }

  /** One line a file: what a run's identity is hashed over. */
  public String text() {
    StringBuilder text = new StringBuilder();
    sha256.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    return text.toString();
  }
}
