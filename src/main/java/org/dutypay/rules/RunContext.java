package org.dutypay.rules;

import org.dutypay.duty.ForceDays;
import org.dutypay.reference.Allowances;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;
import org.dutypay.reference.PublicHolidays;
import org.dutypay.reference.RuleNumbers;

/**
 * What is the same for every officer of a run.
 *
 * @param from first force day reported, as an epoch day
 * @param to last force day reported
 * @param runDate the business day of the run, never the clock's
 */
public record RunContext(
    Policy policy,
    PayScales payScales,
    Allowances allowances,
    PublicHolidays publicHolidays,
    RuleNumbers numbers,
    long from,
    long to,
    long runDate) {

  public ForceDays forceDays() {
    return policy.forceDays();
  }

  public boolean reports(long date) {
    return date >= from && date <= to;
  }
}
