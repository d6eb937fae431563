package eu.rempart.email.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailbox is read.
 *
 * @param data with its password
 * @param validity what the server called its numbering; null where it was not read yet
 * @param lastUid the last number that was read in it; 0 for none
 * @param since of mails that came before it is read none
 */
record MailboxCursor(
    MailboxId id, MailboxData data, @Nullable Long validity, long lastUid, Instant since) {

  @Override
  public String toString() {
    return "MailboxCursor[" + id + "]";
  }
}
