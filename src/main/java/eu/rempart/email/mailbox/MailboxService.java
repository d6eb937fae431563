package eu.rempart.email.mailbox;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to one's own mailboxes; nobody reaches somebody else's. */
@Service
public class MailboxService {

  /** Mails that came this long before a mailbox was added are looked at too. */
  static final Duration BACK = Duration.ofDays(30);

  public static final int MOST = 5;

  private static final int MAX_TEXT = 250;

  private final MailboxRepository repository;
  private final MailboxClient client;
  private final MailboxRounds rounds;
  private final TransactionTemplate transactions;
  private final Rights rights;
  private final CurrentMember current;
  private final Clock clock;
  private final TryLimit tries;

  MailboxService(
      MailboxRepository repository,
      MailboxClient client,
      MailboxRounds rounds,
      PlatformTransactionManager transactions,
      Rights rights,
      CurrentMember current,
      ObjectProvider<Clock> clock,
      MailboxSettings settings) {
    this.repository = repository;
    this.client = client;
    this.rounds = rounds;
    this.transactions = new TransactionTemplate(transactions);
    this.rights = rights;
    this.current = current;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
    this.tries = new TryLimit(this.clock, settings.tries());
  }

  /** One's own, in the order in which they were added. */
  public List<Mailbox> mine() {
    rights.require(Right.READ_RECORDS);
    return repository.of(current.id());
  }

  /**
   * Adds one of one's own, and looks into it soon.
   *
   * @throws InvalidFieldException if something is missing, or is not what it must be
   */
  public MailboxId create(MailboxData typed) {
    rights.require(Right.WRITE_RECORDS);
    MailboxData data = checked(typed);
    if (data.password().isEmpty()) {
      throw new InvalidFieldException("mailbox.field.password", Problem.REQUIRED);
    }
    if (mine().size() >= MOST) {
      throw new InvalidFieldException("mailbox.field.host", Problem.TOO_LONG);
    }
    MailboxId id = new MailboxId(Ids.next());
    transactions.executeWithoutResult(
        status -> repository.insert(id, current.id(), data, clock.instant().minus(BACK)));
    look();
    return id;
  }

  /**
   * Changes one of one's own; false where it is not there any more. An empty password leaves the
   * one that is kept, unless it would go to another server.
   *
   * @throws InvalidFieldException if something is missing, or is not what it must be
   */
  public boolean save(MailboxId id, MailboxData typed) {
    rights.require(Right.WRITE_RECORDS);
    MailboxData data = checked(typed);
    Optional<Mailbox> before = repository.find(id, current.id());
    if (before.isEmpty()) {
      return false;
    }
    MailboxData was = before.get().data();
    boolean elsewhere = !was.host().equals(data.host()) || !was.username().equals(data.username());
    requirePassword(was, data);
    transactions.executeWithoutResult(
        status -> {
          repository.update(id, data);
          if (elsewhere || !was.folder().equals(data.folder())) {
            repository.rewind(id);
          }
        });
    look();
    return true;
  }

  /** A kept password goes to no other server than the one that it was typed for. */
  private static void requirePassword(MailboxData was, MailboxData now) {
    boolean moved =
        !was.host().equalsIgnoreCase(now.host())
            || was.port() != now.port()
            || !was.username().equals(now.username());
    if (moved && now.password().isEmpty()) {
      throw new InvalidFieldException("mailbox.field.password", Problem.REQUIRED);
    }
  }

  /** Forgets one of one's own, with its password; what was filed from it stays. */
  public void remove(MailboxId id) {
    rights.require(Right.READ_RECORDS);
    transactions.executeWithoutResult(status -> repository.delete(id, current.id()));
  }

  /**
   * Tries to open a mailbox, as it is typed.
   *
   * @param id of the one whose password is taken where none is typed; empty for a new one
   * @throws InvalidFieldException if something is missing, or is not what it must be
   */
  public Checked check(Optional<MailboxId> id, MailboxData typed) {
    rights.require(Right.WRITE_RECORDS);
    MailboxData data = checked(typed);
    MailboxData kept =
        id.flatMap(
                known ->
                    repository.cursors(current.id()).stream()
                        .filter(each -> each.id().equals(known))
                        .findFirst())
            .map(MailboxCursor::data)
            .orElse(null);
    if (data.password().isEmpty()) {
      if (kept == null) {
        throw new InvalidFieldException("mailbox.field.password", Problem.REQUIRED);
      }
      requirePassword(kept, data);
      data = data.withPassword(kept.password());
    }
    if (!tries.takes(current.id())) {
      return new Checked.Refused(MailboxFault.OFTEN, "");
    }
    try {
      return new Checked.Opens(client.folders(data));
    } catch (MailboxRefusedException e) {
      return new Checked.Refused(e.fault(), e.said());
    }
  }

  /** Looks into one's own mailboxes now, beside this thread. */
  public void lookSoon() {
    rights.require(Right.WRITE_RECORDS);
    look();
  }

  /** Who had it look often waits for the next round, which comes anyway. */
  private void look() {
    if (tries.takes(current.id())) {
      rounds.lookSoon(current.get());
    }
  }

  private static MailboxData checked(MailboxData typed) {
    String host = text("mailbox.field.host", typed.host());
    if (!host.matches("[\\p{Alnum}.:_-]+")) {
      throw new InvalidFieldException("mailbox.field.host", Problem.BAD_REFERENCE);
    }
    if (typed.port() < 1 || typed.port() > 65_535) {
      throw new InvalidFieldException("mailbox.field.port", Problem.BAD_REFERENCE);
    }
    String user = text("mailbox.field.username", typed.username());
    String address = typed.address().isBlank() ? user : typed.address();
    return new MailboxData(
        host,
        typed.port(),
        typed.tls(),
        user,
        typed.password(),
        text("mailbox.field.folder", typed.folder()),
        EmailAddress.parse(address)
            .map(EmailAddress::value)
            .orElseThrow(
                () -> new InvalidFieldException("mailbox.field.address", Problem.BAD_REFERENCE)));
  }

  private static String text(String field, String typed) {
    String text = InvisibleMarks.strip(typed).strip();
    if (text.isEmpty()) {
      throw new InvalidFieldException(field, Problem.REQUIRED);
    }
    if (text.length() > MAX_TEXT) {
      throw new InvalidFieldException(field, Problem.TOO_LONG);
    }
    return text;
  }
}
