package org.dutypay.app;

import java.io.PrintWriter;
import org.dutypay.job.Progress;

/**
 * One line on a terminal that says how far a run has come, written over itself until the run ends.
 */
final class ProgressLine implements AutoCloseable {

  private static final long MILLISECONDS_BETWEEN = 250;
  private static final String TO_START_AND_CLEAR = "\r\u001b[K";
  private static final double ENOUGH_TO_TELL = 0.02;

  private final Progress progress;
  private final PrintWriter terminal;
  private final Thread writer;
  private String step = "";
  private long stepBegan;
  private volatile boolean closed;

  private ProgressLine(Progress progress, PrintWriter terminal) {
    this.progress = progress;
    this.terminal = terminal;
    writer = Thread.ofPlatform().daemon().name("progress").unstarted(this::write);
  }

  static ProgressLine start(Progress progress, PrintWriter terminal) {
    ProgressLine line = new ProgressLine(progress, terminal);
    line.writer.start();
    return line;
  }

  private void write() {
    while (!closed) {
      terminal.print(TO_START_AND_CLEAR + text(System.nanoTime()));
      terminal.flush();
      try {
        Thread.sleep(MILLISECONDS_BETWEEN);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String text(long now) {
    if (!progress.step().equals(step)) {
      step = progress.step();
      stepBegan = now;
    }
    StringBuilder text = new StringBuilder(step);
    if (progress.rows() > 0) {
      text.append(", %,d rows read".formatted(progress.rows()));
    }
    if (progress.officers() > 0) {
      text.append(", %,d officers done".formatted(progress.officers()));
    }
    double share = progress.share();
    if (share > ENOUGH_TO_TELL) {
      double seconds = (now - stepBegan) / 1e9;
      text.append(", %.0f s left of this step".formatted(seconds / share * (1 - share)));
    }
    return text.toString();
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.print(TO_START_AND_CLEAR);
    terminal.flush();
  }
}
