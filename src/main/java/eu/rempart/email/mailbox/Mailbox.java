package eu.rempart.email.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's mailbox, without its password.
 *
 * @param data its password is empty
 * @param filed mails that were filed from it
 * @param unread mails that could not be read, and were passed over
 * @param checkedAt when it was looked into last; null where it was not yet
 * @param fault what went wrong then; null where nothing did
 * @param said what the server said of it, word for word
 */
public record Mailbox(
    MailboxId id,
    MailboxData data,
    int filed,
    int unread,
    @Nullable Instant checkedAt,
    @Nullable MailboxFault fault,
    @Nullable String said) {

  @Override
  public String toString() {
    return "Mailbox[" + id + "]";
  }
}
