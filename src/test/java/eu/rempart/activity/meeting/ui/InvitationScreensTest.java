package eu.rempart.activity.meeting.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.Patience;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.ui.ActivityNavigation;
import eu.rempart.activity.ui.field.SeriesQuestion.Which;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.email.WithMail;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invitations by mail on the page of a meeting and in its form, where there is a mail server. */
class InvitationScreensTest extends WithMail {

  @Autowired private MeetingService meetings;
  @Autowired private AttendeeService attendees;

  @AfterEach
  void emptyQueue() {
    sql("DELETE FROM email_dispatch");
    sql("DELETE FROM invitation_mail");
  }

  private ActivityId meeting() {
    return meetings.create(
        new MeetingService.Typed(data().build(), ActivityLinks.NONE, Attendees.NONE));
  }

  private ActivityDataBuilder data() {
    return ActivityData.builder()
        .kind(ActivityKind.MEETING)
        .subject("Kick-off")
        .ownerId(admin().memberId())
        .when(When.at(LocalDateTime.of(2027, 3, 1, 9, 0), ZoneId.of("Europe/Paris")));
  }

  private void settled(ActivityId id, MailState state) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(
            () ->
                Objects.requireNonNull(attendees.of(id).getFirst().invitation()).state() == state);
  }

  private boolean tells(String text) {
    return find(Paragraph.class).withCondition(line -> line.getText().equals(text)).exists();
  }

  @Test
  void aTickInTheFormSendsInvitationsAndThePageTellsHowTheyFared() {
    ActivityId id = meeting();
    open(ActivityNavigation.details(id), "");
    click("Edit");
    fill("Other email addresses", "form@other.example");
    Checkbox invite = find(Checkbox.class).withLabel("Send invitations by email").single();
    assertThat(invite.getValue()).as("nobody was invited yet").isFalse();
    test(invite).click();
    click("Save activity");
    settled(id, MailState.SENT);
    open(ActivityNavigation.details(id), "");

    assertThat(says("Invited by email")).isTrue();
    assertThat(tells("The invitations say what stands here.")).isTrue();
    click("Edit");
    assertThat(find(Checkbox.class).withLabel("Send invitations by email").single().getValue())
        .as("who was invited is told of changes")
        .isTrue();
    fill("Subject", "Kick-off, at last");
    click("Save activity");
    await().until(() -> SERVERS.green().getReceivedMessages().length == 2);
  }

  @Test
  @SuppressWarnings("unchecked")
  void whetherGuestsAreToldIsOfAllOfARecurringOne() {
    ActivityId id =
        meetings.create(
            new MeetingService.Typed(
                data().recurrence("FREQ=WEEKLY").build(),
                ActivityLinks.NONE,
                new Attendees(List.of(), List.of(), List.of("weekly@other.example"))));
    open(ActivityNavigation.details(id), "");
    click("Edit");
    fill("Subject", "Kick-off, again and again");
    test(find(Checkbox.class).withLabel("Send invitations by email").single()).click();
    click("Save activity");
    RadioButtonGroup<Which> question =
        find(RadioButtonGroup.class).withLabel("What is this for?").single();
    assertThat(question.getListDataView().getItems()).containsExactly(Which.ALL);
    assertThat(question.getValue()).isEqualTo(Which.ALL);
    test(find(Button.class).withText("Save activity").all().getLast()).click();

    settled(id, MailState.SENT);
  }

  @Test
  void whatAServerRefusedIsShownAndCanBeSentAgainFromThePage() {
    SERVERS.front().answer("550 5.1.1 nobody of that name");
    ActivityId id = meeting();
    attendees.save(
        id, Attendees.NONE, new Attendees(List.of(), List.of(), List.of("gone@other.example")));
    open(ActivityNavigation.details(id), "");
    assertThat(tells("No invitations went out.")).isTrue();
    click("Send invitations");
    settled(id, MailState.FAILED);
    open(ActivityNavigation.details(id), "");
    assertThat(says("The invitation could not be sent: 550 5.1.1 nobody of that name")).isTrue();

    SERVERS.front().answer(null);
    click("Send invitations again");
    settled(id, MailState.SENT);
  }
}
