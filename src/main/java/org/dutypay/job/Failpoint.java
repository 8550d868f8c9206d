package org.dutypay.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For tests only: ends the process at a named place, as a power cut would, where the environment
 * variable {@code DUTYPAY_KILL_AT} names it: {@code receive}, {@code assemble}, {@code reconcile},
 * {@code memory}, or the Nth {@code chunk:N} or {@code publish:N}. With {@code pause@} before the
 * name it waits there instead, for a test to do something meanwhile. Does nothing where it is
 * unset.
 */
final class Failpoint {

  private static final String PAUSE = "pause@";
  private static final long PAUSE_MILLISECONDS = 4_000;
  private static final String GIVEN = System.getenv().getOrDefault("DUTYPAY_KILL_AT", "");
  private static final boolean PAUSES = GIVEN.startsWith(PAUSE);
  private static final String WHERE = PAUSES ? GIVEN.substring(PAUSE.length()) : GIVEN;
  private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();
  private static final Logger LOG = LoggerFactory.getLogger(Failpoint.class);

  private Failpoint() {}

  static void reach(String place) {
    if (WHERE.isEmpty() || !WHERE.startsWith(place)) {
      return;
    }
    int times = PASSED.computeIfAbsent(place, name -> new AtomicInteger()).incrementAndGet();
    if (WHERE.equals(place) || WHERE.equals(place + ':' + times)) {
      if (PAUSES) {
        pause();
      } else {
        Runtime.getRuntime().halt(137);
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
