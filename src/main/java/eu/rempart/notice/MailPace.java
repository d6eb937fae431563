package eu.rempart.notice;

import java.time.Duration;
import java.util.Optional;

/** How often somebody gets a letter about what they did not read yet. */
public enum MailPace {
  NEVER,
  HOURLY,
  DAILY;

  /** The time from one letter to the next; empty for no letters. */
  Optional<Duration> between() {
    return switch (this) {
      case NEVER -> Optional.empty();
      case HOURLY -> Optional.of(Duration.ofHours(1));
      case DAILY -> Optional.of(Duration.ofDays(1));
    };
  }
}
