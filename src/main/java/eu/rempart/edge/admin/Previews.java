package eu.rempart.edge.admin;

import eu.rempart.edge.admin.Preview.Basis;
import eu.rempart.edge.gate.EdgePolicy;
import eu.rempart.edge.gate.PolicyPreview;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Works out what changes would have done to the traffic of the last seven days. */
final class Previews {

  private static final Duration BACK = Duration.ofDays(7);
  static final int SHOWN = 50;
  private static final Measure[] REQUESTS =
      List.of(Measure.values()).stream().filter(Measure::isRequest).toArray(Measure[]::new);

  private final TrafficArchive archive;
  private final Rules rules;
  private final PolicyPreview policies;
  private final LimitPreviews limits;

  Previews(TrafficArchive archive, Rules rules, PolicyPreview policies) {
    this.limits = new LimitPreviews(archive, BACK);
    this.archive = archive;
    this.rules = rules;
    this.policies = policies;
  }

  Preview of(EdgeChange change) {
    return switch (change) {
      case EdgeChange.SaveRule(var rule) -> rule(change, rule);
      case EdgeChange.RemoveRule _, EdgeChange.SetHome _ -> otherwise(change);
      case EdgeChange.Disallow(var network) -> disallowed(change, network.network());
      case EdgeChange.Impose(var network, _) -> sources(inside(network));
      case EdgeChange.SetLimit(var limit, var value) -> limits.of(limit, limit.clamp(value));
      case EdgeChange.SetAnswer _ -> LimitPreviews.of(List.of(), Basis.UNKNOWN);
      // these let more in, or the same
      case EdgeChange.Allow _, EdgeChange.Lift _, EdgeChange.Prolong _ -> sources(source -> false);
    };
  }

  /** What a rule is about, whatever was before it; countries with a rule of their own are not. */
  private Preview rule(EdgeChange change, CountryRule rule) {
    EdgeSettings settings = rules.settings();
    Instant now = policies.now();
    Set<String> own =
        rules.all().stream()
            .filter(each -> each.holdsAt(now) && !each.target().equals(rule.target()))
            .map(each -> each.target().key())
            .collect(Collectors.toSet());
    return places(
        policy(RuleSet.of(rules).after(change)),
        place ->
            rule.holdsAt(now)
                && rule.target().contains(place, settings.home())
                && !own.contains(place.code()));
  }

  /** Without a rule, or with another home, a country may fall under the rule of a group. */
  private Preview otherwise(EdgeChange change) {
    RuleSet set = RuleSet.of(rules);
    EdgePolicy before = policy(set);
    EdgePolicy after = policy(set.after(change));
    return places(
        after,
        place ->
            before.treatment(place.index()) != after.treatment(place.index())
                || before.factor(place.index()) < after.factor(place.index()));
  }

  /** Places are counted whole, so this is exact; but for networks that are allowed. */
  private Preview places(EdgePolicy after, Predicate<Place> meant) {
    TrafficSnapshot traffic = archive.since(BACK);
    Predicate<Place> met = meant.and(place -> after.treatment(place.index()) != Treatment.NORMAL);
    Predicate<Place> signInsAlone =
        place -> after.treatment(place.index()) == Treatment.SECOND_FACTOR;
    var connections = only(met, traffic.byPlace(Measure.FULL_HANDSHAKE, Measure.RESUMED_HANDSHAKE));
    var requests = only(met, traffic.byPlace(REQUESTS));
    var signIns = only(met, traffic.byPlace(Measure.SIGN_IN));
    return new Preview(
        sum(only(signInsAlone.negate(), connections)),
        sum(only(signInsAlone.negate(), requests)) + sum(only(signInsAlone, signIns)),
        sum(signIns),
        connections,
        archive.sources(BACK).stream()
            .filter(source -> met.test(source.place()))
            .limit(SHOWN)
            .toList(),
        true,
        Basis.COUNTS);
  }

  /** What came from a network that would be treated as the country around it again. */
  private Preview disallowed(EdgeChange change, Prefix network) {
    EdgePolicy after = policy(RuleSet.of(rules).after(change));
    return sources(
        inside(network)
            .and(source -> after.treatment(source.place().index()) != Treatment.NORMAL)
            .and(source -> !isAllowed(after, source.window().prefix())));
  }

  /** Whether another network that is allowed lies around it. */
  private static boolean isAllowed(EdgePolicy policy, Prefix prefix) {
    return policy.isAllowed(prefix.high(), prefix.low(), 0);
  }

  private EdgePolicy policy(RuleSet set) {
    return policies.policy(set.rules(), set.allowed(), set.settings());
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
