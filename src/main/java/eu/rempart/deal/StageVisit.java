package eu.rempart.deal;

import eu.rempart.deal.pipeline.StageId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a stage.
 *
 * @param until null where the deal still stands there
 */
public record StageVisit(StageId stage, Instant since, @Nullable Instant until) {

  /** How long it lasted, until now where it has not ended. */
  public Duration length(Instant now) {
    Duration length = Duration.between(since, until == null ? now : until);
    return length.isNegative() ? Duration.ZERO : length;
  }
}
