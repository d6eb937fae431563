package eu.rempart.activity.meeting;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.meeting.Guests.Guest;
import eu.rempart.activity.meeting.InvitationPost.Organizer;
import eu.rempart.activity.meeting.InvitedRepository.Invited;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells those who were invited that they are not asked any more. */
@Component
class Withdrawals {

  private final AttendeeRepository attendees;
  private final InvitedRepository invited;
  private final ActivityService activities;
  private final MeetingFacts facts;
  private final InvitationPost post;

  Withdrawals(
      AttendeeRepository attendees,
      InvitedRepository invited,
      ActivityService activities,
      MeetingFacts facts,
      InvitationPost post) {
    this.attendees = attendees;
    this.invited = invited;
    this.activities = activities;
    this.facts = facts;
    this.post = post;
  }

  /**
   * Tells those who were invited that they are not asked any more, unless it is over; in a
   * transaction that runs.
   */
  void withdraw(ActivityId id, Collection<Attendee> gone) {
    cancel(id, gone, List.of(), false);
  }

  /**
   * Tells everybody who was invited that meetings don't happen, as far as these are not over: who
   * tidies up says nothing to anybody. Those whom whoever acts may not see are told as well, each
   * by a mail that names nobody else, and appear on no screen. In a transaction that runs.
   */
  void callOff(Collection<ActivityId> ids) {
    invited
        .told(ids)
        .forEach(
            id -> {
              List<Attendee> seen = attendees.of(id);
              cancel(id, seen, attendees.unseen(id, seen), true);
            });
  }

  private void cancel(
      ActivityId id, Collection<Attendee> gone, List<Attendee> unseen, boolean forGood) {
    Invited before = invited.lock(id).orElse(null);
    Activity meeting = activities.find(id).orElse(null);
    if (before == null
        || before.version() == null
        || meeting == null
        || meeting.data().when() == null
        || !post.enabled()) {
      return;
    }
    Organizer organizer = post.organizer(before.organizer()).orElse(null);
    if (organizer == null) {
      return;
    }
    int sequence = before.sequence() + 1;
    if (MeetingFacts.isAhead(meeting, InvitationPost.now())) {
      List<Guest> told = InvitationPost.invited(gone);
      Meeting as = facts.of(meeting, sequence, InvitationPost.now(), organizer.person(), told);
      told.forEach(guest -> post.put(Method.CANCEL, as, guest, true));
      InvitationPost.invited(unseen)
          .forEach(guest -> post.put(Method.CANCEL, as.toOnly(guest.person()), guest, true));
    }
    invited.save(
        id,
        new Invited(
            sequence,
            organizer.member(),
            forGood ? null : before.version(),
            before.times(),
            before.changes()));
  }
}
