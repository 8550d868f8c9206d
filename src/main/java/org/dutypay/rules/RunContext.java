package org.dutypay.rules;

import org.dutypay.duty.ForceDays;
import org.dutypay.duty.Problem;
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
 * @param closed the days that have been paid for good
 */
public record RunContext(
    Policy policy,
    PayScales payScales,
    Allowances allowances,
    PublicHolidays publicHolidays,
    RuleNumbers numbers,
    long from,
    long to,
    long runDate,
    ClosedDays closed) {

  /** What is the same for every officer of a run that knows of no closed day. */
  public RunContext(
      Policy policy,
      PayScales payScales,
      Allowances allowances,
      PublicHolidays publicHolidays,
      RuleNumbers numbers,
      long from,
      long to,
      long runDate) {
    this(
        policy, payScales, allowances, publicHolidays, numbers, from, to, runDate, ClosedDays.NONE);
  }

  /** The same run with other closed days. */
  public RunContext with(ClosedDays others) {
    return new RunContext(
        policy, payScales, allowances, publicHolidays, numbers, from, to, runDate, others);
  }

  /** The same run under another policy. */
  public RunContext under(Policy other) {
    return new RunContext(
        other, payScales, allowances, publicHolidays, numbers, from, to, runDate, closed);
  }

  /** What is wrong with a row, without what its cells hold where reports show no names (C 3). */
  public String inWords(Problem problem) {
    return policy.is(Policy.Key.REPORT_NAMES) ? problem.inFull() : problem.withoutCells();
  }

  public ForceDays forceDays() {
    return policy.forceDays();
  }

  /** Whether exceptions and rows of a day are told of. */
  public boolean reports(long date) {
    return date >= from && date <= to;
  }

  /** Whether lines and balances of a day are asked for. */
  public boolean gives(long date) {
    return closed.hold(date) ? closed.areRecomputed() : reports(date);
  }
}
