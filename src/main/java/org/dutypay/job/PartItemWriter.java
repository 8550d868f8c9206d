package org.dutypay.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dutypay.report.PartFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Appends what officers' cases give to a partition's part files. Their length is committed with the
 * chunk; on a restart what was written after the last commit is cut off.
 *
 * @param <P> the part files
 * @param <R> what one officer's case gives
 */
final class PartItemWriter<P extends PartFiles, R> implements ItemStreamWriter<R> {

  /** Opens part files at the position of the last commit, empty for a start from nothing. */
  interface Opening<P> {
    P at(String position) throws IOException;
  }

  /** Appends one officer's. */
  interface Appending<P, R> {
    void append(P part, R officer) throws IOException;
  }

  private static final String PART = "part";

  private final Opening<P> opening;
  private final Appending<P, R> appending;
  private final Progress progress;
  private @Nullable P part;

  PartItemWriter(Opening<P> opening, Appending<P, R> appending, Progress progress) {
    this.opening = opening;
    this.appending = appending;
    this.progress = progress;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      part = opening.at(context.getString(PART, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void write(Chunk<? extends R> chunk) throws IOException {
    for (R officer : chunk) {
      appending.append(part(), officer);
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

  private P part() {
    if (part == null) {
      throw new IllegalStateException("The writer is not open");
    }
    return part;
  }
}
