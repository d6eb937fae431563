package eu.rempart.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.UploadService;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E-mails that go out, through a real mail server and past one that refuses. */
class SendingServiceTest extends WithMail {

  @Autowired private SendingService sending;
  @Autowired private AttachmentService attachments;
  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;
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
        .atMost(Patience.LONG)
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

  private Attachment brought(Known on, String name, byte[] content) throws Exception {
    return attachments.bring(on.ref(), name, content).orElseThrow();
  }

  private static Outgoing with(String to, Attachment... files) {
    return new Outgoing(to, "", "Offer", "As promised.", List.of(), List.of(files));
  }

  @Test
  void filesGoWithAMailAsTheyWereChosenAndStayOnTheTimeline() throws Exception {
    Known zoe = known("Zoe", "Files");
    byte[] words = "quinze".getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[3 << 20];
    new java.util.Random(7).nextBytes(large);
    Attachment text = brought(zoe, "Angebot für Zoë.txt", words);
    Attachment blob = brought(zoe, "plan.bin", large);
    assertThat(attachments.offered(zoe.ref())).containsExactlyInAnyOrder(text, blob);

    SERVERS.front().answer("451 4.7.1 later");
    sending.send(zoe.ref(), with(zoe.address(), text, blob));
    await().pollInSameThread().until(() -> content(on(zoe.ref()).getFirst()).reply() != null);
    UUID upload = uploads.begin("other.txt", 3, "").id();
    uploads.append(upload, 0, new ByteArrayInputStream(new byte[] {'n', 'e', 'w'}));
    documents.addFile(new DocumentId(java.util.Objects.requireNonNull(text.document())), upload);
    SERVERS.front().answer(null);
    sql("UPDATE email_dispatch SET due_at = now()");
    dispatcher.round();

    Email sent = sent(zoe.ref(), EmailState.SENT);
    assertThat(content(sent).attachments()).containsExactly(text, blob);
    MimeMultipart parts = (MimeMultipart) SERVERS.green().getReceivedMessages()[0].getContent();
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("As promised.");
    assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName()))
        .isEqualTo("Angebot für Zoë.txt");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
        .as("the version that was chosen")
        .isEqualTo(words);
    assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(large);
  }

  @Test
  void aMailWhoseFileIsGoneIsNotSentWithoutIt() throws Exception {
    Known zoe = known("Zoe", "Gone");
    Attachment text = brought(zoe, "a.txt", new byte[] {'a'});
    SERVERS.front().answer("451 4.7.1 later");
    sending.send(zoe.ref(), with(zoe.address(), text));
    await().pollInSameThread().until(() -> content(on(zoe.ref()).getFirst()).reply() != null);
    documents.archive(List.of(new DocumentId(java.util.Objects.requireNonNull(text.document()))));
    SERVERS.front().answer(null);
    sql("UPDATE email_dispatch SET due_at = now()");
    dispatcher.round();

    assertThat(content(sent(zoe.ref(), EmailState.FAILED)).reply()).isEqualTo("ATTACHMENT_GONE");
    assertThat(SERVERS.green().getReceivedMessages()).isEmpty();
  }

  @Test
  void filesThatAreTooLargeStrangeOrHiddenAreRefused() throws Exception {
    Known zoe = known("Zoe", "Large");
    Attachment eight = brought(zoe, "a.bin", new byte[8 << 20]);
    Attachment more = brought(zoe, "b.bin", new byte[8 << 20]);
    refused(zoe, Problem.TOO_LONG, eight, more);
    Attachment[] many = new Attachment[21];
    java.util.Arrays.fill(many, eight);
    refused(zoe, Problem.TOO_LONG, many);
    refused(
        zoe,
        Problem.BAD_REFERENCE,
        Attachment.sent("x", UUID.randomUUID(), java.util.Objects.requireNonNull(eight.file())));
    refused(zoe, Problem.BAD_REFERENCE, new Attachment("x", eight.document(), null));

    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known own = known("Own", "Record", eve.memberId());
    assertThatThrownBy(() -> as(eve, () -> sending.send(own.ref(), with(own.address(), eight))))
        .as("a file that she may not read")
        .isInstanceOf(InvalidFieldException.class);
    assertThat(as(eve, () -> attachments.offered(zoe.ref()))).isEmpty();
  }

  private void refused(Known about, Problem problem, Attachment... files) {
    assertThatThrownBy(() -> sending.send(about.ref(), with(about.address(), files)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            e -> {
              assertThat(e.field()).isEqualTo("email.compose.files");
              assertThat(e.problem()).isEqualTo(problem);
            });
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
