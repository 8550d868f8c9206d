package org.dutypay.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For tests only: ends the process at a named place, as a power cut would, where the environment
 * variable {@code DUTYPAY_KILL_AT} names it: {@code begun}, {@code receive}, {@code received},
 * {@code paid}, {@code assemble}, {@code reconcile}, {@code remember}, {@code memory}, {@code
 * ended}, {@code emptied}, {@code again}, or the Nth {@code chunk:N}, {@code ledger:N}, {@code
 * proposal:N} or {@code publish:N}. With {@code pause@} before the name it waits there instead, for
 * a test to do something meanwhile. {@code DUTYPAY_FAIL_AFTER} ends the process at the Nth place of
 * any name. Both are obeyed only where the tests' own resources are on the class path, so never by
 * what a force installs.
 */
final class Failpoint {

  private static final boolean IS_TEST_BUILD =
      Failpoint.class.getResource("/failpoints.txt") != null;
  private static final String PAUSE = "pause@";
  private static final long PAUSE_MILLISECONDS = 4_000;
  private static final int KILLED = 137;
  private static final String GIVEN = environment("DUTYPAY_KILL_AT", "");
  private static final boolean PAUSES = GIVEN.startsWith(PAUSE);
  private static final String WHERE = PAUSES ? GIVEN.substring(PAUSE.length()) : GIVEN;
  private static final int FAIL_AFTER = Integer.parseInt(environment("DUTYPAY_FAIL_AFTER", "0"));
  private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();
  private static final AtomicInteger ALL_PASSED = new AtomicInteger();
  private static final Logger LOG = LoggerFactory.getLogger(Failpoint.class);
  private static volatile Consumer<String> witness = place -> {};

  private Failpoint() {}

  private static String environment(String name, String otherwise) {
    return IS_TEST_BUILD ? System.getenv().getOrDefault(name, otherwise) : otherwise;
  }

  /** Has a test look at what is on the disk whenever a place is reached. */
  static void witness(Consumer<String> looking) {
    witness = looking;
  }

  static void reach(String place) {
    witness.accept(place);
    if (FAIL_AFTER > 0 && ALL_PASSED.incrementAndGet() == FAIL_AFTER) {
      Runtime.getRuntime().halt(KILLED);
    }
    if (WHERE.isEmpty() || !WHERE.startsWith(place)) {
      return;
    }
    int times = PASSED.computeIfAbsent(place, name -> new AtomicInteger()).incrementAndGet();
    if (WHERE.equals(place) || WHERE.equals(place + ':' + times)) {
      if (PAUSES) {
        pause();
      } else {
        Runtime.getRuntime().halt(KILLED);
      }
    }
  }

  private static void pause() {
    LOG.info("pausing for a test");
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
