package eu.rempart.edge.ticket;

import eu.rempart.tls.serve.TicketKeys;
import eu.rempart.vault.operating.TicketSeal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of tickets in use on this node: the newest three of the database, one made each day by
 * whichever node comes first. A node that can't open the newest key makes none and shares none: its
 * tickets are its own until its {@code keys/tickets} is that of the others, or until no node made a
 * key for a day. While the database is away the former keys stay. Thread safe.
 */
public class SharedTickets {

  static final Duration DAY = Duration.ofDays(1);
  static final Duration KEPT = Duration.ofDays(3);
  private static final int IN_USE = 3;

  private static final Logger log = LoggerFactory.getLogger(SharedTickets.class);

  private final TicketKeyRepository repository;
  private final TicketSeal seal;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final List<Consumer<TicketKeys>> listeners = new CopyOnWriteArrayList<>();
  private volatile TicketKeys current = TicketKeys.random();
  private List<UUID> inUse = List.of();
  private volatile @Nullable Instant madeAt;
  private boolean told;

  SharedTickets(
      TicketKeyRepository repository,
      TicketSeal seal,
      PlatformTransactionManager manager,
      InstantSource clock) {
    this.repository = repository;
    this.seal = seal;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  public TicketKeys current() {
    return current;
  }

  /** When the newest key in use was made; empty while this node's tickets are its own. */
  public Optional<Instant> madeAt() {
    return Optional.ofNullable(madeAt);
  }

  /** Calls back now, and after each change. */
  public synchronized void use(Consumer<TicketKeys> listener) {
    listeners.add(listener);
    listener.accept(current);
  }

  /** Reads the keys anew, and makes one where it is time to. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  public synchronized void refresh() {
    try {
      List<SealedKey> keys = repository.newest(IN_USE);
      if (isDue(keys)) {
        transactions.executeWithoutResult(status -> makeOne());
        keys = repository.newest(IN_USE);
      }
      take(keys);
    } catch (RuntimeException e) {
      // whatever the database or its driver throws
      log.warn("the keys of tickets can't be read; the former ones stay in use", e);
    }
  }

  private boolean isDue(List<SealedKey> keys) {
    if (keys.isEmpty()) {
      return true;
    }
    Instant newest = keys.getFirst().madeAt();
    Instant now = clock.instant();
    return !newest.plus(DAY).isAfter(now) || newest.minus(DAY).isAfter(now);
  }

  private void makeOne() {
    repository.lock();
    if (!isDue(repository.newest(1))) {
      return; // another node was faster
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    repository.keepBetween(now.minus(KEPT), now.plus(DAY));
    UUID id = UUID.randomUUID();
    repository.insert(new SealedKey(id, now, seal.seal(id, now, TicketKeys.newKey())));
  }

  private void take(List<SealedKey> keys) {
    List<UUID> ids = keys.stream().map(SealedKey::id).toList();
    if (ids.equals(inUse)) {
      return;
    }
    if (open(keys.getFirst()).isEmpty()) {
      if (!told) {
        told = true;
        log.error(
            "The newest key of TLS tickets was sealed by a node with another keys/tickets. This"
                + " node shares no tickets with the others: copy the folder keys of the first node"
                + " here.");
      }
      return;
    }
    told = false;
    inUse = ids;
    madeAt = keys.getFirst().madeAt();
    current = new TicketKeys(keys.stream().map(this::open).flatMap(Optional::stream).toList());
    listeners.forEach(listener -> listener.accept(current));
  }

  private Optional<byte[]> open(SealedKey key) {
    return seal.open(key.id(), key.madeAt(), key.sealed());
  }
}
