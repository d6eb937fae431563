package eu.rempart.activity.meeting;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.ProfileService;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ical.InvitationFile;
import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.ical.InvitationFile.Person;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.Guests.Guest;
import eu.rempart.activity.meeting.InvitedRepository.Invited;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.email.MailQueue;
import eu.rempart.email.Sender;
import eu.rempart.mail.Courier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final InvitationTexts texts;
  private final MailQueue queue;
  private final Courier courier;
  private final ProfileService profile;
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
      InvitationTexts texts,
      MailQueue queue,
      Courier courier,
      ProfileService profile,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    this.attendees = attendees;
    this.invited = invited;
    this.mails = mails;
    this.activities = activities;
    this.facts = facts;
    this.guests = guests;
    this.texts = texts;
    this.queue = queue;
    this.courier = courier;
    this.profile = profile;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
  }

  /** Whether there is a mail server to send through. */
  public boolean enabled() {
    rights.require(Right.READ_RECORDS);
    return courier.enabled();
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
        .map(told -> told.version())
        .map(version -> standing(version, meeting.version()))
        .orElse(Standing.NEVER_TOLD);
  }

  private static Standing standing(int told, int now) {
    return told == NOT_ALL
        ? Standing.NOT_ALL_TOLD
        : told == now ? Standing.TOLD : Standing.CHANGED_SINCE;
  }

  /**
   * Whom it could not be told that they are not asked any more, with what their server said; of a
   * contact whose addresses are hidden neither.
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
    return courier.enabled() ? writes.inTransaction(Reason.EDIT, change -> tell(id, all)) : 0;
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
    UUID organizer =
        organizer(before.isPresent() ? before.get().organizer() : meeting.data().ownerId());
    Person from = guests.member(organizer, Answer.ACCEPTED.partstat()).orElse(null);
    if (from == null) {
      return 0;
    }
    boolean changed =
        all
            || before.isEmpty()
            || !organizer.equals(before.get().organizer())
            || !Integer.valueOf(meeting.version()).equals(before.get().version());
    int sequence = before.map(told -> told.sequence() + (changed ? 1 : 0)).orElse(0);
    String times = facts.times(meeting);
    if (before.isPresent() && !times.equals(before.get().times())) {
      askAnew(id, organizer);
    }
    List<Attendee> seen = attendees.of(id);
    List<Guest> known = guests.of(seen);
    Meeting told = facts.of(meeting, sequence, now(), from, known);
    int sent = 0;
    for (Guest guest : known) {
      if (!organizer.equals(guest.attendee().member()) && (changed || isDue(guest.attendee()))) {
        invite(told, guest);
        sent++;
      }
    }
    int version = changed && seen.size() < attendees.count(id) ? NOT_ALL : meeting.version();
    invited.save(id, new Invited(sequence, organizer, version, times));
    return sent;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean isDue(Attendee attendee) {
    return attendee.invitation() == null || attendee.invitation().state().isTrouble();
  }

  /** Answers go to this member, else, where no mail reaches them, to whoever invites. */
  private UUID organizer(@Nullable UUID member) {
    return member != null && guests.member(member, "").isPresent() ? member : current.id();
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
    UUID mail = post(Method.REQUEST, told, guest, before != null);
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

  private UUID post(Method method, Meeting told, Guest guest, boolean again) {
    Locale language = profile.language().orElse(Locale.ENGLISH);
    UUID mail = UUID.randomUUID();
    mails.insert(
        new InvitationMail(
            mail,
            new ActivityId(told.id()),
            guest.attendee().id(),
            guest.attendee().contact(),
            method,
            new Sender(told.organizer().name(), told.organizer().address()).text(),
            guest.person().address(),
            texts.subject(method, again, told, language),
            texts.text(method, told, language),
            InvitationFile.text(method, told),
            told.stamp()));
    queue.put(mail, current.id());
    return mail;
  }

  /**
   * Tells those who were invited that they are not asked any more, unless it is over; in a
   * transaction that runs.
   */
  void withdraw(ActivityId id, Collection<Attendee> gone) {
    cancel(id, gone, false);
  }

  /**
   * Tells everybody who was invited that meetings don't happen, as far as these are not over: who
   * tidies up says nothing to anybody. Where some of them are not seen, it stays known that not all
   * were told. In a transaction that runs.
   */
  void callOff(Collection<ActivityId> ids) {
    invited.told(ids).forEach(id -> cancel(id, attendees.of(id), true));
  }

  private @Nullable Integer calledOff(ActivityId id, Collection<Attendee> told, boolean ahead) {
    return ahead && told.size() < attendees.count(id) ? NOT_ALL : null;
  }

  private void cancel(ActivityId id, Collection<Attendee> gone, boolean forGood) {
    Invited before = invited.lock(id).orElse(null);
    Activity meeting = activities.find(id).orElse(null);
    if (before == null
        || before.version() == null
        || meeting == null
        || meeting.data().when() == null
        || !courier.enabled()) {
      return;
    }
    UUID organizer = organizer(before.organizer());
    Person from = guests.member(organizer, Answer.ACCEPTED.partstat()).orElse(null);
    if (from == null) {
      return;
    }
    int sequence = before.sequence() + 1;
    boolean ahead = MeetingFacts.isAhead(meeting, now());
    if (ahead) {
      List<Guest> told = new ArrayList<>();
      for (Attendee each : gone) {
        Invitation invitation = each.invitation();
        if (invitation != null && invitation.to() != null) {
          told.add(new Guest(each, new Person("", invitation.to(), each.answer().partstat())));
        }
      }
      Meeting as = facts.of(meeting, sequence, now(), from, told);
      told.forEach(guest -> post(Method.CANCEL, as, guest, true));
    }
    invited.save(
        id,
        new Invited(
            sequence,
            organizer,
            forGood ? calledOff(id, gone, ahead) : before.version(),
            before.times()));
  }
}
