package org.dutypay.pay;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was known of one officer's day, as short hashes that tell whether it is still the same: good
 * enough to say why pay has changed, never to decide whether.
 *
 * @param roster of the roster row
 * @param duties of the duties that start on the force day
 * @param acting of the acting row of the day
 * @param claims of the claims of the day
 */
public record DayFacts(short roster, short duties, short acting, short claims) {

  private static final int BYTES = Integer.BYTES + 4 * Short.BYTES;

  /** A day of which nothing was known. */
  public static final DayFacts NONE = new DayFacts((short) 0, (short) 0, (short) 0, (short) 0);

  /** Days, by epoch day, as they are kept: the earliest first. */
  public static byte[] bytes(Map<Long, DayFacts> days) {
    ByteBuffer bytes = ByteBuffer.allocate(days.size() * BYTES);
    new TreeMap<>(days)
        .forEach(
            (day, facts) ->
                bytes
                    .putInt(Math.toIntExact(day))
                    .putShort(facts.roster)
                    .putShort(facts.duties)
                    .putShort(facts.acting)
                    .putShort(facts.claims));
    return bytes.array();
  }

  /** The days that were kept as these bytes. */
  public static Map<Long, DayFacts> days(byte[] bytes) {
    Map<Long, DayFacts> days = new HashMap<>();
    ByteBuffer kept = ByteBuffer.wrap(bytes);
    while (kept.hasRemaining()) {
      days.put(
          (long) kept.getInt(),
          new DayFacts(kept.getShort(), kept.getShort(), kept.getShort(), kept.getShort()));
    }
    return days;
  }
}
