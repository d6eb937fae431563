package eu.rempart.alert.source;

import eu.rempart.alert.queue.MessageQueue;
import eu.rempart.alert.queue.RoundsWatch;
import eu.rempart.watch.signal.Vital;
import java.time.Duration;

/**
 * Whether alerts are looked at when they are due, and what is wrong is looked for at all. Where it
 * is not, nobody here can say so: whoever waits for the sign of life notices.
 */
record AlertsGoOut(MessageQueue queue, RoundsWatch rounds) implements Vital {

  /** A node that died is noticed by the others within half a minute. */
  static final Duration DEAD = Duration.ofMinutes(5);

  @Override
  public boolean isWell() {
    return !queue.stuck() && rounds.late().compareTo(DEAD) < 0;
  }
}
