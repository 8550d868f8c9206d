package org.dutypay.job;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutypay.reference.Policy;

/** In what a policy differs from the one that arrears were proposed under. */
final class OtherPolicy {

  /** Keys that decide nothing of what a night pays. */
  private static final Set<Policy.Key> OF_NO_PAY =
      EnumSet.of(
          Policy.Key.ARREARS_LIMIT,
          Policy.Key.CHANGE_THRESHOLD_POUNDS,
          Policy.Key.CLAIM_CONFLICTS,
          Policy.Key.DUTY_NOT_BOOKED,
          Policy.Key.HOLIDAY_PAY_METHOD,
          Policy.Key.HOLIDAY_PAY_PERCENTAGE,
          Policy.Key.RECHARGE_ON_COSTS_PERCENT,
          Policy.Key.RECOVERY_LIMIT_PERCENT,
          Policy.Key.REPORT_NAMES,
          Policy.Key.RETRO_MONTHS);

  private OtherPolicy() {}

  /**
   * The keys that pay otherwise, as {@code rounding=DOWN}; empty where none does.
   *
   * @param then key and value, one a line
   */
  static Optional<String> inWords(Policy now, String then) {
    List<String> before = then.lines().toList();
    Set<String> paying =
        Arrays.stream(Policy.Key.values())
            .filter(key -> !OF_NO_PAY.contains(key))
            .map(Policy.Key::text)
            .collect(Collectors.toSet());
    String changed =
        now.text()
            .lines()
            .filter(line -> !before.contains(line))
            .filter(line -> paying.contains(line.substring(0, line.indexOf(':'))))
            .map(line -> line.replace(": ", "="))
            .collect(Collectors.joining(", "));
    return changed.isEmpty() ? Optional.empty() : Optional.of(changed);
  }
}
