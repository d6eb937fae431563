package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendee;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.activity.meeting.Attendees;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers to invitations that come back over IMAP. */
class AnswersByMailTest extends InvitationCase {

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
}
