package eu.rempart.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has changed and is not in the index yet. Announced again before it was taken, a change is
 * done once.
 */
final class PendingChanges {

  private static final int BATCH = 1_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<String, Set<UUID>> rows = new LinkedHashMap<>();
  private final Set<UUID> documents = new LinkedHashSet<>();
  private boolean open = true;
  private long announced;
  private long visible;

  /**
   * @param rows changed rows by table, to be mapped to documents first
   * @param documents ids of documents to read again, at most {@value #BATCH}
   * @param last whether nothing else is waiting
   * @param ticket of the last announcement that this work covers if it is the last
   */
  record Work(Map<String, Set<UUID>> rows, Set<UUID> documents, boolean last, long ticket) {}

  /** Gives a ticket for {@link #await}. */
  long add(Collection<UUID> ids) {
    lock.lock();
    try {
      if (open) {
        documents.addAll(ids);
        announced++;
        news.signalAll();
      }
      return announced;
    } finally {
      lock.unlock();
    }
  }

  void addRows(String table, Collection<UUID> ids) {
    lock.lock();
    try {
      if (open) {
        rows.computeIfAbsent(table, _ -> new HashSet<>()).addAll(ids);
        announced++;
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work; the work is empty once this is closed. */
  Work take() {
    lock.lock();
    try {
      while (open && documents.isEmpty() && rows.isEmpty()) {
        news.awaitUninterruptibly();
      }
      Map<String, Set<UUID>> takenRows = new LinkedHashMap<>(rows);
      rows.clear();
      List<UUID> taken = new ArrayList<>();
      Iterator<UUID> all = documents.iterator();
      while (all.hasNext() && taken.size() < BATCH) {
        taken.add(all.next());
        all.remove();
      }
      boolean last = takenRows.isEmpty() && documents.isEmpty();
      return new Work(takenRows, new LinkedHashSet<>(taken), last, announced);
    } finally {
      lock.unlock();
    }
  }

  /** Says that everything announced up to this ticket is seen by searches. */
  void seen(long ticket) {
    lock.lock();
    try {
      visible = Math.max(visible, ticket);
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many documents wait to be read. */
  int size() {
    lock.lock();
    try {
      return documents.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until what has this ticket is seen by searches, or for so long.
   *
   * @return whether there is nothing to wait for any more
   */
  boolean await(long ticket, long millis) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (open && visible < ticket && nanos > 0) {
        nanos = news.awaitNanos(nanos);
      }
      return !open || visible >= ticket;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      open = false;
      rows.clear();
      documents.clear();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
