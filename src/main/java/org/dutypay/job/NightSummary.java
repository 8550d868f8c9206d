package org.dutypay.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutypay.pay.Pounds;
import org.dutypay.report.CsvFile;
import org.dutypay.report.ExceptionTotals;
import org.dutypay.report.ExceptionsPage;
import org.dutypay.report.PayrollTotals;

/** The few lines that a person reads when a night is done. */
final class NightSummary {

  private static final int NAMED = 10;

  private final List<String> lines = new ArrayList<>();

  private NightSummary() {}

  static List<String> of(Order order, NightReport report) {
    NightSummary summary = new NightSummary();
    summary.totals(order, report);
    summary.exceptions(report.results().exceptions());
    report.decisions().ifPresent(summary.lines::add);
    summary.missing(report);
    summary.warnings(report.warnings());
    summary.files(order.out());
    return summary.lines;
  }

  private void totals(Order order, NightReport report) {
    lines.add(
        "%s to %s, run date %s"
            .formatted(
                LocalDate.ofEpochDay(order.from()),
                LocalDate.ofEpochDay(order.to()),
                LocalDate.ofEpochDay(order.runDate())));
    Map<String, PayrollTotals.Total> elements = report.results().payroll().byElement();
    long payLines = elements.values().stream().mapToLong(PayrollTotals.Total::lines).sum();
    lines.add(
        "%s, %s read, %s of pay"
            .formatted(
                counted(report.officers(), "officer"),
                counted(report.rows(), "row"),
                counted(payLines, "line")));
    elements.forEach((element, total) -> element(element, total.lines(), total.amountPence()));
    element("in all", payLines, report.results().payroll().amountPence());
  }

  private void element(String name, long payLines, long pence) {
    lines.add(
        "  %-24s %,12d %s %16s"
            .formatted(name, payLines, payLines == 1 ? "line " : "lines", pounds(pence)));
  }

  private void exceptions(ExceptionTotals exceptions) {
    lines.add(counted(exceptions.all().exceptions(), "exception"));
    exceptions
        .bySeverity()
        .forEach(
            (severity, total) ->
                lines.add(
                    total.heldPence() == 0
                        ? "  %-24s %,12d".formatted(severity, total.exceptions())
                        : "  %-24s %,12d       %16s held"
                            .formatted(severity, total.exceptions(), pounds(total.heldPence()))));
  }

  static String counted(long number, String one) {
    return "%,d %s%s".formatted(number, one, number == 1 ? "" : "s");
  }

  static String pounds(long pence) {
    return Pounds.written(pence);
  }

  private void missing(NightReport report) {
    List<String> missing = report.missing();
    if (!missing.isEmpty()) {
      lines.add(
          "missing in this feed, but in that of the last night (%s): %s: %s%s"
              .formatted(
                  report.lastNight().map(LocalDate::ofEpochDay).map(LocalDate::toString).orElse(""),
                  counted(missing.size(), "officer"),
                  String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))),
                  missing.size() > NAMED ? ", ..." : ""));
    }
  }

  private void warnings(List<String> warnings) {
    warnings.forEach(warning -> lines.add("WARNING: " + warning));
  }

  private void files(Path out) {
    boolean hasPage = Files.exists(out.resolve(ExceptionsPage.FILE_NAME));
    lines.add(
        "files: %s (start with %s); log: %s"
            .formatted(
                out,
                hasPage ? ExceptionsPage.FILE_NAME : CsvFile.EXCEPTIONS.fileName(),
                out.resolveSibling("dutypay.log")));
  }
}
