package eu.rempart.mail;

import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultUnlocked;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes letters from the queue one by one, writes them and hands them to the mail server, on a
 * thread of its own. Sealed addresses open while somebody is signed in on this server; a letter
 * waits until then. Tried again for three days, given up at once where the server says so.
 */
class Postman implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Postman.class);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
  private static final Duration SENT_KEPT = Duration.ofDays(7);
  private static final Duration GIVEN_UP_KEPT = Duration.ofDays(30);
  private static final Duration UNTIL_UNLOCKED = Duration.ofMinutes(1);

  /** What a postman goes by. */
  record Means(
      OrderRepository repository,
      Supplier<Optional<MailServer>> server,
      Recipients recipients,
      List<Letter> letters,
      String site,
      SecurityEvents events,
      ApplicationEventPublisher publisher,
      InstantSource clock) {}

  private final Means means;
  private final Map<String, Letter> letters;
  private final AtomicBoolean rung = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("postman").daemon().factory());
  private volatile @Nullable VaultHandle handle;

  Postman(Means means) {
    this.means = means;
    this.letters =
        means.letters().stream().collect(Collectors.toMap(Letter::kind, Function.identity()));
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

  /** Looks into the queue soon, on the postman's own thread. */
  @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  void ring() {
    if (means.server().get().isPresent()
        && !thread.isShutdown()
        && rung.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            rung.set(false);
            round();
          });
    }
  }

  @Scheduled(initialDelay = 11, fixedDelay = 6 * 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    means.repository().forget(SENT_KEPT, GIVEN_UP_KEPT);
  }

  /** Everything that is due, on the caller's thread. */
  void round() {
    try {
      for (var order = means.repository().take(); order.isPresent(); ) {
        deliver(order.get());
        order = means.repository().take();
      }
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; the queue is looked into again
      log.warn("the mail queue could not be worked off: {}", e.getClass().getName());
    }
  }

  private void deliver(Order order) {
    try {
      var recipient = recipient(order);
      var content = letter(order).write(order.facts(), recipient.language(), means.site());
      MailServer server =
          means
              .server()
              .get()
              .orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null));
      server.send(order.id(), recipient, content);
      means.repository().sent(order.id());
    } catch (VaultLockedException _) {
      means.repository().putBack(order.id(), UNTIL_UNLOCKED);
    } catch (MailRefusedException e) {
      failed(order, e);
    }
  }

  private Letter letter(Order order) throws MailRefusedException {
    var letter = letters.get(order.kind());
    if (letter == null) {
      // queued by a newer version on another server: that one can write it
      throw new MailRefusedException(MailFault.LATER, null, null);
    }
    return letter;
  }

  private Recipient recipient(Order order) throws MailRefusedException {
    var key = handle;
    var found =
        key == null
            ? means.recipients().find(order.memberId())
            : VaultScope.call(key, () -> means.recipients().find(order.memberId()));
    return found.orElseThrow(() -> new MailRefusedException(MailFault.NO_RECIPIENT, null, null));
  }

  private void failed(Order order, MailRefusedException failure) {
    log.warn("mail {} was not taken: {}", order.id(), failure.getMessage());
    means.repository().failed(order.id(), failure.fault(), failure.reply());
    boolean hopeless =
        failure.fault() == MailFault.REFUSED || failure.fault() == MailFault.NO_RECIPIENT;
    boolean late = order.createdAt().plus(GIVE_UP_AFTER).isBefore(means.clock().instant());
    if ((hopeless || late) && means.repository().giveUp(order.id())) {
      means
          .events()
          .record(
              SecurityEvent.of("account.mail.given.up", Severity.WARNING)
                  .member(order.memberId())
                  .with("fault", failure.fault().name()));
      means
          .publisher()
          .publishEvent(new MailGivenUp(order.memberId(), order.kind(), order.facts()));
    }
  }

  /** The letter that is on its way may arrive; the others wait for the next start. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
