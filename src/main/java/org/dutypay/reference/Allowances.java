package org.dutypay.reference;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The published allowances, mileage rates and limits of awards, each from a day on (rulebook 12). A
 * day before the first known value has none.
 */
public final class Allowances {

  /** What is published. Amounts are pounds with four decimals, the extra-dog share a number. */
  public enum Allowance {
    ON_CALL,
    AWAY_OVERNIGHT,
    HARDSHIP,
    DOG_HANDLER,
    DOG_HANDLER_EXTRA_SHARE,
    LONDON_WEIGHTING,
    LONDON_ALLOWANCE_CAP,
    SOUTH_EAST_ALLOWANCE_CAP_HIGHER,
    SOUTH_EAST_ALLOWANCE_CAP_LOWER,
    MILEAGE_FIRST_10000,
    MILEAGE_AFTER,
    BONUS_MIN,
    BONUS_MAX,
    TEAM_AWARD_MIN,
    TEAM_AWARD_MAX,
    TARGETED_PAYMENT_MAX
  }

  /**
   * One value.
   *
   * @param effectiveFrom first epoch day
   * @param tenThousandths pounds, or for a share a number, × 10,000
   * @param evidence how it is known, such as {@code published}
   */
  public record Value(
      Allowance allowance, long effectiveFrom, long tenThousandths, String evidence) {}

  private final Map<Allowance, NavigableMap<Long, Value>> values = new EnumMap<>(Allowance.class);

  /**
   * @throws IllegalArgumentException for an allowance without values, or with two from one day
   */
  public Allowances(Collection<Value> given) {
    for (Value value : given) {
      NavigableMap<Long, Value> dated =
          values.computeIfAbsent(value.allowance(), allowance -> new TreeMap<>());
      if (dated.put(value.effectiveFrom(), value) != null) {
        throw new IllegalArgumentException(value.allowance() + " has two values from one day");
      }
    }
    for (Allowance allowance : Allowance.values()) {
      if (!values.containsKey(allowance)) {
        throw new IllegalArgumentException(allowance + " has no value");
      }
    }
  }

  /** Its value on a day × 10,000; empty before the first known one. */
  public Optional<Long> tenThousandths(Allowance allowance, long on) {
    Map.Entry<Long, Value> value = values.getOrDefault(allowance, new TreeMap<>()).floorEntry(on);
    return value == null ? Optional.empty() : Optional.of(value.getValue().tenThousandths());
  }

  /** Its value on a day in pence; empty before the first known one. */
  public Optional<Long> pence(Allowance allowance, long on) {
    return tenThousandths(allowance, on).map(value -> value / 100);
  }
}
