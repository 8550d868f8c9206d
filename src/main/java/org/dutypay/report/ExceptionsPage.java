package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Severity;

/**
 * exceptions.html: one page that needs no server and asks for nothing outside itself. What it shows
 * comes from exceptions.csv; texts are escaped by the template, and the page's own rules let no
 * script but its own run.
 *
 * @param contentSecurityPolicy names the page's style and script by their hashes, and nothing else
 * @param severities those that occur
 * @param codes those that occur, by severity and name
 * @param rows at most {@link #MOST_ROWS}, by severity, then by the money held, then as in
 *     exceptions.csv
 * @param total all exceptions there are
 */
public record ExceptionsPage(
    String contentSecurityPolicy,
    String styles,
    String script,
    String job,
    String payPeriod,
    String runDate,
    String feed,
    String runId,
    List<Count> severities,
    List<Count> codes,
    List<Row> rows,
    String total,
    boolean isCut) {

  public static final String FILE_NAME = "exceptions.html";

  static final int MOST_ROWS = 5_000;

  /** Held pay first: money waits for a decision. */
  private static final List<Severity> ORDER =
      List.of(Severity.BLOCKING, Severity.REJECTED, Severity.WARNING, Severity.INFO);

  public ExceptionsPage {
    severities = List.copyOf(severities);
    codes = List.copyOf(codes);
    rows = List.copyOf(rows);
  }

  /**
   * How many exceptions there are of a severity or code.
   *
   * @param key the severity, as the page's styles know it
   * @param means what the severity means, or what to do about the code
   * @param held pounds, empty where nothing is held
   */
  public record Count(String name, String key, String means, String count, String held) {}

  /** One exception, each cell as the page shows it. */
  public record Row(
      String exceptionId,
      String severity,
      String severityKey,
      String code,
      String officerId,
      String date,
      String held,
      String refused,
      String message,
      String whatToDo,
      String rule,
      String entryId,
      String where,
      String status,
      String firstSeen,
      String ageDays) {}

  /** How many exceptions the page holds. */
  public String shown() {
    return Page.number(rows.size());
  }

  /** Writes the page beside exceptions.csv. */
  public static void write(Path out, Manifest.Run run) throws IOException {
    write(out, run, MOST_ROWS);
  }

  static void write(Path out, Manifest.Run run, int mostRows) throws IOException {
    Page.write(out.resolve(FILE_NAME), "exceptions.jte", of(out, run, mostRows));
  }

  private static ExceptionsPage of(Path out, Manifest.Run run, int mostRows) throws IOException {
    ExceptionTotals totals = new ExceptionTotals();
    GravestRows rows = new GravestRows(mostRows);
    try (CsvRows exceptions =
        CsvRows.open(out, CsvFile.EXCEPTIONS.fileName(), CsvFile.EXCEPTIONS.header())) {
      while (exceptions.next()) {
        totals.add(exceptions);
        rows.add(exceptions);
      }
    }
    String styles = Page.resource("exceptions.css");
    String script = Page.resource("exceptions.js");
    return new ExceptionsPage(
        Page.policy(styles, script),
        styles,
        script,
        run.job(),
        run.payPeriod(),
        LocalDate.ofEpochDay(run.runDate()).toString(),
        run.feed(),
        run.runId(),
        severities(totals),
        codes(totals),
        rows.inOrder(),
        Page.number(totals.all().exceptions()),
        totals.all().exceptions() > mostRows);
  }

  private static List<Count> severities(ExceptionTotals totals) {
    List<Count> counts = new ArrayList<>();
    for (Severity severity : ORDER) {
      ExceptionTotals.Total total = totals.bySeverity().get(severity);
      if (total != null) {
        counts.add(count(severity.name(), severity, meaning(severity), total));
      }
    }
    return counts;
  }

  private static List<Count> codes(ExceptionTotals totals) {
    List<Count> counts = new ArrayList<>();
    for (Severity severity : ORDER) {
      totals
          .byCode()
          .forEach(
              (name, total) -> {
                ExceptionCode code = ExceptionCode.valueOf(name);
                if (code.severity() == severity) {
                  counts.add(count(name, severity, code.whatToDo(), total));
                }
              });
    }
    return counts;
  }

  private static Count count(
      String name, Severity severity, String means, ExceptionTotals.Total total) {
    return new Count(
        name,
        key(severity),
        means,
        Page.number(total.exceptions()),
        total.heldPence() == 0 ? "" : Page.pounds(total.heldPence()));
  }

  private static String meaning(Severity severity) {
    return switch (severity) {
      case BLOCKING -> "The line is held back; everything else is paid.";
      case REJECTED -> "The row could not be read or used at all.";
      case WARNING -> "Paid; someone should look.";
      case INFO -> "For the record.";
    };
  }

  /** The rank of a severity on the page, from 0. */
  static int rank(Severity severity) {
    return ORDER.indexOf(severity);
  }

  /** A severity as the styles know it. */
  static String key(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
