package org.dutypay.pay;

import java.util.OptionalLong;

/**
 * What a person decided about one exception.
 *
 * @param facts the facts it was decided on; empty = the facts of this run, whatever they are
 */
public record Decision(Verdict verdict, OptionalLong facts) {

  /** The three things a person can say. */
  public enum Verdict {
    /** Pay the held line. */
    RELEASE,
    /** Do not pay it. */
    REFUSE,
    /** Seen. */
    ACKNOWLEDGE
  }

  /** A decision holds while the facts it was made on do. */
  public boolean appliesTo(long currentFacts) {
    return facts.isEmpty() || facts.getAsLong() == currentFacts;
  }
}
