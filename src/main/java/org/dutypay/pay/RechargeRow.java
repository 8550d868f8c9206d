package org.dutypay.pay;

/**
 * What a host repays for one officer, day and element (rulebook 16).
 *
 * @param workDate epoch day; of salary and on-costs, the first seconded day of the month
 * @param element an element of payroll.csv, {@link #SALARY} or {@link #ON_COSTS}
 * @param amountPence what the officer cost
 * @param percentTenThousandths the share that is repaid, in per cent × 10,000
 * @param rechargedPence what is repaid, rounded once
 */
public record RechargeRow(
    String host,
    long workDate,
    String element,
    long amountPence,
    long percentTenThousandths,
    long rechargedPence) {

  public static final String SALARY = "SALARY";
  public static final String ON_COSTS = "ON_COSTS";

  private static final long WHOLE = 1_000_000;

  /** The row with the share of an amount, rounded once. */
  public static RechargeRow of(
      String host,
      long workDate,
      String element,
      long amountPence,
      long percentTenThousandths,
      Rounding rounding) {
    return new RechargeRow(
        host,
        workDate,
        element,
        amountPence,
        percentTenThousandths,
        rounding.divide(Math.multiplyExact(amountPence, percentTenThousandths), WHOLE));
  }
}
