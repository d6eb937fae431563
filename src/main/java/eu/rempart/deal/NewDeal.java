package eu.rempart.deal;

import eu.rempart.deal.pipeline.StageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deal to be kept that may have ended before it came here: for imports.
 *
 * @param before the open stage in which a closed one stood; null where nobody knows
 * @param closedAt when it was won or lost; null for an open one, or for now
 */
public record NewDeal(DealData data, @Nullable StageId before, @Nullable Instant closedAt) {

  @Override
  public String toString() {
    return "NewDeal[hidden]";
  }
}
