package eu.rempart.edge.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.rempart.account.signin.SprayGuard;
import eu.rempart.edge.abuse.SignInDetectors.Spray;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whom a spray makes wait: strangers from the countries that it comes from. First each of their
 * tries waits some seconds, so that whoever has many addresses has to come twice with each. Where
 * it goes on they are refused, unless the organisation or one of its members is in that country:
 * these are slowed for as long as it lasts. Networks where members are, and addresses of which no
 * country is known, never wait. Thread safe.
 */
final class SprayGate implements SprayGuard {

  /** So long each try waits. */
  static final Duration WAIT = Duration.ofSeconds(5);

  /** So long being slowed is given to help. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** From fewer sources of a country it may be people who mistyped. */
  private static final int FEWEST = 3;

  /** One in so many of all sources makes a country one that it comes from. */
  private static final int SHARE = 20;

  private static final int REMEMBERED = 20_000;

  /**
   * A country that a spray comes from.
   *
   * @param since in nanoseconds
   * @param ours whether the organisation or a member is there
   */
  private record Sprayed(long since, boolean ours) {}

  private final Protected protection;
  private final Places places;
  private final Supplier<EdgeSettings> settings;
  private final LongSupplier nanos;

  /** When each that waits asked first, in nanoseconds. */
  private final Cache<Prefix, Long> waiting;

  private volatile Map<Place, Sprayed> sprayed = Map.of();

  SprayGate(
      Protected protection, Places places, Supplier<EdgeSettings> settings, LongSupplier nanos) {
    this.protection = protection;
    this.places = places;
    this.settings = settings;
    this.nanos = nanos;
    this.waiting =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(10))
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** Nobody sprays. */
  void over() {
    sprayed = Map.of();
  }

  /** Looks where a spray comes from now; called by one thread at a time. */
  void look(Spray spray) {
    Map<Place, Integer> sources = new HashMap<>();
    spray.several().forEach(each -> sources.merge(place(each), 1, Integer::sum));
    spray.once().forEach(each -> sources.merge(place(each), 1, Integer::sum));
    sources.remove(Place.UNKNOWN);
    sources.values().removeIf(many -> many < FEWEST || many * SHARE < spray.sources());
    Set<Place> ours = new HashSet<>(settings.get().home());
    protection.memberNetworks().forEach(each -> ours.add(place(each)));
    long now = nanos.getAsLong();
    Map<Place, Sprayed> before = sprayed;
    Map<Place, Sprayed> after = new HashMap<>();
    for (Place place : sources.keySet()) {
      Sprayed known = before.get(place);
      after.put(place, new Sprayed(known == null ? now : known.since(), ours.contains(place)));
    }
    sprayed = Map.copyOf(after);
  }

  /** Where it comes from, in the order of the letters. */
  Set<Place> from() {
    return new TreeSet<>(sprayed.keySet());
  }

  /** Whether a source that tried once is one of those who spray, as far as its country says so. */
  boolean isSuspect(Prefix source) {
    Sprayed there = sprayed.get(place(source));
    return there != null && !there.ours();
  }

  @Override
  public Duration waitOf(String address) {
    if (sprayed.isEmpty()) {
      return Duration.ZERO;
    }
    Source source;
    try {
      source = Source.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return Duration.ZERO;
    }
    return waitOf(Prefix.fine(source.high(), source.low()));
  }

  private Duration waitOf(Prefix source) {
    Answer answer = Detection.PASSWORD_SPRAYING.answer(settings.get());
    Sprayed there = sprayed.get(place(source));
    if (there == null
        || answer == Answer.WATCH
        || protection.isFree(source)
        || protection.isMembers(source)) {
      return Duration.ZERO;
    }
    long now = nanos.getAsLong();
    if (answer == Answer.BAN && !there.ours() && now - there.since() >= PATIENCE.toNanos()) {
      return settings.get().minutes(Limit.WINDOW_SIGN_IN);
    }
    Long first = waiting.asMap().putIfAbsent(source, now);
    Duration left = first == null ? WAIT : WAIT.minusNanos(now - first);
    if (left.isPositive()) {
      return left;
    }
    waiting.invalidate(source);
    return Duration.ZERO;
  }

  private Place place(Prefix network) {
    return Place.of(places.of(network.high(), network.low()));
  }
}
