package org.dutypay.ledger;

import java.time.LocalDate;
import org.dutypay.pay.Sha256;

/**
 * One period made final.
 *
 * @param number 1, 2, …
 * @param payPeriod {@code 2024-05}
 * @param from first day, an epoch day
 * @param to last day
 * @param runDate epoch day
 * @param version the program's
 * @param policy every key and value, one a line
 * @param rates a hash of the pay scales and holidays that were known
 * @param comparedFrom first closed day that was compared with the ledger; the first day of the
 *     period where none was
 * @param lines lines of pay
 * @param balances rows of balances.csv
 * @param held matters that held lines back
 * @param heldPence what they would have paid
 * @param inputs one line a file: name, SHA-256, rows
 * @param files one line a file: name, SHA-256, rows
 * @param known SHA-256 of what was known of the officers then
 * @param hash SHA-256 of all of this and of the hash before
 */
public record Closing(
    int number,
    Ledger.Kind kind,
    String payPeriod,
    long from,
    long to,
    long runDate,
    String runId,
    String version,
    String policy,
    String rates,
    long comparedFrom,
    long lines,
    long amountPence,
    long balances,
    long held,
    long heldPence,
    String inputs,
    String files,
    String known,
    String hash) {

  /** What the first closing's hash is chained to. */
  static final String BEGINNING = "0".repeat(64);

  /** The same closing, chained to the hash of the one before it. */
  public Closing chainedTo(String before) {
    return new Closing(
        number,
        kind,
        payPeriod,
        from,
        to,
        runDate,
        runId,
        version,
        policy,
        rates,
        comparedFrom,
        lines,
        amountPence,
        balances,
        held,
        heldPence,
        inputs,
        files,
        known,
        hashAfter(before));
  }

  /**
   * What its hash should be.
   *
   * @param before the hash of the closing before it, empty for the first one
   */
  public String chainedAfter(String before) {
    return hashAfter(before.isEmpty() ? BEGINNING : before);
  }

  /** What its hash is, after the hash of the closing before it. */
  String hashAfter(String before) {
    String text =
        String.join(
            "\n",
            before,
            Integer.toString(number),
            kind.name(),
            payPeriod,
            day(from),
            day(to),
            day(runDate),
            runId,
            version,
            policy,
            rates,
            day(comparedFrom),
            Long.toString(lines),
            Long.toString(amountPence),
            Long.toString(balances),
            Long.toString(held),
            Long.toString(heldPence),
            inputs,
            files,
            known);
    return Sha256.hex(text);
  }

  private static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
