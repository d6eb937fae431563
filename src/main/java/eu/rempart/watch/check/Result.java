package eu.rempart.watch.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a zone found.
 *
 * @param at when it began
 * @param failure null if all was well
 * @param number what the failure is about, or what was measured: days, bits, a status, per cent
 * @param timing microseconds
 */
public record Result(
    CheckId check,
    Zone zone,
    Instant at,
    @Nullable Failure failure,
    @Nullable Integer number,
    Timing timing) {

  public boolean ok() {
    return failure == null;
  }
}
