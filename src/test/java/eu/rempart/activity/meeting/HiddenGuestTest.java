package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.value.ActivityStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What invitations do and tell where somebody may not see all guests or their addresses. */
class HiddenGuestTest extends WithInvitations {

  @Test
  void whatCouldNotBeDeliveredTellsNobodyAnAddressThatTheyMayNotSee() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    SignedInMember max =
        narrowed(Role.MEMBER, without("contact", Map.of("emails", FieldRule.HIDDEN)));
    Known zoe = known("Zoe", "Undelivered");
    ActivityId id = invite(eve.memberId(), new Attendees(List.of(zoe.id()), List.of(), List.of()));
    settled(id, MailState.SENT);
    String refusal = "550 5.1.1 no " + zoe.address();
    SERVERS.front().answer(refusal);
    meetings.save(
        id,
        now(id).version(),
        now(id).data(),
        ActivityLinks.NONE,
        attendees.asked(id),
        new MeetingService.Typed(now(id).data(), ActivityLinks.NONE, Attendees.NONE));

    soon(
        () ->
            assertThat(invitations.undelivered(now(id)))
                .containsExactly(zoe.address() + ": " + refusal));
    Activity meeting = now(id);
    assertThat(as(eve, () -> activities.find(id))).isPresent();
    assertThat(as(eve, () -> invitations.undelivered(meeting))).isEmpty();
    assertThat(as(max, () -> invitations.undelivered(meeting))).containsExactly("…");
  }

  @Test
  void whatAServerSaidOfAGuestIsNotShownToWhomAddressesAreHiddenFrom() {
    SignedInMember max =
        narrowed(Role.MEMBER, without("contact", Map.of("emails", FieldRule.HIDDEN)));
    Known zoe = known("Zoe", "Refused");
    String refusal = "550 5.1.1 no " + zoe.address();
    SERVERS.front().answer(refusal);
    ActivityId id =
        invite(admin().memberId(), new Attendees(List.of(zoe.id()), List.of(), List.of()));
    settled(id, MailState.FAILED);
    assertThat(first(id).said()).isEqualTo(refusal);

    Invitation seen = as(max, () -> first(id));
    assertThat(seen.state()).isEqualTo(MailState.FAILED);
    assertThat(seen.said()).isNull();
    assertThat(seen.to()).isNull();
  }

  @Test
  void whereSomeTakePartWhomTheSenderMayNotSeeItIsSaidThatNotAllWereTold() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hidden = known("Hidden", "Guest");
    String guest = address();
    ActivityId id =
        invite(eve.memberId(), new Attendees(List.of(hidden.id()), List.of(), List.of(guest)));
    soon(() -> assertThat(received(hidden.address()) + received(guest)).isEqualTo(2));
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);

    assertThat(as(eve, () -> invitations.send(id, true))).isEqualTo(1);
    soon(() -> assertThat(received(guest)).isEqualTo(2));
    assertThat(received(hidden.address())).isEqualTo(1);
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.NOT_ALL_TOLD);
    assertThat(invitations.send(id, false)).as("who sees all tells all").isEqualTo(2);
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);

    soon(() -> assertThat(received(guest)).isEqualTo(3));
    Activity meeting = as(eve, () -> activities.find(id)).orElseThrow();
    as(eve, () -> activities.mark(List.of(id), ActivityStatus.CANCELLED));
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.NEVER_TOLD);
    soon(() -> assertThat(received(hidden.address())).as("of the end all hear").isEqualTo(3));
    soon(() -> assertThat(received(guest)).isEqualTo(4));
    assertThat(last(hidden.address())).contains("METHOD:CANCEL", hidden.address());
    assertThat(last(hidden.address())).doesNotContain(guest);
    assertThat(last(guest)).contains("METHOD:CANCEL", guest).doesNotContain(hidden.address());
    assertThat(as(eve, () -> attendees.of(id))).as("the screen does not list them").hasSize(1);
    assertThat(as(eve, () -> invitations.undelivered(meeting))).isEmpty();
  }

  @Test
  void whomASenderMayNotSeeIsNotNamedWhereTheirCancellationDoesNotArrive() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hidden = known("Hidden", "Bounce");
    ActivityId id =
        invite(eve.memberId(), new Attendees(List.of(hidden.id()), List.of(), List.of()));
    settled(id, MailState.SENT);
    SERVERS.front().answer("550 5.1.1 no " + hidden.address());
    Activity meeting = as(eve, () -> activities.find(id)).orElseThrow();
    as(eve, () -> activities.mark(List.of(id), ActivityStatus.CANCELLED));

    soon(() -> assertThat(invitations.undelivered(meeting)).hasSize(1));
    assertThat(as(eve, () -> invitations.undelivered(meeting))).isEmpty();
  }

  /** The calendar of the last mail to an address, its long lines put together. */
  private static String last(String address) {
    return Calendars.of(
        Arrays.stream(SERVERS.green().getReceivedMessages())
            .filter(mail -> to(mail).equals(address))
            .reduce((first, second) -> second)
            .orElseThrow());
  }
}
