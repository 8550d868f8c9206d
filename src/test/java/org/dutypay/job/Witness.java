package org.dutypay.job;

import java.util.function.Consumer;

/** Lets a test look at the disk at each place where a run has just written something. */
public final class Witness implements AutoCloseable {

  private Witness() {}

  /**
   * Looks from now on until it is closed.
   *
   * @param looking gets the name of the place
   */
  public static Witness of(Consumer<String> looking) {
    Failpoint.witness(looking);
    return new Witness();
  }

  @Override
  public void close() {
    Failpoint.witness(place -> {});
  }
}
