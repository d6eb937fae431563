package eu.rempart.watch.agent;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices that home is gone, and says so: at once that it is away, after minutes that it is gone.
 */
final class Absence {

  private static final long GONE = TimeUnit.MINUTES.toNanos(3);

  private final Journal journal;
  private final LongSupplier nanos;
  private volatile boolean away;
  private boolean toldGone;
  private long since;

  Absence(Journal journal, LongSupplier nanos) {
    this.journal = journal;
    this.nanos = nanos;
  }

  boolean away() {
    return away;
  }

  void begun(IOException why) {
    long now = nanos.getAsLong();
    if (!away) {
      away = true;
      toldGone = false;
      since = now;
      journal.say("Home is away (" + words(why) + "); what is found is kept until it is back.");
    } else if (!toldGone && now - since > GONE) {
      toldGone = true;
      journal.say("HOME IS GONE: it has not answered for three minutes (" + words(why) + ").");
    }
  }

  /**
   * @param waiting how many results wait to be delivered
   */
  void over(int waiting) {
    if (away) {
      away = false;
      long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - since);
      journal.say(
          "Home is back after %d s; %d results are still to be delivered."
              .formatted(seconds, waiting));
    }
  }

  static String words(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
