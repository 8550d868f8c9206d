package org.dutypay.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.dutypay.pay.HourlyRate;

/**
 * Annual rates by pay scale, point and day, as they were known on one run date (rulebook 2). A
 * scale on a day is the set of its rows with the latest first day on or before it, so a point that
 * an award leaves out has been withdrawn.
 */
public final class PayScales {

  /**
   * One rate.
   *
   * @param effectiveFrom first epoch day
   * @param annualPence pence a year
   * @param knownFrom epoch day on which it became known, {@code Long.MIN_VALUE} = always known
   */
  public record Rate(
      String payScale, String payPoint, long effectiveFrom, long annualPence, long knownFrom) {}

  private final Map<String, NavigableMap<Long, Map<String, Rate>>> scales = new HashMap<>();
  private final long newestAward;

  /**
   * @param rates of two for one scale, point and first day the one known later stands, and of two
   *     known alike the later in this order
   * @param knownBy epoch day; what became known later is left out
   */
  public PayScales(Collection<Rate> rates, long knownBy) {
    long newest = Long.MIN_VALUE;
    for (Rate rate : rates) {
      if (rate.knownFrom() > knownBy) {
        continue;
      }
      scales
          .computeIfAbsent(rate.payScale(), scale -> new TreeMap<>())
          .computeIfAbsent(rate.effectiveFrom(), day -> new HashMap<>())
          .merge(
              rate.payPoint(),
              rate,
              (one, other) -> other.knownFrom() >= one.knownFrom() ? other : one);
      newest = Math.max(newest, rate.effectiveFrom());
    }
    newestAward = newest;
  }

  /**
   * The hourly rate of a point on a day; empty where the scale or point is not known then, or the
   * point has been withdrawn.
   */
  public Optional<HourlyRate> rate(String payScale, String payPoint, long on) {
    return Optional.ofNullable(pointsOn(payScale, on).get(payPoint))
        .map(rate -> new HourlyRate(rate.annualPence()));
  }

  /**
   * Every annual rate of a scale on a day, in pence, from the lowest; empty where the scale is not
   * known then.
   */
  public List<Long> annualRates(String payScale, long on) {
    return pointsOn(payScale, on).values().stream().map(Rate::annualPence).sorted().toList();
  }

  /** The first day of the newest award of any scale, as an epoch day. */
  public long newestAward() {
    return newestAward;
  }

  private Map<String, Rate> pointsOn(String payScale, long on) {
    NavigableMap<Long, Map<String, Rate>> scale = scales.get(payScale);
    if (scale == null) {
      return Map.of();
    }
    Map.Entry<Long, Map<String, Rate>> award = scale.floorEntry(on);
    return award == null ? Map.of() : award.getValue();
  }
}
