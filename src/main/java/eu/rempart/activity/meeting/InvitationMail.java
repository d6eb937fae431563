package eu.rempart.activity.meeting;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.contact.ContactId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, or that it does not hold any more, on its way to somebody.
 *
 * @param attendee may be gone meanwhile
 * @param contact with whom it goes, if they are one
 * @param occurrence where the rule has the one occurrence of which it tells; null for the whole
 * @param sender a name and an address, to which answers go
 */
record InvitationMail(
    UUID id,
    ActivityId meeting,
    UUID attendee,
    @Nullable ContactId contact,
    Method method,
    @Nullable Instant occurrence,
    String sender,
    String recipient,
    String subject,
    String text,
    String calendar,
    Instant at) {

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "InvitationMail[" + id + "]";
  }
}
