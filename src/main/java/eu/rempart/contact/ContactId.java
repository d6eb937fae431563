package eu.rempart.contact;

import java.util.UUID;

/** The id of a contact. */
public record ContactId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
