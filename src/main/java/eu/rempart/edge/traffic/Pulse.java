package eu.rempart.edge.traffic;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second: takes what came, shows it to those who look for abuse, and tells those who show it
 * to people. Thread safe.
 */
public final class Pulse {

  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  private static final int TICK_SECONDS = 5;

  private final TrafficHistory history;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final List<Runnable> beats = new CopyOnWriteArrayList<>();
  private final List<Runnable> ticks = new CopyOnWriteArrayList<>();

  /** Of the one thread that beats. */
  private int beaten;

  private final List<Consumer<List<Count>>> seconds = new CopyOnWriteArrayList<>();

  Pulse(TrafficHistory history) {
    this.history = history;
  }

  /** Something changed that is no traffic. */
  public void changed() {
    changed.set(true);
  }

  /** Calls back at most once a second while something changes. The answer unsubscribes. */
  Runnable onBeat(Runnable listener) {
    beats.add(listener);
    return () -> beats.remove(listener);
  }

  /** Calls back every few seconds, come what may. The answer unsubscribes. */
  Runnable onTick(Runnable listener) {
    ticks.add(listener);
    return () -> ticks.remove(listener);
  }

  /** Calls back once a second with what came in it. */
  public void onSecond(Consumer<List<Count>> listener) {
    seconds.add(listener);
  }

  /** One second is over. */
  void beat() {
    List<Count> counts = history.sample().counts();
    seconds.forEach(listener -> guarded(() -> listener.accept(counts)));
    boolean other = changed.getAndSet(false);
    if (other || !counts.isEmpty()) {
      beats.forEach(Pulse::guarded);
    }
    beaten = (beaten + 1) % TICK_SECONDS;
    if (beaten == 0) {
      ticks.forEach(Pulse::guarded);
    }
  }

  /** One listener that fails keeps no other from being called. */
  private static void guarded(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      log.error("a listener to traffic failed", e);
    }
  }
}
