package eu.rempart.activity.ui;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import org.jspecify.annotations.Nullable;

/**
 * What a form holds.
 *
 * @param asked who takes part, if it is a meeting
 * @param invite whether invitations are to be sent
 */
record ActivityTyped(ActivityData data, ActivityLinks links, Attendees asked, boolean invite) {

  static final ActivityTyped EMPTY = new ActivityTyped(ActivityData.EMPTY, ActivityLinks.NONE);

  // a draft of earlier knows nobody who takes part
  ActivityTyped(ActivityData data, ActivityLinks links, @Nullable Attendees asked, boolean invite) {
    this.data = data;
    this.links = links;
    this.asked = asked == null ? Attendees.NONE : asked;
    this.invite = invite;
  }

  ActivityTyped(ActivityData data, ActivityLinks links) {
    this(data, links, Attendees.NONE, false);
  }

  /** The same, with this in place of what the activity itself says. */
  ActivityTyped with(ActivityData other) {
    return new ActivityTyped(other, links, asked, invite);
  }

  MeetingService.Typed toKeep() {
    return new MeetingService.Typed(data, links, asked, invite);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ActivityTyped[hidden]";
  }
}
