package eu.rempart.edge.abuse;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.NewPlaces;
import eu.rempart.account.place.SeenPlace;
import eu.rempart.account.signin.SignedIn;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;

/**
 * What accounts do that their members would hardly do: sign in from two places that nobody travels
 * between so fast, take out or archive very many records. It is told and nothing else: whoever
 * looks decides whether the account is to be locked.
 */
class MemberWatch {

  /** Places are countries, and addresses are near borders: so much is no journey. */
  private static final double NO_JOURNEY_KM = 500;

  private static final double SECONDS_OF_HOUR = 3_600;

  private final MassDetector mass;
  private final NewPlaces visited;
  private final AddressPlaces places;
  private final Supplier<EdgeSettings> settings;
  private final SecurityEvents events;
  private final InstantSource clock;
  private final Distances distances = Distances.bundled();

  MemberWatch(
      MassDetector mass,
      NewPlaces visited,
      AddressPlaces places,
      Supplier<EdgeSettings> settings,
      SecurityEvents events,
      InstantSource clock) {
    this.mass = mass;
    this.visited = visited;
    this.places = places;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void signedIn(SignedIn event) {
    UUID memberId = event.member().memberId();
    String place = places.of(event.source());
    visited
        .lastElsewhere(memberId, place)
        .filter(before -> isTooFast(before, place, clock.instant()))
        .ifPresent(before -> tell(memberId, before, place, event.source()));
  }

  private boolean isTooFast(SeenPlace before, String place, Instant now) {
    Duration between = Duration.between(before.at(), now);
    double hours = Math.max(0, between.toSeconds()) / SECONDS_OF_HOUR;
    double most = NO_JOURNEY_KM + settings.get().of(Limit.DETECT_TRAVEL) * hours;
    return distances.between(before.place(), place).orElse(0) > most;
  }

  private void tell(UUID memberId, SeenPlace before, String place, String source) {
    long minutes = Math.max(0, Duration.between(before.at(), clock.instant()).toMinutes());
    events.record(
        SecurityEvent.of("edge.travel", Severity.ALARM)
            .member(memberId)
            .from(source)
            .with("earlier", before.place())
            .with("place", place)
            .with("within", Long.toString(minutes)));
  }

  /**
   * Counted once the second is over, see {@link MassWriter}: whoever archives records one by one
   * waits for nothing.
   */
  @EventListener
  void moved(RecordsMoved moved) {
    mass.did(moved);
  }
}
