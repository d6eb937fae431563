package eu.rempart.alert.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What is so for a while whatever the rotation says.
 *
 * @param first on duty first; of a swap, who is replaced
 * @param second on duty second; of a swap, who stands in
 */
public record DutyEntry(UUID id, Kind kind, UUID first, UUID second, Instant begin, Instant end) {

  public static final Duration LONGEST = Duration.ofDays(366);

  /** What is said. */
  public enum Kind {
    /** These two are on duty. */
    PAIR,
    /** The second is on duty wherever the first would be. */
    SWAP
  }

  /** Checks. */
  public DutyEntry {
    if (first.equals(second)) {
      throw new IllegalArgumentException("two people are two");
    }
    if (!end.isAfter(begin) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "an entry lasts at most %s, not from %s to %s".formatted(LONGEST, begin, end));
    }
  }

  boolean covers(Instant moment) {
    return !moment.isBefore(begin) && moment.isBefore(end);
  }
}
