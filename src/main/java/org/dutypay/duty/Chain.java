package org.dutypay.duty;

import java.util.List;

/**
 * Duties of one officer in which each starts exactly when the one before it ends (rulebook 1). A
 * duty alone is a chain of one.
 *
 * @param duties in order of time, at least one
 */
public record Chain(List<Duty> duties) {

  public Chain {
    duties = List.copyOf(duties);
  }

  public Duty first() {
    return duties.getFirst();
  }

  public long start() {
    return first().start();
  }

  public long end() {
    return duties.getLast().end();
  }

  /** The duty row that holds a minute of the chain. */
  public Duty at(long minute) {
    for (Duty duty : duties) {
      if (minute < duty.end()) {
        return duty;
      }
    }
    throw new IllegalArgumentException("Minute " + minute + " is after the end of the chain");
  }
}
