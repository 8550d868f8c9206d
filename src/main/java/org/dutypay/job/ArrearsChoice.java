package org.dutypay.job;

import java.util.Optional;
import org.dutypay.reference.Policy;

/**
 * What an arrears run is asked beside the feed and the range.
 *
 * @param officer the only one looked at, empty = all
 * @param withHolidayPay whether holiday pay is looked at too
 * @param proposes whether the differences are proposed to people
 * @param sincePolicy where given, only what it changes to the run's policy
 * @param claimDate epoch day from which two years are counted back
 */
public record ArrearsChoice(
    String officer,
    boolean withHolidayPay,
    boolean proposes,
    Optional<Policy> sincePolicy,
    long claimDate) {

  /** What makes a run with these choices this one. */
  public String identity() {
    return "\n%s %s %s %s %d"
        .formatted(
            officer, withHolidayPay, proposes, sincePolicy.map(Policy::text).orElse(""), claimDate);
  }
}
