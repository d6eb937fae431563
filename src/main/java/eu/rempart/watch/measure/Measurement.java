package eu.rempart.watch.measure;

import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, wherever.
 *
 * @param failure null if all was well
 * @param number what was measured, or what the failure is about
 */
public record Measurement(@Nullable Failure failure, @Nullable Integer number, Timing timing) {

  /** As the result of a zone. */
  public Result of(CheckId check, Zone zone, Instant at) {
    return new Result(check, zone, at, failure, number, timing);
  }
}
