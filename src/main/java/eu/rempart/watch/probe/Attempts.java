package eu.rempart.watch.probe;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many wrong codes may come within a minute, from everybody together. Codes are long enough not
 * to be guessed; this keeps those who try from costing anything. Thread safe.
 */
final class Attempts {

  static final int MOST = 20;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanos;
  private long since;
  private int failed;

  Attempts(LongSupplier nanos) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  synchronized boolean allowed() {
    long now = nanos.getAsLong();
    if (now - since >= MINUTE) {
      since = now;
      failed = 0;
    }
    return failed < MOST;
  }

  synchronized void failed() {
    failed++;
  }
}
