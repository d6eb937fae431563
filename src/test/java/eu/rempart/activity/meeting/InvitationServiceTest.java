package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.meeting.InvitedRepository.Invited;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.email.MailQueue;
import eu.rempart.email.WithMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What invitations do where something came in between. */
class InvitationServiceTest extends WithMail {

  @Autowired private ActivityService activities;
  @Autowired private AttendeeService attendees;
  @Autowired private MeetingService meetings;
  @Autowired private InvitationService invitations;

  @Autowired private InvitedRepository invited;
  @Autowired private AttendeeRepository repository;
  @Autowired private Writes writes;
  @Autowired private MailQueue queue;
  @Autowired private DSLContext dsl;

  @AfterEach
  void emptyQueue() {
    sql("DELETE FROM email_dispatch");
    sql("DELETE FROM invitation_mail");
  }

  private ActivityId invite(UUID owner, Attendees asked) {
    ActivityData data =
        ActivityData.builder()
            .kind(ActivityKind.MEETING)
            .subject("Kick-off")
            .ownerId(owner)
            .when(When.at(LocalDateTime.of(2027, 3, 1, 9, 0), ZoneId.of("Europe/Paris")))
            .build();
    return meetings.create(new MeetingService.Typed(data, ActivityLinks.NONE, asked, true));
  }

  private static Attendees bare(String... addresses) {
    return new Attendees(List.of(), List.of(), List.of(addresses));
  }

  private static String address() {
    return "guest-" + UUID.randomUUID() + "@other.example";
  }

  private Activity now(ActivityId id) {
    return activities.find(id).orElseThrow();
  }

  private Invitation first(ActivityId id) {
    return Objects.requireNonNull(attendees.of(id).getFirst().invitation());
  }

  private static void soon(Runnable expectation) {
    await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(expectation::run);
  }

  private void settled(ActivityId id, MailState state) {
    soon(() -> assertThat(first(id).state()).isEqualTo(state));
  }

  /** How many mails came to an address. */
  private static long received(String address) {
    return Arrays.stream(SERVERS.green().getReceivedMessages())
        .filter(mail -> to(mail).equals(address))
        .count();
  }

  private static String to(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
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
