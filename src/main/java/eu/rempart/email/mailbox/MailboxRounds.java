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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailboxes of members who are signed in on this server, one after the other on a
 * thread of its own, with their own key and their own rights. It keeps no session awake, and ends
 * with it.
 */
@Component
class MailboxRounds implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxRounds.class);

  private final MailboxRepository repository;
  private final MailboxClient client;
  private final MailboxFiling filing;
  private final AddressBook book;
  private final CurrentMember current;
  private final VaultService vault;
  private final Map<UUID, SignedInMember> signedIn = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("mailboxes").daemon().factory());

  MailboxRounds(
      MailboxRepository repository,
      MailboxClient client,
      MailboxFiling filing,
      AddressBook book,
      CurrentMember current,
      VaultService vault) {
    this.repository = repository;
    this.client = client;
    this.filing = filing;
    this.book = book;
    this.current = current;
    this.vault = vault;
  }

  @EventListener
  void signedIn(SignedIn event) {
    if (event.member().vault() != null) {
      signedIn.put(event.member().memberId(), event.member());
    }
  }

  /** Looks into a member's mailboxes as soon as the thread is free. */
  void lookSoon(SignedInMember member) {
    if (member.vault() != null && !thread.isShutdown()) {
      signedIn.put(member.memberId(), member);
      thread.execute(() -> look(member));
    }
  }

  @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.MINUTES)
  void lookIntoAll() {
    for (SignedInMember member : List.copyOf(signedIn.values())) {
      if (member.vault() == null || !vault.isOpen(member.vault())) {
        signedIn.remove(member.memberId(), member);
      } else if (!thread.isShutdown()) {
        thread.execute(() -> look(member));
      }
    }
  }

  /** Looks into a member's mailboxes on the caller's thread. */
  void look(SignedInMember member) {
    current.runAs(member, () -> lookAsMember(member));
  }

  private void lookAsMember(SignedInMember member) {
    try {
      if (current.may(Right.WRITE_RECORDS) && book.isReady()) {
        for (MailboxCursor each : repository.cursors(member.memberId())) {
          look(each);
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
      client.open(cursor.data(), folder -> filing.file(cursor, folder));
      repository.looked(cursor.id(), null, null);
    } catch (MailboxRefusedException e) {
      LOG.info("mailbox {} can't be read: {}", cursor.id(), e.fault());
      repository.looked(cursor.id(), e.fault(), e.said());
    }
  }

  /** What is being filed is filed whole, or again at the next start. */
  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
