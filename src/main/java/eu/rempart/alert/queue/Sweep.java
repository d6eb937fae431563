package eu.rempart.alert.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Has messages looked at that nobody looks at though they wait, whatever happened to the
 * scheduler's table; and forgets those that are long over, of which the stories of incidents tell.
 */
final class Sweep implements Round {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int AT_ONCE = 500;

  private final MessageRepository messages;
  private final Wake wake;
  private final InstantSource clock;

  Sweep(MessageRepository messages, Wake wake, InstantSource clock) {
    this.messages = messages;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    messages.forgotten(now.minus(LONG), AT_ONCE).forEach(id -> wake.at(id, now));
    messages.deleteDone(now.minus(KEPT));
  }
}
