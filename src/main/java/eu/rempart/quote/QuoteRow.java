package eu.rempart.quote;

import eu.rempart.common.custom.CustomValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote in a list.
 *
 * @param kept the state that is kept, which is never EXPIRED
 * @param number null for a draft
 * @param customer name of the customer as the document says it
 * @param net without tax
 * @param custom what it has in fields of the organisation's own
 * @param unopenable fields whose ciphertext did not open, each with its short code
 */
public record QuoteRow(
    QuoteId id,
    int version,
    @Nullable UUID ownerId,
    QuoteState kept,
    @Nullable String number,
    @Nullable String title,
    @Nullable String customer,
    @Nullable BigDecimal net,
    @Nullable BigDecimal total,
    String currency,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate validUntil,
    Set<UUID> tags,
    CustomValues custom,
    Instant changedAt,
    Map<QuoteField, String> unopenable) {

  public QuoteRow {
    tags = Set.copyOf(tags);
    unopenable = Map.copyOf(unopenable);
  }

  /** How far it is on a day. */
  public QuoteState state(LocalDate today) {
    return kept.on(today, validUntil);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "QuoteRow[" + id + "]";
  }
}
