package eu.rempart.activity.meeting;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.Guests.Guest;
import eu.rempart.activity.meeting.InvitationPost.Organizer;
import eu.rempart.activity.meeting.InvitedRepository.Invited;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The door to what calendars elsewhere are told of meetings (RFC 5546). Every method needs a right,
 * and throws where it is missing.
 */
@Service
public class InvitationService {

  private static final String KIND = "activity";

  /** A version that no activity has: some of those who take part were not told. */
  private static final int NOT_ALL = 0;

  private final AttendeeRepository attendees;
  private final InvitedRepository invited;
  private final InvitationMailRepository mails;
  private final ActivityService activities;
  private final MeetingFacts facts;
  private final Guests guests;
  private final InvitationPost post;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;

  InvitationService(
      AttendeeRepository attendees,
      InvitedRepository invited,
      InvitationMailRepository mails,
      ActivityService activities,
      MeetingFacts facts,
      Guests guests,
      InvitationPost post,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    this.attendees = attendees;
    this.invited = invited;
    this.mails = mails;
    this.activities = activities;
    this.facts = facts;
    this.guests = guests;
    this.post = post;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
  }

  /** Whether there is a mail server to send through. */
  public boolean enabled() {
    rights.require(Right.READ_RECORDS);
    return post.enabled();
  }

  /** How a meeting and what calendars elsewhere were told of it stand to each other. */
  public enum Standing {
    NEVER_TOLD,
    TOLD,
    /** Some take part whom whoever told the others does not see. */
    NOT_ALL_TOLD,
    CHANGED_SINCE
  }

  public Standing standing(Activity meeting) {
    rights.require(Right.READ_RECORDS);
    return invited
        .find(meeting.id())
        .filter(told -> told.version() != null)
        .map(told -> standing(told, meeting))
        .orElse(Standing.NEVER_TOLD);
  }

  private Standing standing(Invited told, Activity now) {
    return Integer.valueOf(NOT_ALL).equals(told.version())
        ? Standing.NOT_ALL_TOLD
        : isTold(now, told) ? Standing.TOLD : Standing.CHANGED_SINCE;
  }

  private boolean isTold(Activity meeting, Invited told) {
    return Integer.valueOf(meeting.version()).equals(told.version())
        && facts
            .changes(meeting, told.changes())
            .text()
            .equals(Objects.requireNonNullElse(told.changes(), ""));
  }

  /**
   * Whom it could not be told that they are not asked any more, or that one date is another, with
   * what their server said; of a contact whose addresses are hidden neither.
   */
  public List<String> undelivered(Activity meeting) {
    rights.require(Right.READ_RECORDS, KIND, List.of(meeting.id().value()));
    boolean hidden = rights.hidden("contact").contains("emails");
    return activities.find(meeting.id()).isEmpty()
        ? List.of()
        : mails.failed(meeting.id()).stream().map(mail -> mail.words(hidden)).toList();
  }

  /**
   * Invites everybody whom mail can reach, or tells them what changed. Who knows it as it is gets
   * no second mail, unless all are to.
   *
   * @param all whether they are told even where nothing changed
   * @return to how many a mail goes
   */
  public int send(ActivityId id, boolean all) {
    rights.require(Right.WRITE_RECORDS, KIND, List.of(id.value()));
    return post.enabled() ? writes.inTransaction(Reason.EDIT, change -> tell(id, all)) : 0;
  }

  private int tell(ActivityId id, boolean all) {
    Activity meeting =
        activities
            .find(id)
            .filter(found -> found.data().kind() == ActivityKind.MEETING)
            .filter(found -> found.data().status() == ActivityStatus.OPEN)
            .orElse(null);
    if (meeting == null || meeting.data().when() == null || meeting.data().subject() == null) {
      return 0;
    }
    Optional<Invited> before = invited.claim(id, current.id());
    Organizer from =
        post.organizer(before.isPresent() ? before.get().organizer() : meeting.data().ownerId())
            .orElse(null);
    if (from == null) {
      return 0;
    }
    UUID organizer = from.member();
    boolean changed =
        all
            || before.isEmpty()
            || !organizer.equals(before.get().organizer())
            || !isTold(meeting, before.get());
    int sequence = before.map(told -> told.sequence() + (changed ? 1 : 0)).orElse(0);
    String times = facts.times(meeting);
    if (before.isPresent() && !times.equals(before.get().times())) {
      askAnew(id, organizer);
    }
    List<Attendee> seen = attendees.of(id);
    List<Guest> known = guests.of(seen);
    Meeting told = facts.of(meeting, sequence, InvitationPost.now(), from.person(), known);
    int sent = 0;
    for (Guest guest : known) {
      if (!organizer.equals(guest.attendee().member()) && (changed || isDue(guest.attendee()))) {
        invite(told, guest);
        sent++;
      }
    }
    int version = changed && seen.size() < attendees.count(id) ? NOT_ALL : meeting.version();
    // calendars keep nothing but what a whole says: of occurrences unseen it says nothing
    String changes = facts.changes(meeting, changed ? null : before.get().changes()).text();
    invited.save(id, new Invited(sequence, organizer, version, times, changes));
    return sent;
  }

  private static boolean isDue(Attendee attendee) {
    return attendee.invitation() == null || attendee.invitation().state().isTrouble();
  }

  /** Who said yes to another time said nothing to this one. */
  private void askAnew(ActivityId id, UUID organizer) {
    attendees.of(id).stream()
        .filter(each -> each.answer() != Answer.NEEDS_ACTION)
        .filter(each -> !organizer.equals(each.member()) && !current.id().equals(each.member()))
        .forEach(each -> attendees.answer(each, Answer.NEEDS_ACTION, null));
  }

  private void invite(Meeting told, Guest guest) {
    Invitation before = guest.attendee().invitation();
    UUID mail = post.put(Method.REQUEST, told, guest, before != null);
    attendees.invited(
        guest.attendee(),
        new Invitation(
            told.sequence(),
            mail,
            MailState.WAITING,
            null,
            guest.person().address(),
            before != null && before.sequence() == told.sequence() ? before.answerStamp() : null));
  }
}
