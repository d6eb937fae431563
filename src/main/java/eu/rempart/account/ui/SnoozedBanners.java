package eu.rempart.account.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Banners that members put aside, each for a day and for themselves alone; after a restart of the
 * server they are back. Thread-safe.
 */
final class SnoozedBanners {

  static final Duration LASTING = Duration.ofDays(1);

  private final InstantSource clock;
  private final Map<Banner, Instant> until = new ConcurrentHashMap<>();

  private record Banner(UUID member, String subject) {}

  SnoozedBanners(InstantSource clock) {
    this.clock = clock;
  }

  void snooze(UUID member, String subject) {
    Instant now = clock.instant();
    until.values().removeIf(end -> !now.isBefore(end));
    until.put(new Banner(member, subject), now.plus(LASTING));
  }

  boolean isSnoozed(UUID member, String subject) {
    Instant end = until.get(new Banner(member, subject));
    return end != null && clock.instant().isBefore(end);
  }
}
