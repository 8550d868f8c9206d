package org.dutypay.duty;

/**
 * One row of secondments.csv: an officer lent to a host that repays the cost.
 *
 * @param from first epoch day
 * @param to last epoch day, {@code Long.MAX_VALUE} = open
 * @param agreementReference empty = no signed agreement
 * @param rechargePercentTenThousandths per cent × 10,000
 */
public record Secondment(
    int line,
    String host,
    long from,
    long to,
    Basis basis,
    String agreementReference,
    long rechargePercentTenThousandths) {

  public boolean covers(long date) {
    return date >= from && date <= to;
  }

  /** The power under which the officer is lent (rulebook 16). */
  public enum Basis {
    S97,
    REG13A,
    MUTUAL_AID
  }
}
