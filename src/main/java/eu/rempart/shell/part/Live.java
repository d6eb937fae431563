package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/**
 * Keeps a part of the screen up to date, for as long as it is shown. What is shown is asked of the
 * database, which may be slow or away: whoever brings the news does not wait for it, and news that
 * come while a screen waits to be drawn are one.
 */
public final class Live {

  private static final Logger log = LoggerFactory.getLogger(Live.class);

  /** It only says that it is time; each screen is drawn in a thread of its own. */
  private static final ScheduledExecutorService CLOCK = clock();

  private final UI ui;
  private final Runnable show;
  private final AtomicBoolean told = new AtomicBoolean();

  /** Of the one drawing that runs at a time. */
  private boolean failing;

  private Live(UI ui, Runnable show) {
    this.ui = ui;
    this.show = show;
  }

  private static ScheduledExecutorService clock() {
    var clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("live-clock").factory());
    clock.setRemoveOnCancelPolicy(true); // else each page that was closed is kept for its pace
    return clock;
  }

  /**
   * Runs {@code show} in the UI's own thread at each piece of news. Where it fails the screen stays
   * as it is, and the next news tries again: nobody may be there to close a notice.
   *
   * @param subscribe takes what is to be called at news, and answers how to stop that
   */
  public static void keep(Component owner, Function<Runnable, Runnable> subscribe, Runnable show) {
    owner.addAttachListener(
        attach -> {
          Live live = new Live(attach.getUI(), show);
          Runnable stop = subscribe.apply(live::news);
          owner.addDetachListener(
              detach -> {
                detach.unregisterListener();
                stop.run();
              });
        });
  }

  /** The same where nobody brings news: time does. */
  public static void every(Component owner, Duration pace, Runnable show) {
    keep(owner, passing(pace), show);
  }

  /** The news that some time has passed, again and again, for {@link #keep}. */
  static Function<Runnable, Runnable> passing(Duration pace) {
    return news -> {
      var turns =
          CLOCK.scheduleWithFixedDelay(
              news, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
      return () -> turns.cancel(false);
    };
  }

  private void news() {
    if (told.compareAndSet(false, true)) {
      var _ = Thread.ofVirtual().name("live").start(this::tell);
    }
  }

  /** Runs here where nobody holds the session, and later in the thread of whoever holds it. */
  private void tell() {
    try {
      var _ =
          ui.access(
              () -> {
                // before it is drawn: what comes from now on may not be in it
                told.set(false);
                draw();
              });
    } catch (UIDetachedException e) {
      // closed in this moment: nobody to tell, and no news any more
    }
  }

  private void draw() {
    try {
      show.run();
      failing = false;
    } catch (AccessDeniedException e) {
      // whoever looked has signed out in this moment, or lost the right: the page leaves by itself
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; a night of it is one line in the log
      if (!failing) {
        log.warn("a screen that is kept up to date can't be drawn; it is tried again", e);
      }
      failing = true;
    }
  }
}
