package org.dutypay.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.report.FeedReach;
import org.dutypay.report.OutcomePart;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Appends what officers' cases gave to a partition's part files. Their lengths are committed with
 * the chunk; on a restart what was written after the last commit is cut off.
 */
final class OutcomeWriter implements ItemStreamWriter<OutcomeWriter.Assessed> {

  /**
   * One officer's outcome.
   *
   * @param isInForce whether the officers file names the officer
   */
  record Assessed(Outcome outcome, boolean isInForce, FeedReach reach) {}

  private static final String PART = "part";
  private static final String SIGHTINGS = "sightings";

  private final String partition;
  private final WorkFolder work;
  private final Received received;
  private final Progress progress;
  private @Nullable OutcomePart part;
  private @Nullable SightingsPart sightings;

  OutcomeWriter(String partition, WorkFolder work, Received received, Progress progress) {
    this.partition = partition;
    this.work = work;
    this.received = received;
    this.progress = progress;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      part =
          OutcomePart.open(
              work.parts(),
              partition,
              context.getString(PART, ""),
              received::standing,
              received.context().runDate());
      sightings =
          SightingsPart.open(
              work.parts(),
              partition,
              context.getLong(SIGHTINGS, 0),
              received.memory(),
              received.decisions());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void write(Chunk<? extends Assessed> chunk) throws IOException {
    for (Assessed officer : chunk) {
      if (officer.isInForce()) {
        open(sightings)
            .officer(officer.outcome().officerId(), officer.reach(), officer.outcome().tours());
      }
      write(officer.outcome());
    }
    progress.paid(chunk.size());
  }

  void write(Outcome outcome) throws IOException {
    for (PayException exception : outcome.exceptions()) {
      open(sightings).exception(exception);
    }
    open(part).append(outcome);
  }

  @Override
  public void update(ExecutionContext context) {
    try {
      context.putString(PART, open(part).position());
      context.putLong(SIGHTINGS, open(sightings).length());
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
      if (sightings != null) {
        sightings.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static <T> T open(@Nullable T file) {
    if (file == null) {
      throw new IllegalStateException("The writer is not open");
    }
    return file;
  }
}
