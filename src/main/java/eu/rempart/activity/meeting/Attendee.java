package eu.rempart.activity.meeting;

import eu.rempart.activity.ActivityId;
import eu.rempart.contact.ContactId;
import eu.rempart.db.sealed.Opened;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked to a meeting: a contact, a member, or an address that is nobody's record.
 *
 * @param address of whoever is neither contact nor member
 * @param answeredAt null until they answer
 * @param invitation the last one that went to them; null where none did
 */
public record Attendee(
    UUID id,
    int version,
    ActivityId meeting,
    @Nullable ContactId contact,
    @Nullable UUID member,
    Opened<String> address,
    Answer answer,
    @Nullable Instant answeredAt,
    @Nullable Invitation invitation) {

  /** How an invitation fared. */
  public enum MailState {
    WAITING,
    SENT,
    FAILED,
    BOUNCED;

    /** Whether it did not arrive. */
    public boolean isTrouble() {
      return this == FAILED || this == BOUNCED;
    }
  }

  /**
   * An invitation that went to somebody.
   *
   * @param sequence of RFC 5545
   * @param said what a mail server said of it, word for word
   * @param to where it went
   * @param answerStamp when the answer was written that counts, as it says itself; null where none
   *     came by mail
   */
  public record Invitation(
      int sequence,
      UUID mail,
      MailState state,
      @Nullable String said,
      @Nullable String to,
      @Nullable Instant answerStamp) {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Invitation[hidden]";
    }
  }

  /** Whether it is nobody's record. */
  public boolean isBare() {
    return contact == null && member == null;
  }

  /** Says nothing of the address: it is customer data. */
  @Override
  public String toString() {
    return "Attendee[" + id + "]";
  }

  /** Without where the invitation went and what a server said of it, which often names that. */
  Attendee withoutAddress() {
    return invitation == null
        ? this
        : new Attendee(
            id,
            version,
            meeting,
            contact,
            member,
            address,
            answer,
            answeredAt,
            new Invitation(
                invitation.sequence(),
                invitation.mail(),
                invitation.state(),
                null,
                null,
                invitation.answerStamp()));
  }
}
