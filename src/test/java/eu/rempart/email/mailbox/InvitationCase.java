package eu.rempart.email.mailbox;

import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import eu.rempart.Patience;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.Attendee;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.InvitationService;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings that are told of by mail, and what comes back, with real servers. */
abstract class InvitationCase extends WithMailbox {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final LocalDateTime NINE = LocalDateTime.of(2027, 3, 22, 9, 0);

  @Autowired ActivityService activities;
  @Autowired AttendeeService attendees;
  @Autowired MeetingService meetings;
  @Autowired InvitationService invitations;
  @Autowired SeriesService series;
  @Autowired DSLContext dsl;

  /** What a server that was busy left in the queue is no next test's. */
  @AfterEach
  void emptyQueue() {
    sql("DELETE FROM email_dispatch");
    sql("DELETE FROM invitation_mail");
  }

  ActivityDataBuilder draft() {
    return ActivityData.builder()
        .kind(ActivityKind.MEETING)
        .subject("Réunion; de lancement")
        .place("Kai 7, Köln")
        .minutes(90)
        .ownerId(admin().memberId())
        .when(When.at(NINE, PARIS));
  }

  static Attendees bare(String... addresses) {
    return new Attendees(List.of(), List.of(), List.of(addresses));
  }

  static String address() {
    return "guest-" + UUID.randomUUID() + "@other.example";
  }

  ActivityId invite(ActivityData data, Attendees asked) {
    return meetings.create(new MeetingService.Typed(data, ActivityLinks.NONE, asked, true));
  }

  void save(ActivityId id, ActivityData after, Attendees asked, boolean invite) {
    Activity now = activities.find(id).orElseThrow();
    meetings.save(
        id,
        now.version(),
        now.data(),
        now.links(),
        attendees.asked(id),
        new MeetingService.Typed(after, now.links(), asked, invite));
  }

  List<MimeMessage> received(int count) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(() -> SERVERS.green().getReceivedMessages().length >= count);
    return Arrays.asList(SERVERS.green().getReceivedMessages());
  }

  void settled(ActivityId id, MailState state) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(
            () ->
                attendees.of(id).stream()
                    .map(Attendee::invitation)
                    .allMatch(sent -> sent != null && sent.state() == state));
  }

  static String to(MimeMessage message) throws Exception {
    return message.getAllRecipients()[0].toString();
  }

  /** The last one that went to an address. */
  static MimeMessage last(List<MimeMessage> mails, String address) {
    return mails.stream()
        .filter(mail -> uncheckedTo(mail).equals(address))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  static Part calendar(MimeMessage message) throws Exception {
    Multipart mixed = (Multipart) message.getContent();
    Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
    return alternatives.getBodyPart(1);
  }

  static String text(MimeMessage message) throws Exception {
    return new String(calendar(message).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static ICalendar read(MimeMessage message) throws Exception {
    return Biweekly.parse(text(message)).first();
  }

  Attendee only(ActivityId id) {
    return attendees.of(id).getFirst();
  }

  String reply(ActivityId id, String from, String partstat, int sequence, Instant stamp) {
    return reply(id.value() + "@rempart", from, from, partstat, sequence, stamp);
  }

  String reply(
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

  static String uncheckedTo(MimeMessage mail) {
    try {
      return to(mail);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
