package eu.rempart.vault.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * What the administrator hands to the invited person.
 *
 * @param code 128 random bits in base 32, in groups; belongs into the fragment of a URL, which no
 *     server and no log sees
 */
public record Invitation(UUID id, String code, Instant expiresAt) {

  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
