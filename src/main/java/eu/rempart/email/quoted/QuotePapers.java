package eu.rempart.email.quoted;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.TimelineKey;
import eu.rempart.db.sealed.Opened;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.email.Attachment;
import eu.rempart.email.Direction;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailService;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteState;
import eu.rempart.quote.pdf.QuoteDocumentService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The documents of quotes, as they go out with mails (decision record 0188). */
@Component
public class QuotePapers {

  /** So many of the last mails are asked whether the document went out with them. */
  private static final int LOOKED_AT = 50;

  private final QuoteService quotes;
  private final QuoteDocumentService documents;
  private final AttachmentService attachments;
  private final EmailService emails;
  private final CurrentMember member;
  private final Rights rights;

  QuotePapers(
      QuoteService quotes,
      QuoteDocumentService documents,
      AttachmentService attachments,
      EmailService emails,
      CurrentMember member,
      Rights rights) {
    this.quotes = quotes;
    this.documents = documents;
    this.attachments = attachments;
    this.emails = emails;
    this.member = member;
    this.rights = rights;
  }

  /** What the document of an issued quote is called; empty for all else. */
  public Optional<String> title(RecordRef about) {
    return issued(about).map(QuotePapers::title);
  }

  private static String title(Quote quote) {
    return QuoteDocumentService.title(
        quote.data().language(), String.valueOf(quote.standing().number()));
  }

  /**
   * The document of a quote, to be shown before it is kept; empty where it is no issued quote, or
   * another took its place, or not all of it is shown to whoever acts on this thread, or they may
   * keep no documents.
   */
  public Optional<Attachment> offered(RecordRef about) {
    return issued(about)
        .filter(quote -> quote.standing().kept() != QuoteState.REVISED)
        .filter(quote -> quote.unreadable().isEmpty())
        .filter(_ -> QuoteField.onPaper(member.rights().hidden(QuoteRecords.KIND)).isEmpty())
        .filter(_ -> member.may(Right.WRITE_RECORDS, "document"))
        .map(quote -> Attachment.quote(title(quote) + ".pdf", quote.id().value()));
  }

  private Optional<Quote> issued(RecordRef about) {
    return about.kind().equals(QuoteRecords.KIND)
        ? quotes
            .find(new QuoteId(about.id()))
            .filter(quote -> quote.standing().kept().issued())
            .filter(quote -> quote.standing().number() != null)
        : Optional.empty();
  }

  /**
   * Keeps those of these that are still to be kept, as documents of what the quote is about.
   *
   * @throws InvalidFieldException where a quote is gone or is no issued one, or another took its
   *     place, or where its document is not taken as a file
   * @throws eu.rempart.account.NotPermittedException for who is not shown all of it, or may keep no
   *     documents
   */
  public List<Attachment> kept(RecordRef about, List<Attachment> files) {
    return files.stream().map(each -> each.pending() ? kept(about, each) : each).toList();
  }

  private Attachment kept(RecordRef about, Attachment pending) {
    // as where it is offered: a form may have been open for long, and what went out lies there
    Set<String> hidden = QuoteField.onPaper(rights.hidden(QuoteRecords.KIND));
    if (!hidden.isEmpty()) {
      rights.requireColumns(QuoteRecords.KIND, hidden);
    }
    rights.require(Right.WRITE_RECORDS, "document");
    Quote quote =
        issued(about)
            .filter(found -> found.id().value().equals(pending.quote()))
            .filter(found -> found.standing().kept() != QuoteState.REVISED)
            .orElseThrow(QuotePapers::gone);
    UUID id = quote.id().value();
    return sentBefore(about, id).orElseGet(() -> made(about, quote)).as(id);
  }

  private static InvalidFieldException gone() {
    return new InvalidFieldException(AttachmentService.FIELD, Problem.BAD_REFERENCE);
  }

  /** What went out with one of the last mails. */
  private Optional<Attachment> sentBefore(RecordRef about, UUID quote) {
    List<UUID> mails = emails.keys(about, null, LOOKED_AT).stream().map(TimelineKey::id).toList();
    return emails.findAll(mails).values().stream()
        .filter(mail -> mail.direction() == Direction.OUT)
        .flatMap(QuotePapers::attached)
        .filter(each -> quote.equals(each.quote()))
        .filter(attachments::isThere)
        .findFirst();
  }

  private static Stream<Attachment> attached(Email mail) {
    return mail.content() instanceof Opened.Clear<EmailContent>(var content) && content != null
        ? content.attachments().stream()
        : Stream.empty();
  }

  private Attachment made(RecordRef about, Quote quote) {
    byte[] pdf = documents.pdf(quote.id()).orElseThrow(QuotePapers::gone);
    try {
      return attachments.bring(about, title(quote) + ".pdf", pdf).orElseThrow(QuotePapers::gone);
    } catch (FileRefusedException e) {
      var refused = new InvalidFieldException(AttachmentService.FIELD, Problem.TOO_LONG);
      refused.initCause(e);
      throw refused;
    }
  }
}
