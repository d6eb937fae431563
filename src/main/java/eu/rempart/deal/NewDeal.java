package eu.rempart.deal;

import eu.rempart.deal.line.DealReckoning;
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

  /**
   * With the amount that follows from its lines, where it follows from them.
   *
   * @throws eu.rempart.deal.line.LineRefusedException for the first line that can't be kept
   */
  NewDeal settled() {
    return new NewDeal(DealReckoning.settled(data), before, closedAt);
  }

  @Override
  public String toString() {
    return "NewDeal[hidden]";
  }
}
