package eu.rempart.edge.limit;

/** How scores fade: by half after each minute, straight in between. */
final class Fading {

  private static final long HALF_LIFE = 60_000_000_000L;

  private Fading() {}

  /** How much is left after so many nanoseconds, 0 to 1. */
  static float left(long age) {
    if (age <= 0) {
      return 1;
    }
    if (age < HALF_LIFE) {
      return 1 - age * (0.5f / HALF_LIFE);
    }
    long halves = age / HALF_LIFE;
    return halves > 30 ? 0 : (1 - (age % HALF_LIFE) * (0.5f / HALF_LIFE)) / (1L << halves);
  }

  /** Two scores that share a long; they are never negative, so no sign is spread. */
  static long both(long scores, float factor) {
    return one((int) scores, factor) | (long) one((int) (scores >>> 32), factor) << 32;
  }

  private static int one(int score, float factor) {
    return Float.floatToRawIntBits(Float.intBitsToFloat(score) * factor);
  }
}
