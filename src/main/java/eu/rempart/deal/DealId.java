package eu.rempart.deal;

import java.util.UUID;

/** The id of a deal. */
public record DealId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
