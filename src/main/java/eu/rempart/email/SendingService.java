package eu.rempart.email;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Member;
import eu.rempart.account.ProfileService;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.Opened;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.email.quoted.QuotePapers;
import eu.rempart.email.quoted.QuoteRecords;
import eu.rempart.history.RecordRef;
import eu.rempart.mail.Courier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The door for e-mails that go out. Every method needs a right, and throws where it is missing. */
@Service
public class SendingService {

  /** Most people that one mail goes to: this is no place for mailings. */
  public static final int MOST_RECIPIENTS = 50;

  private final EmailService emails;
  private final EmailRepository repository;
  private final MailQueue queue;
  private final AddressBook book;
  private final AttachmentService attachments;
  private final QuotePapers papers;
  private final QuoteRecords quotes;
  private final Courier courier;
  private final ProfileService profile;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final Clock clock;

  SendingService(
      EmailService emails,
      EmailRepository repository,
      MailQueue queue,
      AddressBook book,
      AttachmentService attachments,
      QuotePapers papers,
      QuoteRecords quotes,
      Courier courier,
      ProfileService profile,
      Writes writes,
      Rights rights,
      CurrentMember current,
      ObjectProvider<Clock> clock) {
    this.emails = emails;
    this.repository = repository;
    this.queue = queue;
    this.book = book;
    this.attachments = attachments;
    this.papers = papers;
    this.quotes = quotes;
    this.courier = courier;
    this.profile = profile;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  /** Whether there is a mail server to send through. */
  public boolean enabled() {
    rights.require(Right.READ_RECORDS);
    return courier.enabled();
  }

  /**
   * Keeps a mail, on the record that it is written from, on those that a quote is about and on
   * those of whom it goes to, and sends it soon.
   *
   * @throws InvalidFieldException where there is nobody to send it to or nothing to send, or where
   *     something is longer than what is kept; for files see {@link AttachmentService#checked}
   */
  public Queued send(RecordRef about, Outgoing typed) {
    rights.require(Right.WRITE_RECORDS);
    List<EmailAddress> to = new ArrayList<>();
    List<EmailAddress> copies = new ArrayList<>();
    Optional<String> bad = read(typed.to(), to).or(() -> read(typed.copies(), copies));
    if (bad.isPresent()) {
      return new Queued.BadAddress(bad.get());
    }
    check(to, copies, typed);
    List<Attachment> chosen =
        attachments.checked(typed.files().stream().filter(each -> !each.pending()).toList());
    if (!courier.enabled()) {
      return new Queued.NoServer();
    }
    if (!emails.mayWrite(about)) {
      return new Queued.Gone(); // what one may not read is as good as gone
    }
    // only now: what is refused leaves no document behind
    List<Attachment> files =
        chosen.size() == typed.files().size()
            ? chosen
            : attachments.checked(papers.kept(about, typed.files()));
    UUID mailId = UUID.randomUUID();
    NewEmail mail =
        new NewEmail(
            mailId,
            Direction.OUT,
            EmailState.WAITING,
            clock.instant(),
            content(mailId, to, copies, typed, files));
    return keep(mail, records(about, to, copies)) ? new Queued.Kept(mailId) : new Queued.Gone();
  }

  private boolean keep(NewEmail mail, Set<RecordRef> records) {
    try {
      writes.run(
          EmailReasons.FILED,
          change -> {
            emails.file(mail, records);
            queue.put(mail.mailId(), current.id());
          });
      return true;
    } catch (DataIntegrityViolationException _) {
      return false; // the record went to the bin meanwhile
    }
  }

  private Set<RecordRef> records(
      RecordRef about, List<EmailAddress> to, List<EmailAddress> copies) {
    Set<RecordRef> records = new LinkedHashSet<>(List.of(about));
    records.addAll(quotes.around(about));
    if (book.isReady()) {
      List<EmailAddress> all = new ArrayList<>(to);
      all.addAll(copies);
      records.addAll(book.find(all));
    }
    return records;
  }

  private EmailContent content(
      UUID mailId,
      List<EmailAddress> to,
      List<EmailAddress> copies,
      Outgoing typed,
      List<Attachment> files) {
    Member me = profile.me().orElseThrow();
    return new EmailContent(
        new Sender(text(me.name()), text(me.email())).text(),
        to.stream().map(EmailAddress::value).toList(),
        copies.stream().map(EmailAddress::value).toList(),
        InvisibleMarks.strip(typed.subject()).strip(),
        typed.text().strip(),
        null,
        MessageIds.of(mailId, courier.domain()),
        typed.answers(),
        null,
        files);
  }

  private static String text(Opened<String> opened) {
    return opened.or("");
  }

  /** Adds the addresses of a text; the first that is none, if there is one. */
  private static Optional<String> read(String text, List<EmailAddress> into) {
    for (String one : Sender.parts(text)) {
      Optional<EmailAddress> address = EmailAddress.parse(Sender.of(one).address());
      if (address.isEmpty()) {
        return Optional.of(one);
      }
      if (!into.contains(address.get())) {
        into.add(address.get());
      }
    }
    return Optional.empty();
  }

  private static void check(List<EmailAddress> to, List<EmailAddress> copies, Outgoing typed) {
    if (to.isEmpty()) {
      throw new InvalidFieldException("email.compose.to", Problem.REQUIRED);
    }
    if (to.size() + copies.size() > MOST_RECIPIENTS) {
      throw new InvalidFieldException("email.compose.to", Problem.TOO_LONG);
    }
    if (typed.subject().isBlank()) {
      throw new InvalidFieldException("email.field.subject", Problem.REQUIRED);
    }
    if (typed.subject().length() > EmailContent.MAX_SUBJECT) {
      throw new InvalidFieldException("email.field.subject", Problem.TOO_LONG);
    }
    if (typed.text().isBlank()) {
      throw new InvalidFieldException("email.field.body", Problem.REQUIRED);
    }
    if (typed.text().length() > EmailContent.MAX_TEXT) {
      throw new InvalidFieldException("email.field.body", Problem.TOO_LONG);
    }
  }

  /**
   * Sends a mail once more that was not taken; false where it is not one, or gone.
   *
   * @throws eu.rempart.account.NotPermittedException for who may not write to its record
   */
  public boolean again(EmailId id) {
    rights.require(Right.WRITE_RECORDS);
    Email mail = repository.find(id).filter(email -> email.state().isTrouble()).orElse(null);
    if (mail == null || !courier.enabled()) {
      return false;
    }
    rights.require(Right.WRITE_RECORDS, mail.about().kind(), List.of(mail.about().id()));
    writes.run(
        EmailReasons.FILED,
        change -> {
          repository.fared(mail.mailId(), EmailState.WAITING, null);
          queue.put(mail.mailId(), current.id());
        });
    return true;
  }
}
