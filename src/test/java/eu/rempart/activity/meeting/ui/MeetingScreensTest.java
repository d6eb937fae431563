package eu.rempart.activity.meeting.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendee;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.ui.ActivityNavigation;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.contact.ContactId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who takes part in a meeting, on its page, in its form and among the notices. */
class MeetingScreensTest extends WithFirm {

  @Autowired private MeetingService meetings;
  @Autowired private AttendeeService attendees;
  @Autowired private CurrentMember current;

  private ActivityId meeting(Attendees asked) {
    return meetings.create(
        new MeetingService.Typed(
            ActivityData.builder()
                .kind(ActivityKind.MEETING)
                .subject("Kick-off")
                .ownerId(current.id())
                .when(When.at(LocalDateTime.of(2027, 3, 1, 9, 0), ZoneId.of("Europe/Paris")))
                .build(),
            ActivityLinks.NONE,
            asked));
  }

  private void show(ActivityId id) {
    open(ActivityNavigation.details(id), "");
  }

  @Test
  void oneAnswersForOneselfWithOneClickAndForOthersByHand() {
    ContactId zoe = person("Zoe", "Clicks");
    ActivityId id =
        meeting(new Attendees(List.of(zoe), List.of(current.id()), List.of("g@other.example")));
    show(id);
    click("Maybe");
    assertThat(attendees.mine(id)).get().extracting(Attendee::answer).isEqualTo(Answer.TENTATIVE);

    @SuppressWarnings("unchecked")
    Select<Answer> hers =
        find(Select.class)
            .withCondition(
                select -> select.getAriaLabel().orElse("").equals("Answer of Zoe Clicks"))
            .single();
    hers.setValue(Answer.ACCEPTED);
    assertThat(attendees.of(id))
        .filteredOn(each -> zoe.equals(each.contact()))
        .singleElement()
        .extracting(Attendee::answer)
        .isEqualTo(Answer.ACCEPTED);
    assertThat(says("g@other.example")).isTrue();
  }

  @Test
  void aReaderSeesAnswersAndWritesNone() {
    ActivityId id = meeting(new Attendees(List.of(), List.of(), List.of("g@other.example")));
    actAs(Role.READER);
    show(id);
    assertThat(says("g@other.example")).isTrue();
    assertThat(find(Select.class).withCondition(each -> each.getAriaLabel().isPresent()).exists())
        .isFalse();
  }

  @Test
  @SuppressWarnings("unchecked")
  void theFormAsksPeopleAndRefusesWhatIsNoAddress() {
    ActivityId id = meeting(Attendees.NONE);
    show(id);
    click("Edit");
    MultiSelectComboBox<UUID> members =
        find(MultiSelectComboBox.class).withLabel("Attending members").single();
    members.select(current.id());
    fill("Other email addresses", "g@other.example; nobody");
    click("Save activity");
    assertThat(find(TextField.class).withLabel("Other email addresses").single().isInvalid())
        .isTrue();
    fill("Other email addresses", "g@other.example; H@other.example");
    click("Save activity");

    assertThat(attendees.asked(id).addresses())
        .containsExactly("g@other.example", "h@other.example");
    assertThat(attendees.mine(id)).isPresent();
    assertThat(says("h@other.example")).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked")
  void onlyMeetingsAskPeople() {
    show(meeting(new Attendees(List.of(), List.of(), List.of("g@other.example"))));
    click("Edit");
    RadioButtonGroup<ActivityKind> kind = find(RadioButtonGroup.class).withLabel("Kind").single();
    kind.setValue(ActivityKind.TASK);
    assertThat(find(TextField.class).withLabel("Other email addresses").exists()).isFalse();
  }
}
