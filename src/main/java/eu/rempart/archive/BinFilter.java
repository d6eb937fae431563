package eu.rempart.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the bin to show.
 *
 * @param text part of a name, in any case and with or without accents; blank for all
 * @param kind only records of this kind; null for all
 * @param by only what this member archived; null for all
 * @param from archived at or after; null for no bound
 * @param to archived before; null for no bound
 * @param reason only what was archived for this reason; null for all
 */
public record BinFilter(
    String text,
    @Nullable String kind,
    @Nullable UUID by,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String reason) {

  /** All of it. */
  public static final BinFilter ALL = new BinFilter("", null, null, null, null, null);

  /** The text is customer data. */
  @Override
  public String toString() {
    return "BinFilter[%s, %s, %s, %s, %s]".formatted(kind, by, from, to, reason);
  }
}
