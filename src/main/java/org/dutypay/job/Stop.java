package org.dutypay.job;

/** Somebody's wish that the run end at the next safe place, from where the same command resumes. */
public final class Stop {

  /** The run has stopped because it was asked to. */
  public static final class Stopped extends RuntimeException {

    static final String MESSAGE = "stopped before it was done";

    Stopped() {
      super(MESSAGE);
    }
  }

  private volatile boolean requested;

  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }

  /** To be called in long work now and then. */
  void check() {
    if (requested) {
      throw new Stopped();
    }
  }
}
