package eu.rempart.activity.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.ExceptionDates;
import biweekly.property.Organizer;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.util.ICalDate;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what calendars elsewhere are told of a meeting (RFC 5545, RFC 5546). */
public final class InvitationFile {

  private InvitationFile() {}

  /** What calendars are to do with it. */
  public enum Method {
    REQUEST,
    CANCEL
  }

  /**
   * Somebody of the meeting.
   *
   * @param name may be empty
   * @param partstat of RFC 5545, section 3.2.12
   */
  public record Person(String name, String address, String partstat) {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Person[hidden]";
    }
  }

  /**
   * An occurrence of a recurring meeting that lies elsewhere than the rule says.
   *
   * @param of where the rule has it
   */
  public record Moved(
      When of, When to, @Nullable Integer minutes, String subject, @Nullable String place) {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Moved[hidden]";
    }
  }

  /**
   * A meeting.
   *
   * @param when the first one, if it recurs
   * @param recurrence a RECUR of RFC 5545; null for what comes once
   * @param leftOut occurrences that were called off
   */
  public record Meeting(
      UUID id,
      int sequence,
      Instant stamp,
      String subject,
      @Nullable String place,
      @Nullable String description,
      When when,
      @Nullable Integer minutes,
      @Nullable String recurrence,
      List<When> leftOut,
      List<Moved> moved,
      Person organizer,
      List<Person> attendees) {

    public Meeting {
      leftOut = List.copyOf(leftOut);
      moved = List.copyOf(moved);
      attendees = List.copyOf(attendees);
    }

    /** The same, as it is told to somebody who shall not know of the others. */
    public Meeting toOnly(Person guest) {
      return new Meeting(
          id,
          sequence,
          stamp,
          subject,
          place,
          description,
          when,
          minutes,
          recurrence,
          leftOut,
          moved,
          organizer,
          List.of(guest));
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Meeting[hidden]";
    }
  }

  /** What a meeting is called among all of the world. */
  public static String uid(UUID meeting) {
    return CalendarFile.uid(meeting, null);
  }

  /** One calendar object, as it goes into a mail. */
  public static String text(Method method, Meeting meeting) {
    CalendarFile file = new CalendarFile();
    ICalendar calendar = file.calendar();
    calendar.setMethod(method.name());
    VEvent whole = event(file, method, meeting, meeting.when(), meeting.minutes());
    whole.setSummary(meeting.subject());
    whole.setLocation(meeting.place());
    whole.setDescription(meeting.description());
    if (meeting.recurrence() != null) {
      whole.addExperimentalProperty("RRULE", meeting.recurrence());
      meeting.leftOut().forEach(when -> whole.addExceptionDates(leftOut(file, when)));
    }
    calendar.addEvent(whole);
    if (method == Method.REQUEST) {
      meeting.moved().forEach(moved -> calendar.addEvent(one(file, method, meeting, moved)));
    }
    return file.text();
  }

  /**
   * As {@link #text}, of one occurrence of a recurring meeting alone: where it lies now, or that it
   * does not happen.
   */
  public static String one(Method method, Meeting meeting, Moved occurrence) {
    CalendarFile file = new CalendarFile();
    file.calendar().setMethod(method.name());
    file.calendar().addEvent(one(file, method, meeting, occurrence));
    return file.text();
  }

  private static VEvent one(CalendarFile file, Method method, Meeting meeting, Moved moved) {
    VEvent one = event(file, method, meeting, moved.to(), moved.minutes());
    one.setSummary(moved.subject());
    one.setLocation(moved.place());
    RecurrenceId of = new RecurrenceId(date(moved.of()));
    one.setRecurrenceId(of);
    file.place(of, moved.of());
    return one;
  }

  private static VEvent event(
      CalendarFile file, Method method, Meeting meeting, When when, @Nullable Integer minutes) {
    VEvent event = new VEvent();
    event.setUid(uid(meeting.id()));
    event.setDateTimeStamp(Date.from(meeting.stamp()));
    event.setSequence(meeting.sequence());
    event.setStatus(method == Method.CANCEL ? Status.cancelled() : Status.confirmed());
    file.time(event, when, minutes);
    event.setOrganizer(new Organizer(name(meeting.organizer()), meeting.organizer().address()));
    for (Person each : meeting.attendees()) {
      Attendee attendee = new Attendee(name(each), each.address());
      attendee.setParticipationStatus(ParticipationStatus.get(each.partstat()));
      if (method == Method.REQUEST) {
        attendee.setRsvp(true);
      }
      event.addAttendee(attendee);
    }
    return event;
  }

  /** A name stands in a parameter: without quotes and on one line. */
  private static @Nullable String name(Person person) {
    String clean = person.name().replaceAll("[\\p{Cntrl}\"]+", " ").strip();
    return clean.isEmpty() ? null : clean;
  }

  private static ExceptionDates leftOut(CalendarFile file, When when) {
    ExceptionDates dates = new ExceptionDates();
    dates.getValues().add(date(when));
    file.place(dates, when);
    return dates;
  }

  private static ICalDate date(When when) {
    return when.allDay()
        ? CalendarFile.date(when.day(java.time.ZoneOffset.UTC))
        : new ICalDate(Date.from(when.at()), true);
  }
}
