package eu.rempart.quote;

import java.util.UUID;

/** The id of a quote. */
public record QuoteId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
