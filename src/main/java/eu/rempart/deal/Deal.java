package eu.rempart.deal;

import eu.rempart.common.Trace;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.StageId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it stands.
 *
 * @param version the optimistic lock number
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code;
 *     {@code data} has nothing for them, and a save leaves them alone unless they are filled in
 */
public record Deal(
    DealId id,
    int version,
    DealData data,
    Standing standing,
    Map<DealField, String> unopenable,
    Trace created,
    Trace changed) {

  public Deal {
    unopenable = Map.copyOf(unopenable);
  }

  /** Whether there are lines, be they ones that don't open. */
  public boolean hasLines() {
    return !data.lines().isEmpty() || unopenable.containsKey(DealField.LINES);
  }

  /**
   * What follows from the stage; kept by the database.
   *
   * @param since when it entered the stage
   * @param before the open stage that a closed deal was in; null for an open one, or where it was
   *     created closed
   * @param closedAt null for an open one
   */
  public record Standing(
      PipelineId pipelineId,
      DealState state,
      Instant since,
      @Nullable StageId before,
      @Nullable Instant closedAt) {}
}
