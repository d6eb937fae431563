package eu.rempart.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that a machine sends at once, about itself and not about customers.
 *
 * @param id the same at each try; its message id is made of it
 * @param thread the same for all mails that belong together
 * @param to an e-mail address
 * @param subject one line
 * @param text plain
 * @param writtenAt what it says of when it was written
 * @param urgent whether mail programs are to mark it
 */
public record Telegram(
    UUID id,
    UUID thread,
    String to,
    String subject,
    String text,
    Instant writtenAt,
    boolean urgent) {

  /** Is told when all of it was sent, so that from here on the server may have it. */
  public interface HandOver {

    /** Says so; what it throws keeps the mail from being ended, and so from being taken. */
    void now() throws IOException;
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "Telegram[" + id + "]";
  }
}
