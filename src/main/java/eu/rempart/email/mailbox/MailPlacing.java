package eu.rempart.email.mailbox;

import eu.rempart.common.EmailAddress;
import eu.rempart.db.sealed.Opened;
import eu.rempart.document.Brought;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.UploadService;
import eu.rempart.email.AddressBook;
import eu.rempart.email.Attachment;
import eu.rempart.email.Attachment.Why;
import eu.rempart.email.Direction;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailService;
import eu.rempart.email.EmailState;
import eu.rempart.email.MessageIds;
import eu.rempart.email.NewEmail;
import eu.rempart.email.mime.MailHeads;
import eu.rempart.email.mime.ReceivedFile;
import eu.rempart.email.mime.ReceivedMail;
import eu.rempart.history.RecordRef;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the records that a mail belongs to, and lets it lie there with its files. */
@Component
class MailPlacing {

  private static final Set<String> BUSINESS = Set.of("deal", "quote");

  private final EmailService emails;
  private final AddressBook book;
  private final DocumentService documents;
  private final UploadService uploads;

  MailPlacing(
      EmailService emails, AddressBook book, DocumentService documents, UploadService uploads) {
    this.emails = emails;
    this.book = book;
    this.documents = documents;
    this.uploads = uploads;
  }

  /** Whether a mail is about anybody who is kept, by its headers alone. */
  boolean concerns(MimeMessage message, EmailAddress own) throws MessagingException {
    return !records(MailHeads.people(message), MailHeads.answers(message), own).isEmpty();
  }

  /** Whose addresses there are; and where the mails lie that it answers. */
  private Set<RecordRef> records(
      Collection<EmailAddress> people, List<String> answers, EmailAddress own) {
    Set<EmailAddress> others = new LinkedHashSet<>(people);
    others.remove(own);
    Set<RecordRef> records = new LinkedHashSet<>(book.find(others));
    boolean strangers = records.isEmpty();
    for (String answered : answers.reversed()) {
      for (Email email : sent(answered)) {
        // the answers of a deal or a quote lie on it; whom nobody knows is who answered
        if (strangers || BUSINESS.contains(email.about().kind())) {
          records.add(email.about());
        }
      }
    }
    return records;
  }

  private List<Email> sent(String messageId) {
    return MessageIds.mail(messageId).map(emails::ofMail).orElse(List.of()).stream()
        .filter(email -> messageId.equals(id(email)))
        .toList();
  }

  private static String id(Email email) {
    return email.content() instanceof Opened.Clear<EmailContent>(var content) && content != null
        ? content.messageId()
        : "";
  }

  /**
   * Lets a mail lie on its records, on which it does not lie already.
   *
   * @return whether there were any
   */
  boolean place(ReceivedMail mail, EmailAddress own) {
    if (!sent(mail.messageId()).isEmpty()) {
      return false; // sent from here, so it lies where it belongs
    }
    Set<EmailAddress> people = new LinkedHashSet<>(mail.to());
    people.addAll(mail.copies());
    if (mail.from() != null) {
      people.add(mail.from());
    }
    Set<RecordRef> records = records(people, mail.answers(), own);
    List<Email> known = emails.known(mail.at(), mail.messageId());
    known.forEach(email -> records.remove(email.about()));
    records.removeIf(record -> !emails.mayWrite(record));
    if (records.isEmpty()) {
      return false;
    }
    boolean mine = Objects.equals(mail.from(), own);
    List<Attachment> files =
        known.isEmpty()
            ? keep(mail.files(), records)
            : Objects.requireNonNull(known.getFirst().content().orNull()).attachments();
    NewEmail email =
        new NewEmail(
            known.isEmpty() ? UUID.randomUUID() : known.getFirst().mailId(),
            mine ? Direction.OUT : Direction.IN,
            mine ? EmailState.SENT : EmailState.RECEIVED,
            mail.at(),
            content(mail, files));
    return emails.file(email, records) > 0;
  }

  private static EmailContent content(ReceivedMail mail, List<Attachment> files) {
    return new EmailContent(
        mail.sender(),
        mail.to().stream().map(EmailAddress::value).toList(),
        mail.copies().stream().map(EmailAddress::value).toList(),
        mail.subject(),
        mail.text(),
        mail.html(),
        mail.messageId(),
        mail.answers(),
        null,
        files);
  }

  private List<Attachment> keep(List<ReceivedFile> files, Set<RecordRef> records) {
    List<Attachment> kept = new ArrayList<>();
    for (ReceivedFile file : files) {
      kept.add(keep(file, records));
    }
    return kept;
  }

  private Attachment keep(ReceivedFile file, Set<RecordRef> records) {
    List<RecordRef> about =
        records.stream().filter(record -> DocumentLinkService.isAbout(record.kind())).toList();
    byte[] content = file.content();
    if (content == null) {
      return new Attachment(file.name(), null, file.tooLarge() ? Why.TOO_LARGE : Why.BROKEN);
    }
    try {
      return documents.create(uploads.take(file.name(), content), null, about)
              instanceof Brought.Kept(var document)
          ? new Attachment(file.name(), document.id().value(), null)
          : new Attachment(file.name(), null, Why.BROKEN);
    } catch (FileRefusedException _) {
      return new Attachment(file.name(), null, Why.REFUSED);
    }
  }
}
