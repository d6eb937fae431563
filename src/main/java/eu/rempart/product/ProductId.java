package eu.rempart.product;

import java.util.UUID;

/** The id of a product. */
public record ProductId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
