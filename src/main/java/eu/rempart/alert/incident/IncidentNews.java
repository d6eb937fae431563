package eu.rempart.alert.incident;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open screens that something changed, on whatever node, at most twice a second: they look
 * again.
 */
public final class IncidentNews implements AutoCloseable {

  /** What PostgreSQL calls it. */
  static final String CHANNEL = "rempart_alert";

  private static final Logger log = LoggerFactory.getLogger(IncidentNews.class);
  private static final long PAUSE_MILLIS = 500;

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean coming = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("alert-news").factory());

  /** Calls back at news, on a thread that must not be held up. The answer unsubscribes. */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Something changed, or may have. */
  void heard() {
    if (!thread.isShutdown() && coming.compareAndSet(false, true)) {
      var _ = thread.schedule(this::tell, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tell() {
    coming.set(false);
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        // one screen that fails keeps no other from hearing
        log.warn("a screen could not be told: {}", e.getClass().getName());
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
