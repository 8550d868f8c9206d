package org.dutypay.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dutypay.report.RechargePart;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Appends what hosts repay to a partition's part files. Their length is committed with the chunk;
 * on a restart what was written after the last commit is cut off.
 */
final class RechargeWriter implements ItemStreamWriter<RechargeTask.Recharged> {

  private static final String PART = "part";

  private final String partition;
  private final WorkFolder work;
  private final Progress progress;
  private @Nullable RechargePart part;

  RechargeWriter(String partition, WorkFolder work, Progress progress) {
    this.partition = partition;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      part = RechargePart.open(work.parts(), partition, context.getString(PART, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void write(Chunk<? extends RechargeTask.Recharged> chunk) throws IOException {
    for (RechargeTask.Recharged officer : chunk) {
      if (!officer.secondments().isEmpty() || !officer.outcome().rows().isEmpty()) {
        part().append(officer.outcome(), officer.secondments(), officer.recharge());
      }
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

  private RechargePart part() {
    if (part == null) {
      throw new IllegalStateException("The writer is not open");
    }
    return part;
  }
}
