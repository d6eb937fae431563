package eu.rempart.activity.meeting;

import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.OccurrencesChanged;
import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.meeting.Guests.Guest;
import eu.rempart.activity.meeting.InvitationPost.Organizer;
import eu.rempart.activity.meeting.InvitedRepository.Invited;
import eu.rempart.activity.meeting.OccurrenceChanges.Told;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets those who were invited to a recurring meeting know that one occurrence of it was moved, was
 * called off, or is back (RFC 5546, 3.2.2 and 3.2.5): each by itself, with the place that the rule
 * has for it. What was told stands beside the meeting, so that nothing is told twice.
 */
@Component
class OccurrencesTold {

  /** Columns of which a mail tells, besides those without which the times differ. */
  private static final Set<String> TOLD = Set.of("status", "place", "description");

  private final AttendeeRepository attendees;
  private final InvitedRepository invited;
  private final ActivityService activities;
  private final MeetingFacts facts;
  private final InvitationPost post;
  private final Rights rights;

  OccurrencesTold(
      AttendeeRepository attendees,
      InvitedRepository invited,
      ActivityService activities,
      MeetingFacts facts,
      InvitationPost post,
      Rights rights) {
    this.attendees = attendees;
    this.invited = invited;
    this.activities = activities;
    this.facts = facts;
    this.post = post;
    this.rights = rights;
  }

  @EventListener
  void changed(OccurrencesChanged event) {
    invited
        .told(event.series())
        .forEach(
            id ->
                invited
                    .lock(id)
                    .ifPresent(
                        before ->
                            activities
                                .find(id)
                                .filter(OccurrencesTold::recurs)
                                .ifPresent(meeting -> tell(meeting, before, event.before()))));
  }

  private static boolean recurs(Activity meeting) {
    return meeting.data().kind() == ActivityKind.MEETING
        && meeting.data().status() == ActivityStatus.OPEN
        && meeting.data().recurrence() != null
        && meeting.data().when() != null;
  }

  private void tell(Activity meeting, Invited before, @Nullable Integer version) {
    // who was told of other times has another idea of what its occurrences are
    if (before.version() == null
        || !facts.times(meeting).equals(before.times())
        || !post.enabled()) {
      return;
    }
    Organizer organizer = post.organizer(before.organizer()).orElse(null);
    if (organizer == null) {
      return;
    }
    Instant now = InvitationPost.now();
    OccurrenceChanges changes = facts.changes(meeting, before.changes());
    List<Told> news = changes.since(OccurrenceChanges.read(before.changes()), meeting, now);
    if (!news.isEmpty() && !Collections.disjoint(rights.hidden("activity"), TOLD)) {
      return; // without what they are not shown the mail would take it from the guests' calendars
    }
    int sequence = before.sequence() + (news.isEmpty() ? 0 : 1);
    if (!news.isEmpty()) {
      List<Attendee> seen = attendees.of(meeting.id());
      List<Guest> guests = InvitationPost.invited(seen);
      Meeting as = facts.of(meeting, sequence, now, organizer.person(), guests);
      guests.forEach(guest -> news.forEach(one -> put(one, as, guest)));
      InvitationPost.invited(attendees.unseen(meeting.id(), seen))
          .forEach(guest -> news.forEach(one -> put(one, as.toOnly(guest.person()), guest)));
    }
    boolean movedOn = version != null && Objects.equals(before.version(), version);
    invited.save(
        meeting.id(),
        new Invited(
            sequence,
            organizer.member(),
            movedOn ? Integer.valueOf(meeting.version()) : before.version(),
            before.times(),
            changes.text()));
  }

  private void put(Told one, Meeting as, Guest guest) {
    post.put(one.happens() ? Method.REQUEST : Method.CANCEL, as, guest, one.occurrence());
  }
}
