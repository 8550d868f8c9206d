package org.dutypay.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /**
   * A pay point whose annual rate is another in two tables from a day on, until the point's next
   * row here or until they agree again.
   *
   * @param from epoch day
   * @param penceA pence a year in the one, empty where the point has no rate then
   * @param penceB pence a year in the other
   */
  public record RateDifference(
      String payScale, String payPoint, long from, OptionalLong penceA, OptionalLong penceB) {}

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

  /** Every rate that is known, one a line, in a fixed order: two tables alike have one text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(scales)
        .forEach(
            (scale, awards) ->
                awards.forEach(
                    (from, points) ->
                        new TreeMap<>(points)
                            .forEach(
                                (point, rate) ->
                                    text.append(scale)
                                        .append(' ')
                                        .append(point)
                                        .append(' ')
                                        .append(from)
                                        .append(' ')
                                        .append(rate.annualPence())
                                        .append('\n'))));
    return text.toString();
  }

  /** Where this table, A, and another one, B, differ: by scale, point and day. */
  public List<RateDifference> differencesTo(PayScales b) {
    Set<String> names = new TreeSet<>(scales.keySet());
    names.addAll(b.scales.keySet());
    List<RateDifference> differences = new ArrayList<>();
    for (String scale : names) {
      NavigableSet<Long> awards = new TreeSet<>(awards(scale).keySet());
      awards.addAll(b.awards(scale).keySet());
      Set<String> points = new TreeSet<>();
      for (long award : awards) {
        points.addAll(pointsOn(scale, award).keySet());
        points.addAll(b.pointsOn(scale, award).keySet());
      }
      for (String point : points) {
        addDifferences(scale, point, awards, b, differences);
      }
    }
    return differences;
  }

  private void addDifferences(
      String scale,
      String point,
      Set<Long> awards,
      PayScales b,
      List<? super RateDifference> differences) {
    OptionalLong lastA = OptionalLong.empty();
    OptionalLong lastB = OptionalLong.empty();
    for (long award : awards) {
      OptionalLong ofA = annual(scale, point, award);
      OptionalLong ofB = b.annual(scale, point, award);
      boolean isNew = !ofA.equals(lastA) || !ofB.equals(lastB);
      if (isNew && !ofA.equals(ofB)) {
        differences.add(new RateDifference(scale, point, award, ofA, ofB));
      }
      lastA = ofA;
      lastB = ofB;
    }
  }

  private OptionalLong annual(String scale, String point, long on) {
    Rate rate = pointsOn(scale, on).get(point);
    return rate == null ? OptionalLong.empty() : OptionalLong.of(rate.annualPence());
  }

  private NavigableMap<Long, Map<String, Rate>> awards(String scale) {
    return scales.getOrDefault(scale, Collections.emptyNavigableMap());
  }

  private Map<String, Rate> pointsOn(String payScale, long on) {
    Map.Entry<Long, Map<String, Rate>> award = awards(payScale).floorEntry(on);
    return award == null ? Map.of() : award.getValue();
  }
}
