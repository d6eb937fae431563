package eu.rempart.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long something took, many times over.
 *
 * @param median in milliseconds
 * @param p95 the 95th percentile, in milliseconds
 */
record Timing(double median, double p95) {

  static Timing of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Timing(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%8.2f %8.2f", median, p95);
  }
}
