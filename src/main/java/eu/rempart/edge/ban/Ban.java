package eu.rempart.edge.ban;

import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A network that is slowed or refused for a while.
 *
 * @param version 0 before it is saved
 * @param place where the network is, as it was known then
 * @param cause what it is for: its words are under {@code edge.cause.CAUSE} in the texts
 * @param evidence the parameters of those words: numbers and counts
 * @param reason an administrator's words; null from the machine
 * @param repetition how often the network was banned within 30 days, this time included
 * @param imposedBy a member; null: the machine
 * @param lift how it was ended before its time; null if it was not
 */
public record Ban(
    UUID id,
    int version,
    Prefix network,
    Place place,
    Step step,
    String cause,
    Map<String, String> evidence,
    @Nullable String reason,
    int repetition,
    Instant begunAt,
    Instant until,
    @Nullable UUID imposedBy,
    @Nullable Lift lift) {

  /** The cause of what an administrator imposes. */
  public static final String BY_HAND = "by-hand";

  /** What is done: the machine tries the first before the second. */
  public enum Step {
    SLOWED,
    BANNED
  }

  /** Ended by a member before its time. */
  public record Lift(Instant at, UUID by, @Nullable String reason) {}

  /** Copies. */
  public Ban {
    evidence = Map.copyOf(evidence);
  }

  /** The key of the sentence that explains it; goes with {@link #causeArguments}. */
  public String causeKey() {
    return "edge.cause." + cause;
  }

  /**
   * How often, how many accounts, how many sources, and within how many minutes: as far as the
   * sentence tells of them.
   */
  public Object[] causeArguments() {
    return new Object[] {number("count"), number("accounts"), number("sources"), minutes()};
  }

  /** Former bans do not say it: it was always as long. */
  private long minutes() {
    return Long.parseLong(evidence.getOrDefault("minutes", "10"));
  }

  private long number(String name) {
    return Long.parseLong(evidence.getOrDefault(name, "0"));
  }

  public boolean activeAt(Instant now) {
    return lift == null && now.isBefore(until);
  }

  /**
   * How much of it is left; never more than it was given, so that a clock that is set back makes no
   * ban longer than it was meant. Zero when it is over.
   */
  public Duration left(Instant now) {
    if (lift != null || !now.isBefore(until)) {
      return Duration.ZERO;
    }
    Duration whole = Duration.between(begunAt, until);
    Duration left = Duration.between(now, until);
    return left.compareTo(whole) > 0 ? whole : left;
  }
}
