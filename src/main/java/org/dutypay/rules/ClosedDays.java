package org.dutypay.rules;

/**
 * Days that have been paid for good, as far as a run looks at them (rulebook 14): they give no new
 * lines, only differences to the ledger.
 *
 * @param from first epoch day
 * @param to last epoch day, before {@code from} where there is none
 * @param areRecomputed whether what is now right for them is asked for, to be compared with the
 *     ledger
 */
public record ClosedDays(long from, long to, boolean areRecomputed) {

  public static final ClosedDays NONE = new ClosedDays(0, -1, false);

  public boolean hold(long date) {
    return date >= from && date <= to;
  }

  /** The same days, with nothing asked for. */
  public ClosedDays notRecomputed() {
    return new ClosedDays(from, to, false);
  }
}
