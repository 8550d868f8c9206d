package org.dutypay.sample;

/**
 * Chance without memory: the same question about the same officer and day has the same answer,
 * whoever asks and however often, so that a feed of any size is made from nothing but its seed.
 */
record Dice(long seed) {

  private static final int TEN_THOUSAND = 10_000;

  /** Whether it happens to this officer on this day (or in this period). */
  boolean happens(Chance chance, int officer, long day) {
    return below(TEN_THOUSAND, chance, officer, day) < chance.inTenThousand;
  }

  /** A number from 0 to {@code bound} − 1, all alike likely. */
  int below(int bound, Chance question, int officer, long day) {
    long bits = seed;
    bits = scramble(bits + officer * 0x9E3779B97F4A7C15L);
    bits = scramble(bits + day * 0xD1B54A32D192ED03L + question.salt);
    return (int) (((bits >>> 33) * bound) >>> 31);
  }

  /** The finaliser of SplitMix64. */
  private static long scramble(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
