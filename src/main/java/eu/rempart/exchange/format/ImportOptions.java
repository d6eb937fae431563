package eu.rempart.exchange.format;

import eu.rempart.common.CountryCode;
import eu.rempart.deal.pipeline.StageId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the person who imports chose, beside the columns.
 *
 * @param home country of phone numbers without a country's prefix, where the row has no country of
 *     its own, and of amounts without a currency; null when unknown
 * @param zone of times that say none themselves
 * @param otherStage where deals go whose stage or pipeline nobody knows here; null to refuse them
 * @param owner whose new records are to be that have no owner in the file; null for nobody's
 */
public record ImportOptions(
    @Nullable CountryCode home, ZoneId zone, @Nullable StageId otherStage, @Nullable UUID owner) {

  /** New records without an owner in the file are nobody's. */
  public ImportOptions(@Nullable CountryCode home, ZoneId zone, @Nullable StageId otherStage) {
    this(home, zone, otherStage, null);
  }

  /** Times are in UTC, and deals of unknown stages are refused. */
  public ImportOptions(@Nullable CountryCode home) {
    this(home, ZoneOffset.UTC, null);
  }

  /** Numbers without a country's prefix are kept as typed. */
  public static ImportOptions none() {
    return new ImportOptions(null);
  }
}
