package eu.rempart.shell.bulk;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A step on many records that tells those that were so already from those that it could not change.
 * For one run, which may be on another thread than whoever asks.
 */
public final class CountedStep implements ToIntFunction<List<UUID>> {

  private final Function<List<UUID>, Counts> step;
  private final AtomicInteger same = new AtomicInteger();

  /** Counts what this step did. */
  CountedStep(Function<List<UUID>, Counts> step) {
    this.step = step;
  }

  /**
   * What came of some records.
   *
   * @param changed how many are different now
   * @param same how many were so already
   */
  record Counts(int changed, int same) {}

  @Override
  public int applyAsInt(List<UUID> ids) {
    Counts counts = step.apply(ids);
    same.addAndGet(counts.same());
    return counts.changed();
  }

  /** How many records were so already, in all that this was asked to do. */
  public int same() {
    return same.get();
  }
}
