package eu.rempart.edge.traffic;

import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells of what rose far above its usual number: once for all nodes, which see the same figures,
 * and again if it lasts for hours.
 */
class RiseWatch {

  private static final Logger log = LoggerFactory.getLogger(RiseWatch.class);
  private static final Duration AGAIN = Duration.ofHours(6);

  private final Rises rises;
  private final TrafficRepository repository;
  private final SecurityEvents events;
  private final InstantSource clock;

  RiseWatch(Rises rises, TrafficRepository repository, SecurityEvents events, InstantSource clock) {
    this.rises = rises;
    this.repository = repository;
    this.events = events;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 6, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
  void look() {
    Instant now = clock.instant();
    try {
      for (Rise rise : rises.now().orElse(List.of())) {
        if (repository.isFirstToTell(rise, now, AGAIN)) {
          tell(rise);
        }
      }
    } catch (RuntimeException e) {
      // whatever the database or its driver throws
      log.warn("the past weeks can't be read; unusual rises are looked for again later", e);
    }
  }

  private void tell(Rise rise) {
    SecurityEvent event =
        SecurityEvent.of("edge.rise", Severity.WARNING)
            .with("topic", rise.topic().name())
            .with("number", Long.toString(rise.now()))
            .with("usual", Long.toString(rise.usual()));
    events.record(rise.place().map(place -> event.with("place", place.code())).orElse(event));
  }
}
