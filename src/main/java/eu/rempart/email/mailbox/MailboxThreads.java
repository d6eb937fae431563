package eu.rempart.email.mailbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Threads that look into mailboxes, each into one at a time. They are the system's own and few:
 * what a stranger's mail costs, in computing and memory, takes none of it from requests. A mailbox
 * waits at most once, and one whose server wastes time waits longer from time to time.
 */
@Component
class MailboxThreads implements DisposableBean {

  /** Each may hold a mail of 25 MB several times over. */
  static final int AT_ONCE = 4;

  /** Rounds that a mailbox sits out after several wasted ones: an hour. */
  private static final int MOST_ROUNDS = 30;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().name("mailbox-", 0).daemon().factory());

  private final Set<MailboxId> waiting = ConcurrentHashMap.newKeySet();
  private final Map<MailboxId, Patience> wasted = new HashMap<>();

  /**
   * How a mailbox that wasted time is treated.
   *
   * @param times in a row
   * @param rounds that it still sits out
   */
  private record Patience(int times, int rounds) {}

  /** Runs it soon, unless the same mailbox is looked into, or waits for it, already. */
  void run(MailboxId id, Runnable look) {
    if (threads.isShutdown() || !waiting.add(id)) {
      return;
    }
    threads.execute(
        () -> {
          try {
            look.run();
          } finally {
            waiting.remove(id);
          }
        });
  }

  /** Whether a mailbox takes part in the round that begins. */
  synchronized boolean takesPart(MailboxId id) {
    Patience patience = wasted.get(id);
    if (patience == null || patience.rounds() == 0) {
      return true;
    }
    wasted.put(id, new Patience(patience.times(), patience.rounds() - 1));
    return false;
  }

  /**
   * Says how a look ended.
   *
   * @param time whether it wasted time
   */
  synchronized void looked(MailboxId id, boolean time) {
    if (!time) {
      wasted.remove(id);
      return;
    }
    int times = Math.min(16, wasted.getOrDefault(id, new Patience(0, 0)).times() + 1);
    wasted.put(id, new Patience(times, Math.min(MOST_ROUNDS, (1 << times) - 1)));
  }

  /** What is being filed is filed whole, or again at the next start. */
  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
