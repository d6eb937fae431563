package eu.rempart.email.mailbox;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.signin.SignedIn;
import eu.rempart.email.AddressBook;
import eu.rempart.search.SearchNotReadyException;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailboxes of members who are signed in on this server, each on a thread of its
 * own, with their own key and their own rights. It keeps no session awake, and ends with it.
 */
@Component
class MailboxRounds {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxRounds.class);

  private static final Set<MailboxFault> WASTED = Set.of(MailboxFault.LATE, MailboxFault.TOO_MUCH);

  private final MailboxRepository repository;
  private final MailboxClient client;
  private final MailboxFiling filing;
  private final AddressBook book;
  private final CurrentMember current;
  private final VaultService vault;
  private final Map<UUID, SignedInMember> signedIn = new ConcurrentHashMap<>();
  private final MailboxThreads threads;

  MailboxRounds(
      MailboxRepository repository,
      MailboxClient client,
      MailboxFiling filing,
      AddressBook book,
      CurrentMember current,
      VaultService vault,
      MailboxThreads threads) {
    this.repository = repository;
    this.client = client;
    this.filing = filing;
    this.book = book;
    this.current = current;
    this.vault = vault;
    this.threads = threads;
  }

  @EventListener
  void signedIn(SignedIn event) {
    if (event.member().vault() != null) {
      signedIn.put(event.member().memberId(), event.member());
    }
  }

  /** Looks into a member's mailboxes as soon as threads are free. */
  void lookSoon(SignedInMember member) {
    if (member.vault() != null) {
      signedIn.put(member.memberId(), member);
      begin(member, _ -> true);
    }
  }

  @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.MINUTES)
  void lookIntoAll() {
    for (SignedInMember member : List.copyOf(signedIn.values())) {
      if (member.vault() == null || !vault.isOpen(member.vault())) {
        signedIn.remove(member.memberId(), member);
      } else {
        begin(member, threads::takesPart);
      }
    }
  }

  private void begin(SignedInMember member, Predicate<MailboxId> takesPart) {
    for (MailboxId each : repository.ids(member.memberId())) {
      if (takesPart.test(each)) {
        threads.run(each, () -> look(member, each::equals));
      }
    }
  }

  /** Looks into a member's mailboxes on the caller's thread. */
  void look(SignedInMember member) {
    look(member, _ -> true);
  }

  private void look(SignedInMember member, Predicate<MailboxId> which) {
    current.runAs(member, () -> lookAsMember(member, which));
  }

  private void lookAsMember(SignedInMember member, Predicate<MailboxId> which) {
    try {
      if (current.may(Right.WRITE_RECORDS) && book.isReady()) {
        for (MailboxCursor each : repository.cursors(member.memberId())) {
          if (which.test(each.id())) {
            look(each);
          }
        }
      }
    } catch (VaultLockedException _) {
      signedIn.remove(member.memberId(), member); // they signed out meanwhile
    } catch (SearchNotReadyException _) {
      LOG.debug("mailboxes wait for the index"); // it is being built anew; the next round comes
    } catch (RuntimeException e) {
      // whatever the database throws; the next round comes
      LOG.warn("mailboxes could not be looked into: {}", e.getClass().getName());
    }
  }

  private void look(MailboxCursor cursor) {
    try {
      client.open(cursor.data(), (folder, connection) -> filing.file(cursor, folder, connection));
      repository.looked(cursor.id(), null, null);
      threads.looked(cursor.id(), false);
    } catch (MailboxRefusedException e) {
      LOG.info("mailbox {} can't be read: {}", cursor.id(), e.fault());
      repository.looked(cursor.id(), e.fault(), e.said());
      threads.looked(cursor.id(), WASTED.contains(e.fault()));
    } catch (VaultLockedException | SearchNotReadyException e) {
      throw e;
    } catch (RuntimeException e) {
      // whatever the database throws, or the library at what a server sent: no other waits for it
      LOG.warn("mailbox {} can't be read: {}", cursor.id(), e.getClass().getName());
      repository.looked(cursor.id(), MailboxFault.OTHER, null);
    }
  }
}
