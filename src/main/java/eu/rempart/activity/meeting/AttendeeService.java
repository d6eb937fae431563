package eu.rempart.activity.meeting;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The door to those who are asked to a meeting. Every method needs a right, and throws where it is
 * missing.
 */
@Service
public class AttendeeService {

  private static final String KIND = "activity";

  private final AttendeeRepository repository;
  private final ActivityService activities;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final ApplicationEventPublisher events;

  AttendeeService(
      AttendeeRepository repository,
      ActivityService activities,
      Writes writes,
      Rights rights,
      CurrentMember current,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.activities = activities;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.events = events;
  }

  /**
   * Those of a meeting, in the order in which they were added; contacts without the addresses of
   * their invitations where addresses are hidden.
   */
  public List<Attendee> of(ActivityId meeting) {
    rights.require(Right.READ_RECORDS);
    boolean hidden = rights.hidden("contact").contains("emails");
    return repository.of(meeting).stream()
        .map(each -> hidden && each.contact() != null ? each.withoutAddress() : each)
        .toList();
  }

  /** As {@link #of}, for a form. */
  public Attendees asked(ActivityId meeting) {
    return asked(of(meeting));
  }

  private static Attendees asked(List<Attendee> all) {
    return new Attendees(
        all.stream().map(Attendee::contact).flatMap(Stream::ofNullable).toList(),
        all.stream().map(Attendee::member).flatMap(Stream::ofNullable).toList(),
        all.stream().flatMap(each -> Stream.ofNullable(each.address().orNull())).toList());
  }

  /**
   * Adds and takes off whom somebody added and took off in a form. Who came to take part since the
   * form was opened stays.
   *
   * @param before those whom the form began with
   * @return who does not take part any more
   * @throws InvalidFieldException if an address is none, or they are too many
   * @throws org.springframework.dao.DataIntegrityViolationException if one of them is gone
   */
  public List<Attendee> save(ActivityId meeting, Attendees before, Attendees wanted) {
    rights.require(Right.WRITE_RECORDS, KIND, List.of(meeting.value()));
    Attendees after = checked(wanted);
    Attendees off = without(before, wanted);
    Attendees on = without(after, before);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          List<Attendee> all = repository.of(meeting);
          List<Attendee> gone = all.stream().filter(each -> has(off, each)).toList();
          if (!gone.isEmpty()) {
            repository.delete(gone);
          }
          add(meeting, without(on, asked(all)));
          return gone;
        });
  }

  private void add(ActivityId meeting, Attendees come) {
    if (come.isEmpty()) {
      return;
    }
    repository.insert(meeting, come, current.id());
    Set<UUID> told = new HashSet<>(come.members());
    told.remove(current.id());
    if (!told.isEmpty()) {
      events.publishEvent(new MembersInvited(meeting, told));
    }
  }

  /** What can't be read is not taken away either. */
  private static boolean has(Attendees wanted, Attendee attendee) {
    String address = attendee.address().orNull();
    return attendee.contact() != null
        ? wanted.contacts().contains(attendee.contact())
        : attendee.member() != null
            ? wanted.members().contains(attendee.member())
            : address != null && wanted.addresses().contains(address);
  }

  private static Attendees without(Attendees wanted, Attendees known) {
    List<ContactId> contacts = new ArrayList<>(wanted.contacts());
    List<UUID> members = new ArrayList<>(wanted.members());
    List<String> addresses = new ArrayList<>(wanted.addresses());
    contacts.removeAll(known.contacts());
    members.removeAll(known.members());
    addresses.removeAll(known.addresses());
    return new Attendees(contacts, members, addresses);
  }

  private static Attendees checked(Attendees wanted) {
    if (wanted.count() > Attendees.MOST) {
      throw new InvalidFieldException("activity.field.attendees", Problem.TOO_LONG);
    }
    return new Attendees(
        wanted.contacts(),
        wanted.members(),
        wanted.addresses().stream()
            .map(
                text ->
                    EmailAddress.parse(text)
                        .map(EmailAddress::value)
                        .orElseThrow(
                            () ->
                                new InvalidFieldException(
                                    "activity.field.attendees", Problem.BAD_REFERENCE)))
            .toList());
  }

  /** What whoever acts on this thread is asked to; empty where they are not. */
  public Optional<Attendee> mine(ActivityId meeting) {
    return of(meeting).stream()
        .filter(each -> Objects.equals(each.member(), current.id()))
        .findFirst();
  }

  /**
   * Answers for whoever acts on this thread; false where they are not asked, or may not see it.
   * Whoever may read it may answer.
   */
  public boolean answer(ActivityId meeting, Answer answer) {
    Optional<Attendee> me = activities.find(meeting).flatMap(_ -> mine(meeting));
    me.ifPresent(attendee -> write(attendee, answer));
    return me.isPresent();
  }

  /** Notes what somebody said otherwise, on the telephone for instance; false where gone. */
  public boolean note(UUID attendee, Answer answer) {
    rights.require(Right.WRITE_RECORDS);
    Optional<Attendee> found = repository.find(attendee);
    found.ifPresent(
        each -> {
          rights.require(Right.WRITE_RECORDS, KIND, List.of(each.meeting().value()));
          write(each, answer);
        });
    return found.isPresent();
  }

  /** An answer that is on its way by mail counts if it was written after the last that came. */
  private void write(Attendee attendee, Answer answer) {
    if (attendee.answer() != answer) {
      Attendee.Invitation invited = attendee.invitation();
      writes.run(
          Reason.EDIT,
          change ->
              repository.answer(attendee, answer, invited == null ? null : invited.answerStamp()));
    }
  }
}
