package org.dutypay.job;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.FeedFile;
import org.dutypay.feed.InputFile;
import org.dutypay.feed.Receive;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.Runs;
import org.dutypay.ledger.Turn;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.report.Assembly;
import org.dutypay.report.ExceptionsPage;
import org.dutypay.report.ExceptionsWorkbook;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.Results;
import org.dutypay.report.Summary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The nightly job: reads a feed, pays each officer by the rules, and puts payroll, balances and
 * exceptions into the output folder when they reconcile. Killed at any time and started again, it
 * goes on where it was.
 */
public final class NightlyPayJob {

  /** The exit code of a job whose files do not reconcile. */
  public static final String UNRECONCILED = "UNRECONCILED";

  private static final Logger LOG = LoggerFactory.getLogger(NightlyPayJob.class);
  private static final int OFFICERS_OF_A_CHUNK = 250;
  private static final int MOST_PARTITIONS = 16;
  private static final int FIFTH = 5;

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final DataSource database;
  private final Turn turn;
  private final Night night;
  private final StartedRun run;
  private final WorkFolder work;
  private final Progress progress;
  private final Stop stop;
  private final Runs runs;
  private @Nullable Received received;
  private @Nullable Sightings sightings;
  private @Nullable Results results;

  public NightlyPayJob(
      JobRepository repository,
      PlatformTransactionManager transactions,
      DataSource database,
      Turn turn,
      Night night,
      StartedRun run,
      WorkFolder work,
      Progress progress,
      Stop stop) {
    this.repository = repository;
    this.transactions = transactions;
    this.database = database;
    this.turn = turn;
    this.night = night;
    this.run = run;
    this.work = work;
    this.progress = progress;
    this.stop = stop;
    runs = new Runs(database);
  }

  /** The steps in their order. */
  public Job nightlyPay() {
    return new JobBuilder(Night.JOB, repository)
        .start(receive())
        .next(pay())
        .next(assemble())
        .next(reconcile())
        .next(publish())
        .build();
  }

  /**
   * Streams each file of the feed once, checks each row and scatters it by officer into the spool.
   */
  private Step receive() {
    return step(
        "receive",
        contribution -> {
          Receive receive =
              new Receive(
                  night.feed(),
                  run.digest(),
                  night.policy().forceDays(),
                  (rows, bytes) -> {
                    stop.check();
                    progress.received(rows, bytes, run.digest().bytes());
                  });
          for (InputFile file : receive.into(work.spool()).inputs()) {
            LOG.info("received {} rows of {}", file.rows(), file.name());
            if (!file.unknownColumns().isEmpty()) {
              LOG.info(
                  "{} has columns that are not read: {}",
                  file.name(),
                  String.join(", ", file.unknownColumns()));
            }
          }
          Failpoint.reach("receive");
        });
  }

  /** Applies the rules to each officer's case, in partitions of spool files. */
  private Step pay() {
    SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("pay-");
    workers.setConcurrencyLimit(night.workers());
    return new StepBuilder("pay", repository)
        .partitioner("officers", gridSize -> partitions())
        .step(new EachPartition())
        .gridSize(MOST_PARTITIONS)
        .taskExecutor(workers)
        .build();
  }

  /**
   * Merges what the partitions gave into the files of the contract, and makes the pages for people.
   */
  private Step assemble() {
    return step(
        "assemble",
        contribution -> {
          writeDecisionWarnings();
          Assembly.write(work.parts(), work.files());
          ExceptionsPage.write(work.files(), manifestRun(sightings()));
          ExceptionsWorkbook.write(work.files(), night.runDate());
          Failpoint.reach("assemble");
        });
  }

  /**
   * Compares what was written with what was received, and remembers this night only if every row is
   * accounted for: that commit is the point of no return.
   */
  private Step reconcile() {
    return step(
        "reconcile",
        contribution -> {
          Failpoint.reach("reconcile");
          Results written = Results.read(work.files());
          results = written;
          List<InputCount> inputs = inputs();
          Reconciliation reconciliation = Reconciliation.of(written, inputs);
          Sightings sightings = sightings();
          Manifest.write(work.files(), manifestRun(sightings), inputs, written, reconciliation);
          work.setReconciled(reconciliation.holds());
          if (reconciliation.holds()) {
            remember(sightings, written);
          } else {
            reconciliation.problems().forEach(problem -> LOG.error("not reconciled: {}", problem));
          }
        });
  }

  /**
   * Moves the files into the output folder, the manifest last; those that do not reconcile are kept
   * aside.
   */
  private Step publish() {
    return step(
        "publish",
        contribution -> {
          Failpoint.reach("memory");
          if (work.isReconciled()) {
            writeSummary(contribution.getStepExecution());
            Publication.publish(work.files(), night.out());
            runs.end(run.row(), Runs.Status.FINISHED, LocalDateTime.now(ZoneOffset.UTC));
          } else {
            Publication.keepAside(work.files(), night.out());
            runs.end(run.row(), Runs.Status.UNRECONCILED, LocalDateTime.now(ZoneOffset.UTC));
            contribution.setExitStatus(new ExitStatus(UNRECONCILED));
          }
        });
  }

  /**
   * Ranges of spool files, about equally many each; their number depends on that of the spool files
   * only.
   */
  private Map<String, ExecutionContext> partitions() {
    progress.enter("pay");
    int files = received().spool().fileCount();
    progress.willPay(files);
    int count = Math.min(files, MOST_PARTITIONS);
    LOG.info("pay: {} partitions, {} at once ...", count, night.workers());
    Map<String, ExecutionContext> partitions = new HashMap<>();
    for (int i = 0; i < count; i++) {
      ExecutionContext context = new ExecutionContext();
      context.putLong(OfficerReader.FIRST_FILE, (long) files * i / count);
      context.putLong(OfficerReader.END_FILE, (long) files * (i + 1) / count);
      partitions.put("p" + i, context);
    }
    return partitions;
  }

  /** One partition: a chunk-oriented step of its own, with its own reader and writer. */
  private final class EachPartition implements Step {

    @Override
    public String getName() {
      return "officers";
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
      String name = execution.getStepName();
      String partition = name.substring(name.indexOf(':') + 1);
      new StepBuilder(name, repository)
          .<OfficerCase, OutcomeWriter.Assessed>chunk(OFFICERS_OF_A_CHUNK)
          .transactionManager(transactions)
          .reader(new OfficerReader(received(), progress))
          .processor(officer -> assess(officer, received()))
          .writer(new OutcomeWriter(partition, work, received(), progress))
          .interruptionPolicy(NightlyPayJob.this::stopWhenAsked)
          .build()
          .execute(execution);
    }
  }

  private static OutcomeWriter.Assessed assess(OfficerCase officer, Received received) {
    try {
      Outcome outcome = received.engine().assess(officer);
      Map<Long, Decision> exact =
          received.decisions().of(officer.officerId(), outcome.exceptions());
      if (!exact.equals(officer.decisions())) {
        outcome = received.engine().assess(officer.withDecisions(exact));
      }
      return new OutcomeWriter.Assessed(
          outcome,
          !officer.records().isEmpty(),
          officer.roster().isEmpty() ? Long.MAX_VALUE : officer.roster().getFirst().date(),
          officer.duties().isEmpty()
              ? Long.MAX_VALUE
              : received.context().forceDays().of(officer.duties().getFirst().start()));
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "officer %s could not be assessed, which is a fault of this program: %s"
              .formatted(officer.officerId(), e),
          e);
    }
  }

  private void stopWhenAsked(StepExecution execution) throws JobInterruptedException {
    if (stop.isRequested()) {
      // Without this the step would count as completed.
      execution.setTerminateOnly();
      throw new JobInterruptedException(Stop.Stopped.MESSAGE);
    }
  }

  /** Tells of tonight's decisions that were not applied, as a partition of its own. */
  private void writeDecisionWarnings() throws IOException {
    Decisions decisions = received().decisions();
    Map<String, List<PayException>> byOfficer = new TreeMap<>(ByteOrder.OF_UTF_8);
    for (PayException warning :
        decisions.judge(Sightings.readAll(work.parts(), decisions).concerned()).warnings()) {
      if (warning.date() == PayException.NONE || received().context().reports(warning.date())) {
        byOfficer.computeIfAbsent(warning.officerId(), officer -> new ArrayList<>()).add(warning);
      } else {
        LOG.info(
            "decisions.csv line {}: {} Its day is outside the range.",
            warning.line(),
            warning.message());
      }
    }
    OutcomeWriter writer = new OutcomeWriter(Sightings.OF_DECISIONS, work, received(), progress);
    writer.open(new ExecutionContext());
    for (Map.Entry<String, List<PayException>> officer : byOfficer.entrySet()) {
      officer.getValue().sort(PayException.FILE_ORDER);
      writer.write(
          new Outcome(officer.getKey(), List.of(), List.of(), officer.getValue(), List.of()));
    }
    writer.close();
  }

  private void remember(Sightings sightings, Results results) {
    turn.confirm(database);
    received().memory().remember(sightings.unchanged(), sightings.changed(), database);
    Decisions decisions = received().decisions();
    decisions.remember(decisions.judge(sightings.concerned()).accepted(), database);
    runs.remember(
        run.row(),
        inputs().stream()
            .map(file -> "%s %s %d\n".formatted(file.file(), file.sha256(), file.rowsRead()))
            .collect(joining()),
        results.files().stream()
            .map(file -> "%s %s\n".formatted(file.file(), file.sha256()))
            .collect(joining()),
        sightings.officers());
  }

  private List<InputCount> inputs() {
    return received().spool().inputs().stream()
        .map(file -> new InputCount(file.name(), file.rows(), file.sha256()))
        .toList();
  }

  private Manifest.Run manifestRun(Sightings sightings) {
    return new Manifest.Run(
        run.row().id(),
        night.version(),
        Night.JOB,
        String.valueOf(night.feedFolder().getFileName()),
        night.from(),
        night.to(),
        night.runDate(),
        night.policyFile(),
        night.policy(),
        received().context().payScales().newestAward(),
        sightings.firstRosterDay(),
        sightings.firstDuty());
  }

  private void writeSummary(StepExecution publish) throws IOException {
    Instant started = instant(publish.getJobExecution().getCreateTime());
    List<Summary.Step> steps = new ArrayList<>();
    for (StepExecution step : publish.getJobExecution().getStepExecutions()) {
      LocalDateTime begun = step.getStartTime();
      LocalDateTime ended = step.getEndTime();
      if (begun != null && ended != null && !step.getStepName().contains(":")) {
        steps.add(new Summary.Step(step.getStepName(), Duration.between(begun, ended)));
      }
    }
    new Summary(
            run.row().id(),
            started,
            Instant.now(),
            steps,
            inputs().stream().mapToLong(InputCount::rowsRead).sum(),
            sightings().officers().size(),
            night.workers(),
            run.row().attempt(),
            night.database().kind().name())
        .write(work.files());
  }

  /** What a person wants to know, once the job is done. */
  public NightReport report() throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    inputs().forEach(file -> rows.put(file.file(), file.rowsRead()));
    List<String> warnings =
        new ArrayList<>(manifestRun(sightings()).oldAwardWarning().stream().toList());
    Optional<Runs.LastNight> last = runs.before(run.row());
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
        results == null ? Results.read(night.out()) : results,
        officers.size(),
        rows.values().stream().mapToLong(Long::longValue).sum(),
        last.stream()
            .flatMap(before -> before.officers().stream())
            .filter(officer -> !officers.contains(officer))
            .toList(),
        last.map(Runs.LastNight::runDate),
        warnings);
  }

  private static Instant instant(LocalDateTime time) {
    return time.atZone(ZoneId.systemDefault()).toInstant();
  }

  private Step step(String name, Work todo) {
    Tasklet tasklet =
        (contribution, context) -> {
          LOG.info("{} ...", name);
          progress.enter(name);
          stop.check();
          todo.run(contribution);
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
  }

  private synchronized Received received() {
    if (received == null) {
      received = new Received(night, work, database);
    }
    return received;
  }

  /** What the finished partitions want remembered. */
  private Sightings sightings() throws IOException {
    if (sightings == null) {
      sightings = Sightings.readAll(work.parts(), received().decisions());
    }
    return sightings;
  }

  /** What a step does. */
  @FunctionalInterface
  private interface Work {
    void run(StepContribution contribution) throws IOException;
  }
}
