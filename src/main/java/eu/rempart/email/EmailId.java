package eu.rempart.email;

import java.util.UUID;

/** The id of an e-mail on one record. */
public record EmailId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
