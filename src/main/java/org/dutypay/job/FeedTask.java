package org.dutypay.job;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * What one job makes of a feed. {@link FeedJob} takes the steps, which are the same for every job,
 * and asks for each in turn; after a kill it goes on with the step that was under way, so that each
 * may be asked for again by another process.
 *
 * @param <R> what one officer's case gives
 */
public interface FeedTask<R> {

  /** What one officer's case gives. Asked by several threads at once. */
  R assess(OfficerCase officer);

  /**
   * What gives the results of one partition: it is asked for each officer in the order of the
   * spool, by one thread.
   */
  default Function<OfficerCase, R> assessor() {
    return this::assess;
  }

  /** Appends what officers' cases give to the part files of a partition. */
  ItemStreamWriter<R> writer(String partition);

  /** Merges the part files and makes the finished files in the work folder. */
  void assemble() throws IOException;

  /**
   * Compares what was written with what was received, and writes the manifest.
   *
   * @return one sentence for each thing that does not fit
   */
  List<String> reconcile() throws IOException;

  /** Commits what is to be remembered, once everything fits: the point of no return. */
  void remember() throws IOException;

  /**
   * Which files of the output folder not every run makes, as a pattern such as {@code
   * recharge-*.html}: an earlier run's that this one did not make are removed when it is published.
   */
  default String optionalFiles() {
    return "";
  }

  /** Officers of the officers file. */
  int officers() throws IOException;

  /** The lines that a person reads when the job is done. */
  List<String> summary() throws IOException;
}
