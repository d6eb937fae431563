package eu.rempart.edge.abuse;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tells of networks that are only watched: of each once in a while, and of each cause so many in a
 * minute and how many more there were. Else whoever has very many networks would fill the queue of
 * security events, and what else is told then would be lost. Thread safe.
 */
final class Watching {

  /** So long nothing is said again of a network. */
  static final Duration TOLD = Duration.ofMinutes(10);

  /** Of so many networks it is told in a minute, for each cause. */
  static final int IN_A_MINUTE = 30;

  /** More of them are not told apart. */
  private static final int MOST_OTHERS = 20_000;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** What goes on of one network, and why. */
  private record Watched(Prefix network, String cause) {}

  /** What was said of a cause since a moment; guarded by the one that watches. */
  private static final class Minute {
    private final long since;
    private final Set<Prefix> others = new HashSet<>();
    private int told;

    private Minute(long since) {
      this.since = since;
    }
  }

  private final Protected protection;
  private final Places places;
  private final SecurityEvents events;
  private final LongSupplier nanos;
  private final Recently told;
  private final Map<String, Minute> minutes = new HashMap<>();

  Watching(Protected protection, Places places, SecurityEvents events, LongSupplier nanos) {
    this.protection = protection;
    this.places = places;
    this.events = events;
    this.nanos = nanos;
    this.told = new Recently(nanos::getAsLong, TOLD);
  }

  /** A network does what is only watched. */
  void watch(Suspicion suspicion) {
    Prefix network = suspicion.network();
    Watched watched = new Watched(network, suspicion.cause());
    if (isKnown(watched) || protection.isFree(network) || !mayTell(watched)) {
      return;
    }
    SecurityEvent event =
        SecurityEvent.of("edge.suspected", Severity.NOTICE)
            .from(new Source(network.high(), network.low()).address().getHostAddress())
            .with("network", network.toString())
            .with("cause", suspicion.cause())
            .with("place", Place.of(places.of(network.high(), network.low())).code());
    for (var each : suspicion.evidence().entrySet()) {
      event = event.with(each.getKey(), each.getValue());
    }
    events.record(event);
  }

  /** Whether it was told, or counted, already: asked first, since it costs least. */
  private synchronized boolean isKnown(Watched watched) {
    Minute minute = minutes.get(watched.cause());
    return told.knows(watched) || (minute != null && minute.others.contains(watched.network()));
  }

  private synchronized boolean mayTell(Watched watched) {
    Minute minute = minutes.computeIfAbsent(watched.cause(), _ -> new Minute(nanos.getAsLong()));
    if (minute.told < IN_A_MINUTE) {
      // only now: of whom there is no room for it is told later
      boolean before = told.answered(watched);
      minute.told += before ? 0 : 1;
      return !before;
    }
    if (minute.others.size() < MOST_OTHERS) {
      minute.others.add(watched.network());
    }
    return false;
  }

  /** What is to be told of minutes that are over: how many there was no room for. */
  synchronized List<SecurityEvent> over() {
    long now = nanos.getAsLong();
    List<SecurityEvent> all = new ArrayList<>();
    for (var each = minutes.entrySet().iterator(); each.hasNext(); ) {
      var of = each.next();
      Minute minute = of.getValue();
      if (now - minute.since >= MINUTE) {
        each.remove();
        if (!minute.others.isEmpty()) {
          all.add(
              SecurityEvent.of("edge.suspected.more", Severity.NOTICE)
                  .with("cause", of.getKey())
                  .with("count", Integer.toString(minute.others.size())));
        }
      }
    }
    return all;
  }
}
