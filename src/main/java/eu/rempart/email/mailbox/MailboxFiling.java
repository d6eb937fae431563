package eu.rempart.email.mailbox;

import eu.rempart.account.CurrentMember;
import eu.rempart.common.EmailAddress;
import eu.rempart.db.Actor;
import eu.rempart.db.Writes;
import eu.rempart.email.EmailReasons;
import eu.rempart.email.EmailService;
import eu.rempart.email.Mailing;
import eu.rempart.email.MessageIds;
import eu.rempart.email.imap.ImapConnection;
import eu.rempart.email.mime.Bounce;
import eu.rempart.email.mime.CalendarParts;
import eu.rempart.email.mime.MailHeads;
import eu.rempart.email.mime.MailReader;
import eu.rempart.email.mime.ReceivedMail;
import eu.rempart.picture.PictureReader;
import eu.rempart.search.SearchNotReadyException;
import eu.rempart.vault.lock.VaultLockedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Files the mails of a folder that are new in it, by the numbers that the server gives them. How
 * far it is read is written together with what was filed: whatever happens, nothing is left out and
 * nothing is filed twice. That a mail is begun is written before: what it does to the process is
 * done three times at most.
 */
@Component
class MailboxFiling {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxFiling.class);

  /** Mails of one round; the rest follows in the next one. */
  private static final int MOST = 500;

  /** A mail that was begun so often, and ended neither read nor passed over, is passed over. */
  private static final int MOST_TIMES = 3;

  private static final String SOURCE = "email";

  private final MailboxRepository repository;
  private final MailPlacing placing;
  private final EmailService emails;
  private final Writes writes;
  private final CurrentMember current;
  private final ObjectProvider<Mailing> others;
  private final ApplicationEventPublisher events;
  private final PictureReader pictures;

  MailboxFiling(
      MailboxRepository repository,
      MailPlacing placing,
      EmailService emails,
      Writes writes,
      CurrentMember current,
      ObjectProvider<Mailing> others,
      ApplicationEventPublisher events,
      PictureReader pictures) {
    this.repository = repository;
    this.placing = placing;
    this.emails = emails;
    this.writes = writes;
    this.current = current;
    this.others = others;
    this.events = events;
    this.pictures = pictures.apart();
  }

  private record Numbered(long uid, MimeMessage message) {}

  /** Files what is new for whoever acts on this thread. */
  void file(MailboxCursor cursor, Folder folder, ImapConnection connection)
      throws MessagingException {
    UIDFolder numbers = (UIDFolder) folder;
    long validity = numbers.getUIDValidity();
    boolean known = Objects.equals(cursor.validity(), validity);
    for (Numbered each : fresh(folder, numbers, known ? cursor.lastUid() : 0, cursor)) {
      if (repository.begin(cursor.id(), each.uid()) > MOST_TIMES) {
        LOG.warn("a mail of the mailbox {} was begun {} times", cursor.id(), MOST_TIMES);
        claimed(cursor, validity, each, () -> repository.count(cursor.id(), 0, 1));
        continue;
      }
      try {
        file(cursor, validity, each, connection);
      } catch (VaultLockedException | SearchNotReadyException e) {
        repository.forgetBegun(cursor.id()); // the mail is not to blame
        throw e;
      } catch (RuntimeException | IOException e) {
        passOver(cursor, validity, each, e, folder, connection);
      } catch (MessagingException e) {
        if (e instanceof FolderClosedException || !folder.isOpen()) {
          throw e;
        }
        passOver(cursor, validity, each, e, folder, connection);
      }
    }
  }

  /** One mail that can't be read stops no other; how many there were is shown. */
  private void passOver(
      MailboxCursor cursor,
      long validity,
      Numbered mail,
      Exception e,
      Folder folder,
      ImapConnection connection)
      throws MessagingException {
    if (connection.fault() != null || !folder.isOpen()) {
      throw new FolderClosedException(folder, "The connection broke off", e);
    }
    LOG.warn("a mail of the mailbox {} can't be filed: {}", cursor.id(), e.getClass().getName());
    claimed(cursor, validity, mail, () -> repository.count(cursor.id(), 0, 1));
  }

  private List<Numbered> fresh(Folder folder, UIDFolder numbers, long last, MailboxCursor cursor)
      throws MessagingException {
    Message[] messages =
        last == 0
            ? folder.search(
                new ReceivedDateTerm(
                    ComparisonTerm.GE, Date.from(cursor.since().truncatedTo(ChronoUnit.DAYS))))
            : numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID);
    // numbers alone: what a stranger wrote, such as its structure, is asked for mail by mail
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(messages, profile);
    List<Numbered> fresh = new ArrayList<>();
    for (Message each : messages) {
      long uid = each.isExpunged() ? -1 : numbers.getUID(each);
      // asked for what is behind the last one, a server answers the last one itself
      if (uid > last && each instanceof MimeMessage mime) {
        fresh.add(new Numbered(uid, mime));
      }
    }
    return fresh.stream().sorted(Comparator.comparingLong(Numbered::uid)).limit(MOST).toList();
  }

  private void file(
      MailboxCursor cursor, long validity, Numbered numbered, ImapConnection connection)
      throws MessagingException, IOException {
    MimeMessage message = numbered.message();
    EmailAddress own = EmailAddress.of(cursor.data().address());
    if (!placing.concerns(message, own)
        && !MailHeads.isReport(message)
        && !CalendarParts.answers(message)) {
      claimed(cursor, validity, numbered, () -> {});
      return;
    }
    Date came = message.getReceivedDate();
    ReceivedMail mail = read(message, came, connection);
    claimed(
        cursor,
        validity,
        numbered,
        () -> {
          answered(mail);
          if (cameBack(mail) || placing.place(mail, own)) {
            repository.count(cursor.id(), 1, 0);
          }
        });
  }

  private ReceivedMail read(MimeMessage message, @Nullable Date came, ImapConnection connection)
      throws MessagingException, IOException {
    connection.fetchesMails(true);
    try {
      return MailReader.read(
          message, message.getSize(), came == null ? null : came.toInstant(), pictures);
    } finally {
      connection.fetchesMails(false);
    }
  }

  /** Whether it is a report on a mail that was sent from here. */
  private boolean cameBack(ReceivedMail mail) {
    Bounce bounce = mail.bounce();
    return bounce != null
        && MessageIds.mail(bounce.messageId())
            .filter(
                sent ->
                    emails.bounced(sent, bounce.messageId(), bounce.why())
                        || others
                            .orderedStream()
                            .anyMatch(room -> room.bounced(sent, bounce.messageId(), bounce.why())))
            .isPresent();
  }

  private void answered(ReceivedMail mail) {
    String calendar = mail.calendar();
    if (calendar != null) {
      events.publishEvent(new CalendarAnswered(calendar, mail.from()));
    }
  }

  /** In one transaction with how far the folder is read, unless somebody else was faster. */
  private void claimed(MailboxCursor cursor, long validity, Numbered mail, Runnable work) {
    writes.run(
        new Actor(current.id(), SOURCE),
        EmailReasons.FILED,
        UUID.randomUUID(),
        change -> {
          if (repository.claim(cursor.id(), validity, mail.uid())) {
            work.run();
          }
        });
  }
}
