package eu.rempart.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A wall clock and a stop watch, both moved by hand: together, or the wall clock alone. */
public final class HandClock implements InstantSource, LongSupplier {

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private long nanos = Long.MAX_VALUE - 3_600_000_000_000L;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }

  /** Time goes by. */
  public void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /** Somebody sets the clock on the wall. */
  public void set(Instant wall) {
    now = wall;
  }
}
