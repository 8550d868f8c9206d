package org.dutypay.pay;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a person decided about one exception.
 *
 * @param facts the facts it was decided on; empty = the facts of this run, whatever they are
 */
public record Decision(Verdict verdict, OptionalLong facts) {

  private static final Pattern IN_NO_ID = Pattern.compile("[^A-Za-z0-9-]");

  /** The three things a person can say. */
  public enum Verdict {
    /** Pay the held line. */
    RELEASE,
    /** Do not pay it. */
    REFUSE,
    /** Seen. */
    ACKNOWLEDGE
  }

  /**
   * Whether an officer decides about the own pay, however the own id is written. Ids are letters,
   * digits and hyphens, so that nothing else that stands around it tells two people apart.
   */
  public static boolean isOwnPay(String decidedBy, String officerId) {
    return !officerId.isEmpty() && idOf(decidedBy).equals(idOf(officerId));
  }

  /** What an id that somebody wrote is compared by. */
  public static String idOf(String written) {
    return IN_NO_ID.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** A decision holds while the facts it was made on do. */
  public boolean appliesTo(long currentFacts) {
    return facts.isEmpty() || facts.getAsLong() == currentFacts;
  }
}
