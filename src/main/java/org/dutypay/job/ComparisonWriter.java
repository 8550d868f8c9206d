package org.dutypay.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dutypay.pay.OutcomeDifference;
import org.dutypay.pay.RowOutcome;
import org.dutypay.report.ComparisonPart;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Appends what officers' cases give under A and under B to a partition's part files. Their length
 * is committed with the chunk; on a restart what was written after the last commit is cut off.
 */
final class ComparisonWriter implements ItemStreamWriter<ComparisonWriter.Compared> {

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

  private static final String PART = "part";

  private final String partition;
  private final WorkFolder work;
  private final Progress progress;
  private @Nullable ComparisonPart part;

  ComparisonWriter(String partition, WorkFolder work, Progress progress) {
    this.partition = partition;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      part = ComparisonPart.open(work.parts(), partition, context.getString(PART, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void write(Chunk<? extends Compared> chunk) throws IOException {
    for (Compared officer : chunk) {
      part()
          .append(officer.difference(), officer.isInForce(), officer.rowsOfA(), officer.rowsOfB());
    }
    progress.paid(chunk.size());
  }

  @Override
  public void update(ExecutionContext context) {
    try {
      context.putString(PART, part().position());
      Failpoint.reach("chunk");
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      if (part != null) {
        part.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private ComparisonPart part() {
    if (part == null) {
      throw new IllegalStateException("The writer is not open");
    }
    return part;
  }
}
