package eu.rempart.privacy;

import eu.rempart.contact.ContactId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about one purpose.
 *
 * @param purpose in words, such as "newsletter"; its short code where it doesn't open
 * @param given false for one that was taken back, or never given
 * @param saidOn the day on which they said so
 * @param source where they said so
 */
public record Consent(
    UUID id,
    int version,
    ContactId contact,
    String purpose,
    boolean given,
    LocalDate saidOn,
    @Nullable String source) {

  /** Says nothing of the purpose: it is customer data. */
  @Override
  public String toString() {
    return "Consent[%s, %s]".formatted(id, given);
  }
}
