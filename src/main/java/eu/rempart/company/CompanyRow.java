package eu.rempart.company;

import java.time.Instant;
import java.util.Map;

/**
 * A company in a list.
 *
 * @param shown only the fields that were asked for
 */
public record CompanyRow(
    CompanyId id,
    CompanyData shown,
    Map<CompanyField, String> unopenable,
    Instant createdAt,
    Instant changedAt) {

  public CompanyRow {
    unopenable = Map.copyOf(unopenable);
  }
}
