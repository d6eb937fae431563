package eu.rempart.activity.ical;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Attendee;
import eu.rempart.activity.ical.CalendarAnswer.Refused;
import eu.rempart.activity.ical.CalendarAnswer.Why;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads answers to invitations, whoever wrote them. */
public final class AnswerReader {

  /** Characters: more than any program writes of one meeting. */
  static final int MOST = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(AnswerReader.class);
  private static final int MOST_EVENTS = 50;
  private static final String OURS = "@rempart";

  private AnswerReader() {}

  /**
   * Reads an answer.
   *
   * @param now an answer may be a day ahead of it, for clocks that go wrong
   */
  public static CalendarAnswer read(String text, Instant now) {
    if (text.length() > MOST) {
      return new Refused(Why.TOO_LARGE);
    }
    try (ICalReader reader = new ICalReader(CalendarParts.ofAnswer(text), ICalVersion.V2_0)) {
      ICalendar calendar = reader.readNext();
      return calendar == null ? new Refused(Why.MALFORMED) : answer(calendar, now);
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
      // what strangers write may hit any corner of the parser
      LOG.info("a calendar can't be read: {}", e.getClass().getName());
      return new Refused(Why.MALFORMED);
    }
  }

  private static CalendarAnswer answer(ICalendar calendar, Instant now) {
    String method = calendar.getMethod() == null ? "" : calendar.getMethod().getValue();
    if (!"REPLY".equalsIgnoreCase(method)) {
      return new Refused(Why.NO_ANSWER);
    }
    List<VEvent> events = calendar.getEvents();
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      return new Refused(Why.MALFORMED);
    }
    Optional<VEvent> whole =
        events.stream().filter(event -> event.getRecurrenceId() == null).findFirst();
    return whole.isEmpty() ? new Refused(Why.ONE_OCCURRENCE) : answer(whole.get(), now);
  }

  private static CalendarAnswer answer(VEvent event, Instant now) {
    UUID meeting = meeting(event.getUid() == null ? null : event.getUid().getValue());
    if (meeting == null) {
      return new Refused(Why.STRANGE_MEETING);
    }
    List<Attendee> attendees = event.getAttendees();
    if (attendees.size() != 1
        || event.getDateTimeStamp() == null
        || event.getDateTimeStamp().getValue() == null) {
      return new Refused(Why.MALFORMED);
    }
    Attendee attendee = attendees.getFirst();
    String address = address(attendee);
    if (address == null || attendee.getParticipationStatus() == null) {
      return new Refused(Why.MALFORMED);
    }
    Instant stamp = event.getDateTimeStamp().getValue().toInstant();
    if (stamp.isAfter(now.plus(1, ChronoUnit.DAYS))) {
      return new Refused(Why.FUTURE);
    }
    Integer sequence = event.getSequence() == null ? null : event.getSequence().getValue();
    return new CalendarAnswer.Given(
        meeting,
        sequence == null ? 0 : sequence,
        stamp,
        address,
        attendee.getParticipationStatus().getValue());
  }

  private static @Nullable String address(Attendee attendee) {
    String email = attendee.getEmail();
    String uri = attendee.getUri();
    if (email != null) {
      return email;
    }
    return uri != null && uri.regionMatches(true, 0, "mailto:", 0, 7) ? uri.substring(7) : null;
  }

  private static @Nullable UUID meeting(@Nullable String uid) {
    if (uid == null || !uid.endsWith(OURS)) {
      return null;
    }
    try {
      return UUID.fromString(uid.substring(0, uid.length() - OURS.length()));
    } catch (IllegalArgumentException _) {
      return null; // some other program calls its meetings so
    }
  }
}
