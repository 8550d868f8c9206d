package org.dutypay.report;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** So many things as a report can hold: the largest, and of equal ones those that came first. */
final class Largest<T> {

  private record Candidate<T>(long size, long order, T thing) {

    private static final Comparator<Candidate<?>> LARGEST_FIRST =
        Comparator.<Candidate<?>>comparingLong(Candidate::size)
            .reversed()
            .thenComparingLong(Candidate::order);
  }

  private final int most;
  private final PriorityQueue<Candidate<T>> kept =
      new PriorityQueue<>(Candidate.LARGEST_FIRST.reversed());
  private long count;

  Largest(int most) {
    this.most = most;
  }

  void add(long size, T thing) {
    count++;
    kept.add(new Candidate<>(size, count, thing));
    if (kept.size() > most) {
      kept.remove();
    }
  }

  /** How many there are, kept or not. */
  long count() {
    return count;
  }

  /** Those kept, the largest first. */
  List<T> inOrder() {
    return kept.stream().sorted(Candidate.LARGEST_FIRST).map(Candidate::thing).toList();
  }
}
