package eu.rempart.watch.check;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one zone thinks.
 *
 * @param failed so many failures came one after the other
 * @param succeeded so many good results came one after the other; one of the two is 0, or both if a
 *     failure came that does not count
 * @param bad whether it says that something is wrong
 * @param at of its latest result
 * @param failure of its latest result; null if that was good
 */
public record ZoneView(
    int failed, int succeeded, boolean bad, Instant at, @Nullable Failure failure) {

  /** Before anything was measured. */
  static final ZoneView NEW = new ZoneView(0, 0, false, Instant.MIN, null);

  private static final int ENOUGH = Rules.MOST_IN_A_ROW;

  ZoneView with(Result result, Rules rules) {
    if (result.ok()) {
      int row = Math.min(succeeded + 1, ENOUGH);
      return new ZoneView(0, row, bad && row < rules.recoverAfter(), result.at(), null);
    }
    int row = Math.min(failed + 1, ENOUGH);
    return new ZoneView(row, 0, bad || row >= rules.failAfter(), result.at(), result.failure());
  }

  /** A failure within maintenance counts for nothing, but ends a row of good results. */
  ZoneView heard(Result result, Rules rules) {
    return result.ok()
        ? with(result, rules)
        : new ZoneView(failed, 0, bad, result.at(), result.failure());
  }

  /** The same, told at another moment. */
  ZoneView at(Instant other) {
    return new ZoneView(failed, succeeded, bad, other, failure);
  }

  /** Whether its latest result was bad, of those that count. */
  public boolean failing() {
    return failed > 0;
  }

  /** Whether it told nothing for so long that it has no say. */
  public boolean silent(Duration after, Instant now) {
    return at.equals(Instant.MIN) || Duration.between(at, now).compareTo(after) > 0;
  }
}
