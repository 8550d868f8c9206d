package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutypay.pay.RowOutcome.Kind;
import org.dutypay.pay.TourCounts;
import org.dutypay.reference.Policy;
import tools.jackson.core.JsonGenerator;

/**
 * manifest.json: what a run was, what it read and wrote, and that every row is accounted for. It
 * holds nothing of the machine and the hour, so that the same run gives the same manifest.
 */
public final class Manifest {

  public static final String FILE_NAME = "manifest.json";

  /**
   * What a run was.
   *
   * @param runId a hash of what the run depends on
   * @param version the program's
   * @param job such as {@code nightly-pay}
   * @param feed the name of the feed's folder, without what lies above it
   * @param from first force day reported, as an epoch day
   * @param to last force day reported
   * @param policyFile the name of the policy file, empty where the standard policy holds
   * @param newestAward first day of the newest pay award known
   */
  public record Run(
      String runId,
      String version,
      String job,
      String feed,
      long from,
      long to,
      long runDate,
      String policyFile,
      Policy policy,
      long newestAward) {

    /** {@code 2024-03} where the range is a calendar month, else {@code 2024-03-04/2024-03-10}. */
    public String payPeriod() {
      LocalDate first = LocalDate.ofEpochDay(from);
      return isMonth()
          ? first.toString().substring(0, "2024-03".length())
          : first + "/" + LocalDate.ofEpochDay(to);
    }

    /** Whether the range is a calendar month. */
    public boolean isMonth() {
      LocalDate first = LocalDate.ofEpochDay(from);
      return first.getDayOfMonth() == 1
          && LocalDate.ofEpochDay(to).equals(first.withDayOfMonth(first.lengthOfMonth()));
    }

    /** A sentence where the newest pay award known is more than a year older than the range. */
    public Optional<String> oldAwardWarning() {
      LocalDate award = LocalDate.ofEpochDay(newestAward);
      if (!award.plusYears(1).isBefore(LocalDate.ofEpochDay(from))) {
        return Optional.empty();
      }
      return Optional.of(
          "The newest pay award known, of %s, is more than a year older than the first day paid, %s. Add newer rates to pay-scales.csv."
              .formatted(award, LocalDate.ofEpochDay(from)));
    }
  }

  /**
   * What a run compared with the ledger.
   *
   * @param from first closed day, an epoch day
   * @param to last closed day
   * @param notCovered work dates and elements of an officer that keep their value in the ledger,
   *     since the feed does not cover them
   */
  public record Compared(long from, long to, long notCovered) {}

  private Manifest() {}

  /**
   * Writes a night's manifest into the folder of the files it lists.
   *
   * @param reach how far back the feed goes
   * @param tours what became of all rostered tours
   * @param compared what was compared with the ledger, where any day was
   * @param inputs every input file there was
   */
  public static void write(
      Path out,
      Run run,
      FeedReach reach,
      TourCounts tours,
      Optional<Compared> compared,
      List<InputCount> inputs,
      Results results,
      Reconciliation reconciliation)
      throws IOException {
    Json.write(
        out.resolve(FILE_NAME),
        json -> {
          run(json, run, Optional.of(reach));
          policy(json, "policy", run.policyFile(), run.policy());
          files(json, inputs, results.rowsByFile(), results.files(), reconciliation);
          account(json, inputs, results);
          tours(json, tours);
          compared.ifPresent(ledger -> compared(json, ledger));
          exceptions(json, results.exceptions());
        });
  }

  /**
   * Writes the manifest of another job.
   *
   * @param inputs every input file there was
   * @param rowsByFile what became of their rows
   * @param outputs the files it lists
   */
  public static void write(
      Path out,
      Run run,
      List<InputCount> inputs,
      Map<String, RowCounts> rowsByFile,
      List<OutputFile> outputs,
      Reconciliation reconciliation)
      throws IOException {
    Json.write(
        out.resolve(FILE_NAME),
        json -> {
          run(json, run, Optional.empty());
          policy(json, "policy", run.policyFile(), run.policy());
          files(json, inputs, rowsByFile, outputs, reconciliation);
        });
  }

  /**
   * Writes the manifest of a comparison, whose policy and rates are those of A.
   *
   * @param b what B has instead
   * @param rowsByFile what became of the input files' rows under A
   */
  public static void write(
      Path out,
      Run run,
      SideB b,
      List<InputCount> inputs,
      Map<String, RowCounts> rowsByFile,
      List<OutputFile> outputs,
      Reconciliation reconciliation)
      throws IOException {
    Json.write(
        out.resolve(FILE_NAME),
        json -> {
          run(json, run, Optional.empty());
          policy(json, "policy", run.policyFile(), run.policy());
          policy(json, "policy_b", b.policyFile(), b.policy());
          rates(json, b.rates());
          files(json, inputs, rowsByFile, outputs, reconciliation);
        });
  }

  private static void rates(JsonGenerator json, Optional<InputCount> rates) {
    if (rates.isEmpty()) {
      json.writeNullProperty("rates_b");
      return;
    }
    json.writeObjectPropertyStart("rates_b");
    json.writeStringProperty("file", rates.get().file());
    json.writeNumberProperty("rows_read", rates.get().rowsRead());
    json.writeStringProperty("sha256", rates.get().sha256());
    json.writeEndObject();
  }

  private static void files(
      JsonGenerator json,
      List<InputCount> inputs,
      Map<String, RowCounts> rowsByFile,
      List<OutputFile> outputs,
      Reconciliation reconciliation) {
    inputs(json, inputs, rowsByFile);
    outputs(json, outputs);
    json.writeBooleanProperty("reconciled", reconciliation.holds());
    json.writeArrayPropertyStart("unreconciled");
    reconciliation.problems().forEach(json::writeString);
    json.writeEndArray();
  }

  private static void run(JsonGenerator json, Run run, Optional<FeedReach> reach) {
    json.writeStringProperty("run_id", run.runId());
    json.writeStringProperty("version", run.version());
    json.writeStringProperty("job", run.job());
    json.writeStringProperty("pay_period", run.payPeriod());
    date(json, "from", run.from());
    date(json, "to", run.to());
    date(json, "run_date", run.runDate());
    json.writeStringProperty("feed", run.feed());
    reach.ifPresent(
        back -> {
          date(json, "first_roster_day", back.rosterDay());
          date(json, "first_duty", back.duty());
          date(json, "first_acting_day", back.actingDay());
          date(json, "first_claim", back.claim());
          date(json, "first_opening_balance", back.openingBalance());
        });
    date(json, "newest_pay_award", run.newestAward());
    json.writeArrayPropertyStart("warnings");
    run.oldAwardWarning().ifPresent(json::writeString);
    json.writeEndArray();
  }

  private static void policy(JsonGenerator json, String name, String file, Policy policy) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("file", file.isEmpty() ? "standard" : file);
    json.writeObjectPropertyStart("values");
    for (Policy.Key key : Policy.Key.values()) {
      json.writeStringProperty(key.text(), policy.value(key));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void date(JsonGenerator json, String name, long epochDay) {
    if (epochDay == FeedReach.NOTHING) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, LocalDate.ofEpochDay(epochDay).toString());
    }
  }

  private static void inputs(
      JsonGenerator json, List<InputCount> inputs, Map<String, RowCounts> rowsByFile) {
    json.writeArrayPropertyStart("inputs");
    for (InputCount input : inputs) {
      long rejected = rowsByFile.getOrDefault(input.file(), new RowCounts()).of(Kind.REJECTED);
      json.writeStartObject();
      json.writeStringProperty("file", input.file());
      json.writeNumberProperty("rows_read", input.rowsRead());
      json.writeNumberProperty("rows_used", input.rowsRead() - rejected);
      json.writeNumberProperty("rows_rejected", rejected);
      json.writeStringProperty("sha256", input.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void outputs(JsonGenerator json, List<OutputFile> outputs) {
    json.writeArrayPropertyStart("outputs");
    for (OutputFile file : outputs) {
      json.writeStartObject();
      json.writeStringProperty("file", file.file());
      json.writeNumberProperty("rows", file.rows());
      if (file.amountPence().isPresent()) {
        Json.pounds(json, "amount", file.amountPence().getAsLong());
      }
      json.writeStringProperty("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void account(JsonGenerator json, List<InputCount> inputs, Results results) {
    json.writeArrayPropertyStart("account");
    List<InputCount> accounted =
        inputs.stream()
            .filter(input -> Reconciliation.ACCOUNTED.contains(input.file()))
            .sorted(Comparator.comparing(input -> Reconciliation.ACCOUNTED.indexOf(input.file())))
            .toList();
    for (InputCount input : accounted) {
      RowCounts rows = results.rowsOf(input.file());
      json.writeStartObject();
      json.writeStringProperty("file", input.file());
      json.writeNumberProperty("rows_read", input.rowsRead());
      json.writeNumberProperty("paid", rows.of(Kind.PAID));
      json.writeNumberProperty("balance_only", rows.of(Kind.BALANCE_ONLY));
      json.writeNumberProperty("salary_only", rows.of(Kind.SALARY_ONLY));
      json.writeNumberProperty("not_due", rows.of(Kind.NOT_DUE));
      json.writeObjectPropertyStart("not_due_by_reason");
      rows.notDueByReason().forEach(json::writeNumberProperty);
      json.writeEndObject();
      json.writeNumberProperty("held", rows.of(Kind.HELD));
      json.writeNumberProperty("rejected", rows.of(Kind.REJECTED));
      json.writeNumberProperty("total", rows.total());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void tours(JsonGenerator json, TourCounts tours) {
    json.writeObjectPropertyStart("tours");
    json.writeNumberProperty("rostered", tours.rostered());
    json.writeNumberProperty("worked", tours.worked());
    json.writeNumberProperty("absent", tours.absent());
    json.writeNumberProperty("not_booked", tours.notBooked());
    json.writeEndObject();
  }

  /**
   * Writes the manifest of a run that compares with what was paid.
   *
   * @param notCovered work dates and elements that were paid, but of which the feed says too little
   */
  public static void writeComparing(
      Path out,
      Run run,
      List<InputCount> inputs,
      Map<String, RowCounts> rowsByFile,
      List<OutputFile> outputs,
      long notCovered,
      Reconciliation reconciliation)
      throws IOException {
    Json.write(
        out.resolve(FILE_NAME),
        json -> {
          run(json, run, Optional.empty());
          policy(json, "policy", run.policyFile(), run.policy());
          files(json, inputs, rowsByFile, outputs, reconciliation);
          json.writeNumberProperty("not_covered", notCovered);
        });
  }

  private static void compared(JsonGenerator json, Compared compared) {
    json.writeObjectPropertyStart("ledger");
    date(json, "compared_from", compared.from());
    date(json, "compared_to", compared.to());
    json.writeNumberProperty("not_covered", compared.notCovered());
    json.writeEndObject();
  }

  private static void exceptions(JsonGenerator json, ExceptionTotals exceptions) {
    json.writeObjectPropertyStart("exceptions");
    json.writeNumberProperty("total", exceptions.all().exceptions());
    Json.pounds(json, "held_amount", exceptions.all().heldPence());
    totals(json, "by_severity", exceptions.bySeverity());
    totals(json, "by_code", exceptions.byCode());
    totals(json, "by_status", exceptions.byStatus());
    json.writeEndObject();
  }

  private static void totals(
      JsonGenerator json, String name, Map<?, ExceptionTotals.Total> totals) {
    json.writeObjectPropertyStart(name);
    totals.forEach(
        (key, total) -> {
          json.writeObjectPropertyStart(key.toString());
          json.writeNumberProperty("exceptions", total.exceptions());
          Json.pounds(json, "held_amount", total.heldPence());
          json.writeEndObject();
        });
    json.writeEndObject();
  }
}
