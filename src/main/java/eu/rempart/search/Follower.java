package eu.rempart.search;

import eu.rempart.vault.lock.VaultLockedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changes into the index that serves: reads what changed, as committed, and replaces it, on
 * all processors that are idle when there is much of it. Searches see the result as soon as nothing
 * more is waiting, and every other second after a large import: each refresh leaves a segment that
 * has to be merged.
 */
final class Follower implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final int PART = 250;
  private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Kind kind;
  private final SearchSource source;
  private final Unlocked unlocked;
  private final Locale locale;
  private final PendingChanges pending;

  /** Of the index that was followed last, one for each thread that was at work. */
  private final Queue<DocumentMapper> mappers = new ConcurrentLinkedQueue<>();

  private @Nullable KindIndex followed;
  private int failures;
  private long refreshed = System.nanoTime();

  Follower(
      Kind kind, SearchSource source, Unlocked unlocked, Locale locale, PendingChanges pending) {
    this.kind = kind;
    this.source = source;
    this.unlocked = unlocked;
    this.locale = locale;
    this.pending = pending;
  }

  @Override
  public void run() {
    while (!kind.isClosed()) {
      PendingChanges.Work work = pending.take();
      try {
        follow(work);
        failures = 0;
      } catch (AlreadyClosedException e) {
        // Exchanged or dropped: the new index, if there is one, gets the same changes.
        again(work);
      } catch (VaultLockedException e) {
        // Everybody signed out in between: what waits is read when the next one comes.
        again(work);
        if (kind.closedMeanwhile()) {
          return;
        }
      } catch (RuntimeException e) {
        again(work);
        failures++;
        if (failures == 1 && !kind.isClosed()) {
          log.warn("following {} failed, trying on: {}", kind.name(), e.getClass().getName());
        }
        if (kind.closedMeanwhile()) {
          return;
        }
      }
    }
  }

  private void follow(PendingChanges.Work work) {
    work.rows().forEach(this::announceTouched);
    KindIndex index = kind.serving();
    if (index != null) {
      if (index != followed) {
        // another index may have other fields
        mappers.clear();
        followed = index;
      }
      parts(work.documents()).parallelStream().forEach(part -> replace(index, part));
      if (work.last() || System.nanoTime() - refreshed > REFRESH_NANOS) {
        index.refresh();
        refreshed = System.nanoTime();
      }
    }
    if (work.last()) {
      pending.seen(work.ticket());
    }
  }

  /** What one thread does: after an import there is work for all that are idle. */
  private static List<Set<UUID>> parts(Set<UUID> ids) {
    List<UUID> all = List.copyOf(ids);
    List<Set<UUID>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PART) {
      parts.add(Set.copyOf(all.subList(from, Math.min(all.size(), from + PART))));
    }
    return parts;
  }

  private void replace(KindIndex index, Set<UUID> ids) {
    List<SearchDocument> documents = new ArrayList<>();
    unlocked.run(() -> documents.addAll(source.read(ids)));
    DocumentMapper idle = mappers.poll();
    DocumentMapper mapper = idle == null ? new DocumentMapper(index.schema(), locale) : idle;
    index.replace(ids, documents, mapper);
    mappers.add(mapper);
  }

  private void announceTouched(String table, Set<UUID> rows) {
    Function<Set<UUID>, Set<UUID>> touched = source.tables().get(table);
    if (touched != null) {
      unlocked.run(() -> kind.announce(touched.apply(rows)));
    }
  }

  private void again(PendingChanges.Work work) {
    work.rows().forEach((table, rows) -> kind.announceRows(table, null, rows));
    if (!work.documents().isEmpty()) {
      kind.announce(work.documents());
    }
  }
}
