package eu.rempart.edge.admin;

import eu.rempart.edge.admin.EdgeChange.Allow;
import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.Lift;
import eu.rempart.edge.admin.EdgeChange.Prolong;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.admin.EdgeChange.SetLimit;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Rules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the ledger tells of a change: what it was about, and what was before and after.
 *
 * @param kind dotted
 */
record LedgerEntry(String kind, Map<String, String> detail) {

  /** Tells of a change that is about to be made. */
  static LedgerEntry of(EdgeChange change, Rules rules, EdgeSettings before) {
    return switch (change) {
      case SaveRule(var rule) ->
          entry(
              "edge.rule.saved",
              Map.of(
                  "target",
                  rule.target().key(),
                  "before",
                  rules.find(rule.target()).map(LedgerEntry::words).orElse("none"),
                  "after",
                  words(rule)));
      case RemoveRule(var rule) ->
          entry("edge.rule.removed", Map.of("target", rule.target().key(), "before", words(rule)));
      case Allow(var network) -> entry("edge.network.allowed", network(network));
      case Disallow(var network) -> entry("edge.network.disallowed", network(network));
      case SetLimit(var limit, var value) ->
          entry(
              "edge.limit.set",
              Map.of(
                  "limit", limit.key(),
                  "before", Integer.toString(before.of(limit)),
                  "after", Integer.toString(limit.clamp(value))));
      case EdgeChange.SetAnswer(var limit, var answer) ->
          entry(
              "edge.answer.set",
              Map.of(
                  "limit", limit.key(),
                  "before", before.answer(limit).key(),
                  "after", answer.key()));
      case SetHome(var home) ->
          entry("edge.home.set", Map.of("before", codes(before.home()), "after", codes(home)));
      case Impose(var network, var length) ->
          entry(
              "edge.ban.imposed",
              Map.of("network", network.toString(), "length", length.toString()));
      case Lift(var ban) -> entry("edge.ban.lifted", ban(ban));
      case Prolong(var ban, var left) -> {
        Map<String, String> detail = ban(ban);
        detail.put("left", left.toString());
        yield entry("edge.ban.changed", detail);
      }
    };
  }

  private static LedgerEntry entry(String kind, Map<String, String> detail) {
    return new LedgerEntry(kind, new TreeMap<>(detail));
  }

  private static String words(CountryRule rule) {
    return "%s %d until %s"
        .formatted(
            rule.treatment(),
            rule.factor(),
            rule.expiresAt() == null ? "changed" : rule.expiresAt());
  }

  private static Map<String, String> network(AllowedNetwork network) {
    return Map.of(
        "network",
        network.network().toString(),
        "until",
        network.expiresAt() == null ? "changed" : network.expiresAt().toString());
  }

  private static Map<String, String> ban(Ban ban) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("ban", ban.id().toString());
    detail.put("network", ban.network().toString());
    detail.put("cause", ban.cause());
    detail.put("until", ban.until().toString());
    return detail;
  }

  private static String codes(Set<Place> places) {
    return places.stream().map(Place::code).sorted().collect(Collectors.joining(" "));
  }
}
