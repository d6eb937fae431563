package eu.rempart.activity.ui;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.RecordField;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a form holds.
 *
 * @param asked who takes part, if it is a meeting
 * @param invite whether invitations are to be sent
 * @param of where the series has the occurrence that is changed; null for what is changed as a
 *     whole
 */
record ActivityTyped(
    ActivityData data, ActivityLinks links, Attendees asked, boolean invite, @Nullable When of) {

  static final ActivityTyped EMPTY = new ActivityTyped(ActivityData.EMPTY, ActivityLinks.NONE);

  // a draft of earlier knows nobody who takes part
  ActivityTyped(
      ActivityData data,
      ActivityLinks links,
      @Nullable Attendees asked,
      boolean invite,
      @Nullable When of) {
    this.data = data;
    this.links = links;
    this.asked = asked == null ? Attendees.NONE : asked;
    this.invite = invite;
    this.of = of;
  }

  ActivityTyped(ActivityData data, ActivityLinks links) {
    this(data, links, Attendees.NONE, false, null);
  }

  /** The same, with this in place of what the activity itself says. */
  ActivityTyped with(ActivityData other) {
    return new ActivityTyped(other, links, asked, invite, of);
  }

  /** Whether it is about this: any is where nothing is asked for. */
  boolean isOf(@Nullable When asked) {
    return asked == null || asked.equals(of);
  }

  /** The same, but for columns that whoever types may not fill in: these stay as they were. */
  ActivityTyped without(Set<String> columns, ActivityData was) {
    CustomValues own = data.custom().keeping(CustomField.idsOfColumns(columns), was.custom());
    return with(
        ActivityField.copy(
            RecordField.of(ActivityField.class, columns),
            was,
            data.toBuilder().custom(own).build()));
  }

  /**
   * What was typed, for one of a series or for several: the rule is of all of them, and own fields
   * that were not typed in stay as others made them meanwhile.
   *
   * @param from what the form began with
   */
  UnaryOperator<ActivityData> change(ActivityData from) {
    Set<ActivityField> mine = ActivityField.changed(from, data);
    mine.remove(ActivityField.RECURRENCE);
    return one ->
        ActivityField.copy(mine, data, one).toBuilder()
            .custom(data.custom().over(from.custom(), one.custom()))
            .build();
  }

  /**
   * Whether it may be meant for one occurrence alone: the rule, whom it is about and who is asked
   * are of all of them.
   *
   * @param known what it was typed over
   * @param from what the form began with
   */
  boolean isOfOne(Activity known, ActivityTyped from) {
    Set<ActivityField> mine = ActivityField.changed(known.data(), data);
    return known.data().recurrence() != null
        && known.data().when() != null // who is not shown when it is knows no occurrence
        && known.data().status() == ActivityStatus.OPEN
        && !mine.isEmpty()
        && !mine.contains(ActivityField.RECURRENCE)
        && links.equals(from.links())
        && asked.equals(from.asked());
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
