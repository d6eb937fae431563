package eu.rempart.account.signin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock for delays: it begins with the one on the wall, and from then on goes by a stop watch, so
 * that nobody waits an hour longer because somebody set the clock back by one.
 */
final class SteadyClock implements InstantSource {

  private final Instant begun;
  private final long since;
  private final LongSupplier nanos;

  /**
   * Starts it.
   *
   * @param nanos as {@link System#nanoTime}
   */
  SteadyClock(Instant begun, LongSupplier nanos) {
    this.begun = begun;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  @Override
  public Instant instant() {
    return begun.plusNanos(nanos.getAsLong() - since);
  }
}
