package eu.rempart.email;

import eu.rempart.mail.Parcel;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room whose mails go out by the queue of e-mails and lie on no record as such: invitations, say.
 * A bean; it is called on behalf of nobody, or of the member whose mailbox is read, inside a
 * transaction for what it writes.
 */
public interface Mailing {

  /** A mail; empty where it is another room's, or is not to be sent any more. */
  Optional<Parcel> parcel(UUID mailId);

  /**
   * Notes how a mail fared; nothing where it is another room's.
   *
   * @param said what the mail server said of it, word for word
   */
  void fared(UUID mailId, EmailState state, @Nullable String said);

  /** Notes that a mail came back; false where it is another room's, or did already. */
  boolean bounced(UUID mailId, String messageId, String why);
}
