package org.dutypay.job;

import java.time.LocalDate;
import java.util.Optional;
import org.dutypay.ledger.Ledger;
import org.dutypay.report.PaidDays;
import org.dutypay.rules.HolidayPay;

/** Whether anybody has said what was paid for the days that holiday pay is reckoned from. */
final class UnknownPay {

  private static final int DAYS_OF_A_WEEK = 7;

  private UnknownPay() {}

  /** One sentence where the ledger and paid history leave a week or more of them out. */
  static Optional<String> of(
      HolidayPay.Span needed, PaidDays history, Optional<Ledger.ClosedDays> closed) {
    long first = history.from();
    long last = history.to();
    if (closed.isPresent()) {
      first = Math.min(first, closed.get().from());
      last = Math.max(last, closed.get().to());
    }
    if (first > needed.last() || last < needed.first()) {
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
