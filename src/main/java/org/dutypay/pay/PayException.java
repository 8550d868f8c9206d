package org.dutypay.pay;

import java.util.Comparator;

/**
 * One matter for a person: what happened, where, and the facts that decided it.
 *
 * @param id the first 64 bits of SHA-256 over code, officer, date, entry, file and sub-key: the
 *     same every night for the same matter
 * @param facts the first 64 bits of SHA-256 over {@code factValues}
 * @param severity the code's own, except where the policy lowers or raises it
 * @param officerId empty where the row's own cannot be read
 * @param date epoch day of the force day, {@link #NONE} where unreadable; such an exception is
 *     always reported
 * @param file the input file, empty where the matter is not one row's
 * @param line the line in that file, 0 where the matter is not one row's
 * @param entryId the timesheet's or claim's id, else empty
 * @param heldPence what is paid if released, {@link #NONE} = unknown
 * @param refusedPence what is paid if refused, {@link #NONE} = unknown
 * @param factValues the values that decided it, kept so that a change can be shown; never line
 *     numbers, run date or age
 */
public record PayException(
    long id,
    long facts,
    ExceptionCode code,
    Severity severity,
    String officerId,
    long date,
    String file,
    int line,
    String entryId,
    long heldPence,
    long refusedPence,
    String message,
    Paragraph rule,
    String factValues) {

  public static final long NONE = Long.MIN_VALUE;

  /**
   * The order of exceptions.csv within an officer: date (unknown first), code by name, entry by its
   * bytes, file, line.
   */
  public static final Comparator<PayException> FILE_ORDER =
      Comparator.comparingLong(PayException::date)
          .thenComparing(exception -> exception.code().name())
          .thenComparing(PayException::entryId, ByteOrder.OF_UTF_8)
          .thenComparing(PayException::file)
          .thenComparingInt(PayException::line)
          .thenComparing(PayException::id, Long::compareUnsigned);

  private static final char SEPARATOR = '\u001f';

  /** The same matter with what is paid more if it is released, and if it is refused. */
  public PayException withMoneyAtStake(long ifReleasedPence, long ifRefusedPence) {
    return new PayException(
        id,
        facts,
        code,
        severity,
        officerId,
        date,
        file,
        line,
        entryId,
        ifReleasedPence,
        ifRefusedPence,
        message,
        rule,
        factValues);
  }

  /** The id of a matter. */
  public static long idOf(
      ExceptionCode code, String officerId, long date, String entryId, String file, String subKey) {
    return hash(
        code.name()
            + SEPARATOR
            + officerId
            + SEPARATOR
            + (date == NONE ? "" : Long.toString(date))
            + SEPARATOR
            + entryId
            + SEPARATOR
            + file
            + SEPARATOR
            + subKey);
  }

  /** The first 64 bits of SHA-256. */
  public static long hash(String text) {
    byte[] digest = Sha256.of(text);
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | (digest[i] & 0xff);
    }
    return value;
  }

  /** 16 hexadecimal digits, as files carry ids and facts. */
  public static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
