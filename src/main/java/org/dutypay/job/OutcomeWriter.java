package org.dutypay.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.report.CsvFile;
import org.dutypay.report.FeedReach;
import org.dutypay.report.MatterDetail;
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
   * @param records what the officers file says of the officer
   * @param notCovered days and elements of the ledger that could not be reckoned afresh
   * @param details what gives the details of its exceptions
   * @param known what a closing keeps of the officer
   */
  record Assessed(
      Outcome outcome,
      List<OfficerRecord> records,
      FeedReach reach,
      int notCovered,
      Function<PayException, MatterDetail> details,
      Optional<KnownNow> known) {

    Assessed {
      records = List.copyOf(records);
    }
  }

  private static final String PART = "part";
  private static final String SIGHTINGS = "sightings";

  private final String partition;
  private final List<CsvFile> files;
  private final WorkFolder work;
  private final Received received;
  private final Progress progress;
  private @Nullable OutcomePart part;
  private @Nullable SightingsPart sightings;

  /**
   * @param files those of a night or of a closing
   */
  OutcomeWriter(
      String partition,
      List<CsvFile> files,
      WorkFolder work,
      Received received,
      Progress progress) {
    this.partition = partition;
    this.files = files;
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
              files,
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
      if (!officer.records().isEmpty()) {
        open(sightings)
            .officer(
                officer.outcome().officerId(),
                officer.reach(),
                officer.outcome().tours(),
                officer.notCovered());
      }
      write(officer.outcome(), officer.records(), officer.details(), officer.known());
    }
    progress.paid(chunk.size());
  }

  /** Writes what came of no officer's case. */
  void write(Outcome outcome) throws IOException {
    write(outcome, List.of(), exception -> MatterDetail.NONE, Optional.empty());
  }

  private void write(
      Outcome outcome,
      List<OfficerRecord> records,
      Function<PayException, MatterDetail> details,
      Optional<KnownNow> known)
      throws IOException {
    for (PayException exception : outcome.exceptions()) {
      open(sightings).exception(exception);
    }
    open(part).append(outcome, records, details, known);
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
