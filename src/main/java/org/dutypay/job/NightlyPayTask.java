package org.dutypay.job;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.partitioningBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dutypay.duty.London;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.FeedFile;
import org.dutypay.ledger.DecisionAudit;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.ExceptionNights;
import org.dutypay.ledger.GivenDecision;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.ledger.Runs;
import org.dutypay.ledger.Sighting;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Element;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.TourCounts;
import org.dutypay.reference.Policy;
import org.dutypay.report.Assembly;
import org.dutypay.report.CsvFile;
import org.dutypay.report.FeedReach;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.Results;
import org.dutypay.rules.ClosedDays;
import org.dutypay.rules.Retro;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * The nightly job: provisional payroll, balances and exceptions, and what is remembered of the
 * exceptions from night to night.
 */
public final class NightlyPayTask implements FeedTask<OutcomeWriter.Assessed> {

  public static final String JOB = "nightly-pay";

  /** The partition of the lines of arrears that people have accepted. */
  private static final String ACCEPTED = "accepted";

  private static final Logger LOG = LoggerFactory.getLogger(NightlyPayTask.class);
  private static final int FIFTH = 5;

  private static final String OF_ANOTHER_POLICY =
      "accepted lines of proposal %s were reckoned under another policy (now %s): what is due"
          + " otherwise under this one for days that are closed is settled in the same run, and may"
          + " take back what the lines pay.";

  private final Workplace workplace;
  private final WorkFolder work;
  private final boolean isClosing;
  private final RetroChoice choice;
  private final Reports reports;
  private @Nullable Sightings sightings;
  private @Nullable Results results;
  private @Nullable AgainstLedger againstLedger;

  public NightlyPayTask(Workplace workplace, RetroChoice choice, Reports reports) {
    this(workplace, choice, reports, false);
  }

  /**
   * @param isClosing whether what is known of each officer is to be kept with the files
   */
  NightlyPayTask(Workplace workplace, RetroChoice choice, Reports reports, boolean isClosing) {
    this.workplace = workplace;
    work = workplace.work();
    this.choice = choice;
    this.reports = reports;
    this.isClosing = isClosing;
  }

  @Override
  public OutcomeWriter.Assessed assess(OfficerCase officer) {
    return assessor().apply(officer);
  }

  @Override
  public Function<OfficerCase, OutcomeWriter.Assessed> assessor() {
    AgainstLedger.OfPartition ofPartition = againstLedger().new OfPartition(isClosing);
    return ofPartition::assess;
  }

  @Override
  public ItemStreamWriter<OutcomeWriter.Assessed> writer(String partition) {
    return outcomeWriter(partition);
  }

  private OutcomeWriter outcomeWriter(String partition) {
    return new OutcomeWriter(partition, kinds(), work, workplace.received(), workplace.progress());
  }

  /** The details of exceptions are for the page alone. */
  private List<CsvFile> kinds() {
    List<CsvFile> kinds = isClosing ? CsvFile.OF_A_CLOSING : CsvFile.OF_A_NIGHT;
    return reports.hasPages()
        ? kinds
        : kinds.stream().filter(kind -> kind != CsvFile.MATTERS).toList();
  }

  /** Made once the feed has been received. */
  synchronized AgainstLedger againstLedger() {
    if (againstLedger == null) {
      againstLedger =
          new AgainstLedger(
              Ledger.Kind.PAYROLL,
              workplace.order(),
              workplace.received(),
              workplace.database(),
              choice);
    }
    return againstLedger;
  }

  /**
   * Merges what the partitions gave into the files of the contract, and makes the pages for people.
   */
  @Override
  public void assemble() throws IOException {
    writeDecisionWarnings();
    writeAcceptedArrears();
    Assembly.writeNight(work.parts(), kinds(), work.files(), work.merged());
    againstLedger().checkRecoveries(work.files());
    new PagesAndWorkbooks(workplace, againstLedger()).write(reports, judgement());
  }

  @Override
  public String optionalFiles() {
    return Reports.FILES;
  }

  @Override
  public List<String> reconcile() throws IOException {
    Results written = Results.read(work.files());
    results = written;
    List<InputCount> inputs = workplace.inputs();
    Reconciliation reconciliation = Reconciliation.of(written, inputs);
    Sightings seen = sightings();
    Manifest.write(
        work.files(),
        workplace.manifestRun(),
        seen.reach(),
        seen.tours(),
        compared(seen),
        inputs,
        written,
        reconciliation);
    return reconciliation.problems();
  }

  /** What was compared with the ledger, where any closed day was. */
  private Optional<Manifest.Compared> compared(Sightings seen) {
    AgainstLedger ledger = againstLedger();
    ClosedDays days = ledger.days();
    return days.equals(ClosedDays.NONE)
        ? Optional.empty()
        : Optional.of(
            new Manifest.Compared(
                days.from(),
                days.to(),
                seen.notCovered() + ledger.entriesOfOthers(seen.officers())));
  }

  @Override
  public void remember() throws IOException {
    Sightings seen = sightings();
    Received received = workplace.received();
    received.memory().remember(seen.unchanged(), seen.changed(), workplace.database());
    Decisions.Judgement judgement = judgement();
    received.decisions().remember(judgement.accepted(), workplace.database());
    new DecisionAudit(workplace.database())
        .add(judgement.judged(), workplace.order().runDate(), workplace.manifestRun().runId());
    Order order = workplace.order();
    new ExceptionNights(workplace.database())
        .remember(
            order.runDate(),
            order.from(),
            order.to(),
            results().exceptions().ofNight(order.runDate()));
    workplace.remember(results().files(), seen.officers());
  }

  @Override
  public int officers() throws IOException {
    return sightings().officers().size();
  }

  /** Tells of tonight's decisions that were not applied, as a partition of its own. */
  private void writeDecisionWarnings() throws IOException {
    Map<String, List<PayException>> byOfficer = new TreeMap<>(ByteOrder.OF_UTF_8);
    Decisions decisions = workplace.received().decisions();
    // The warnings are seen tonight as well: what is kept of the sightings is read after them.
    List<Sighting> concerned = Sightings.readAll(work.parts(), decisions).concerned();
    for (PayException warning : decisions.judge(concerned).warnings()) {
      if (isReported(warning.date())) {
        byOfficer.computeIfAbsent(warning.officerId(), officer -> new ArrayList<>()).add(warning);
      } else {
        LOG.info(
            "decisions.csv line {}: {} Its day is outside the range.",
            warning.line(),
            warning.message());
      }
    }
    OutcomeWriter writer = outcomeWriter(Sightings.OF_DECISIONS);
    writer.open(new ExecutionContext());
    for (Map.Entry<String, List<PayException>> officer : byOfficer.entrySet()) {
      officer.getValue().sort(PayException.FILE_ORDER);
      writer.write(
          new Outcome(
              officer.getKey(),
              List.of(),
              List.of(),
              officer.getValue(),
              List.of(),
              TourCounts.NONE));
    }
    writer.close();
  }

  /** Pays the lines of arrears that people have accepted, as a partition of its own. */
  private void writeAcceptedArrears() throws IOException {
    boolean withNames = workplace.order().policy().is(Policy.Key.REPORT_NAMES);
    OutcomeWriter writer = outcomeWriter(ACCEPTED);
    writer.open(new ExecutionContext());
    for (Map.Entry<String, List<Settlement>> officer : acceptedArrears().entrySet()) {
      writer.write(
          new Outcome(
              officer.getKey(),
              officer.getValue().stream().map(line -> Retro.accepted(line, withNames)).toList(),
              List.of(),
              List.of(),
              List.of(),
              TourCounts.NONE));
    }
    writer.close();
  }

  /**
   * Accepted and not paid yet, by officer. A day that is not closed yet is paid as new by this very
   * run or by one to come: what was accepted for it waits for its closing, which pays it with the
   * day.
   */
  Map<String, List<Settlement>> acceptedArrears() {
    return inFlight(line -> !isPaidAsNew(line));
  }

  /** Accepted for days that this very run pays as new. */
  List<Settlement> paidWithTheirDays() {
    return inFlight(
            line -> isPaidAsNew(line) && workplace.received().context().reports(line.workDate()))
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private Map<String, List<Settlement>> inFlight(Predicate<Settlement> meant) {
    Map<String, List<Settlement>> accepted = new TreeMap<>(ByteOrder.OF_UTF_8);
    new Proposals(workplace.database())
        .inFlight()
        .forEach(
            (officer, lines) -> {
              List<Settlement> due = lines.stream().filter(meant).toList();
              if (!due.isEmpty()) {
                accepted.put(officer, due);
              }
            });
    return accepted;
  }

  private boolean isPaidAsNew(Settlement line) {
    return line.element() != Element.HOLIDAY_PAY
        && line.workDate() >= workplace.order().from()
        && !againstLedger().isClosed(line.workDate());
  }

  @Override
  public List<String> summary() throws IOException {
    NightReport report = report();
    report.warnings().forEach(LOG::warn);
    return NightSummary.of(workplace.order(), report);
  }

  /** What a person wants to know, once the job is done. */
  private NightReport report() throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    workplace.inputs().forEach(file -> rows.put(file.file(), file.rowsRead()));
    List<String> warnings =
        new ArrayList<>(workplace.manifestRun().oldAwardWarning().stream().toList());
    List<String> unread = workplace.order().feed().unreadFiles();
    if (!unread.isEmpty()) {
      warnings.add(
          "the feed has files that are not read: %s. Correct their names where they should be."
              .formatted(String.join(", ", unread)));
    }
    List<String> misspelt = workplace.order().feed().misspelt();
    if (!misspelt.isEmpty()) {
      warnings.add(
          "the feed has columns that are not read and may be misspelt: %s."
              .formatted(String.join(", ", misspelt)));
    }
    firstDayBeyond(sightings())
        .ifPresent(
            first ->
                warnings.add(
                    "the feed begins on %s and says nothing of %s. Check the range and the feed."
                        .formatted(first, workplace.manifestRun().payPeriod())));
    new Proposals(workplace.database())
        .policiesInFlight()
        .forEach(
            (proposal, policy) ->
                OtherPolicy.inWords(workplace.order().policy(), policy)
                    .map(keys -> OF_ANOTHER_POLICY.formatted(proposal, keys))
                    .ifPresent(warnings::add));
    madeLater().ifPresent(warnings::add);
    Optional<Runs.LastNight> last = new Runs(workplace.database()).before(workplace.run().row());
    Set<String> officers = new HashSet<>(sightings().officers());
    last.ifPresent(
        before ->
            before
                .rows()
                .forEach(
                    (file, count) -> {
                      long now = rows.getOrDefault(file, 0L);
                      // Decisions may be sent once and for all, the other files never.
                      boolean mayShrink = file.equals(FeedFile.DECISIONS.fileName());
                      if (!mayShrink && (count - now) * FIFTH > count) {
                        warnings.add(
                            "%s has lost more than a fifth of its rows since the night of %s: %,d then, %,d now. Check that the feed is complete."
                                .formatted(
                                    file, LocalDate.ofEpochDay(before.runDate()), count, now));
                      }
                    }));
    return new NightReport(
        results(),
        officers.size(),
        rows.values().stream().mapToLong(Long::longValue).sum(),
        decisionsInWords(rows.getOrDefault(FeedFile.DECISIONS.fileName(), 0L)),
        last.stream()
            .flatMap(before -> before.officers().stream())
            .filter(officer -> !officers.contains(officer))
            .toList(),
        last.map(Runs.LastNight::runDate),
        warnings);
  }

  private Optional<String> decisionsInWords(long rows) throws IOException {
    if (rows == 0) {
      return Optional.empty();
    }
    Decisions.Judgement judgement = judgement();
    Map<Boolean, Long> refused =
        judgement.judged().stream()
            .filter(DecisionAudit.Judged::isRefused)
            .collect(partitioningBy(row -> isReported(row.date()), counting()));
    long reported = refused.getOrDefault(true, 0L);
    long outside = refused.getOrDefault(false, 0L);
    long unreadable = results().rowsOf(FeedFile.DECISIONS.fileName()).rejected();
    return Optional.of(
        "decisions.csv: %s, %,d new%s%s%s"
            .formatted(
                NightSummary.counted(rows, "row"),
                judgement.accepted().size(),
                reported == 0
                    ? ""
                    : ", %,d not applied (DECISION_... in exceptions.csv)".formatted(reported),
                outside == 0
                    ? ""
                    : ", %,d of days outside the range not applied (in the log)".formatted(outside),
                unreadable == 0
                    ? ""
                    : ", %,d could not be read (BAD_ROW of decisions.csv)".formatted(unreadable)));
  }

  private Decisions.Judgement judgement() throws IOException {
    return workplace.received().decisions().judge(sightings().concerned());
  }

  /** Whether exceptions.csv tells of a day's exceptions, or of those without a day. */
  private boolean isReported(long date) {
    return date == PayException.NONE || workplace.received().context().reports(date);
  }

  /** The feed's first day, where it lies after the range: a wrong year or month, most likely. */
  Optional<LocalDate> firstDayBeyond() throws IOException {
    return firstDayBeyond(Sightings.readAll(work.parts(), workplace.received().decisions()));
  }

  private Optional<LocalDate> firstDayBeyond(Sightings seen) {
    FeedReach reach = seen.reach();
    long first =
        Math.min(
            Math.min(reach.rosterDay(), reach.duty()), Math.min(reach.actingDay(), reach.claim()));
    return first == FeedReach.NOTHING || first <= workplace.order().to()
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(first));
  }

  private Optional<String> madeLater() {
    List<GivenDecision> later = workplace.received().decisions().madeLater();
    return later.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s of decisions.csv made more than a day after the run date, the first on line %d (%s): until then nothing that is decided earlier changes it. Check decided_at."
                .formatted(
                    NightSummary.counted(later.size(), "decision"),
                    later.getFirst().line(),
                    London.text(later.getFirst().decidedAt())));
  }

  /** The files as they were written; by another process, perhaps. */
  Results results() throws IOException {
    if (results == null) {
      results = Results.read(work.isPublished() ? workplace.order().out() : work.files());
    }
    return results;
  }

  /** What the finished partitions want remembered. */
  Sightings sightings() throws IOException {
    if (sightings == null) {
      sightings = Sightings.readAll(work.parts(), workplace.received().decisions());
    }
    return sightings;
  }
}
