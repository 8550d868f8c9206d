package org.dutypay.job;

import java.util.Optional;
import java.util.stream.Collectors;
import org.dutypay.reference.Policy;

/** In what a policy differs from the one that arrears were proposed under. */
final class OtherPolicy {

  /** Holiday pay is no part of what a night reckons. */
  private static final String OF_HOLIDAY_PAY = "holiday-pay-";

  private OtherPolicy() {}

  /**
   * The keys that pay otherwise, as {@code rounding=DOWN}; empty where none does.
   *
   * @param then key and value, one a line
   */
  static Optional<String> inWords(Policy now, String then) {
    String changed =
        Policy.changed(Policy.deciding(now.text()), then).stream()
            .filter(key -> !key.startsWith(OF_HOLIDAY_PAY))
            .collect(Collectors.joining(", "));
    return changed.isEmpty() ? Optional.empty() : Optional.of(changed);
  }
}
