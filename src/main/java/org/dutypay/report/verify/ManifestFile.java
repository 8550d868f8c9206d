package org.dutypay.report.verify;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a job says of itself in manifest.json. */
final class ManifestFile {

  /** The input files of which every row is accounted for. */
  static final List<String> ACCOUNTED = List.of("timesheets.csv", "acting.csv", "claims.csv");

  private final Json manifest;

  ManifestFile(Json manifest) {
    this.manifest = manifest;
  }

  /** Whether it is whole and agrees with itself. */
  void check(Findings findings) {
    Findings.Check check = findings.check("manifest.json");
    for (String name : new String[] {"run_id", "version", "job", "pay_period", "feed"}) {
      check.expect(!manifest.text(name).isEmpty(), "it has no " + name);
    }
    for (String name : new String[] {"from", "to", "run_date"}) {
      check.expect(date(name).isPresent(), name + " is not a date: '" + manifest.text(name) + "'");
    }
    check.expect(
        manifest.text("reconciled").equals("true"),
        "reconciled is '" + manifest.text("reconciled") + "', not true");
    inputs(check);
    outputs(check);
    if (isOfANight()) {
      account(check);
      tours(check);
    }
    check.end("whole, reconciled, and its counts agree with one another");
  }

  String job() {
    return manifest.text("job");
  }

  /** Whether the job gives an account of every row that was read. */
  boolean isOfANight() {
    return job().equals(Layout.NIGHT) || job().equals(Layout.CLOSING);
  }

  Optional<LocalDate> date(String name) {
    return date(manifest, name);
  }

  /**
   * First and last of the closed days that were compared with the ledger, {@code compared_from}.
   */
  Optional<LocalDate> closed(String name) {
    return date(manifest.get("ledger"), name);
  }

  private static Optional<LocalDate> date(Json object, String name) {
    try {
      return Optional.of(LocalDate.parse(object.text(name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void inputs(Findings.Check check) {
    for (Json input : inputs()) {
      long read = count(input, "rows_read");
      long used = count(input, "rows_used");
      long rejected = count(input, "rows_rejected");
      check.expect(
          read == used + rejected,
          "of %s %d rows were read, but %d used and %d rejected"
              .formatted(input.text("file"), read, used, rejected));
    }
  }

  private void outputs(Findings.Check check) {
    Set<String> files = new HashSet<>();
    for (Json output : outputs()) {
      check.expect(files.add(output.text("file")), "it lists " + output.text("file") + " twice");
    }
    for (Layout layout : Layout.of(job())) {
      check.expect(files.contains(layout.fileName()), "it does not list " + layout.fileName());
    }
  }

  private void account(Findings.Check check) {
    for (String file : ACCOUNTED) {
      check.expect(
          input(file).equals(Json.NOTHING) || !accountOf(file).equals(Json.NOTHING),
          "it does not account for the rows of " + file);
    }
    for (Json account : manifest.get("account").elements()) {
      String file = account.text("file");
      long accounted = 0;
      for (String outcome :
          new String[] {"paid", "balance_only", "salary_only", "not_due", "held", "rejected"}) {
        accounted += count(account, outcome);
      }
      long notDue = 0;
      for (Json reason : account.get("not_due_by_reason").properties().values()) {
        notDue += Decimals.of(reason.text(), 0).orElse(0);
      }
      long read = count(account, "rows_read");
      check.expect(
          accounted == read && read == count(account, "total"),
          "of %s %d rows were read, but %d are accounted for".formatted(file, read, accounted));
      check.expect(
          notDue == count(account, "not_due"),
          "of %s %d rows are not due, but the reasons add up to %d"
              .formatted(file, count(account, "not_due"), notDue));
      check.expect(
          read == count(input(file), "rows_read"),
          "the account of " + file + " has another number of rows read than the input");
    }
  }

  private void tours(Findings.Check check) {
    Json tours = manifest.get("tours");
    long accounted = 0;
    for (String outcome : new String[] {"worked", "absent", "not_booked"}) {
      accounted += count(tours, outcome);
    }
    check.expect(
        accounted == count(tours, "rostered"),
        "%s tours were rostered, but %d are worked, absent or not booked"
            .formatted(tours.text("rostered"), accounted));
  }

  /** What the manifest says of an input file, nothing where it does not name it. */
  Json input(String file) {
    return named(manifest.get("inputs"), file);
  }

  /** What the manifest says of an output file, nothing where it does not name it. */
  Json output(String file) {
    return named(manifest.get("outputs"), file);
  }

  /** What the manifest says became of an input file's rows, nothing where it does not name it. */
  Json accountOf(String file) {
    return named(manifest.get("account"), file);
  }

  List<Json> inputs() {
    return manifest.get("inputs").elements();
  }

  List<Json> outputs() {
    return manifest.get("outputs").elements();
  }

  Json exceptions() {
    return manifest.get("exceptions");
  }

  private static Json named(Json list, String file) {
    for (Json element : list.elements()) {
      if (element.text("file").equals(file)) {
        return element;
      }
    }
    return Json.NOTHING;
  }

  /** A count, below nought where it is not there or not a number. */
  static long count(Json object, String name) {
    return Decimals.of(object.text(name), 0).orElse(-1);
  }
}
