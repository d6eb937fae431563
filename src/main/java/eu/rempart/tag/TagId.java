package eu.rempart.tag;

import java.util.UUID;

/** The id of a tag. */
public record TagId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
