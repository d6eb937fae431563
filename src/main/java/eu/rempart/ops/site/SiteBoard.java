package eu.rempart.ops.site;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the sites now, for whoever shows it or acts on it. Empty where the installation
 * lives on one machine. Safe for use by several threads.
 */
public final class SiteBoard {

  /**
   * A switch that somebody asked for.
   *
   * @param reason why it was refused, in Patroni's words; null unless it was
   */
  public record Switch(Instant begun, String from, String to, Step step, @Nullable String reason) {

    /** How far it is. */
    public enum Step {
      RUNNING,
      DONE,
      REFUSED
    }
  }

  /** Hands the database over. */
  interface Switcher {

    /**
     * Returns when it was done.
     *
     * @throws IOException if it was refused, with the reason; or no answer came
     */
    void switchTo(String from, String to) throws IOException;
  }

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable SiteState state;
  private volatile @Nullable Switch latest;
  private volatile @Nullable Switcher switcher;

  SiteBoard() {}

  /** Empty where there is one machine, and for a moment after the start. */
  public Optional<SiteState> state() {
    return Optional.ofNullable(state);
  }

  /** The switch that was asked for last at this process. */
  public Optional<Switch> latest() {
    return Optional.ofNullable(latest);
  }

  /**
   * Has somebody told of each change, in a thread that must not wait.
   *
   * @return ends that
   */
  public Runnable onChange(Runnable news) {
    listeners.add(news);
    return () -> listeners.remove(news);
  }

  /** Says by whom switches are done. */
  void switchedBy(Switcher by) {
    switcher = by;
  }

  @Nullable Switcher switcher() {
    return switcher;
  }

  void put(@Nullable SiteState now) {
    boolean isNews = !Objects.equals(now, state);
    state = now;
    if (isNews) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Notes a switch that begins, unless another one goes on. */
  synchronized boolean begin(Switch asked) {
    Switch before = latest;
    if (before != null && before.step() == Switch.Step.RUNNING) {
      return false;
    }
    put(asked);
    return true;
  }

  synchronized void put(@Nullable Switch now) {
    latest = now;
    listeners.forEach(Runnable::run);
  }
}
