package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityKind;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ActivityStatus;
import eu.rempart.activity.When;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendee;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.InvitationService;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.series.SeriesService;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invitations that go out over SMTP and answers that come back over IMAP, with real servers. */
class InvitationTest extends WithMailbox {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDateTime NINE = LocalDateTime.of(2027, 3, 22, 9, 0);

  @Autowired private ActivityService activities;
  @Autowired private AttendeeService attendees;
  @Autowired private MeetingService meetings;
  @Autowired private InvitationService invitations;
  @Autowired private SeriesService series;
  @Autowired private DSLContext dsl;

  /** What a server that was busy left in the queue is no next test's. */
  @AfterEach
  void emptyQueue() {
    sql("DELETE FROM email_dispatch");
    sql("DELETE FROM invitation_mail");
  }

  private ActivityDataBuilder draft() {
    return ActivityData.builder()
        .kind(ActivityKind.MEETING)
        .subject("Réunion; de lancement")
        .place("Kai 7, Köln")
        .minutes(90)
        .ownerId(admin().memberId())
        .when(When.at(NINE, PARIS));
  }

  private static Attendees bare(String... addresses) {
    return new Attendees(List.of(), List.of(), List.of(addresses));
  }

  private static String address() {
    return "guest-" + UUID.randomUUID() + "@other.example";
  }

  private ActivityId invite(ActivityData data, Attendees asked) {
    return meetings.create(new MeetingService.Typed(data, ActivityLinks.NONE, asked, true));
  }

  private void save(ActivityId id, ActivityData after, Attendees asked, boolean invite) {
    Activity now = activities.find(id).orElseThrow();
    meetings.save(
        id,
        now.version(),
        now.data(),
        attendees.asked(id),
        new MeetingService.Typed(after, now.links(), asked, invite));
  }

  private List<MimeMessage> received(int count) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> SERVERS.green().getReceivedMessages().length >= count);
    return Arrays.asList(SERVERS.green().getReceivedMessages());
  }

  private void settled(ActivityId id, MailState state) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                attendees.of(id).stream()
                    .map(Attendee::invitation)
                    .allMatch(sent -> sent != null && sent.state() == state));
  }

  private static String to(MimeMessage message) throws Exception {
    return message.getAllRecipients()[0].toString();
  }

  /** The last one that went to an address. */
  private static MimeMessage last(List<MimeMessage> mails, String address) {
    return mails.stream()
        .filter(mail -> uncheckedTo(mail).equals(address))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static Part calendar(MimeMessage message) throws Exception {
    Multipart mixed = (Multipart) message.getContent();
    Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
    return alternatives.getBodyPart(1);
  }

  private static String text(MimeMessage message) throws Exception {
    return new String(calendar(message).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ICalendar read(MimeMessage message) throws Exception {
    return Biweekly.parse(text(message)).first();
  }

  private Attendee only(ActivityId id) {
    return attendees.of(id).getFirst();
  }

  private String reply(ActivityId id, String from, String partstat, int sequence, Instant stamp) {
    return reply(id.value() + "@rempart", from, from, partstat, sequence, stamp);
  }

  private String reply(
      String uid, String from, String attendee, String partstat, int sequence, Instant stamp) {
    return mail(
        from,
        own,
        """
        Message-ID: <%s@other.example>
        Subject: Accepted
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=X

        --X
        Content-Type: text/plain

        Yes
        --X
        Content-Type: text/calendar; charset=UTF-8; method=REPLY

        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Other//EN
        METHOD:REPLY
        BEGIN:VEVENT
        UID:%s
        SEQUENCE:%d
        DTSTAMP:%s
        DTSTART:20270322T080000Z
        ATTENDEE;PARTSTAT=%s;CN=Guest:mailto:%s
        END:VEVENT
        END:VCALENDAR
        --X--
        """
            .formatted(
                UUID.randomUUID(),
                uid,
                sequence,
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                    .withZone(ZoneOffset.UTC)
                    .format(stamp),
                partstat,
                attendee));
  }

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
    assertThat(dsl.fetchCount(DSL.table("email_dispatch"))).isZero();
    assertThat(dsl.fetchCount(DSL.table("invitation_mail"))).isZero();
  }

  private static String uncheckedTo(MimeMessage mail) {
    try {
      return to(mail);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
  void anAnswerByMailCountsOnceAndOnlyTheLastOneDoes() throws Exception {
    String guest = address();
    ActivityId id = invite(draft().build(), bare(guest));
    received(1);
    settled(id, MailState.SENT);
    Instant now = Instant.now();
    deliver(reply(id, guest, "ACCEPTED", 0, now.minusSeconds(60)));
    assertThat(look().fault()).isNull();
    assertThat(only(id).answer()).isEqualTo(Answer.ACCEPTED);

    deliver(reply(id, guest, "DECLINED", 0, now.minusSeconds(30)));
    deliver(reply(id, guest, "ACCEPTED", 0, now.minusSeconds(60)));
    look();
    assertThat(only(id).answer()).as("what came again does not count").isEqualTo(Answer.DECLINED);

    sql("UPDATE mailbox SET uid_validity = 1, last_uid = 0"); // the server numbers anew
    look();
    assertThat(only(id).answer()).isEqualTo(Answer.DECLINED);
  }

  @Test
  void answersOfStrangersOfOthersAndToFormerInvitationsDoNotCountAndStopNoMail() throws Exception {
    Known zoe = known("Zoe", "Answers");
    String guest = address();
    ActivityId id =
        invite(draft().build(), new Attendees(List.of(zoe.id()), List.of(), List.of(guest)));
    received(2);
    settled(id, MailState.SENT);
    save(
        id,
        draft().subject("Moved").build(),
        new Attendees(List.of(zoe.id()), List.of(), List.of(guest)),
        true);
    received(4);
    settled(id, MailState.SENT);
    Instant now = Instant.now();
    String uid = id.value() + "@rempart";
    deliver(reply(id, guest, "ACCEPTED", 0, now)); // an older invitation
    deliver(reply(id, guest, "ACCEPTED", 7, now)); // one that never was
    deliver(reply(UUID.randomUUID() + "@rempart", guest, guest, "ACCEPTED", 1, now));
    deliver(reply("x".repeat(5_000), guest, guest, "ACCEPTED", 1, now));
    deliver(reply(uid, zoe.address(), guest, "ACCEPTED", 1, now)); // for somebody else
    deliver(reply(uid, address(), address(), "ACCEPTED", 1, now)); // nobody who is asked
    deliver(reply(id, guest, "DELEGATED", 1, now));
    deliver(reply(id, guest, "ACCEPTED", 1, now.plus(Duration.ofDays(400))));
    deliver(reply(id, guest, "ACCEPTED", 1, now).replace("METHOD:REPLY", "METHOD:REQUEST"));
    deliver(reply(id, zoe.address(), "ACCEPTED", 1, now).replace("BEGIN:VEVENT", "BEGIN:\u0000"));
    Mailbox looked = look();

    assertThat(looked.fault()).isNull();
    assertThat(looked.unread()).as("mails that could not be filed").isZero();
    assertThat(attendees.of(id)).extracting(Attendee::answer).containsOnly(Answer.NEEDS_ACTION);
    assertThat(on(zoe.ref())).as("what a contact wrote is filed all the same").hasSize(2);
  }

  @Test
  void nobodyChangesAnswersThroughTheMailboxOfWhoMayNotSeeTheMeeting() throws Exception {
    String guest = address();
    ActivityId id = invite(draft().build(), bare(guest));
    received(1);
    settled(id, MailState.SENT);
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    repository.insert(
        new MailboxId(UUID.randomUUID()),
        eve.memberId(),
        data(own),
        Instant.now().minusSeconds(86_400));
    deliver(reply(id, guest, "ACCEPTED", 0, Instant.now()));
    rounds.look(eve);

    assertThat(only(id).answer()).isEqualTo(Answer.NEEDS_ACTION);
  }

  private MailboxData data(String address) {
    return new MailboxData(
        "localhost", SERVERS.imaps(), MailboxTls.TLS, address, SECRET, "INBOX", address);
  }

  @Test
  void anInvitationThatCameBackIsMarked() throws Exception {
    String guest = address();
    ActivityId id = invite(draft().build(), bare(guest));
    MimeMessage sent = received(1).getFirst();
    settled(id, MailState.SENT);
    deliver(
        """
        From: MAILER-DAEMON@other.example
        To: %s
        Content-Type: multipart/report; report-type=delivery-status; boundary=X

        --X
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.other.example

        Action: failed
        Diagnostic-Code: smtp; 552 5.2.2 mailbox full
        --X
        Content-Type: message/rfc822

        Message-ID: %s

        Dear
        --X--
        """
            .formatted(own, sent.getMessageID()));
    look();

    assertThat(Objects.requireNonNull(only(id).invitation()).state()).isEqualTo(MailState.BOUNCED);
    assertThat(Objects.requireNonNull(only(id).invitation()).said())
        .isEqualTo("552 5.2.2 mailbox full");
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
    invitations.send(id, true);

    String text = text(received(2).get(1)).replace("\r\n ", "");
    assertThat(text)
        .contains("DTSTART;TZID=Europe/Paris:20270322T090000")
        .contains("RRULE:FREQ=WEEKLY;BYDAY=MO")
        .contains("EXDATE;TZID=Europe/Paris:20270329T090000")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270405T090000")
        .contains("DTSTART;TZID=Europe/Paris:20270406T090000");
    List<VEvent> events = read(received(2).get(1)).getEvents();
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
    deliver(reply(id, guest, "ACCEPTED", 1, Instant.now()));
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
