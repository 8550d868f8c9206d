package org.dutypay.rules;

import java.util.Locale;
import java.util.Optional;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Rank;
import org.dutypay.pay.HourlyRate;

/**
 * What an officer is on one force day for the rules: rank, hours and rate (rulebook 1: everything
 * about a line is that of its work date).
 *
 * @param rate empty where the pay scale or point is not known that day
 */
public record Standing(OfficerRecord record, Rank rank, Optional<HourlyRate> rate) {

  public boolean isInspecting() {
    return rank.isInspecting();
  }

  /** Such as {@code chief inspector}. */
  public String rankInWords() {
    return rank.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public boolean isPartTime() {
    return record.isPartTime();
  }
}
