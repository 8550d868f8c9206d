package org.dutypay.job;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.InputFile;
import org.dutypay.feed.Receive;
import org.dutypay.ledger.Runs;
import org.dutypay.report.InputCount;
import org.dutypay.report.Summary;
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
 * The steps of every job over a feed: it is received, each officer is paid by the rules, and what
 * comes of it goes into the output folder when it reconciles. Killed at any time and started again,
 * a job goes on where it was.
 *
 * @param <R> what one officer's case gives
 */
public final class FeedJob<R> {

  /** The exit code of a job whose files do not reconcile. */
  public static final String UNRECONCILED = "UNRECONCILED";

  private static final Logger LOG = LoggerFactory.getLogger(FeedJob.class);
  private static final int OFFICERS_OF_A_CHUNK = 250;
  private static final int MOST_PARTITIONS = 16;

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final Workplace workplace;
  private final Order order;
  private final WorkFolder work;
  private final FeedTask<R> task;
  private final Runs runs;

  public FeedJob(
      JobRepository repository,
      PlatformTransactionManager transactions,
      Workplace workplace,
      FeedTask<R> task) {
    this.repository = repository;
    this.transactions = transactions;
    this.workplace = workplace;
    this.task = task;
    order = workplace.order();
    work = workplace.work();
    runs = new Runs(workplace.database());
  }

  /** The steps in their order. */
  public Job job() {
    return new JobBuilder(order.job(), repository)
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
                  order.feed(),
                  workplace.run().digest(),
                  order.policy().forceDays(),
                  (rows, bytes) -> {
                    workplace.stop().check();
                    workplace.progress().received(rows, bytes, workplace.run().digest().bytes());
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
    workers.setConcurrencyLimit(order.workers());
    return new StepBuilder("pay", repository)
        .partitioner("officers", gridSize -> partitions())
        .step(new EachPartition())
        .gridSize(MOST_PARTITIONS)
        .taskExecutor(workers)
        .build();
  }

  /** Merges what the partitions gave into the finished files. */
  private Step assemble() {
    return step(
        "assemble",
        contribution -> {
          Failpoint.reach("paid");
          task.assemble();
          Failpoint.reach("assemble");
        });
  }

  /**
   * Compares what was written with what was received, and remembers the run only if everything
   * fits.
   */
  private Step reconcile() {
    return step(
        "reconcile",
        contribution -> {
          Failpoint.reach("reconcile");
          List<String> problems = task.reconcile();
          work.setReconciled(problems.isEmpty());
          if (problems.isEmpty()) {
            workplace.confirmTurn();
            task.remember();
            Failpoint.reach("remember");
          } else {
            problems.forEach(problem -> LOG.error("not reconciled: {}", problem));
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
          Runs.Run run = workplace.run().row();
          if (work.isReconciled()) {
            writeSummary(contribution.getStepExecution());
            Publication.publish(work.files(), order.out(), task.namedByContent());
            runs.end(run, Runs.Status.FINISHED, LocalDateTime.now(ZoneOffset.UTC));
            Failpoint.reach("ended");
          } else {
            Publication.keepAside(work.files(), order.out());
            runs.end(run, Runs.Status.UNRECONCILED, LocalDateTime.now(ZoneOffset.UTC));
            contribution.setExitStatus(new ExitStatus(UNRECONCILED));
          }
        });
  }

  /**
   * Ranges of spool files, about equally many each; their number depends on that of the spool files
   * only.
   */
  private Map<String, ExecutionContext> partitions() {
    Failpoint.reach("received");
    workplace.progress().enter("pay");
    int files = workplace.received().spool().fileCount();
    workplace.progress().willPay(files);
    int count = Math.min(files, MOST_PARTITIONS);
    LOG.info("pay: {} partitions, {} at once ...", count, order.workers());
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
      Function<OfficerCase, R> assessor = task.assessor();
      new StepBuilder(name, repository)
          .<OfficerCase, R>chunk(OFFICERS_OF_A_CHUNK)
          .transactionManager(transactions)
          .reader(new OfficerReader(workplace.received(), workplace.progress()))
          .processor(officer -> assess(officer, assessor))
          .writer(task.writer(partition))
          .interruptionPolicy(FeedJob.this::stopWhenAsked)
          .build()
          .execute(execution);
    }
  }

  private R assess(OfficerCase officer, Function<OfficerCase, R> assessor) {
    try {
      return assessor.apply(officer);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "officer %s could not be assessed, which is a fault of this program: %s"
              .formatted(officer.officerId(), e),
          e);
    }
  }

  private void stopWhenAsked(StepExecution execution) throws JobInterruptedException {
    if (workplace.stop().isRequested()) {
      // Without this the step would count as completed.
      execution.setTerminateOnly();
      throw new JobInterruptedException(Stop.Stopped.MESSAGE);
    }
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
    Runs.Run run = workplace.run().row();
    new Summary(
            run.id(),
            started,
            Instant.now(),
            steps,
            workplace.inputs().stream().mapToLong(InputCount::rowsRead).sum(),
            task.officers(),
            order.workers(),
            run.attempt(),
            order.database().kind().name())
        .write(work.files());
  }

  private static Instant instant(LocalDateTime time) {
    return time.atZone(ZoneId.systemDefault()).toInstant();
  }

  private Step step(String name, Work todo) {
    Tasklet tasklet =
        (contribution, context) -> {
          LOG.info("{} ...", name);
          workplace.progress().enter(name);
          workplace.stop().check();
          todo.run(contribution);
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
  }

  /** What a step does. */
  @FunctionalInterface
  private interface Work {
    void run(StepContribution contribution) throws IOException;
  }
}
