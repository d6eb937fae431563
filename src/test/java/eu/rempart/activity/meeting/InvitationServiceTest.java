package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.InvitedRepository.Invited;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.email.MailQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What invitations do where something came in between. */
class InvitationServiceTest extends WithInvitations {

  @Autowired private InvitedRepository invited;
  @Autowired private AttendeeRepository repository;
  @Autowired private Writes writes;
  @Autowired private MailQueue queue;
  @Autowired private DSLContext dsl;

  private static Attendees bare(String... addresses) {
    return new Attendees(List.of(), List.of(), List.of(addresses));
  }

  @Test
  void whoseInvitationWasLostOnItsWayIsNotLeftWaiting() {
    SERVERS.front().answer("451 4.7.1 later");
    String guest = address();
    ActivityId id = invite(admin().memberId(), bare(guest));
    soon(() -> assertThat(first(id).said()).isNotNull());

    // with a contact that is merged into another goes what was to be sent to them
    sql("DELETE FROM invitation_mail");
    SERVERS.front().answer(null);
    queue.put(first(id).mail(), admin().memberId());
    settled(id, MailState.FAILED);
    assertThat(invitations.send(id, false)).as("they are tried again").isEqualTo(1);
    settled(id, MailState.SENT);
    assertThat(received(guest)).isEqualTo(1);
  }

  @Test
  void anInvitationOfSomebodyWhoWasTakenOffIsNoCancellationThatFailed() {
    SERVERS.front().answer("451 4.7.1 later");
    ActivityId id = invite(admin().memberId(), bare(address()));
    soon(() -> assertThat(first(id).said()).isNotNull());
    UUID mail = first(id).mail();
    attendees.save(id, attendees.asked(id), Attendees.NONE);
    queue.put(mail, admin().memberId());

    soon(() -> assertThat(dsl.fetchCount(DSL.table("email_dispatch"))).isZero());
    assertThat(invitations.undelivered(now(id))).isEmpty();
    assertThat(dsl.fetchCount(DSL.table("invitation_mail"))).isZero();
  }

  @Test
  void whereTheOrganizerWasSuspendedWhoeverActsTells() {
    SignedInMember owner = join(Role.MEMBER);
    String first = address();
    String second = address();
    ActivityId id = invite(owner.memberId(), bare(first, second));
    soon(() -> assertThat(received(second)).isEqualTo(1));
    settled(id, MailState.SENT);
    members.suspend(owner.memberId());

    assertThat(invitations.send(id, false)).as("they hear of another organizer").isEqualTo(2);
    soon(() -> assertThat(received(second)).isEqualTo(2));
    settled(id, MailState.SENT);
    assertThat(invitations.send(id, false)).isZero();
    activities.archive(List.of(id));
    soon(() -> assertThat(received(first) + received(second)).isEqualTo(6));
  }

  @Test
  void onlyWhatWasToldAndStillStandsIsCalledOff() {
    ActivityId told = invite(admin().memberId(), bare(address()));
    ActivityId other = invite(admin().memberId(), bare(address()));
    ActivityId quiet = invite(admin().memberId(), Attendees.NONE);
    sql(
        "UPDATE activity_invited SET told_version = NULL WHERE activity_id = '"
            + quiet.value()
            + "'");
    ActivityId never = new ActivityId(UUID.randomUUID());

    assertThat(invited.told(List.of(other, quiet, never, told))).containsExactly(other, told);
    activities.archive(List.of(other, quiet));
    assertThat(invited.told(List.of(other, quiet, never, told))).containsExactly(told);
  }

  @Test
  void anAnswerDoesNotCountWhereTheyWereInvitedAnewMeanwhile() {
    ActivityId id = invite(admin().memberId(), bare(address()));
    settled(id, MailState.SENT);
    Attendee read = attendees.of(id).getFirst();
    assertThat(invitations.send(id, true)).isEqualTo(1);
    Instant now = Instant.now();

    assertThat(answers(read, 0, now)).isFalse();
    assertThat(attendees.of(id).getFirst().answer()).isEqualTo(Answer.NEEDS_ACTION);
    assertThat(answers(read, 1, now)).isTrue();
    assertThat(attendees.of(id).getFirst().answer()).isEqualTo(Answer.ACCEPTED);
  }

  private boolean answers(Attendee attendee, int sequence, Instant stamp) {
    return writes.inTransaction(
        Reason.EDIT, change -> repository.answered(attendee, sequence, Answer.ACCEPTED, stamp));
  }

  @Test
  void twoWhoSendFirstInvitationsAtOnceDoSoOneAfterTheOther() throws InterruptedException {
    ActivityId id = new ActivityId(UUID.randomUUID());
    UUID by = admin().memberId();
    AtomicReference<Optional<Invited>> found = new AtomicReference<>();
    Thread second = new Thread(() -> found.set(invited.claim(id, by)));
    boolean waited =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              assertThat(invited.claim(id, by)).isEmpty();
              second.start();
              boolean ended = ended(second, Duration.ofSeconds(1));
              invited.save(id, new Invited(0, by, 1, "then", null));
              return !ended;
            });

    assertThat(waited).isTrue();
    assertThat(ended(second, Duration.ofSeconds(30))).isTrue();
    assertThat(found.get()).contains(new Invited(0, by, 1, "then", null));
  }

  private static boolean ended(Thread thread, Duration within) {
    try {
      return thread.join(within);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
