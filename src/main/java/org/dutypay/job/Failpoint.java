package org.dutypay.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * For tests only: kills the process at a named place, as a power cut would, where the environment
 * variable {@code DUTYPAY_KILL_AT} names it: {@code receive}, {@code assemble}, {@code reconcile},
 * {@code memory}, or the Nth {@code chunk:N} or {@code publish:N}. Does nothing where it is unset.
 */
final class Failpoint {

  private static final String KILL_AT = System.getenv().getOrDefault("DUTYPAY_KILL_AT", "");
  private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();

  private Failpoint() {}

  static void reach(String place) {
    if (KILL_AT.isEmpty() || !KILL_AT.startsWith(place)) {
      return;
    }
    int times = PASSED.computeIfAbsent(place, name -> new AtomicInteger()).incrementAndGet();
    if (KILL_AT.equals(place) || KILL_AT.equals(place + ':' + times)) {
      Runtime.getRuntime().halt(137);
    }
  }
}
