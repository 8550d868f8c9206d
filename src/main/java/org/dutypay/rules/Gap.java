package org.dutypay.rules;

import java.util.List;
import java.util.Optional;
import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.HourlyRate;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.PayScales;

/**
 * The gap of a day in a higher rank: the lowest point of the higher rank's scale that exceeds own
 * annual pay, or the point that the row names, less own annual pay (rulebook 11).
 */
sealed interface Gap {

  /**
   * A gap that can be paid.
   *
   * @param own own annual pay
   * @param higher the annual pay of the higher rank, above own
   * @param payScale the higher rank's
   */
  record Known(HourlyRate own, HourlyRate higher, String payScale) implements Gap {

    private static final long SIX = 6;

    /** The gap as an annual rate. */
    HourlyRate annual() {
      return new HourlyRate(higher.annualPence() - own.annualPence());
    }

    /** A day's share: gap × 6 / divisor, not rounded. */
    ExactAmount perDay(int divisor) {
      return ExactAmount.ofPence(annual().annualPence()).times(SIX, divisor);
    }

    /** Such as {@code SERGEANT at 49,077 less 46,044 is 3,033, x 6 / 2,191 a day}. */
    String perDayInWords(int divisor) {
      return inWords() + ", x " + SIX + " / " + Pounds.grouped(divisor * 100L) + " a day";
    }

    String inWords() {
      return payScale
          + " at "
          + higher.annual()
          + " less "
          + own.annual()
          + " is "
          + annual().annual();
    }
  }

  /** No point of the higher scale exceeds own pay, or the one named does not: nothing is paid. */
  record NoHigherPoint() implements Gap {

    String inWords() {
      return "no point of the higher rank's scale exceeds own annual pay, or not the one named";
    }
  }

  /**
   * It cannot be known: there is no such rate that day.
   *
   * @param payPoint empty = the scale has no points at all
   */
  record Unknown(String payScale, String payPoint) implements Gap {

    String inWords() {
      return "pay scale '"
          + payScale
          + "'"
          + (payPoint.isEmpty() ? "" : ", point '" + payPoint + "'");
    }
  }

  static Gap of(HigherRankDay day, PayScales payScales) {
    if (day.own().rate().isEmpty()) {
      return new Unknown(day.own().record().payScale(), day.own().record().payPoint());
    }
    HourlyRate own = day.own().rate().get();
    String scale = day.payScale();
    String point = day.row().payPoint();
    List<Long> candidates =
        point.isEmpty()
            ? payScales.annualRates(scale, day.date())
            : payScales.rate(scale, point, day.date()).stream()
                .map(HourlyRate::annualPence)
                .toList();
    if (candidates.isEmpty()) {
      return new Unknown(scale, point);
    }
    Optional<HourlyRate> higher =
        candidates.stream()
            .filter(annual -> annual > own.annualPence())
            .findFirst()
            .map(HourlyRate::new);
    return higher.isPresent() ? new Known(own, higher.get(), scale) : new NoHigherPoint();
  }
}
