package eu.rempart.edge.limit;

import java.security.SecureRandom;

/**
 * Spreads addresses over tables. Secret and new in each process: nobody outside can choose
 * addresses that fall into one place.
 */
final class Mixing {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long HIGH = odd();
  private static final long LOW = odd();
  private static final long SALT = odd();

  private Mixing() {}

  private static long odd() {
    return RANDOM.nextLong() | 1;
  }

  /** For tables that use several parts of it: every bit depends on all of the address. */
  static long of(long high, long low, long salt) {
    return finish(multiplied(high, low, salt));
  }

  /**
   * Faster, for tables that use its first bits alone: two addresses have the same n first bits in
   * about one of 2^n processes (multiply-shift; Dietzfelbinger and others 1997).
   */
  static long multiplied(long high, long low, long salt) {
    return high * HIGH + low * LOW + salt * SALT;
  }

  /** The finisher of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long finish(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ (mixed >>> 31);
  }
}
