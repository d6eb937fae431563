package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.email.WithMail;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm that invites guests to its meetings. */
abstract class WithInvitations extends WithMail {

  @Autowired protected ActivityService activities;
  @Autowired protected AttendeeService attendees;
  @Autowired protected MeetingService meetings;
  @Autowired protected InvitationService invitations;

  @AfterEach
  void emptyQueue() {
    sql("DELETE FROM email_dispatch");
    sql("DELETE FROM invitation_mail");
  }

  protected ActivityId invite(UUID owner, Attendees asked) {
    ActivityData data =
        ActivityData.builder()
            .kind(ActivityKind.MEETING)
            .subject("Kick-off")
            .ownerId(owner)
            .when(When.at(LocalDateTime.of(2027, 3, 1, 9, 0), ZoneId.of("Europe/Paris")))
            .build();
    return meetings.create(new MeetingService.Typed(data, ActivityLinks.NONE, asked, true));
  }

  protected static String address() {
    return "guest-" + UUID.randomUUID() + "@other.example";
  }

  protected Activity now(ActivityId id) {
    return activities.find(id).orElseThrow();
  }

  protected Invitation first(ActivityId id) {
    return Objects.requireNonNull(attendees.of(id).getFirst().invitation());
  }

  protected static void soon(Runnable expectation) {
    await().pollInSameThread().atMost(Patience.LONG).untilAsserted(expectation::run);
  }

  protected void settled(ActivityId id, MailState state) {
    soon(() -> assertThat(first(id).state()).isEqualTo(state));
  }

  /** How many mails came to an address. */
  protected static long received(String address) {
    return Arrays.stream(SERVERS.green().getReceivedMessages())
        .filter(mail -> to(mail).equals(address))
        .count();
  }

  protected static String to(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
