package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.deal.DealContactService;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.email.Attachment;
import eu.rempart.email.Direction;
import eu.rempart.email.Email;
import eu.rempart.email.EmailState;
import eu.rempart.email.Outgoing;
import eu.rempart.email.SendingService;
import eu.rempart.history.RecordRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mailboxes on a real server, over IMAP with TLS. */
class MailboxTest extends WithMailbox {

  @Autowired private SendingService sending;
  @Autowired private DocumentService documents;
  @Autowired private DealContactService people;
  @Autowired private DSLContext dsl;

  @Test
  void mailsOfContactsFileThemselvesOnceAndOthersAreNotKept() throws Exception {
    Known zoe = known("Zoe", "Writes");
    Known kim = known("Kim", "Reads");
    deliver(mail(zoe.address(), own + ", " + kim.address(), said("a" + zoe.id(), "Hello")));
    deliver(mail("spam@stranger.example", own, said("b" + zoe.id(), "Buy")));
    Mailbox looked = look();

    assertThat(looked.fault()).isNull();
    assertThat(looked.filed()).isEqualTo(1);
    Email email = on(zoe.ref()).getFirst();
    assertThat(on(kim.ref())).singleElement().extracting(Email::mailId).isEqualTo(email.mailId());
    assertThat(email.direction()).isEqualTo(Direction.IN);
    assertThat(email.state()).isEqualTo(EmailState.RECEIVED);
    assertThat(content(email).text()).isEqualTo("Hello");

    deliver(mail(own, zoe.address(), said("c" + zoe.id(), "Thanks")));
    look();
    sql("UPDATE mailbox SET uid_validity = 1, last_uid = 0"); // the server numbers anew
    look();
    assertThat(on(zoe.ref())).hasSize(2);
    assertThat(on(zoe.ref())).extracting(Email::direction).contains(Direction.OUT);
  }

  @Test
  void anAnswerLiesOnTheDealOfTheMailThatItAnswers() throws Exception {
    Known zoe = known("Zoe", "Deals");
    var deal = deal("Big", firm("Client"));
    people.add(deal, zoe.id(), null);
    sending.send(ref(deal), new Outgoing(zoe.address(), "", "Offer", "Dear", List.of()));
    await().pollInSameThread().until(() -> on(ref(deal)).getFirst().state() == EmailState.SENT);
    String sent = content(on(ref(deal)).getFirst()).messageId();
    deliver(mail(zoe.address(), own, "In-Reply-To: " + sent + "\n" + said("r" + zoe.id(), "Yes")));
    deliver(
        mail(
            "zoe.private@other.example",
            own,
            "References: " + sent + "\n" + said("s" + zoe.id(), "From home")));
    look();

    assertThat(on(ref(deal)))
        .extracting(email -> content(email).text())
        .contains("Yes", "From home");
    assertThat(on(zoe.ref()))
        .extracting(email -> content(email).text())
        .contains("Yes", "From home", "Dear");
  }

  @Test
  void aMailThatCameBackIsMarkedWithWhatTheServerSaid() throws Exception {
    Known zoe = known("Zoe", "Bounces");
    sending.send(zoe.ref(), new Outgoing(zoe.address(), "", "Offer", "Dear", List.of()));
    await().pollInSameThread().until(() -> on(zoe.ref()).getFirst().state() == EmailState.SENT);
    deliver(
        """
        From: MAILER-DAEMON@client.example
        To: %s
        Content-Type: multipart/report; report-type=delivery-status; boundary=X

        --X
        Content-Type: text/plain

        Sorry.
        --X
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.client.example

        Action: failed
        Status: 5.2.2
        Diagnostic-Code: smtp; 552 5.2.2 mailbox full
        --X
        Content-Type: message/rfc822

        Message-ID: %s

        Dear
        --X--
        """
            .formatted(own, content(on(zoe.ref()).getFirst()).messageId()));
    look();

    Email back = on(zoe.ref()).getFirst();
    assertThat(back.state()).isEqualTo(EmailState.BOUNCED);
    assertThat(content(back).reply()).isEqualTo("552 5.2.2 mailbox full");
  }

  @Test
  void filesBecomeDocumentsOfTheRecordsAndHugeMailsAreFiledWithoutThem() throws Exception {
    Known zoe = known("Zoe", "Files");
    String files =
        """
        Message-ID: <%s@client.example>
        Subject: Files
        Content-Type: multipart/mixed; boundary=X

        --X

        See
        --X
        Content-Type: text/plain
        Content-Disposition: attachment; filename="plan.txt"
        Content-Transfer-Encoding: base64

        %s
        --X--
        """;
    deliver(
        mail(
            zoe.address(),
            own,
            files.formatted(
                "f" + zoe.id(),
                Base64.getMimeEncoder()
                    .encodeToString("the plan".getBytes(StandardCharsets.UTF_8)))));
    look();
    Attachment kept = content(on(zoe.ref()).getFirst()).attachments().getFirst();
    assertThat(kept.name()).isEqualTo("plan.txt");
    assertThat(documents.find(new DocumentId(java.util.Objects.requireNonNull(kept.document()))))
        .isPresent();

    deliver(
        mail(
            zoe.address(),
            own,
            files.formatted(
                "g" + zoe.id(), Base64.getMimeEncoder().encodeToString(new byte[45_000_000]))));
    Mailbox looked = look();
    assertThat(looked.fault()).as(String.valueOf(looked.said())).isNull();
    assertThat(looked.filed()).isEqualTo(2);
    assertThat(on(zoe.ref()))
        .filteredOn(email -> content(email).messageId().startsWith("<g"))
        .singleElement()
        .satisfies(
            email -> {
              assertThat(content(email).text()).isEqualTo("See");
              assertThat(content(email).attachments())
                  .as("named, and not kept")
                  .singleElement()
                  .satisfies(each -> assertThat(each.name()).isEqualTo("plan.txt"))
                  .satisfies(each -> assertThat(each.document()).isNull());
            });
  }

  @Test
  void nobodyReachesSomebodyElsesMailboxAndADumpTellsNothing() {
    look();
    MailboxId id = mailboxes.mine().getFirst().id();
    SignedInMember max = join(Role.MANAGER);
    assertThat(as(max, mailboxes::mine)).isEmpty();
    assertThat(as(max, () -> mailboxes.save(id, data()))).isFalse();
    as(
        max,
        () -> {
          mailboxes.remove(id);
          return true;
        });
    assertThat(mailboxes.mine()).hasSize(1);
    assertThat(dsl.fetch("SELECT to_jsonb(m)::text FROM mailbox m").formatCSV())
        .doesNotContain("localhost", own, SECRET, "INBOX");
  }

  @Test
  void mailsAreFiledWithTheRightsOfWhoseMailboxItIs() throws Exception {
    Known hidden = known("Hid", "Den", admin().memberId());
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hers = known("Her", "Own", eve.memberId());
    deliver(mail(hidden.address(), own, said("h" + hidden.id(), "Secret")));
    deliver(mail(hers.address(), own, said("i" + hers.id(), "Hello")));
    repository.insert(
        new MailboxId(UUID.randomUUID()),
        eve.memberId(),
        data(),
        java.time.Instant.now().minusSeconds(86_400));
    rounds.look(eve);
    admin();

    assertThat(on(hidden.ref())).isEmpty();
    assertThat(on(hers.ref())).hasSize(1);
    RecordRef record = hers.ref();
    sessions.end(eve.signIn(), SessionEnd.SIGNED_OUT);
    deliver(mail(hers.address(), own, said("j" + hers.id(), "Later")));
    rounds.look(eve);
    admin();
    assertThat(on(record)).as("nobody is signed in for it").hasSize(1);
  }
}
