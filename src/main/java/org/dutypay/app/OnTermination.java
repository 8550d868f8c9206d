package org.dutypay.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dutypay.job.Stop;

/**
 * What happens when the process is asked to end: the run stops at its next safe place and closes
 * what it has open, and only then the process ends, with the exit code of the run.
 */
final class OnTermination implements AutoCloseable {

  private static final long LONGEST_WAIT_SECONDS = 60;

  private final Stop stop;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "termination");
  private volatile ExitCode code = ExitCode.FAILED;

  private OnTermination(Stop stop) {
    this.stop = stop;
  }

  static OnTermination stops(Stop stop) {
    OnTermination termination = new OnTermination(stop);
    Runtime.getRuntime().addShutdownHook(termination.hook);
    return termination;
  }

  private void stopAndWait() {
    stop.request();
    try {
      boolean inTime = ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt((inTime ? code : ExitCode.FAILED).number());
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(ExitCode.FAILED.number());
    }
  }

  /** Says how the run ended. */
  ExitCode ended(ExitCode exitCode) {
    code = exitCode;
    return exitCode;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook will see to it.
    }
  }
}
