package eu.rempart.edge.admin;

import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may come, as it is or as it would be: all that decides by country. */
record RuleSet(List<CountryRule> rules, List<AllowedNetwork> allowed, EdgeSettings settings) {

  /** Copies. */
  RuleSet {
    rules = List.copyOf(rules);
    allowed = List.copyOf(allowed);
  }

  static RuleSet of(Rules rules) {
    return new RuleSet(rules.all(), rules.allowed(), rules.settings());
  }

  /** When parts of it end, the next first; without those that have ended. */
  Stream<Instant> ends(Instant now) {
    return Stream.concat(
            rules.stream().map(CountryRule::expiresAt),
            allowed.stream().map(AllowedNetwork::expiresAt))
        .flatMap(Stream::ofNullable)
        .filter(end -> end.isAfter(now))
        .distinct()
        .sorted();
  }

  /** The same after a change, as far as countries are concerned. */
  RuleSet after(EdgeChange change) {
    List<CountryRule> ruled = new ArrayList<>(rules);
    List<AllowedNetwork> free = new ArrayList<>(allowed);
    EdgeSettings set = settings;
    switch (change) {
      case SaveRule(var rule) -> {
        ruled.removeIf(each -> each.target().equals(rule.target()));
        ruled.add(rule);
      }
      case RemoveRule(var rule) -> ruled.removeIf(each -> each.id().equals(rule.id()));
      case EdgeChange.Allow(var network) -> free.add(network);
      case Disallow(var network) -> free.removeIf(each -> each.id().equals(network.id()));
      case SetHome(var home) -> set = new EdgeSettings(settings.limits(), home, settings.answers());
      case EdgeChange.SetLimit _,
          EdgeChange.SetAnswer _,
          EdgeChange.Impose _,
          EdgeChange.Lift _,
          EdgeChange.Prolong _ -> {}
    }
    return new RuleSet(ruled, free, set);
  }
}
