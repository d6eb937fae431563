package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Timing;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The stopwatch of one measurement, which also knows when patience is at its end. Parts are timed
 * the first time only: redirects add to the total.
 */
final class Trip {

  private final LongSupplier nanos;
  private final long begin;
  private final long patience;
  private volatile boolean cut;
  private long part;
  private @Nullable Long name;
  private @Nullable Long connect;
  private @Nullable Long tls;
  private @Nullable Long firstByte;

  Trip(LongSupplier nanos, Duration patience) {
    this.nanos = nanos;
    this.patience = patience.toNanos();
    this.begin = nanos.getAsLong();
    this.part = begin;
  }

  /** Milliseconds that are left, at least 1. */
  int left(Failure atTheEnd) throws MeasureException {
    long left = (patience - (nanos.getAsLong() - begin)) / 1_000_000;
    if (left <= 0) {
      throw new MeasureException(atTheEnd);
    }
    return (int) Math.min(Integer.MAX_VALUE, left);
  }

  /** Its connection is closed because patience is at its end. */
  void cut() {
    cut = true;
  }

  /** Why a connection broke: of itself, or because nobody waited any longer. */
  Failure broken(Failure itself, Failure atTheEnd) {
    return cut ? atTheEnd : itself;
  }

  /** The next part begins. */
  void begin() {
    part = nanos.getAsLong();
  }

  void named() {
    name = name == null ? sincePart() : name;
  }

  void connected() {
    connect = connect == null ? sincePart() : connect;
  }

  void shaken() {
    tls = tls == null ? sincePart() : tls;
  }

  void answered() {
    firstByte = firstByte == null ? sincePart() : firstByte;
  }

  long totalMillis() {
    return (nanos.getAsLong() - begin) / 1_000_000;
  }

  Timing timing() {
    return new Timing(name, connect, tls, firstByte, (nanos.getAsLong() - begin) / 1_000);
  }

  private long sincePart() {
    return (nanos.getAsLong() - part) / 1_000;
  }
}
