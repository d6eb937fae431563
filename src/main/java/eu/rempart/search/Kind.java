package eu.rempart.search;

import eu.rempart.search.question.SearchSchema;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind's life: its index is built on one thread, follows changes on another, and is exchanged
 * for a freshly built one without a moment in which a change could be lost. What changes while an
 * index is being built is remembered, and applied to it before it is used.
 */
final class Kind {

  private static final Logger log = LoggerFactory.getLogger(Kind.class);
  private static final long RETRY_SECONDS = 1;

  private final SearchSource source;
  private final String name;
  private final Unlocked unlocked;
  private final Locale locale;
  private final Runnable stateChanged;
  private final PendingChanges pending = new PendingChanges();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable KindIndex serving;
  private volatile IndexState state = new IndexState.Empty();
  private @Nullable Set<UUID> changedWhileBuilding;
  private boolean buildAgain;
  private final AtomicInteger failures = new AtomicInteger();
  private @Nullable Thread builder;

  Kind(SearchSource source, Unlocked unlocked, Locale locale, Runnable stateChanged) {
    this.source = source;
    this.name = source.kind();
    this.unlocked = unlocked;
    this.locale = locale;
    this.stateChanged = stateChanged;
  }

  void start() {
    Follower follower = new Follower(this, source, unlocked, locale, pending);
    Thread.ofPlatform().daemon().name("search-" + name()).start(follower);
    rebuild();
  }

  String name() {
    return name;
  }

  /** Of the index that serves, be it older than what its source would say now. */
  SearchSchema schema() {
    KindIndex index = serving;
    return index == null ? source.schema() : index.schema();
  }

  IndexState state() {
    return state;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Waits a little before something that failed is tried again. */
  boolean closedMeanwhile() {
    try {
      return closed.await(RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return isClosed();
    }
  }

  @Nullable KindIndex serving() {
    return serving;
  }

  <R> R search(Function<KindIndex, R> search) {
    KindIndex index = serving;
    while (index != null) {
      try {
        return search.apply(index);
      } catch (AlreadyClosedException e) {
        // A freshly built index took its place in between; without one the index was dropped.
        KindIndex newer = serving;
        index = newer == index ? null : newer;
      }
    }
    throw new SearchNotReadyException(name());
  }

  /** Gives a ticket for {@link #await}; 0 when there is nothing to wait for. */
  synchronized long announce(Collection<UUID> ids) {
    if (isClosed()) {
      return 0;
    }
    if (changedWhileBuilding != null) {
      changedWhileBuilding.addAll(ids);
    }
    return serving == null ? 0 : pending.add(ids);
  }

  /** Announces changed rows of a table, if what changed shows up in documents of this kind. */
  void announceRows(String table, @Nullable String part, Collection<UUID> ids) {
    if (part != null && !source.shows(table, part)) {
      return;
    }
    if (!isClosed() && shapedBy(table, ids)) {
      rebuild();
    }
    if (source.tables().containsKey(table) && !isClosed()) {
      pending.addRows(table, ids);
    }
  }

  /** Where it can't be told, they do: a rebuild too many harms nobody. */
  private boolean shapedBy(String table, Collection<UUID> rows) {
    try {
      return source.shapedBy(table, rows);
    } catch (RuntimeException e) {
      log.debug("what shapes the index of {} is not known: {}", name(), e.getClass().getName());
      return true;
    }
  }

  boolean await(long ticket, long millis) {
    return pending.await(ticket, millis);
  }

  /** How many changed documents wait to be read. */
  int waiting() {
    return pending.size();
  }

  /**
   * Builds the index anew and then lets it take the place of the present one, if any, which serves
   * meanwhile.
   */
  synchronized void rebuild() {
    if (isClosed()) {
      return;
    }
    if (changedWhileBuilding != null) {
      buildAgain = true;
      return;
    }
    changedWhileBuilding = new LinkedHashSet<>();
    report(0, 0);
    builder = Thread.ofPlatform().daemon().name("search-build-" + name()).start(this::build);
  }

  /** Frees the memory; searches find the index not ready from now on. */
  void close() {
    KindIndex dropped;
    synchronized (this) {
      closed.countDown();
      dropped = serving;
      serving = null;
      state = new IndexState.Empty();
      if (builder != null) {
        builder.interrupt();
      }
    }
    pending.close();
    if (dropped != null) {
      dropped.close();
    }
    stateChanged.run();
  }

  private void build() {
    KindIndex fresh;
    try {
      fresh = new KindIndex(source.schema());
    } catch (RuntimeException e) {
      tryAgain(e);
      return;
    }
    try {
      KindBuild build = new KindBuild(source, unlocked, locale, fresh, this::report);
      build.readAll();
      Set<UUID> missed = publishUnlessMissed(fresh);
      while (!missed.isEmpty()) {
        build.apply(missed);
        missed = publishUnlessMissed(fresh);
      }
      stateChanged.run();
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        log.debug("building the index of {} was cancelled", name());
      }
      fresh.close();
      tryAgain(e);
    }
  }

  private void tryAgain(RuntimeException e) {
    boolean dropped = isClosed() || closedMeanwhile();
    synchronized (this) {
      changedWhileBuilding = null;
    }
    if (!dropped) {
      if (!(e instanceof VaultLockedException) && failures.incrementAndGet() == 1) {
        log.warn("building the index of {} failed, trying on: {}", name(), e.getClass().getName());
      }
      rebuild();
    }
  }

  private void report(long done, long total) {
    IndexState before = state;
    if (serving != null || isClosed()) {
      return;
    }
    IndexState.Building now = new IndexState.Building(done, total);
    state = now;
    if (!(before instanceof IndexState.Building building)
        || (int) (building.fraction() * 100) != (int) (now.fraction() * 100)) {
      stateChanged.run();
    }
  }

  /**
   * Exchanges the index when it has missed nothing; otherwise gives what it has to catch up with.
   */
  private Set<UUID> publishUnlessMissed(KindIndex fresh) {
    KindIndex old;
    synchronized (this) {
      if (isClosed()) {
        throw new CancellationException();
      }
      Set<UUID> missed = changedWhileBuilding;
      if (missed != null && !missed.isEmpty()) {
        changedWhileBuilding = new LinkedHashSet<>();
        return missed;
      }
      changedWhileBuilding = null;
      old = serving;
      serving = fresh;
      state = new IndexState.Ready();
      if (buildAgain) {
        buildAgain = false;
        rebuild();
      }
    }
    if (old != null) {
      old.close();
    }
    return Set.of();
  }
}
