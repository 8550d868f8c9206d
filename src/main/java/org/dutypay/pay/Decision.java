package org.dutypay.pay;

/**
 * What a person decided about one exception.
 *
 * @param facts the facts it was decided on, 16 hexadecimal digits as a long
 */
public record Decision(Verdict verdict, long facts) {

  /** The three things a person can say. */
  public enum Verdict {
    /** Pay the held line. */
    RELEASE,
    /** Do not pay it. */
    REFUSE,
    /** Seen. */
    ACKNOWLEDGE
  }
}
