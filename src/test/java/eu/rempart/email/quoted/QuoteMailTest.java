package eu.rempart.email.quoted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.TimelineKey;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.DealId;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.email.Addressee;
import eu.rempart.email.Addressees;
import eu.rempart.email.Attachment;
import eu.rempart.email.Email;
import eu.rempart.email.EmailState;
import eu.rempart.email.Outgoing;
import eu.rempart.email.Queued;
import eu.rempart.email.SendingService;
import eu.rempart.email.WithQuotesToSend;
import eu.rempart.email.template.FieldService;
import eu.rempart.email.template.TemplateField;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteStep;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotes that go out by mail, with their document. */
class QuoteMailTest extends WithQuotesToSend {

  @Autowired private SendingService sending;
  @Autowired private QuotePapers papers;
  @Autowired private Addressees addressees;
  @Autowired private FieldService fields;
  @Autowired private DocumentService documents;
  @Autowired private DocumentLinkService filed;
  @Autowired private DraftService drafts;
  @Autowired private ArchiveService archive;

  private static Outgoing mail(String to, Attachment... files) {
    return new Outgoing(to, "", "Votre devis", "Bonjour, voici.", List.of(), List.of(files));
  }

  private Attachment paper(Quote quote) {
    return papers.offered(ref(quote)).orElseThrow();
  }

  private Email sent(RecordRef record) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(() -> on(record).stream().allMatch(each -> each.state() == EmailState.SENT));
    return on(record).getFirst();
  }

  private List<UUID> documentsOf(RecordRef record) {
    return filed.keys(record, null, 10).stream().map(TimelineKey::id).toList();
  }

  @Test
  void aQuoteGoesOutAsIssuedAndItsMailLiesOnAllThatItIsAbout() throws Exception {
    Known zoe = known("Zoe", "Quoted");
    CompanyId firm = firm("Quoted");
    DealId deal = deal("Roofs", firm);
    Quote quote = issued("Roof", zoe, firm, deal, null);
    assertThat(addressees.of(ref(quote)))
        .extracting(Addressee::address)
        .containsExactly(zoe.address());

    assertThat(sending.send(ref(quote), mail(zoe.address(), paper(quote))))
        .isInstanceOf(Queued.Kept.class);
    Email onQuote = sent(ref(quote));
    RecordRef company = new RecordRef("company", firm.value());
    for (RecordRef each : List.of(ref(deal), zoe.ref(), company)) {
      assertThat(on(each))
          .as(each.kind())
          .singleElement()
          .extracting(Email::mailId)
          .isEqualTo(onQuote.mailId());
      assertThat(documentsOf(each)).as(each.kind()).hasSize(1);
    }

    MimeMultipart parts = (MimeMultipart) SERVERS.green().getReceivedMessages()[0].getContent();
    BodyPart pdf = parts.getBodyPart(1);
    assertThat(pdf.getFileName()).isEqualTo("Devis " + number(quote) + ".pdf");
    try (PDDocument read = Loader.loadPDF(pdf.getInputStream().readAllBytes())) {
      assertThat(new PDFTextStripper().getText(read))
          .contains("Devis " + number(quote), "Tiles", "Ateliers Dupré SAS");
    }
    assertThat(content(onQuote).attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.quote()).isEqualTo(quote.id().value()))
        .satisfies(file -> assertThat(documentsOf(ref(deal))).containsExactly(file.document()));
  }

  @Test
  void theDocumentThatWentOutGoesOutAgainAsLongAsItIsThere() {
    Known zoe = known("Zoe", "Twice");
    Quote quote = issued("Twice", zoe, null, null, null);
    sending.send(ref(quote), mail(zoe.address(), paper(quote)));
    Attachment first = content(sent(ref(quote))).attachments().getFirst();
    sending.send(ref(quote), mail(zoe.address(), paper(quote)));
    sent(ref(quote));
    assertThat(on(ref(quote))).hasSize(2);
    assertThat(on(ref(quote)))
        .allSatisfy(each -> assertThat(content(each).attachments()).containsExactly(first));
    assertThat(documentsOf(zoe.ref())).hasSize(1);

    documents.archive(List.of(new DocumentId(Objects.requireNonNull(first.document()))));
    sending.send(ref(quote), mail(zoe.address(), paper(quote)));
    sent(ref(quote));
    assertThat(documentsOf(zoe.ref())).hasSize(1).doesNotContain(first.document());
  }

  @Test
  void whatIsRefusedLeavesNoDocumentBehind() {
    Known zoe = known("Zoe", "Refused");
    Quote quote = issued("Refused", zoe, null, null, null);
    Attachment paper = paper(quote);
    assertThat(sending.send(ref(quote), mail("nobody", paper)))
        .isInstanceOf(Queued.BadAddress.class);
    Outgoing empty = new Outgoing(zoe.address(), "", "Devis", " ", List.of(), List.of(paper));
    assertThatThrownBy(() -> sending.send(ref(quote), empty))
        .isInstanceOf(InvalidFieldException.class);
    assertThat(documentsOf(zoe.ref())).isEmpty();
    assertThat(on(ref(quote))).isEmpty();
  }

  @Test
  void draftsAndOtherQuotesHaveNoDocumentToSend() {
    Known zoe = known("Zoe", "Draft");
    QuoteId draft = draft("Draft", zoe, null, null, null);
    RecordRef about = new RecordRef("quote", draft.value());
    assertThat(papers.offered(about)).isEmpty();
    assertThat(papers.offered(zoe.ref())).isEmpty();
    refused(about, Attachment.quote("Devis.pdf", draft.value()));
    Quote other = issued("Other", zoe, null, null, null);
    refused(ref(other), Attachment.quote("Devis.pdf", draft.value()));
    refused(zoe.ref(), Attachment.quote("Devis.pdf", other.id().value()));
  }

  private void refused(RecordRef about, Attachment file) {
    assertThatThrownBy(() -> sending.send(about, mail("x@client.example", file)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            e -> assertThat(e.field()).isEqualTo("email.compose.files"));
  }

  @Test
  void whoDoesNotSeeTheQuoteSeesNoMailOnItAndSendsNone() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hers = known("Her", "Own", eve.memberId());
    Quote hidden = issued("Hidden", hers, null, null, admin().memberId());
    Attachment paper = paper(hidden);
    sending.send(ref(hidden), mail(hers.address(), paper));
    Email mail = sent(ref(hidden));

    assertThat(as(eve, () -> on(ref(hidden)))).isEmpty();
    assertThat(as(eve, () -> emails.find(mail.id()))).isEmpty();
    assertThat(as(eve, () -> emails.mayWrite(ref(hidden)))).isFalse();
    assertThat(as(eve, () -> papers.offered(ref(hidden)))).isEmpty();
    assertThat(as(eve, () -> addressees.of(ref(hidden)))).isEmpty();
    assertThat(as(eve, () -> on(hers.ref()))).as("what was written to her contact").hasSize(1);
    assertThat(as(eve, () -> sending.send(ref(hidden), mail("x@client.example"))))
        .isInstanceOf(Queued.Gone.class);
  }

  @Test
  void aQuoteIsSentWholeOrNotAtAll() {
    Known zoe = known("Zoe", "Whole");
    Quote quote = issued("Whole", zoe, null, null, null);
    Attachment paper = paper(quote);
    SignedInMember blind =
        narrowed(Role.MEMBER, without("quote", Map.of("terms", FieldRule.HIDDEN)));
    assertThat(as(blind, () -> papers.offered(ref(quote)))).isEmpty();
    assertThatThrownBy(() -> as(blind, () -> sending.send(ref(quote), mail(zoe.address(), paper))))
        .isInstanceOf(NotPermittedException.class);
    assertThat(on(ref(quote))).isEmpty();

    sending.send(ref(quote), mail(zoe.address(), paper));
    sent(ref(quote));
    assertThatThrownBy(() -> as(blind, () -> sending.send(ref(quote), mail(zoe.address(), paper))))
        .as("although its document is kept already")
        .isInstanceOf(NotPermittedException.class);
    assertThat(on(ref(quote))).hasSize(1);
  }

  @Test
  void aQuoteWhosePlaceAnotherTookGoesOutNoMoreFromAFormThatWasOpen() {
    Known zoe = known("Zoe", "Revised");
    Quote quote = issued("Revised", zoe, null, null, null);
    Attachment paper = paper(quote);
    sending.send(ref(quote), mail(zoe.address(), paper));
    sent(ref(quote));
    issue(((QuoteStep.Done) steps.revise(quote.id(), quote.version())).quote().id());

    refused(ref(quote), paper);
    assertThat(on(ref(quote))).hasSize(1);
  }

  @Test
  void whatSomebodyBeganToWriteOnTheirOwnQuoteIsThereAgain() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hers = known("Her", "Draft", eve.memberId());
    Quote own = issued("Own", hers, null, null, eve.memberId());
    DraftKey key = new DraftKey("email", own.id().value());
    Outgoing nothing = new Outgoing("", "", "", "", List.of());
    Attachment paper = as(eve, () -> paper(own));
    as(
        eve,
        () -> {
          drafts.keep(key, 0, nothing, mail(hers.address(), paper));
          return true;
        });
    assertThat(as(eve, () -> drafts.find(key, Outgoing.class)))
        .hasValueSatisfying(draft -> assertThat(draft.typed().files()).containsExactly(paper));
  }

  @Test
  void aMailLeavesAQuoteForTheBinAndComesBack() {
    Known zoe = known("Zoe", "Bin");
    Quote quote = issued("Bin", zoe, null, null, null);
    sending.send(ref(quote), mail(zoe.address()));
    UUID change = emails.archive(sent(ref(quote)).id());
    assertThat(on(ref(quote))).isEmpty();
    assertThat(on(zoe.ref())).as("where it lies besides").hasSize(1);
    archive.undo(change);
    assertThat(on(ref(quote))).hasSize(1);
  }

  private Map<TemplateField, String> filled(RecordRef about) {
    return fields.values(about, null, Locale.ENGLISH, (field, value) -> value).fixed();
  }

  @Test
  void aTemplateIsFilledFromTheQuoteAndWhatItIsAbout() {
    Known zoe = known("Zoe", "Filled");
    CompanyId firm = firm("Filled Ltd");
    Quote quote = issued("Roof of Zoe", zoe, firm, deal("Roofs of Zoe", firm), null);
    Map<TemplateField, String> values = filled(ref(quote));
    assertThat(values)
        .containsEntry(TemplateField.QUOTE_NUMBER, number(quote))
        .containsEntry(TemplateField.QUOTE_TITLE, "Roof of Zoe")
        .containsEntry(TemplateField.CONTACT_NAME, "Zoe Filled")
        .containsEntry(TemplateField.COMPANY_NAME, "Filled Ltd")
        .containsEntry(TemplateField.DEAL_NAME, "Roofs of Zoe")
        .containsKey(TemplateField.QUOTE_TOTAL)
        .doesNotContainKey(TemplateField.QUOTE_VALID_UNTIL);
    assertThat(filled(zoe.ref())).doesNotContainKey(TemplateField.QUOTE_NUMBER);
  }
}
