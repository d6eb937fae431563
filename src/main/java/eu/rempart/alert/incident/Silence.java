package eu.rempart.alert.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of what nobody is told for a while. The incidents are there all the same, and are told of when it
 * ends if they go on.
 *
 * @param source of which source; null for all
 * @param label of what alone; null for all of the source
 * @param reason 1 to {@value #LONGEST_REASON} characters in one line
 */
public record Silence(
    UUID id,
    @Nullable String source,
    @Nullable String label,
    Instant begin,
    Instant end,
    String reason,
    UUID by) {

  public static final int LONGEST_REASON = 200;
  public static final Duration LONGEST = Duration.ofDays(7);

  /** Checks. */
  public Silence {
    if (reason.isBlank()
        || reason.length() > LONGEST_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a reason has 1 to %d characters in one line, got %d"
              .formatted(LONGEST_REASON, reason.length()));
    }
    if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a silence lasts at most %s, not from %s to %s".formatted(LONGEST, begin, end));
    }
  }
}
