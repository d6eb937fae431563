package eu.rempart.deal;

import eu.rempart.deal.pipeline.DealState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deal in a list.
 *
 * @param shown only the fields that were asked for, and always the stage
 * @param company name of the company, live or in the bin, where it was asked for; its short code
 *     where it doesn't open; null where there is none
 * @param since when it entered its stage
 */
public record DealRow(
    DealId id,
    int version,
    DealData shown,
    Map<DealField, String> unopenable,
    @Nullable String company,
    DealState state,
    Instant since,
    @Nullable Instant closedAt,
    Instant createdAt,
    Instant changedAt) {

  public DealRow {
    unopenable = Map.copyOf(unopenable);
  }

  @Override
  public String toString() {
    return "DealRow[" + id + "]";
  }
}
