package eu.rempart.activity.meeting;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.common.SaveResult;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Saves activities together with who takes part in them, all of it or nothing. The rights are those
 * of {@link ActivityService} and {@link AttendeeService}.
 */
@Service
public class MeetingService {

  private final ActivityService activities;
  private final AttendeeService attendees;
  private final InvitationService invitations;
  private final Withdrawals withdrawals;
  private final Writes writes;
  private final Rights rights;

  MeetingService(
      ActivityService activities,
      AttendeeService attendees,
      InvitationService invitations,
      Withdrawals withdrawals,
      Writes writes,
      Rights rights) {
    this.activities = activities;
    this.attendees = attendees;
    this.invitations = invitations;
    this.withdrawals = withdrawals;
    this.writes = writes;
    this.rights = rights;
  }

  /**
   * An activity as somebody typed it.
   *
   * @param asked of a meeting; of other kinds nobody is asked
   * @param invite whether those who are asked are told by mail
   */
  public record Typed(ActivityData data, ActivityLinks links, Attendees asked, boolean invite) {

    public Typed(ActivityData data, ActivityLinks links, Attendees asked) {
      this(data, links, asked, false);
    }

    public Typed {
      asked = data.kind() == ActivityKind.MEETING ? asked : Attendees.NONE;
    }

    /**
     * A meeting is about the contacts who come to it, so that it stands on their pages.
     *
     * @param others who come as well
     */
    ActivityLinks about(List<ContactId> others) {
      List<ContactId> contacts = new ArrayList<>(links.contacts());
      contacts.addAll(others);
      contacts.addAll(asked.contacts());
      return new ActivityLinks(contacts, links.companies(), links.deals());
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Typed[hidden]";
    }
  }

  /**
   * Keeps a new one; see {@link ActivityService#create} and {@link AttendeeService#save}.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if what it is about is gone
   */
  public ActivityId create(Typed typed) {
    rights.require(Right.WRITE_RECORDS);
    ActivityId created =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              ActivityId id = activities.create(typed.data(), typed.about(List.of()));
              keep(id, Attendees.NONE, typed);
              return id;
            });
    activities.cameBack(List.of(created));
    return created;
  }

  /** Who is not asked any more, and was invited, is told so in any case. */
  private void keep(ActivityId id, Attendees before, Typed typed) {
    List<Attendee> gone = attendees.save(id, before, typed.asked());
    if (!gone.isEmpty()) {
      withdrawals.withdraw(id, gone);
    }
    if (typed.invite()) {
      invitations.send(id, false);
    }
  }

  /**
   * Saves what changed, unless somebody saved in between; see {@link ActivityService#save}.
   *
   * @param before what {@code version} had
   * @param linked what it was about when the form was opened; what was added since stays
   * @param asked who took part then; who was added since stays
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if what it is about is gone
   */
  public SaveResult<Activity, ActivityField> save(
      ActivityId id,
      int version,
      ActivityData before,
      ActivityLinks linked,
      Attendees asked,
      Typed typed) {
    rights.require(Right.WRITE_RECORDS);
    SaveResult<Activity, ActivityField> result =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              Attendees now = attendees.asked(id);
              boolean meeting = typed.data().kind() == ActivityKind.MEETING;
              List<ContactId> others = new ArrayList<>(meeting ? now.contacts() : List.of());
              others.removeAll(asked.contacts());
              SaveResult<Activity, ActivityField> saved =
                  activities.save(
                      id,
                      version,
                      before,
                      typed.data(),
                      new ActivityLinks.Change(linked, typed.about(others)));
              // who is not shown that it is a meeting typed nothing of who takes part
              if (saved instanceof SaveResult.Saved<Activity, ActivityField>
                  && !rights.hidden("activity").contains("kind")) {
                keep(id, meeting ? asked : now, typed);
              }
              return saved;
            });
    activities.cameBack(List.of(id));
    return result;
  }
}
