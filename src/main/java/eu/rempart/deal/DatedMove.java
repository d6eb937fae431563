package eu.rempart.deal;

import eu.rempart.deal.pipeline.StageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move that happened at a time of its own.
 *
 * @param lostReason only into the stage of lost deals
 */
public record DatedMove(DealId deal, StageId to, Instant at, @Nullable String lostReason) {

  @Override
  public String toString() {
    return "DatedMove[" + deal + "]";
  }
}
