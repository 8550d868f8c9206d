package org.dutypay.rules;

import java.util.Optional;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Rank;
import org.dutypay.pay.HourlyRate;

/**
 * What an officer is on one force day for the rules: rank, hours and rate (rulebook 1: everything
 * about a line is that of its work date).
 *
 * @param rank on temporary promotion the higher one
 * @param rate on temporary promotion that of the higher rank; empty where the pay scale or point is
 *     not known that day
 * @param overtimeRate what overtime is paid at: {@code rate}, unless the policy gives an acting
 *     sergeant a sergeant's (G 1.32.6)
 * @param withoutOvertimeBy the row by which a constable or sergeant does an inspecting rank's
 *     duties and so has no overtime (G 1.31.2, 1.32.3); empty = none
 */
public record Standing(
    OfficerRecord record,
    Rank rank,
    Optional<HourlyRate> rate,
    Optional<HourlyRate> overtimeRate,
    Optional<ActingDay> withoutOvertimeBy) {

  /** In the own rank, which nothing else changes. */
  static Standing substantive(OfficerRecord record, Optional<HourlyRate> rate) {
    return new Standing(record, record.rank(), rate, rate, Optional.empty());
  }

  public boolean isInspecting() {
    return rank.isInspecting();
  }

  public boolean isPartTime() {
    return record.isPartTime();
  }

  /** Constables and sergeants, unless they do an inspecting rank's duties. */
  boolean hasPaidOvertime() {
    return !isInspecting() && withoutOvertimeBy.isEmpty();
  }
}
