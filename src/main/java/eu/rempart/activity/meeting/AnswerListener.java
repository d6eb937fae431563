package eu.rempart.activity.meeting;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ical.AnswerReader;
import eu.rempart.activity.ical.CalendarAnswer.Given;
import eu.rempart.activity.ical.CalendarAnswer.Refused;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.common.EmailAddress;
import eu.rempart.email.mailbox.CalendarAnswered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes answers that come by mail, on behalf of the member whose mailbox they came to. What does
 * not count is said in the log, by its reason alone.
 */
@Component
class AnswerListener {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerListener.class);

  private final AttendeeRepository attendees;
  private final Rights rights;

  AnswerListener(AttendeeRepository attendees, Rights rights) {
    this.attendees = attendees;
    this.rights = rights;
  }

  /** Why an answer that can be read does not count. */
  enum Ignored {
    /** Nobody of that address is invited to a meeting that whoever reads the mailbox may change. */
    UNKNOWN,
    /** The mail is from somebody else than who it says to answer for. */
    OTHER_SENDER,
    /** It answers another invitation than the last one that went to them. */
    OTHER_SEQUENCE,
    /** One that was written later, or this one, came before. */
    OLD,
    /** It says something else than yes, no or maybe. */
    NO_ANSWER
  }

  @EventListener
  void answered(CalendarAnswered event) {
    switch (AnswerReader.read(event.calendar(), Instant.now())) {
      case Refused(var why) -> LOG.info("an answer to a meeting is ignored: {}", why);
      case Given given ->
          take(given, event.from())
              .ifPresent(
                  why -> LOG.info("an answer to meeting {} is ignored: {}", given.meeting(), why));
    }
  }

  private Optional<Ignored> take(Given given, @Nullable EmailAddress from) {
    EmailAddress address = EmailAddress.parse(given.attendee()).orElse(null);
    Answer answer = Answer.of(given.partstat()).orElse(null);
    Attendee attendee = address == null ? null : find(given, address);
    Invitation invitation = attendee == null ? null : attendee.invitation();
    if (address == null || attendee == null || invitation == null) {
      return Optional.of(Ignored.UNKNOWN);
    }
    if (!address.equals(from)) {
      return Optional.of(Ignored.OTHER_SENDER);
    }
    if (given.sequence() != invitation.sequence()) {
      return Optional.of(Ignored.OTHER_SEQUENCE);
    }
    if (invitation.answerStamp() != null && !given.stamp().isAfter(invitation.answerStamp())) {
      return Optional.of(Ignored.OLD);
    }
    if (answer == null) {
      return Optional.of(Ignored.NO_ANSWER);
    }
    return attendees.answered(attendee, given.sequence(), answer, given.stamp())
        ? Optional.empty()
        : Optional.of(Ignored.OTHER_SEQUENCE);
  }

  private @Nullable Attendee find(Given given, EmailAddress address) {
    if (rights.allowed(Right.WRITE_RECORDS, "activity", List.of(given.meeting())).isEmpty()) {
      return null;
    }
    return attendees.of(new ActivityId(given.meeting())).stream()
        .filter(
            each ->
                each.invitation() != null
                    && Optional.ofNullable(each.invitation().to())
                        .flatMap(EmailAddress::parse)
                        .filter(address::equals)
                        .isPresent())
        .findFirst()
        .orElse(null);
  }
}
