package eu.rempart.edge.limit;

import java.security.SecureRandom;

/**
 * Spreads addresses over tables. Secret and new in each process: nobody outside can choose
 * addresses that fall into one place.
 */
final class Mixing {

  private static final long SEED = new SecureRandom().nextLong() | 1;

  private Mixing() {}

  static long of(long high, long low, long salt) {
    return finish(finish(high * SEED ^ salt) + low * 0x9e37_79b9_7f4a_7c15L + SEED);
  }

  /** The finisher of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long finish(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ (mixed >>> 31);
  }
}
