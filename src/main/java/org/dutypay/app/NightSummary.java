package org.dutypay.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.job.Night;
import org.dutypay.job.NightReport;
import org.dutypay.pay.Pounds;
import org.dutypay.report.ExceptionTotals;
import org.dutypay.report.OutputFile;

/** The few lines that a person reads when a night is done. */
final class NightSummary {

  private static final int NAMED = 10;

  private final List<String> lines = new ArrayList<>();

  private NightSummary() {}

  static List<String> of(Night night, NightReport report) {
    NightSummary summary = new NightSummary();
    summary.totals(night, report);
    summary.exceptions(report.results().exceptions());
    summary.missing(report);
    summary.warnings(report.warnings());
    summary.files(night.out());
    return summary.lines;
  }

  private void totals(Night night, NightReport report) {
    lines.add(
        "%s to %s, run date %s"
            .formatted(
                LocalDate.ofEpochDay(night.from()),
                LocalDate.ofEpochDay(night.to()),
                LocalDate.ofEpochDay(night.runDate())));
    long payLines =
        report.results().files().stream()
            .filter(file -> file.file().equals("payroll.csv"))
            .mapToLong(OutputFile::rows)
            .sum();
    lines.add(
        "%,d officers, %,d rows read, %,d lines of pay"
            .formatted(report.officers(), report.rows(), payLines));
    report
        .results()
        .payroll()
        .byElement()
        .forEach(
            (element, total) ->
                lines.add(
                    "  %-24s %,8d lines %16s"
                        .formatted(
                            element, total.lines(), "£" + Pounds.grouped(total.amountPence()))));
    lines.add(
        "  %-24s %,8d lines %16s"
            .formatted(
                "in all",
                payLines,
                "£" + Pounds.grouped(report.results().payroll().amountPence())));
  }

  private void exceptions(ExceptionTotals exceptions) {
    if (exceptions.all().exceptions() == 0) {
      lines.add("no exceptions");
      return;
    }
    lines.add("%,d exceptions".formatted(exceptions.all().exceptions()));
    exceptions
        .bySeverity()
        .forEach(
            (severity, total) ->
                lines.add(
                    "  %-24s %,8d%s"
                        .formatted(
                            severity,
                            total.exceptions(),
                            total.heldPence() == 0
                                ? ""
                                : "       £" + Pounds.grouped(total.heldPence()) + " held")));
  }

  private void missing(NightReport report) {
    List<String> missing = report.missing();
    if (!missing.isEmpty()) {
      lines.add(
          "%,d officers of the last night's feed (%s) are missing in this one: %s%s"
              .formatted(
                  missing.size(),
                  report.lastNight().map(LocalDate::ofEpochDay).map(LocalDate::toString).orElse(""),
                  String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))),
                  missing.size() > NAMED ? ", ..." : ""));
    }
  }

  private void warnings(List<String> warnings) {
    warnings.forEach(warning -> lines.add("WARNING: " + warning));
  }

  private void files(Path out) {
    lines.add(
        "files: "
            + out
            + " (start with exceptions.html); log: "
            + out.resolveSibling("dutypay.log"));
  }
}
