package eu.rempart.notice;

import eu.rempart.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts letters about what members did not read into the mail, as often as each chose. */
@Component
class NoticeDigest {

  /** Whoever is there reads it on the page meanwhile. */
  static final Duration GRACE = Duration.ofMinutes(10);

  private static final Duration KEPT = Duration.ofDays(90);

  private final NoticeRepository repository;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final Clock clock;

  @Autowired
  NoticeDigest(NoticeRepository repository, Outbox outbox, TransactionOperations transactions) {
    this(repository, outbox, transactions, Clock.systemUTC());
  }

  NoticeDigest(
      NoticeRepository repository, Outbox outbox, TransactionOperations transactions, Clock clock) {
    this.repository = repository;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
  void send() {
    Instant now = clock.instant();
    repository.forget(now.minus(KEPT));
    if (!outbox.enabled()) {
      return;
    }
    Set<UUID> waiting = repository.waiting(now.minus(GRACE));
    Map<UUID, NoticeChoice> choices = repository.choices(waiting);
    for (UUID member : waiting) {
      choices
          .getOrDefault(member, NoticeChoice.FIRST)
          .mail()
          .between()
          .ifPresent(
              pause -> transactions.executeWithoutResult(_ -> send(member, now, now.minus(pause))));
    }
  }

  private void send(UUID member, Instant now, Instant since) {
    if (repository.beginLetter(member, now, since)) {
      int count = repository.mailed(member);
      if (count > 0) {
        outbox.put(member, NoticeLetter.KIND, Map.of(NoticeLetter.COUNT, Integer.toString(count)));
      }
    }
  }
}
