package org.dutypay.pay;

/**
 * What became of one input row: each is accounted for exactly once (contract 3, manifest).
 *
 * @param file the input file's name
 * @param line the row's line in it, from 2
 * @param entryId the row's own id, empty where it has none or it cannot be read
 * @param reason why, for rows that are not paid: an exception code, or one of the reasons below;
 *     else empty
 */
public record RowOutcome(String file, int line, String entryId, Kind kind, String reason) {

  public static final String TOO_SHORT = "TOO_SHORT";
  public static final String MOVED = "MOVED";
  public static final String NOT_ENTITLED = "NOT_ENTITLED";
  public static final String QUALIFYING = "QUALIFYING";
  public static final String PART_TOUR = "PART_TOUR";
  public static final String NOTHING_CLAIMED = "NOTHING_CLAIMED";
  public static final String OUTSIDE_RANGE = "OUTSIDE_RANGE";
  public static final String REFUSED = "REFUSED";

  /**
   * Of a paid or credited row: its day is closed, so that no new line or balance of this run does
   * it.
   */
  public static final String CLOSED_PERIOD = "CLOSED_PERIOD";

  /** A row that could not be used. */
  public static RowOutcome rejected(String file, int line, String entryId, ExceptionCode code) {
    return new RowOutcome(file, line, entryId, Kind.REJECTED, code.name());
  }

  /** The six things that can become of a row. */
  public enum Kind {
    PAID,
    BALANCE_ONLY,
    SALARY_ONLY,
    NOT_DUE,
    HELD,
    REJECTED
  }
}
