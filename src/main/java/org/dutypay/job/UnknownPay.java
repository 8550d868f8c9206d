package org.dutypay.job;

import java.time.LocalDate;
import java.util.Optional;
import org.dutypay.ledger.Ledger;
import org.dutypay.report.PaidDays;
import org.dutypay.rules.HolidayPay;

/** Whether anybody has said what was paid for the days that holiday pay is reckoned from. */
final class UnknownPay {

  private static final int DAYS_OF_A_WEEK = 7;

  /** Holiday pay that would be made final although nobody has said what it is reckoned from. */
  static final class NothingKnown extends RuntimeException {
    NothingKnown(String message) {
      super(message);
    }
  }

  private final HolidayPay.Span needed;
  private final long first;
  private final long last;

  /**
   * @param needed the days that holiday pay is reckoned from
   */
  UnknownPay(HolidayPay.Span needed, PaidDays history, Optional<Ledger.ClosedDays> closed) {
    this.needed = needed;
    first = Math.min(history.from(), closed.map(Ledger.ClosedDays::from).orElse(Long.MAX_VALUE));
    last = Math.max(history.to(), closed.map(Ledger.ClosedDays::to).orElse(Long.MIN_VALUE));
  }

  private boolean isAllUnknown() {
    return first > needed.last() || last < needed.first();
  }

  /**
   * Refuses to go on where nothing is known: the month would be final at nought for everybody.
   *
   * @throws NothingKnown with what to do
   */
  void refuseAllUnknown() {
    if (isAllUnknown()) {
      throw new NothingKnown(
          "neither the ledger nor paid-history.csv has any pay for %s to %s, which holiday pay is reckoned from: the month is not made final. Close those months with jobs/close-period, or give what was paid for them in paid-history.csv, and run again"
              .formatted(day(needed.first()), day(needed.last())));
    }
  }

  /** One sentence where the ledger and paid history leave a week or more of them out. */
  Optional<String> warning() {
    if (isAllUnknown()) {
      return Optional.of(
          "neither the ledger nor paid-history.csv has any pay for %s to %s, which holiday pay is reckoned from: none is given. Close those months with jobs/close-period, or give what was paid for them in paid-history.csv."
              .formatted(day(needed.first()), day(needed.last())));
    }
    if (first >= needed.first() + DAYS_OF_A_WEEK || last <= needed.last() - DAYS_OF_A_WEEK) {
      return Optional.of(
          "holiday pay is reckoned from the pay for %s to %s, but the ledger and paid-history.csv have it for %s to %s only: it is too low where more was paid. Close the other months with jobs/close-period, or give what was paid for them in paid-history.csv."
              .formatted(
                  day(needed.first()),
                  day(needed.last()),
                  day(Math.max(first, needed.first())),
                  day(Math.min(last, needed.last()))));
    }
    return Optional.empty();
  }

  private static LocalDate day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
