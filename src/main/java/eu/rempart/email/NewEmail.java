package eu.rempart.email;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An e-mail to be kept.
 *
 * @param mailId the same wherever the mail lies
 * @param at when it was written; whole seconds count, as in its own header
 */
public record NewEmail(
    UUID mailId, Direction direction, EmailState state, Instant at, EmailContent content) {

  public NewEmail {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }
}
