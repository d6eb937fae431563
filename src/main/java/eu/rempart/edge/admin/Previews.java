package eu.rempart.edge.admin;

import eu.rempart.edge.admin.Preview.Basis;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Rules;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.PlacedSource;
import eu.rempart.edge.traffic.TrafficArchive;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Works out what changes would have done to the traffic of the last seven days. */
final class Previews {

  private static final Duration BACK = Duration.ofDays(7);
  static final int SHOWN = 50;
  private static final Measure[] REQUESTS =
      List.of(Measure.values()).stream().filter(Measure::isRequest).toArray(Measure[]::new);

  private final TrafficArchive archive;
  private final Rules rules;
  private final LimitPreviews limits;

  Previews(TrafficArchive archive, Rules rules) {
    this.limits = new LimitPreviews(archive, BACK);
    this.archive = archive;
    this.rules = rules;
  }

  Preview of(EdgeChange change) {
    return switch (change) {
      case EdgeChange.SaveRule(var rule) -> rule(rule);
      case EdgeChange.Impose(var network, _) -> sources(inside(network));
      case EdgeChange.SetLimit(var limit, var value) -> limits.of(limit, limit.clamp(value));
      // these let more in, or the same
      case EdgeChange.RemoveRule _,
          EdgeChange.Allow _,
          EdgeChange.Disallow _,
          EdgeChange.SetHome _,
          EdgeChange.Lift _,
          EdgeChange.SetLeft _ ->
          sources(source -> false);
    };
  }

  /** Places are counted whole, so this is exact; but for those that have a rule of their own. */
  private Preview rule(CountryRule rule) {
    EdgeSettings settings = rules.settings();
    TrafficSnapshot traffic = archive.since(BACK);
    Predicate<Place> meant =
        place ->
            rule.treatment() != Treatment.NORMAL
                && rule.target().contains(place, settings.home())
                && !hasOwn(place, rule);
    var connections =
        only(meant, traffic.byPlace(Measure.FULL_HANDSHAKE, Measure.RESUMED_HANDSHAKE));
    var requests = only(meant, traffic.byPlace(REQUESTS));
    var signIns = only(meant, traffic.byPlace(Measure.SIGN_IN));
    boolean onlySignIns = rule.treatment() == Treatment.SECOND_FACTOR;
    return new Preview(
        onlySignIns ? 0 : sum(connections),
        onlySignIns ? sum(signIns) : sum(requests),
        sum(signIns),
        connections,
        archive.sources(BACK).stream()
            .filter(source -> meant.test(source.place()))
            .limit(SHOWN)
            .toList(),
        true,
        Basis.COUNTS);
  }

  private boolean hasOwn(Place place, CountryRule other) {
    return rules.all().stream()
        .anyMatch(
            rule ->
                rule.target().key().equals(place.code())
                    && !rule.target().key().equals(other.target().key()));
  }

  private Preview sources(Predicate<PlacedSource> meant) {
    return LimitPreviews.of(archive.sources(BACK).stream().filter(meant).toList(), Basis.COUNTS);
  }

  private static Predicate<PlacedSource> inside(Prefix network) {
    return source -> network.overlaps(source.window().prefix());
  }

  private static SortedMap<Place, Long> only(Predicate<Place> meant, Map<Place, Long> counts) {
    TreeMap<Place, Long> kept = new TreeMap<>(counts);
    kept.keySet().removeIf(meant.negate());
    return kept;
  }

  private static long sum(Map<Place, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
