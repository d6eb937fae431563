package eu.rempart.activity.meeting;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityKind;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
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
  private final Writes writes;

  MeetingService(ActivityService activities, AttendeeService attendees, Writes writes) {
    this.activities = activities;
    this.attendees = attendees;
    this.writes = writes;
  }

  /**
   * An activity as somebody typed it.
   *
   * @param asked of a meeting; of other kinds nobody is asked
   */
  public record Typed(ActivityData data, ActivityLinks links, Attendees asked) {

    public Typed {
      asked = data.kind() == ActivityKind.MEETING ? asked : Attendees.NONE;
    }

    /** A meeting is about the contacts who come to it, so that it stands on their pages. */
    ActivityLinks about() {
      List<ContactId> contacts = new ArrayList<>(links.contacts());
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
    ActivityId created =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              ActivityId id = activities.create(typed.data(), typed.about());
              attendees.save(id, typed.asked());
              return id;
            });
    activities.cameBack(List.of(created));
    return created;
  }

  /**
   * Saves what changed, unless somebody saved in between; see {@link ActivityService#save}.
   *
   * @param before what {@code version} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if what it is about is gone
   */
  public SaveResult<Activity, ActivityField> save(
      ActivityId id, int version, ActivityData before, Typed typed) {
    SaveResult<Activity, ActivityField> result =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              SaveResult<Activity, ActivityField> saved =
                  activities.save(id, version, before, typed.data(), typed.about());
              if (saved instanceof SaveResult.Saved<Activity, ActivityField>) {
                attendees.save(id, typed.asked());
              }
              return saved;
            });
    activities.cameBack(List.of(id));
    return result;
  }
}
