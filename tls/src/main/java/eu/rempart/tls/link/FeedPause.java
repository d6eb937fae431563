package eu.rempart.tls.link;

import java.time.Duration;

/**
 * How long a feed waits before it tries again. A node that is out of reach is missed, and may be
 * back in the next second. One that answers and hangs up before it said anything does not want this
 * edge, whose certificate may be revoked: it is asked less and less often, and both logs stay
 * readable. Thread safe.
 */
final class FeedPause {

  static final Duration SHORTEST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofMinutes(2);

  private boolean answered;
  private Duration refused = SHORTEST;

  /** Somebody took the connection. */
  synchronized void answered() {
    answered = true;
  }

  /** The node said something: it wants this edge. */
  synchronized void heard() {
    answered = false;
    refused = SHORTEST;
  }

  /** The connection is gone, or was none. */
  synchronized Duration next() {
    if (!answered) {
      return SHORTEST;
    }
    answered = false;
    refused = refused.multipliedBy(2);
    if (refused.compareTo(LONGEST) > 0) {
      refused = LONGEST;
    }
    return refused;
  }
}
