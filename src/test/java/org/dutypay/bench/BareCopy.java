package org.dutypay.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.FlatFileItemWriter;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.mapping.PassThroughFieldSetMapper;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineAggregator;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.io.FileSystemResource;

/**
 * The least that Spring Batch can do with a feed: copies roster.csv and timesheets.csv from one
 * folder to another, row by row, with its own reader and writer. No Boot, no database, no beans.
 */
final class BareCopy {

  private static final int ROWS_OF_A_CHUNK = 1_000;

  private final JobRepository repository = new ResourcelessJobRepository();
  private final Path from;
  private final Path to;

  private BareCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** The folder to read and the folder to write. */
  public static void main(String[] folders) throws Exception {
    // Boot would do this; without it every debug message is printed.
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path to = Files.createDirectories(Path.of(folders[1]));
    new BareCopy(Path.of(folders[0]), to).run();
  }

  private void run() throws Exception {
    Job job =
        new JobBuilder("bare-copy", repository)
            .start(copy("roster.csv"))
            .next(copy("timesheets.csv"))
            .build();
    JobParameters none = new JobParameters();
    JobExecution execution =
        repository.createJobExecution(
            repository.createJobInstance(job.getName(), none), none, new ExecutionContext());
    job.execute(execution);
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      System.err.println("bare copy: " + execution.getAllFailureExceptions());
      System.exit(1);
    }
    for (StepExecution step : execution.getStepExecutions()) {
      System.out.printf("%s: %,d rows%n", step.getStepName(), step.getWriteCount());
    }
  }

  private Step copy(String file) {
    AtomicReference<String> header = new AtomicReference<>("");
    FlatFileItemReader<FieldSet> reader =
        new FlatFileItemReaderBuilder<FieldSet>()
            .name(file)
            .resource(new FileSystemResource(from.resolve(file)))
            .linesToSkip(1)
            .skippedLinesCallback(header::set)
            .lineTokenizer(new DelimitedLineTokenizer())
            .fieldSetMapper(new PassThroughFieldSetMapper())
            .build();
    FlatFileItemWriter<FieldSet> writer =
        new FlatFileItemWriterBuilder<FieldSet>()
            .name(file)
            .resource(new FileSystemResource(to.resolve(file)))
            .headerCallback(out -> out.write(header.get()))
            .lineAggregator(new DelimitedLineAggregator<>())
            .build();
    return new StepBuilder(file, repository)
        .<FieldSet, FieldSet>chunk(ROWS_OF_A_CHUNK)
        .transactionManager(new ResourcelessTransactionManager())
        .reader(reader)
        .writer(writer)
        .build();
  }
}
