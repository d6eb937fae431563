package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.ui.field.RecurrenceField;
import eu.rempart.activity.ui.field.RemindersField;
import eu.rempart.activity.ui.field.WhenField;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.When;
import eu.rempart.team.WithNarrowedMembers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form of an activity has what a role lets somebody see, and change. */
class NarrowedFormTest extends WithNarrowedMembers {

  @Autowired private ActivityService activities;
  @Autowired private MeetingService meetings;
  @Autowired private AttendeeService attendees;

  private final ActivityData call =
      ActivityData.builder()
          .kind(ActivityKind.CALL)
          .subject("Call of everybody")
          .when(When.on(LocalDate.of(2031, 3, 4)))
          .minutes(1_440)
          .reminders(List.of(15, 60))
          .direction(CallDirection.OUTGOING)
          .place("Room 4")
          .description("Bring the figures")
          .build();

  private ActivityId edited(ActivityData data, Map<String, FieldRule> rules) {
    ActivityId id =
        activities.create(data.toBuilder().ownerId(admin().memberId()).build(), ActivityLinks.NONE);
    edit(id, rules);
    return id;
  }

  private void edit(ActivityId id, Map<String, FieldRule> rules) {
    act(narrowed(Role.MEMBER, without("activity", rules)));
    open(ActivityNavigation.details(id), "");
    click("Edit");
  }

  private ActivityData now(ActivityId id) {
    admin();
    return activities.find(id).orElseThrow().data();
  }

  @Test
  void whatIsHiddenIsNotThereAndStays() {
    ActivityId id =
        edited(
            call,
            Map.of(
                "place", FieldRule.HIDDEN,
                "direction", FieldRule.HIDDEN,
                "recurrence", FieldRule.HIDDEN,
                "reminder_minutes", FieldRule.HIDDEN));
    assertThat(find(TextField.class).withLabel("Place or link").exists()).isFalse();
    assertThat(find(Select.class).withLabel("Direction").exists()).isFalse();
    assertThat(find(RecurrenceField.class).exists()).isFalse();
    assertThat(find(RemindersField.class).exists()).isFalse();
    fill("Subject", "Call of Eve");
    click("Save activity");

    ActivityData now = now(id);
    assertThat(now.subject()).isEqualTo("Call of Eve");
    assertThat(now.place()).isEqualTo("Room 4");
    assertThat(now.direction()).isEqualTo(CallDirection.OUTGOING);
    assertThat(now.reminders()).containsExactly(15, 60);
  }

  @Test
  void whatIsReadOnlyIsReadOnlyInAllItsParts() {
    ActivityId id =
        edited(
            call.toBuilder().recurrence("FREQ=WEEKLY;BYDAY=TU;COUNT=5").build(),
            Map.of(
                "description", FieldRule.READ_ONLY,
                "starts_at", FieldRule.READ_ONLY,
                "recurrence", FieldRule.READ_ONLY));
    assertThat(find(TextArea.class).withLabel("Description").single().isReadOnly()).isTrue();
    assertThat(find(WhenField.class).single().isReadOnly()).isTrue();
    assertThat(find(DatePicker.class).withLabel("Date").single().isReadOnly()).isTrue();
    RecurrenceField recurrence = find(RecurrenceField.class).single();
    assertThat(find(Select.class, recurrence).all())
        .isNotEmpty()
        .allMatch(part -> part.isReadOnly());
    assertThat(find(TextField.class).withLabel("Place or link").single().isReadOnly()).isFalse();
    assertThat(now(id).description()).isEqualTo("Bring the figures");
  }

  @Test
  void whoMovesWhatRecursButMayNotChangeTheRuleLeavesItAsItIs() {
    ActivityId id =
        edited(
            call.toBuilder().recurrence("FREQ=WEEKLY;BYDAY=TU").build(),
            Map.of("recurrence", FieldRule.READ_ONLY, "minutes", FieldRule.READ_ONLY));
    RecurrenceField recurrence = find(RecurrenceField.class).single();
    find(DatePicker.class).withLabel("Date").single().setValue(LocalDate.of(2031, 3, 5));
    assertThat(recurrence.getValue()).isEqualTo("FREQ=WEEKLY;BYDAY=TU");
    assertThat(now(id).minutes()).isEqualTo(1_440);
  }

  @Test
  void whoIsNotShownThatItIsAMeetingLeavesWhoTakesPart() {
    SignedInMember max = join(Role.MEMBER);
    Attendees asked = new Attendees(List.of(), List.of(max.memberId()), List.of("g@other.example"));
    ActivityId id =
        meetings.create(
            new MeetingService.Typed(
                call.toBuilder().kind(ActivityKind.MEETING).ownerId(admin().memberId()).build(),
                ActivityLinks.NONE,
                asked));
    edit(id, Map.of("kind", FieldRule.HIDDEN));
    fill("Subject", "Whatever it is");
    click("Save activity");

    assertThat(now(id).subject()).isEqualTo("Whatever it is");
    assertThat(now(id).kind()).isEqualTo(ActivityKind.MEETING);
    assertThat(attendees.asked(id)).isEqualTo(asked);
  }
}
