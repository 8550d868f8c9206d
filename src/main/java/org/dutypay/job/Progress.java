package org.dutypay.job;

import java.util.concurrent.atomic.AtomicInteger;

/** How far a run has come: written by its steps, read by whoever shows it. */
public final class Progress {

  private volatile String step = "starting";
  private volatile long rows;
  private volatile double receivedShare;
  private final AtomicInteger officers = new AtomicInteger();
  private final AtomicInteger paidFiles = new AtomicInteger();
  private volatile int spoolFiles;

  /** The step under way, such as {@code receive}. */
  public String step() {
    return step;
  }

  /** Rows read so far. */
  public long rows() {
    return rows;
  }

  /** Officers paid so far by this process. */
  public int officers() {
    return officers.get();
  }

  /** How much of the step under way is done, from 0 to 1; 0 where that is not known. */
  public double share() {
    return switch (step) {
      case "receive" -> receivedShare;
      case "pay" -> spoolFiles == 0 ? 0 : (double) paidFiles.get() / spoolFiles;
      default -> 0;
    };
  }

  void enter(String name) {
    step = name;
  }

  void received(long rowsSoFar, long bytesSoFar, long bytesOfAll) {
    rows = rowsSoFar;
    receivedShare = bytesOfAll == 0 ? 0 : (double) bytesSoFar / bytesOfAll;
  }

  void willPay(int files) {
    spoolFiles = files;
  }

  void paid(int officersOfChunk) {
    officers.addAndGet(officersOfChunk);
  }

  void paidFile() {
    paidFiles.incrementAndGet();
  }
}
