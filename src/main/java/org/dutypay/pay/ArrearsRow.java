package org.dutypay.pay;

/**
 * What an officer is entitled to for one work date and element, against what was paid.
 *
 * @param workDate epoch day
 * @param entitledPence by the rules and the policy of the run
 * @param paidPence by the ledger, by paid-history.csv and by other means
 * @param unitsHundredths the signed difference in units, in hundredths
 * @param source ids of the rows behind it joined by {@code ;}
 * @param reason why the two differ, empty where nobody can know
 * @param reckoned how what is due came about, empty where nothing is or nobody asks
 */
public record ArrearsRow(
    String officerId,
    long workDate,
    Element element,
    long entitledPence,
    long paidPence,
    long unitsHundredths,
    Unit unit,
    Paragraph rule,
    String source,
    String reason,
    String reckoned) {

  /** Positive where too little was paid. */
  public long differencePence() {
    return entitledPence - paidPence;
  }
}
