package eu.rempart.edge.gate;

import eu.rempart.account.signin.SignedIn;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Remembers for 30 days where members signed in from: when it gets crowded they go first. */
class SignInWatch {

  private final KnownSourceRepository known;
  private final Places places;
  private final InstantSource clock;

  SignInWatch(KnownSourceRepository known, Places places, InstantSource clock) {
    this.known = known;
    this.places = places;
    this.clock = clock;
  }

  @EventListener
  void signedIn(SignedIn event) {
    source(event.source())
        .ifPresent(
            source ->
                known.saw(
                    Prefix.fine(source.high(), source.low()),
                    event.member().memberId(),
                    Place.of(places.of(source.high(), source.low())),
                    today()));
  }

  @Scheduled(initialDelay = 7, fixedDelay = 12 * 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    known.forget(today().minusDays(Policies.DAYS_KNOWN));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Optional<Source> source(String address) {
    try {
      return Optional.of(Source.of(InetAddress.ofLiteral(address)));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
