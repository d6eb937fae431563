package eu.rempart.watch.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may deliver how far. After home was away, all agents come with what they kept; if one
 * delivered hours before the next began, no two of them would say the same at the same time, and an
 * outage that all of them saw would be none. So late ones wait a moment for each other, and go
 * forward together, a slice of time after the other.
 */
final class Turns {

  /**
   * Whoever knows results for longer is late. A result waits up to 10 s for the next request, and
   * some more if that fails: it is not late for that. If it is taken for late after all, it is put
   * off to the next request, or by {@link #PATIENCE} while somebody is missing who was there when
   * it was found. Any longer, and a short outage that all saw would be none: those that come first
   * would bring its end before the others bring its beginning.
   */
  static final Duration LATE = Duration.ofSeconds(20);

  /** So long whoever is late waits for others who were there until the same moment. */
  static final Duration PATIENCE = Duration.ofSeconds(45);

  /**
   * So long whoever is late goes no further than the slowest. How slow that is, it says itself: one
   * that lies, or fails each time, must not hold all the others for ever.
   */
  static final Duration TOGETHER = Duration.ofMinutes(10);

  /**
   * Others who were heard no longer than this before the oldest result that it kept were cut off
   * with it: the usual period of a check, and what a request is late at most. Whoever was away
   * before brings nothing of that moment first, and would have everybody wait again and again.
   */
  static final Duration TOGETHER_AWAY = Duration.ofMinutes(2);

  private static final Duration THERE = Duration.ofMinutes(1);
  private static final Duration SLICE = Duration.ofSeconds(10);
  private static final int SLICES = 60;

  private Turns() {}

  /** Whether an agent is late whose oldest result was known at that moment. */
  static boolean late(Instant known, Instant now) {
    return known.isBefore(now.minus(LATE));
  }

  /**
   * Up to when a late agent's results are taken; nothing before {@code oldest} if it is to wait.
   *
   * @param since since when it is late
   * @param oldest its oldest result that was not taken yet
   * @param all agents, itself among them
   */
  static Instant limit(
      UUID self, Instant since, Instant oldest, Instant now, Collection<Agent> all) {
    boolean waits =
        now.isBefore(since.plus(PATIENCE))
            && all.stream()
                .filter(other -> !other.id().equals(self))
                .filter(other -> other.state() == AgentState.ACTIVE)
                .filter(other -> other.heardAt().isAfter(oldest.minus(TOGETHER_AWAY)))
                .anyMatch(other -> other.heardAt().isBefore(since));
    if (waits) {
      return oldest.minusNanos(1);
    }
    if (!now.isBefore(since.plus(TOGETHER))) {
      return now.plus(ResultRules.AHEAD);
    }
    Instant slowest =
        all.stream()
            .filter(other -> !other.id().equals(self))
            .filter(other -> other.state() == AgentState.ACTIVE)
            .filter(other -> other.heardAt().isAfter(now.minus(THERE)))
            .flatMap(other -> Optional.ofNullable(other.contact().behindFrom()).stream())
            .filter(behind -> behind.isBefore(oldest))
            .min(Instant::compareTo)
            .orElse(oldest);
    Duration part = Duration.between(slowest, now).dividedBy(SLICES);
    return slowest.plus(part.compareTo(SLICE) > 0 ? part : SLICE);
  }
}
