package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.component.VEvent;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Invitations that go out over SMTP. */
class InvitationTest extends InvitationCase {

  @Test
  void anInvitationSaysWhatCalendarsAndPeopleNeedToKnow() throws Exception {
    Known zoe = known("Zoe", "Invited");
    String guest = address();
    ActivityId id =
        invite(
            draft().build(),
            new Attendees(List.of(zoe.id()), List.of(admin().memberId()), List.of(guest)));
    List<MimeMessage> mails = received(2);

    assertThat(mails).as("none to the organizer").hasSize(2);
    MimeMessage hers =
        mails.stream()
            .filter(mail -> uncheckedTo(mail).equals(zoe.address()))
            .findFirst()
            .orElseThrow();
    assertThat(hers.getSubject()).isEqualTo("Invitation: Réunion; de lancement");
    assertThat(hers.getReplyTo()[0].toString()).isEqualTo(ADMIN);
    assertThat(calendar(hers).getContentType())
        .startsWith("text/calendar")
        .contains("method=REQUEST");
    Multipart mixed = (Multipart) hers.getContent();
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");

    assertThat(text(hers).replace("\r\n ", ""))
        .contains("METHOD:REQUEST", "BEGIN:VTIMEZONE", "TZID=Europe/Paris:20270322T090000")
        .contains("SUMMARY:Réunion\\; de lancement");
    VEvent event = read(hers).getEvents().getFirst();
    assertThat(event.getUid().getValue()).isEqualTo(id.value() + "@rempart");
    assertThat(event.getSequence().getValue()).isZero();
    assertThat(event.getOrganizer().getEmail()).isEqualTo(ADMIN);
    assertThat(event.getAttendees())
        .extracting(biweekly.property.Attendee::getEmail)
        .containsExactlyInAnyOrder(zoe.address(), guest, ADMIN);
    assertThat(event.getAttendees())
        .filteredOn(each -> zoe.address().equals(each.getEmail()))
        .singleElement()
        .satisfies(each -> assertThat(each.getRsvp()).isTrue())
        .satisfies(
            each -> assertThat(each.getParticipationStatus().getValue()).isEqualTo("NEEDS-ACTION"));
    assertThat(event.getDateStart().getValue().toInstant())
        .isEqualTo(NINE.atZone(PARIS).toInstant());
    // it arrives a moment before that is noted
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              assertThat(dsl.fetchCount(DSL.table("email_dispatch"))).isZero();
              assertThat(dsl.fetchCount(DSL.table("invitation_mail"))).isZero();
            });
  }

  @Test
  void aChangeRaisesTheSequenceAndAsksAnew() throws Exception {
    String guest = address();
    ActivityId id = invite(draft().build(), bare(guest));
    received(1);
    settled(id, MailState.SENT);
    attendees.note(only(id).id(), Answer.ACCEPTED);
    assertThat(invitations.standing(activities.find(id).orElseThrow())).isEqualTo(Standing.TOLD);

    save(id, draft().place("Kai 8").build(), bare(guest), true);
    VEvent moved = read(received(2).get(1)).getEvents().getFirst();
    assertThat(moved.getSequence().getValue()).isEqualTo(1);
    assertThat(only(id).answer()).as("the time is the same").isEqualTo(Answer.ACCEPTED);

    save(id, draft().when(When.at(NINE.plusDays(1), PARIS)).build(), bare(guest), true);
    MimeMessage last = received(3).get(2);
    assertThat(read(last).getEvents().getFirst().getSequence().getValue()).isEqualTo(2);
    assertThat(last.getSubject()).startsWith("Changed: ");
    assertThat(only(id).answer()).isEqualTo(Answer.NEEDS_ACTION);

    settled(id, MailState.SENT);
    save(id, draft().when(When.at(NINE.plusDays(1), PARIS)).build(), bare(guest), true);
    assertThat(dsl.fetchCount(DSL.table("email_dispatch")))
        .as("nothing changed, so nobody is told")
        .isZero();
    save(id, draft().subject("Other").build(), bare(guest), false);
    assertThat(invitations.standing(activities.find(id).orElseThrow()))
        .isEqualTo(Standing.CHANGED_SINCE);
  }

  @Test
  void whoIsTakenOffIsToldSoAndEverybodyWhenItIsArchived() throws Exception {
    String first = address();
    String second = address();
    ActivityId id = invite(draft().build(), bare(first, second));
    received(2);
    settled(id, MailState.SENT);

    save(id, draft().build(), bare(first), false);
    MimeMessage off = last(received(3), second);
    assertThat(calendar(off).getContentType()).contains("method=CANCEL");
    assertThat(read(off).getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(read(off).getEvents().getFirst().getSequence().getValue()).isEqualTo(1);
    assertThat(read(off).getEvents().getFirst().getAttendees())
        .extracting(biweekly.property.Attendee::getEmail)
        .containsExactly(second);

    activities.archive(List.of(id));
    MimeMessage gone = last(received(4), first);
    assertThat(read(gone).getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(read(gone).getEvents().getFirst().getStatus().isCancelled()).isTrue();
    assertThat(read(gone).getEvents().getFirst().getSequence().getValue()).isEqualTo(2);
  }

  @Test
  void aMeetingThatIsCancelledTellsSoAndOneThatNobodyWasInvitedToTellsNothing() throws Exception {
    ActivityId quiet =
        meetings.create(
            new MeetingService.Typed(draft().build(), ActivityLinks.NONE, bare(address())));
    activities.archive(List.of(quiet));
    ActivityId id = invite(draft().build(), bare(address()));
    received(1);
    settled(id, MailState.SENT);
    activities.mark(List.of(id), ActivityStatus.CANCELLED);

    assertThat(read(received(2).get(1)).getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(received(2)).hasSize(2);
  }

  @Test
  void whoTidiesUpWhatIsOverTellsNobodyOfIt() {
    ActivityDataBuilder past = draft().when(When.at(LocalDateTime.of(2020, 3, 2, 9, 0), PARIS));
    ActivityId over = invite(past.build(), bare(address(), address()));
    ActivityId done = invite(draft().build(), bare(address()));
    ActivityId going =
        invite(
            draft().when(When.at(LocalDateTime.now(PARIS).minusHours(1), PARIS)).build(),
            bare(address()));
    received(4);
    List.of(over, done, going).forEach(id -> settled(id, MailState.SENT));
    activities.mark(List.of(done), ActivityStatus.DONE);

    save(over, past.build(), bare(Objects.requireNonNull(only(over).address().orNull())), false);
    assertThat(attendees.of(over)).hasSize(1);
    UUID change = activities.archive(List.of(over, done, going));
    assertThat(received(5)).as("only what still goes on is called off").hasSize(5);
    assertThat(dsl.fetchCount(DSL.table("email_dispatch"))).isZero();
    activities.undo(change, List.of(over));
    assertThat(invitations.standing(activities.find(over).orElseThrow()))
        .isEqualTo(Standing.NEVER_TOLD);
  }

  @Test
  void aRefusalIsShownAndTheNextRoundTriesThatOneAgain() {
    SERVERS.front().answer("550 5.1.1 nobody of that name");
    String guest = address();
    ActivityId id = invite(draft().build(), bare(guest));
    settled(id, MailState.FAILED);
    assertThat(Objects.requireNonNull(only(id).invitation()).said())
        .isEqualTo("550 5.1.1 nobody of that name");

    SERVERS.front().answer(null);
    assertThat(invitations.send(id, false)).isEqualTo(1);
    settled(id, MailState.SENT);
    assertThat(invitations.send(id, false)).as("it is through").isZero();
    assertThat(invitations.send(id, true)).isEqualTo(1);
  }

  @Test
  void anEndlessSeriesIsToldWholeAcrossTheChangeOfClocksWithWhatWasCalledOffAndMoved()
      throws Exception {
    String guest = address();
    ActivityId id = invite(draft().recurrence("FREQ=WEEKLY;BYDAY=MO").build(), bare(guest));
    received(1);
    settled(id, MailState.SENT);
    // clocks go forward on 28 March 2027: nine o'clock stays nine o'clock
    When second = When.at(NINE.plusWeeks(1), PARIS);
    When third = When.at(NINE.plusWeeks(2), PARIS);
    series.mark(List.of(id), ActivityStatus.DONE);
    series.change(id, second, data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());
    series.change(
        id, third, data -> data.toBuilder().when(When.at(NINE.plusDays(15), PARIS)).build());
    assertThat(activities.find(id).orElseThrow().data().when())
        .as("it stands at the fourth")
        .isEqualTo(When.at(NINE.plusWeeks(3), PARIS));
    assertThat(text(received(3).get(1))).as("each change is told by itself").contains("CANCEL");
    invitations.send(id, true);

    String text = text(received(4).get(3)).replace("\r\n ", "");
    assertThat(text)
        .contains("DTSTART;TZID=Europe/Paris:20270322T090000")
        .contains("RRULE:FREQ=WEEKLY;BYDAY=MO")
        .contains("EXDATE;TZID=Europe/Paris:20270329T090000")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270405T090000")
        .contains("DTSTART;TZID=Europe/Paris:20270406T090000");
    List<VEvent> events = read(received(4).get(3)).getEvents();
    assertThat(events).hasSize(2);
    var starts = events.getFirst().getDateIterator(java.util.TimeZone.getTimeZone(PARIS));
    List<Instant> unfolded = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      unfolded.add(starts.next().toInstant());
    }
    assertThat(unfolded)
        .as("as another program unfolds it")
        .containsExactly(
            Instant.parse("2027-03-22T08:00:00Z"),
            Instant.parse("2027-04-05T07:00:00Z"),
            Instant.parse("2027-04-12T07:00:00Z"));
    assertThat(only(id).answer()).isEqualTo(Answer.NEEDS_ACTION);
    deliver(reply(id, guest, "ACCEPTED", 3, Instant.now()));
    look();
    assertThat(only(id).answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aDumpTellsNothingOfWhatIsOnItsWay() {
    SERVERS.front().answer("451 4.7.1 later");
    String guest = address();
    ActivityId id = invite(draft().build(), bare(guest));
    await()
        .pollInSameThread()
        .until(() -> Objects.requireNonNull(only(id).invitation()).said() != null);
    String dump =
        dsl.fetch("SELECT to_jsonb(m)::text FROM invitation_mail m").stream()
            .map(row -> String.valueOf(row.get(0)))
            .collect(Collectors.joining());
    assertThat(dump).contains("REQUEST").doesNotContain(guest, "lancement", "VCALENDAR");
    SERVERS.front().answer(null);
  }
}
