package org.dutypay.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dutypay.feed.FeedDigest;
import org.dutypay.job.ClosedAlready;
import org.dutypay.job.FeedJob;
import org.dutypay.job.FeedTask;
import org.dutypay.job.Order;
import org.dutypay.job.Progress;
import org.dutypay.job.StartedRun;
import org.dutypay.job.Stop;
import org.dutypay.job.WorkFolder;
import org.dutypay.job.Workplace;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Runs;
import org.dutypay.ledger.Turn;
import org.dutypay.pay.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import picocli.CommandLine;

/**
 * Starts a job over a feed, or resumes the one that a kill has left behind: locks, identity,
 * Spring, and how it ended.
 */
final class Launch {

  private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

  /** Goes to the log file only: a person gets one line. */
  private static final Logger TRACES = LoggerFactory.getLogger("dutypay.traces");

  private static final int SPARE_CONNECTIONS = 2;

  /**
   * Transactions and Spring Batch's repository and operator: what a job needs of Spring Boot. The
   * rest stays asleep.
   */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
  })
  static class SpringBatch {}

  /** What a job does, once it has a place to work. */
  interface Plan {
    FeedTask<?> at(Workplace workplace);

    /**
     * What else than feed, policy, range and run date makes a run this one; empty where nothing.
     */
    default String identity() {
      return "";
    }

    /**
     * Does what is to be done instead of a run, where that is so.
     *
     * @return what a person reads then; empty where the job is to run
     */
    default Optional<List<String>> instead(Order order, HikariDataSource database, WorkFolder work)
        throws IOException {
      return Optional.empty();
    }
  }

  private final Order order;
  private final Plan plan;
  private final PrintWriter out;
  private final Progress progress = new Progress();
  private final Stop stop = new Stop();
  private List<String> summary = List.of();

  private Launch(Order order, Plan plan, PrintWriter out) {
    this.order = order;
    this.plan = plan;
    this.out = out;
  }

  /** Runs a job from its options to its exit code. */
  static ExitCode run(Order order, Plan plan, CommandLine command) {
    PrintWriter out = command.getOut();
    PrintWriter err = command.getErr();
    Launch launch = new Launch(order, plan, out);
    // The launcher knows whether standard error is a terminal; Java does not.
    boolean isTerminal = Boolean.getBoolean("dutypay.terminal");
    try (RunLog log = RunLog.open(order.out().resolveSibling(""), !isTerminal);
        OnTermination termination = OnTermination.stops(launch.stop)) {
      try {
        return termination.ended(launch.run(isTerminal, err));
      } catch (ClosedAlready.OutOfOrder e) {
        err.println(order.job() + ": " + e.getMessage());
        err.flush();
        return ExitCode.WRONG_USAGE;
      } catch (IOException | RuntimeException | JobExecutionException e) {
        TRACES.error("failed", e);
        err.println(order.job() + ": " + Failure.of(e) + " (log: " + log.file() + ")");
        err.flush();
        return ExitCode.FAILED;
      }
    }
  }

  private ExitCode run(boolean isTerminal, PrintWriter err)
      throws IOException, JobExecutionException {
    LOG.info(
        "{} {} to {}, run date {}: feed {}, out {}, database {}, workers {}",
        order.job(),
        LocalDate.ofEpochDay(order.from()),
        LocalDate.ofEpochDay(order.to()),
        LocalDate.ofEpochDay(order.runDate()),
        order.feedFolder(),
        order.out(),
        order.database(),
        order.workers());
    if (!order.feed().unreadFiles().isEmpty()) {
      LOG.info(
          "the feed has files that are not read: {}",
          String.join(", ", order.feed().unreadFiles()));
    }
    ExitCode code = isTerminal ? withProgressLine(err) : locked();
    if (code == ExitCode.UNRECONCILED) {
      err.println(
          "%s: the control totals do not reconcile; the files are kept in %s.unreconciled, and the log says what does not fit"
              .formatted(order.job(), order.out()));
      err.flush();
    }
    LOG.info("ended with exit code {}", code.number());
    summary.forEach(out::println);
    out.flush();
    return code;
  }

  private ExitCode withProgressLine(PrintWriter terminal)
      throws IOException, JobExecutionException {
    ProgressLine line = ProgressLine.start(progress, terminal);
    try {
      return locked();
    } finally {
      line.close();
    }
  }

  private ExitCode locked() throws IOException, JobExecutionException {
    CompletableFuture<FeedDigest> digest = CompletableFuture.supplyAsync(order.feed()::digest);
    Optional<WorkFolder> folder = WorkFolder.of(order.out());
    if (folder.isEmpty()) {
      throw new Failure(
          "another run is writing to "
              + order.out()
              + ": wait until it has ended, then run the same command again");
    }
    try (WorkFolder work = folder.get();
        Turn turn = Turn.take(order.database());
        HikariDataSource database = pool(order.database())) {
      Optional<List<String>> done = plan.instead(order, database, work);
      if (done.isPresent()) {
        summary = done.get();
        return ExitCode.DONE;
      }
      return ended(digest.join(), work, turn, database);
    }
  }

  private ExitCode ended(FeedDigest digest, WorkFolder work, Turn turn, HikariDataSource database)
      throws IOException, JobExecutionException {
    try (ConfigurableApplicationContext context = context(database)) {
      JobRepository repository = context.getBean(JobRepository.class);
      JobOperator operator = context.getBean(JobOperator.class);
      StartedRun run = begin(digest, work, database, repository, operator);
      Workplace workplace = new Workplace(order, work, database, turn, run, progress, stop);
      FeedTask<?> task = plan.at(workplace);
      Job job =
          new FeedJob<>(
                  repository, context.getBean(PlatformTransactionManager.class), workplace, task)
              .job();
      return ended(operator.start(job, parameters(run.row())), task, work);
    }
  }

  private static ConfigurableApplicationContext context(HikariDataSource database) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SpringApplication application = new SpringApplication(SpringBatch.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setLazyInitialization(true);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("dataSource", database));
    return application.run();
  }

  private HikariDataSource pool(Database database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setDataSourceProperties(database.properties());
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(order.workers() + SPARE_CONNECTIONS);
    return new HikariDataSource(config);
  }

  /** The run that this command resumes, or a new one. */
  private StartedRun begin(
      FeedDigest digest,
      WorkFolder work,
      HikariDataSource database,
      JobRepository repository,
      JobOperator operator)
      throws IOException {
    Runs runs = new Runs(database);
    String ledger = Ledger.state(database, order.runDate());
    String id =
        Sha256.hex(
            String.join(
                "\n",
                order.job(),
                digest.text(),
                order.policy().text(),
                day(order.from()),
                day(order.to()),
                day(order.runDate()) + plan.identity()));
    String key =
        Sha256.hex(String.join("\n", id, Commands.Version.number(), order.out().toString()));
    Optional<Runs.Run> left = runs.unfinished(order.out().toString());
    if (left.isPresent()) {
      Runs.Run run = left.get();
      if (run.key().equals(key)
          && work.belongsTo(mark(run, ledger))
          && recover(run, repository, operator)) {
        LOG.info("resuming the run that was interrupted");
        return new StartedRun(run, digest);
      }
      LOG.info(
          "an interrupted run is given up: its inputs or options were others, or something was"
              + " closed or decided since");
      runs.discard(order.out().toString(), LocalDateTime.now(ZoneOffset.UTC));
    }
    Runs.Run run =
        new Runs.Run(
            key,
            runs.nextAttempt(key),
            id.substring(0, 16),
            order.job(),
            order.feedFolder().toString(),
            order.out().toString(),
            order.runDate(),
            order.from(),
            order.to());
    runs.start(run, LocalDateTime.now(ZoneOffset.UTC));
    work.begin(mark(run, ledger));
    return new StartedRun(run, digest);
  }

  /**
   * Makes Spring Batch accept that the process which had the run is gone; false where it cannot go
   * on.
   */
  private static boolean recover(Runs.Run run, JobRepository repository, JobOperator operator) {
    JobInstance instance = repository.getJobInstance(run.job(), parameters(run));
    JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
    if (last == null) {
      return true;
    }
    if (last.getStatus() == BatchStatus.COMPLETED
        || last.getStatus() == BatchStatus.UNKNOWN
        || last.getStepExecutions().stream()
            .map(StepExecution::getStatus)
            .anyMatch(BatchStatus.UNKNOWN::equals)) {
      return false;
    }
    if (last.isRunning()
        || last.getStepExecutions().stream().anyMatch(step -> step.getStatus().isRunning())) {
      operator.recover(last);
    }
    return true;
  }

  private static JobParameters parameters(Runs.Run run) {
    return new JobParametersBuilder()
        .addString("key", run.key())
        .addLong("attempt", (long) run.attempt())
        .toJobParameters();
  }

  private ExitCode ended(JobExecution execution, FeedTask<?> task, WorkFolder work)
      throws IOException {
    if (stop.isRequested() && execution.getStatus() != BatchStatus.COMPLETED) {
      throw new Failure("stopped before it was done; the same command resumes");
    }
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw Failure.of(execution);
    }
    if (execution.getExitStatus().getExitCode().equals(FeedJob.UNRECONCILED)) {
      work.remove();
      return ExitCode.UNRECONCILED;
    }
    try {
      summary = task.summary();
      work.remove();
    } catch (IOException | RuntimeException e) {
      // The job is done and published; only its summary or the removal of its work failed.
      LOG.warn("the job is done, but what follows it failed", e);
    }
    return ExitCode.DONE;
  }

  /** What has been closed or decided since an interruption is not mixed with what was before. */
  private static String mark(Runs.Run run, String ledger) {
    return String.join(" ", run.key(), Integer.toString(run.attempt()), ledger);
  }

  private static String day(long epochDay) {
    return Long.toString(epochDay);
  }
}
