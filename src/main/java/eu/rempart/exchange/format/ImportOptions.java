package eu.rempart.exchange.format;

import eu.rempart.common.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * What the person who imports chose, beside the columns.
 *
 * @param home country of phone numbers without a country's prefix, where the row has no country of
 *     its own; null when unknown
 */
public record ImportOptions(@Nullable CountryCode home) {

  /** Numbers without a country's prefix are kept as typed. */
  public static ImportOptions none() {
    return new ImportOptions(null);
  }
}
