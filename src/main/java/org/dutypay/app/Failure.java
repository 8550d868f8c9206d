package org.dutypay.app;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.dutypay.job.Stop;
import org.springframework.batch.core.job.JobExecution;

/** A run that cannot go on, as one line for the person who started it. */
final class Failure extends RuntimeException {

  Failure(String message) {
    super(message);
  }

  /** Why a job ended early: what its steps threw says more than what the job made of it. */
  static Failure of(JobExecution execution) {
    List<Throwable> thrown = execution.getAllFailureExceptions();
    return thrown.stream()
        .map(Failure::cause)
        .filter(cause -> !isOfSpringBatch(cause))
        .findFirst()
        .map(cause -> new Failure(of(cause)))
        .orElseGet(() -> new Failure("the job ended as " + execution.getStatus()));
  }

  /** What happened, in one line. */
  static String of(Throwable thrown) {
    Throwable cause = cause(thrown);
    String message = cause.getMessage();
    String line =
        message == null
            ? cause.getClass().getSimpleName()
            : message.strip().replaceAll("\\s*\\R\\s*", " ");
    if (cause instanceof OutOfMemoryError) {
      return "the memory allowed to Java does not suffice: set DUTYPAY_HEAP to more, such as 2g, or"
          + " --workers to 1; the same command resumes";
    }
    if (cause instanceof Stop.Stopped) {
      return line + "; the same command resumes";
    }
    return cause.getClass().getName().startsWith("org.dutypay.")
            || cause instanceof IllegalStateException
        ? line
        : line + " (" + cause.getClass().getSimpleName() + ")";
  }

  /** The first cause with a message of this program's own, else the last. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null
        && (isOfSpringBatch(cause)
            || cause instanceof UncheckedIOException
            || cause instanceof CompletionException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isOfSpringBatch(Throwable thrown) {
    return thrown.getClass().getName().startsWith("org.springframework.batch.");
  }
}
