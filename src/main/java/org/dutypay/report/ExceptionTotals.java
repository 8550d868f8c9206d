package org.dutypay.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutypay.pay.NightCount;
import org.dutypay.pay.Severity;

/**
 * How many exceptions there are and what they hold back, added up from exceptions.csv as it was
 * written.
 */
public final class ExceptionTotals {

  /**
   * The exceptions of one kind.
   *
   * @param heldPence the sum of their held amounts that are known, in pence
   */
  public record Total(long exceptions, long heldPence) {

    static final Total NOTHING = new Total(0, 0);

    private Total plus(long held) {
      return new Total(exceptions + 1, Math.addExact(heldPence, held));
    }
  }

  private static final int SEVERITY = CsvFile.EXCEPTIONS.column("severity");
  private static final int CODE = CsvFile.EXCEPTIONS.column("code");
  private static final int HELD = CsvFile.EXCEPTIONS.column("held_amount");
  private static final int STATUS = CsvFile.EXCEPTIONS.column("status");

  private Total all = Total.NOTHING;
  private final Map<Severity, Total> bySeverity = new TreeMap<>();
  private final Map<String, Total> byCode = new TreeMap<>();
  private final Map<ExceptionStanding.Status, Total> byStatus = new TreeMap<>();

  ExceptionTotals() {}

  /** Adds the exception on which these rows stand. */
  void add(CsvRows exceptions) throws IOException {
    long held = exceptions.digits(HELD);
    all = all.plus(held);
    add(Severity.valueOf(exceptions.word(SEVERITY)), held, bySeverity);
    add(exceptions.word(CODE), held, byCode);
    add(ExceptionStanding.Status.valueOf(exceptions.word(STATUS)), held, byStatus);
  }

  private static <K> void add(K key, long held, Map<K, Total> totals) {
    totals.put(key, totals.getOrDefault(key, Total.NOTHING).plus(held));
  }

  public Total all() {
    return all;
  }

  /** Those that occur, the gravest first. */
  public Map<Severity, Total> bySeverity() {
    return bySeverity;
  }

  /** What is remembered of the night, an epoch day: of each severity, that there were none too. */
  public List<NightCount> ofNight(long runDate) {
    return Arrays.stream(Severity.values())
        .map(
            severity -> {
              Total total = bySeverity.getOrDefault(severity, Total.NOTHING);
              return new NightCount(runDate, severity, total.exceptions(), total.heldPence());
            })
        .toList();
  }

  /** Those that somebody has seen and neither released nor refused. */
  Total acknowledged() {
    return byStatus.getOrDefault(ExceptionStanding.Status.ACKNOWLEDGED, Total.NOTHING);
  }

  /** How many nobody has decided, or decided on facts that have changed. */
  long waiting() {
    return Stream.of(
            ExceptionStanding.Status.NEW,
            ExceptionStanding.Status.OPEN,
            ExceptionStanding.Status.REOPENED)
        .mapToLong(status -> byStatus.getOrDefault(status, Total.NOTHING).exceptions())
        .sum();
  }

  /** Those that occur, by name. */
  public Map<String, Total> byCode() {
    return byCode;
  }

  /** Those that occur. */
  public Map<ExceptionStanding.Status, Total> byStatus() {
    return byStatus;
  }
}
