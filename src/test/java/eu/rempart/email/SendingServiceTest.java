package eu.rempart.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E-mails that go out, through a real mail server and past one that refuses. */
class SendingServiceTest extends WithMail {

  @Autowired private SendingService sending;
  @Autowired private Dispatcher dispatcher;
  @Autowired private ArchiveService archive;
  @Autowired private HistoryService history;
  @Autowired private DSLContext dsl;

  private static Outgoing mail(String to) {
    return new Outgoing(
        to, "", "Été\r\nBcc: evil@example.com", "Bonjour Zoë,\nà lundi.", List.of());
  }

  private Email sent(RecordRef record, EmailState state) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(() -> on(record).getFirst().state() == state);
    return on(record).getFirst();
  }

  @Test
  void aMailGoesOutInTheMembersNameAndLiesOnTheRecordsOfWhomItGoesTo() throws Exception {
    Known zoe = known("Zoe", "Client");
    CompanyId firm = firm("Client");
    RecordRef deal = ref(deal("Big one", firm));

    assertThat(sending.send(deal, mail("Zoë <" + zoe.address() + ">; " + zoe.address())))
        .isInstanceOf(Queued.Kept.class);
    Email onDeal = sent(deal, EmailState.SENT);
    Email onZoe = on(zoe.ref()).getFirst();

    assertThat(onZoe.mailId()).isEqualTo(onDeal.mailId());
    assertThat(content(onZoe).to()).containsExactly(zoe.address());
    assertThat(SERVERS.green().getReceivedMessages()).hasSize(1);
    MimeMessage message = SERVERS.green().getReceivedMessages()[0];
    assertThat(message.getFrom()[0].toString()).isEqualTo("Ada Admin <crm@firm.example>");
    assertThat(message.getReplyTo()[0].toString()).isEqualTo(ADMIN);
    assertThat(message.getSubject()).as("one line").isEqualTo("Été Bcc: evil@example.com");
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getContent().toString().replace("\r", "").strip())
        .isEqualTo("Bonjour Zoë,\nà lundi.");
    assertThat(message.getMessageID()).isEqualTo(content(onDeal).messageId());
    assertThat(message.getSentDate().toInstant()).isEqualTo(onDeal.at());
    assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("email_dispatch"))).isZero();
  }

  @Test
  void aRefusalIsShownWordForWordAndCanBeTriedAgain() {
    Known max = known("Max", "Gone");
    SERVERS.front().answer("550 5.1.1 <max> nobody of that name, ask postmaster");
    sending.send(max.ref(), mail(max.address()));
    Email failed = sent(max.ref(), EmailState.FAILED);
    assertThat(content(failed).reply())
        .isEqualTo("550 5.1.1 <max> nobody of that name, ask postmaster");
    assertThat(history.timeline(new RecordRef("email", failed.id().value()))).hasSize(2);

    SERVERS.front().answer(null);
    assertThat(sending.again(failed.id())).isTrue();
    Email sent = sent(max.ref(), EmailState.SENT);
    assertThat(content(sent).reply()).isNull();
    assertThat(SERVERS.green().getReceivedMessages()).hasSize(1);
    assertThat(sending.again(failed.id())).as("it is through").isFalse();
  }

  @Test
  void aServerThatIsBusyIsTriedAgainAndSaysWhyItWaits() {
    Known max = known("Max", "Grey");
    SERVERS.front().answer("451 4.7.1 greylisted, come back");
    sending.send(max.ref(), mail(max.address()));
    await()
        .pollInSameThread()
        .until(
            () ->
                "451 4.7.1 greylisted, come back"
                    .equals(content(on(max.ref()).getFirst()).reply()));
    assertThat(on(max.ref()).getFirst().state()).isEqualTo(EmailState.WAITING);

    SERVERS.front().answer(null);
    sql("UPDATE email_dispatch SET due_at = now()");
    dispatcher.round();
    sent(max.ref(), EmailState.SENT);
  }

  @Test
  void aMailThatIsArchivedBeforeItGoesIsNotSent() {
    Known max = known("Max", "Early");
    SERVERS.front().answer("451 4.7.1 later");
    sending.send(max.ref(), mail(max.address()));
    await().pollInSameThread().until(() -> content(on(max.ref()).getFirst()).reply() != null);
    emails.archive(on(max.ref()).getFirst().id());
    SERVERS.front().answer(null);
    sql("UPDATE email_dispatch SET due_at = now()");
    dispatcher.round();

    assertThat(SERVERS.green().getReceivedMessages()).isEmpty();
  }

  @Test
  void whatCanNotBeSentIsRefusedByName() {
    Known zoe = known("Zoe", "Strict");
    assertThat(sending.send(zoe.ref(), mail(zoe.address() + ", not an address")))
        .isEqualTo(new Queued.BadAddress("not an address"));
    assertThatThrownBy(() -> sending.send(zoe.ref(), mail(" ; ")))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("email.compose.to");
    Outgoing empty = new Outgoing(zoe.address(), "", "Hello", " ", List.of());
    assertThatThrownBy(() -> sending.send(zoe.ref(), empty))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("email.field.body");
    assertThat(on(zoe.ref())).isEmpty();
  }

  @Test
  void whoMayNotSeeTheRecordSeesNoMailOfItAndWritesNone() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hidden = known("Hid", "Den", admin().memberId());
    sending.send(hidden.ref(), mail(hidden.address()));
    Email mail = sent(hidden.ref(), EmailState.SENT);

    assertThat(as(eve, () -> on(hidden.ref()))).isEmpty();
    assertThat(as(eve, () -> emails.find(mail.id()))).isEmpty();
    assertThat(as(eve, () -> emails.ofMail(mail.mailId()))).isEmpty();
    assertThat(as(eve, () -> history.name(new RecordRef("email", mail.id().value())))).isEmpty();
    assertThat(as(eve, () -> sending.send(hidden.ref(), mail("x@client.example"))))
        .isInstanceOf(Queued.Gone.class);
    assertThat(as(eve, () -> sending.again(mail.id()))).isFalse();
    actAs(Role.READER);
    assertThatThrownBy(() -> sending.send(hidden.ref(), mail(hidden.address())))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void mailsGoToTheBinAndComeBackWithTheirRecord() {
    Known zoe = known("Zoe", "Bin");
    sending.send(zoe.ref(), mail(zoe.address()));
    sent(zoe.ref(), EmailState.SENT);

    UUID change = contacts.archive(List.of(new ContactId(zoe.ref().id())));
    assertThat(on(zoe.ref())).isEmpty();
    archive.undo(change);
    assertThat(on(zoe.ref())).hasSize(1);
  }

  @Test
  void aDumpTellsNothingOfAMail() {
    Known zoe = known("Zoe", "Sealed");
    sending.send(zoe.ref(), mail(zoe.address()));
    sent(zoe.ref(), EmailState.SENT);

    String dump =
        dsl.fetch("SELECT to_jsonb(e)::text FROM email e").formatCSV()
            + dsl.fetch("SELECT to_jsonb(e)::text FROM email_history e").formatCSV();
    assertThat(dump)
        .contains("SENT")
        .doesNotContain(zoe.address(), "Bonjour", "firm.example", "Ada Admin");
  }
}
