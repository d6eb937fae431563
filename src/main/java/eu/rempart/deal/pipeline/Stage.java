package eu.rempart.deal.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A stage of a pipeline.
 *
 * @param id null for one that is not kept yet
 * @param name as it opens; its short code where it doesn't
 * @param tone one of eight colours, 0 to 7
 * @param probability that a deal in it will be won, in percent
 * @param rottingDays after so many days in it a deal wants care, 1 to 3,650; null where it may rest
 */
public record Stage(
    @Nullable StageId id,
    String name,
    DealState state,
    int tone,
    int probability,
    @Nullable Integer rottingDays) {

  public static final int TONES = 8;

  /** The id of a stage that is kept. */
  public StageId kept() {
    if (id == null) {
      throw new IllegalStateException("a stage that is not kept yet has no id");
    }
    return id;
  }

  public boolean open() {
    return state == DealState.OPEN;
  }

  /** Names are customer data. */
  @Override
  public String toString() {
    return "Stage[" + id + "]";
  }
}
