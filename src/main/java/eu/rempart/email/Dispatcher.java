package eu.rempart.email;

import eu.rempart.db.Actor;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.Opened;
import eu.rempart.email.attach.Enclosures;
import eu.rempart.mail.Courier;
import eu.rempart.mail.MailFault;
import eu.rempart.mail.MailRefusedException;
import eu.rempart.mail.Parcel;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultUnlocked;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands queued e-mails to the mail server one by one, on a thread of its own. They are sealed, so
 * they wait while nobody is signed in on this server. Tried again for a day where that may help;
 * each answer is kept with the mail, word for word.
 */
@Component
class Dispatcher implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
  private static final Duration UNTIL_UNLOCKED = Duration.ofMinutes(1);

  private final DispatchRepository queue;
  private final EmailRepository emails;
  private final Enclosures enclosures;
  private final Courier courier;
  private final ObjectProvider<Mailing> others;
  private final Writes writes;
  private final Clock clock;
  private final AtomicBoolean rung = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("email-dispatcher").daemon().factory());
  private volatile @Nullable VaultHandle handle;

  Dispatcher(
      DispatchRepository queue,
      EmailRepository emails,
      Enclosures enclosures,
      Courier courier,
      ObjectProvider<Mailing> others,
      Writes writes,
      ObjectProvider<Clock> clock) {
    this.queue = queue;
    this.emails = emails;
    this.enclosures = enclosures;
    this.courier = courier;
    this.others = others;
    this.writes = writes;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  @EventListener
  void unlocked(VaultUnlocked event) {
    handle = event.handle();
    ring();
  }

  @EventListener
  void locked(VaultLocked event) {
    handle = null;
  }

  /** Looks into the queue soon, on a thread of its own. */
  @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  void ring() {
    if (courier.enabled() && !thread.isShutdown() && rung.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            rung.set(false);
            round();
          });
    }
  }

  /** Everything that is due, on the caller's thread. */
  void round() {
    VaultHandle key = handle;
    if (key == null) {
      return;
    }
    try {
      for (var next = queue.take(); next.isPresent(); next = queue.take()) {
        Dispatch dispatch = next.get();
        VaultScope.run(key, () -> deliver(dispatch));
      }
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; the queue is looked into again
      LOG.warn("the queue of e-mails could not be worked off: {}", e.getClass().getName());
    }
  }

  private void deliver(Dispatch dispatch) {
    try {
      List<Email> mail = emails.ofMail(dispatch.mailId());
      EmailContent content = content(mail);
      Optional<List<Parcel.Enclosure>> files =
          enclosures.of(content == null ? List.of() : content.attachments());
      if (files.isEmpty()) {
        ended(dispatch, EmailState.FAILED, Enclosures.GONE);
        return;
      }
      Optional<Parcel> parcel =
          content == null
              ? others
                  .orderedStream()
                  .flatMap(room -> room.parcel(dispatch.mailId()).stream())
                  .findFirst()
              : Optional.of(parcel(mail.getFirst(), content, files.get()));
      if (parcel.isEmpty()) {
        // archived before it went, or damaged: nobody is sent what nobody can read
        lost(dispatch);
        return;
      }
      courier.carry(parcel.get());
      ended(dispatch, EmailState.SENT, null);
    } catch (VaultLockedException _) {
      queue.putBack(dispatch.mailId(), UNTIL_UNLOCKED);
    } catch (MailRefusedException e) {
      refused(dispatch, e);
    }
  }

  private static @Nullable EmailContent content(List<Email> mail) {
    return mail.stream()
        .filter(email -> email.state() == EmailState.WAITING)
        .flatMap(
            email ->
                email.content() instanceof Opened.Clear<EmailContent>(var content)
                        && content != null
                    ? java.util.stream.Stream.of(content)
                    : java.util.stream.Stream.empty())
        .findFirst()
        .orElse(null);
  }

  private static Parcel parcel(Email mail, EmailContent content, List<Parcel.Enclosure> files) {
    Sender sender = Sender.of(content.sender());
    return new Parcel(
        content.messageId(),
        mail.at(),
        sender.name(),
        sender.address(),
        content.to(),
        content.copies(),
        content.subject(),
        content.text(),
        content.answers(),
        files,
        null);
  }

  private void refused(Dispatch dispatch, MailRefusedException e) {
    LOG.warn("e-mail {} was not taken: {}", dispatch.mailId(), e.getMessage());
    boolean hopeless = e.fault() == MailFault.REFUSED || e.fault() == MailFault.NO_RECIPIENT;
    boolean late = dispatch.createdAt().plus(GIVE_UP_AFTER).isBefore(clock.instant());
    String said = e.said().isEmpty() ? e.fault().name() : e.said();
    if (hopeless || late) {
      ended(dispatch, EmailState.FAILED, said);
    } else if (isNews(dispatch.mailId(), said)) {
      write(() -> fared(dispatch.mailId(), EmailState.WAITING, said));
    }
  }

  private void fared(UUID mailId, EmailState state, @Nullable String said) {
    emails.fared(mailId, state, said);
    others.orderedStream().forEach(room -> room.fared(mailId, state, said));
  }

  /** The same answer at each try is no change to be kept; other rooms see to that themselves. */
  private boolean isNews(UUID mailId, String said) {
    EmailContent content = content(emails.ofMail(mailId));
    return content == null || !said.equals(content.reply());
  }

  /** Who waits for it in another room is not left waiting. */
  private void lost(Dispatch dispatch) {
    write(
        () -> {
          others
              .orderedStream()
              .forEach(room -> room.fared(dispatch.mailId(), EmailState.FAILED, null));
          queue.delete(dispatch.mailId());
        });
  }

  private void ended(Dispatch dispatch, EmailState state, @Nullable String said) {
    write(
        () -> {
          fared(dispatch.mailId(), state, said);
          queue.delete(dispatch.mailId());
        });
  }

  private void write(Runnable work) {
    writes.run(Actor.SYSTEM, EmailReasons.ANSWERED, UUID.randomUUID(), change -> work.run());
  }

  /** The mail that is on its way may arrive; the others wait for the next start. */
  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
