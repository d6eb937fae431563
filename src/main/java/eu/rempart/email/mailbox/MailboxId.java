package eu.rempart.email.mailbox;

import java.util.UUID;

/** The id of a mailbox. */
public record MailboxId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
