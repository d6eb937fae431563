package eu.rempart.duplicate;

import java.util.concurrent.atomic.AtomicInteger;

/** A search for duplicates under way, seen from other threads. */
public final class Scan {

  private final int estimate;
  private final AtomicInteger looked = new AtomicInteger();
  private final AtomicInteger pairs = new AtomicInteger();
  private volatile boolean cancelled;
  private volatile boolean ended;
  private volatile boolean failed;

  Scan(int estimate) {
    this.estimate = estimate;
  }

  /** Between 0 and 1. */
  public double progress() {
    return ended ? 1 : estimate == 0 ? 0 : Math.min(1, (double) looked.get() / estimate);
  }

  public int looked() {
    return looked.get();
  }

  public int pairs() {
    return pairs.get();
  }

  public boolean ended() {
    return ended;
  }

  /** Whether it broke off; what it found up to then is kept. */
  public boolean failed() {
    return failed;
  }

  /** Asks it to stop; what it found up to then is kept. */
  public void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void progressed(int records, int found) {
    looked.addAndGet(records);
    pairs.addAndGet(found);
  }

  void end(boolean brokeOff) {
    failed = brokeOff;
    ended = true;
  }
}
