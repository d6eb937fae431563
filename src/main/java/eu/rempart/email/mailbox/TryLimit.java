package eu.rempart.email.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How often a member may have this server connect to where they say: a mailbox that is set up takes
 * some tries, looking for servers in a network takes thousands. Thread safe.
 */
final class TryLimit {

  static final Duration WITHIN = Duration.ofMinutes(10);

  private final Clock clock;
  private final int most;
  private final Map<UUID, Deque<Instant>> tries = new HashMap<>();

  TryLimit(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** Counts one more; false where it is one too many, which does not count. */
  synchronized boolean takes(UUID member) {
    Instant now = clock.instant();
    Instant since = now.minus(WITHIN);
    tries.values().forEach(each -> each.removeIf(at -> !at.isAfter(since)));
    tries.values().removeIf(Deque::isEmpty);
    Deque<Instant> own = tries.computeIfAbsent(member, _ -> new ArrayDeque<>());
    if (own.size() >= most) {
      return false;
    }
    own.add(now);
    return true;
  }
}
