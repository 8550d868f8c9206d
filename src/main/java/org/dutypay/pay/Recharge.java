package org.dutypay.pay;

import java.util.List;

/**
 * What hosts repay for one officer.
 *
 * @param rows by host, day and element
 * @param unpriced seconded epoch days whose salary has no rate, so that it is in no row
 */
public record Recharge(List<RechargeRow> rows, List<Long> unpriced) {

  public Recharge {
    rows = List.copyOf(rows);
    unpriced = List.copyOf(unpriced);
  }
}
