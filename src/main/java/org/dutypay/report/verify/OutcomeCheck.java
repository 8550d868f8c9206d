package org.dutypay.report.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what rows.csv says became of a row is what the other files hold. Goes through the four
 * files together, one officer at a time.
 */
final class OutcomeCheck {

  private final OfficerRows payroll;
  private final OfficerRows balances;
  private final OfficerRows exceptions;
  private final OfficerRows rows;
  private final Findings.Check check;
  private long officers;

  private OutcomeCheck(
      OfficerRows payroll,
      OfficerRows balances,
      OfficerRows exceptions,
      OfficerRows rows,
      Findings.Check check) {
    this.payroll = payroll;
    this.balances = balances;
    this.exceptions = exceptions;
    this.rows = rows;
    this.check = check;
  }

  static void check(Path out, Findings findings) throws IOException {
    Findings.Check check = findings.check("outcomes in rows.csv against the other files");
    try (OfficerRows payroll = OfficerRows.open(out, Layout.PAYROLL);
        OfficerRows balances = OfficerRows.open(out, Layout.BALANCES);
        OfficerRows exceptions = OfficerRows.open(out, Layout.EXCEPTIONS);
        OfficerRows rows = OfficerRows.open(out, Layout.ROWS)) {
      OutcomeCheck outcomes = new OutcomeCheck(payroll, balances, exceptions, rows, check);
      Optional<String> officer = outcomes.nextOfficer();
      while (officer.isPresent()) {
        outcomes.check(officer.get());
        officer = outcomes.nextOfficer();
      }
      check.end(outcomes.officers + " officers");
    }
  }

  private Optional<String> nextOfficer() {
    return List.of(payroll, balances, exceptions, rows).stream()
        .filter(file -> !file.isAtEnd())
        .map(OfficerRows::officer)
        .min(SortOrder::byBytes);
  }

  private void check(String officer) throws IOException {
    officers++;
    Sources paid = sources(officer, payroll);
    Sources credited = sources(officer, balances);
    Hashes used = new Hashes();
    Hashes rejected = new Hashes();
    Map<String, Long> firstHeldLine = new LinkedHashMap<>();
    rows.read(
        officer,
        row -> {
          String id = rows.cell("entry_id");
          String reason = rows.cell("reason");
          switch (rows.cell("outcome")) {
            case "PAID" -> source(row, reason, id, paid, Layout.PAYROLL);
            case "BALANCE_ONLY" -> source(row, reason, id, credited, Layout.BALANCES);
            case "HELD" -> firstHeldLine.putIfAbsent(reason, row.line());
            case "REJECTED" ->
                rejected.add(Hashes.of(rows.cell("file"), rows.cell("line"), reason));
            default -> {}
          }
          if (!rows.cell("outcome").equals("REJECTED")) {
            used.add(Hashes.of(id));
          }
        });
    paid.expectIn(used, Layout.PAYROLL);
    credited.expectIn(used, Layout.BALANCES);
    exceptions.read(
        officer,
        row -> {
          String code = exceptions.cell("code");
          firstHeldLine.remove(code);
          boolean isRejection = exceptions.cell("severity").equals("REJECTED");
          if (isRejection
              && !rejected.contains(
                  Hashes.of(exceptions.cell("file"), exceptions.cell("line"), code))) {
            check.fail(
                Layout.EXCEPTIONS.fileName(),
                row.line(),
                "rows.csv has no row of officer '%s' that was rejected for it: %s line %s, %s"
                    .formatted(officer, exceptions.cell("file"), exceptions.cell("line"), code));
          }
        });
    firstHeldLine.forEach(
        (code, line) ->
            check.fail(
                Layout.ROWS.fileName(),
                line,
                "held for %s, but exceptions.csv has no %s of officer '%s'"
                    .formatted(code, code, officer)));
  }

  /** The row of a closed day was paid then, or as a difference to it. */
  private void source(Table row, String reason, String id, Sources sources, Layout file) {
    if (!id.isEmpty()
        && !reason.equals("CLOSED_PERIOD")
        && !sources.hashes.contains(Hashes.of(id))) {
      check.fail(
          Layout.ROWS.fileName(),
          row.line(),
          "'%s' is %s, but no line of the officer in %s has it as a source"
              .formatted(id, rows.cell("outcome"), file.fileName()));
    }
  }

  private Sources sources(String officer, OfficerRows file) throws IOException {
    Sources sources = new Sources();
    file.read(
        officer,
        row -> {
          // A difference may rest on rows that are no longer there.
          boolean isDifference =
              file == payroll
                  ? !file.cell("line_type").equals("NEW")
                  : file.cell("note").endsWith("a difference to what was written before");
          for (String id : file.cell("source").split(";", -1)) {
            if (!id.isEmpty()) {
              sources.add(id, row.line(), isDifference);
            }
          }
        });
    return sources;
  }

  /** The ids of rows that one officer's lines name as their sources. */
  private final class Sources {

    private final Hashes hashes = new Hashes();
    private final Map<String, Long> firstLine = new LinkedHashMap<>();

    void add(String id, long line, boolean mayBeGone) {
      hashes.add(Hashes.of(id));
      if (!mayBeGone) {
        firstLine.putIfAbsent(id, line);
      }
    }

    void expectIn(Hashes used, Layout file) {
      firstLine.forEach(
          (id, line) -> {
            if (!used.contains(Hashes.of(id))) {
              check.fail(
                  file.fileName(),
                  line,
                  "its source '" + id + "' is no row of the officer in rows.csv that was used");
            }
          });
    }
  }
}
