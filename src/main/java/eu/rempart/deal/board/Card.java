package eu.rempart.deal.board;

import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal on a board.
 *
 * @param name as it opens; its short code where it doesn't
 * @param company as it opens, live or in the bin; null where there is none
 * @param since when it entered its stage
 */
public record Card(
    DealId id,
    int version,
    String name,
    @Nullable String company,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable UUID ownerId,
    StageId stage,
    Instant since,
    @Nullable LocalDate expectedClose) {

  /** The card without what these columns hold. */
  Card without(Set<String> hidden) {
    boolean sum = hidden.contains("amount");
    return new Card(
        id,
        version,
        name,
        hidden.contains("company_id") ? null : company,
        sum ? null : amount,
        sum ? null : currency,
        ownerId,
        stage,
        since,
        hidden.contains("expected_close") ? null : expectedClose);
  }

  /** Names are customer data. */
  @Override
  public String toString() {
    return "Card[" + id + "]";
  }
}
