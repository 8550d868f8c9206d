package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.CaseReader;
import org.dutypay.feed.RatesFile;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.OutcomeDifference;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;
import org.dutypay.report.Assembly;
import org.dutypay.report.ComparisonPage;
import org.dutypay.report.ComparisonPart;
import org.dutypay.report.ComparisonResults;
import org.dutypay.report.ComparisonTotals;
import org.dutypay.report.CsvFile;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.RowCounts;
import org.dutypay.report.SideB;
import org.dutypay.rules.PayEngine;
import org.dutypay.rules.RunContext;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * The comparison of two policies or rate tables, A and B: one feed is paid under both, and what
 * comes out is what changes. It remembers nothing of exceptions and decisions, so that it never
 * alters a night.
 */
public final class ComparePolicyTask implements FeedTask<ComparePolicyTask.Compared> {

  public static final String JOB = "compare-policy";

  /**
   * One officer under A and under B.
   *
   * @param isInForce whether the officers file names the officer
   */
  record Compared(
      OutcomeDifference difference,
      boolean isInForce,
      List<RowOutcome> rowsOfA,
      List<RowOutcome> rowsOfB) {}

  /** What people get; the rest serves to add up and to reconcile. */
  private static final List<CsvFile> PUBLISHED =
      List.of(CsvFile.COMPARISON, CsvFile.COMPARISON_EXCEPTIONS);

  private final Workplace workplace;
  private final WorkFolder work;
  private final ComparisonOrder b;
  private @Nullable RunContext contextOfB;
  private @Nullable PayEngine engineOfB;
  private @Nullable ComparisonTotals totals;

  public ComparePolicyTask(Workplace workplace, ComparisonOrder b) {
    this.workplace = workplace;
    this.b = b;
    work = workplace.work();
  }

  @Override
  public Compared assess(OfficerCase officer) {
    return compared(officer, officer);
  }

  /**
   * Where B's force days start at another time, bookings fall on other days before any rule is
   * asked.
   */
  @Override
  public Function<OfficerCase, Compared> assessor() {
    Received received = workplace.received();
    String startUnderA = workplace.order().policy().value(Policy.Key.FORCE_DAY_STARTS);
    if (b.policy().is(Policy.Key.FORCE_DAY_STARTS, startUnderA)) {
      return this::assess;
    }
    CasesAgain underB =
        new CasesAgain(
            received.spool(),
            new CaseReader(
                b.policy().forceDays(), workplace.order().runDate(), received.decisions()::of));
    return officer -> compared(officer, underB.of(officer));
  }

  private Compared compared(OfficerCase underA, OfficerCase underB) {
    Received received = workplace.received();
    Outcome a = received.outcome(underA);
    Outcome other = received.outcome(underB, engineOfB());
    return new Compared(
        OutcomeDifference.between(a, other), !underA.records().isEmpty(), a.rows(), other.rows());
  }

  @Override
  public ItemStreamWriter<Compared> writer(String partition) {
    return new PartItemWriter<>(
        position -> ComparisonPart.open(work.parts(), partition, position),
        (part, officer) ->
            part.append(
                officer.difference(), officer.isInForce(), officer.rowsOfA(), officer.rowsOfB()),
        workplace.progress());
  }

  @Override
  public void assemble() throws IOException {
    Files.createDirectories(work.merged());
    Assembly.write(work.parts(), CsvFile.OF_A_COMPARISON, work.merged());
    for (CsvFile file : PUBLISHED) {
      Files.move(
          work.merged().resolve(file.fileName()),
          work.files().resolve(file.fileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    totals().write(work.files());
    ComparisonPage.write(
        work.files(),
        workplace.manifestRun(),
        sideB(),
        totals(),
        ComparisonResults.read(work.files()));
  }

  @Override
  public List<String> reconcile() throws IOException {
    ComparisonResults results = ComparisonResults.read(work.files());
    var rowsOfA = RowCounts.read(work.merged(), CsvFile.ROWS);
    Reconciliation reconciliation =
        results.reconciled(
            rowsOfA, RowCounts.read(work.merged(), CsvFile.ROWS_OF_B), workplace.inputs());
    Manifest.write(
        work.files(),
        workplace.manifestRun(),
        sideB(),
        workplace.inputs(),
        rowsOfA,
        results.files(),
        reconciliation);
    return reconciliation.problems();
  }

  @Override
  public void remember() throws IOException {
    workplace.remember(ComparisonResults.read(work.files()).files(), List.of());
  }

  @Override
  public int officers() throws IOException {
    return totals().officers();
  }

  @Override
  public List<String> summary() throws IOException {
    Path files = work.isPublished() ? workplace.order().out() : work.files();
    return ComparisonSummary.of(
        workplace.order(), b, totals(), ComparisonResults.read(files), workplace.inputs());
  }

  private ComparisonTotals totals() throws IOException {
    if (totals == null) {
      totals = ComparisonTotals.read(work.merged());
    }
    return totals;
  }

  private SideB sideB() {
    PayScales ratesOfA = workplace.received().context().payScales();
    return new SideB(
        b.policyFile(),
        b.policy(),
        b.rates().map(file -> new InputCount(file.name(), file.rates().size(), file.sha256())),
        ratesOfA.differencesTo(contextOfB().payScales()));
  }

  private synchronized PayEngine engineOfB() {
    if (engineOfB == null) {
      engineOfB = new PayEngine(contextOfB());
    }
    return engineOfB;
  }

  private synchronized RunContext contextOfB() {
    if (contextOfB == null) {
      RunContext a = workplace.received().context();
      Optional<RatesFile> rates = b.rates();
      contextOfB =
          new RunContext(
              b.policy().with(Policy.Key.REPORT_NAMES, a.policy()),
              rates.map(file -> ReferenceFiles.payScales(file, a.runDate())).orElse(a.payScales()),
              a.allowances(),
              a.publicHolidays(),
              a.numbers(),
              a.from(),
              a.to(),
              a.runDate());
    }
    return contextOfB;
  }
}
