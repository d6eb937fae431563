package eu.rempart.edge.admin;

import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.gate.PolicyPreview;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Rules;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an administrator's own address would still be let in after a change. */
final class Door {

  private final Rules rules;
  private final PolicyPreview preview;

  Door(Rules rules, PolicyPreview preview) {
    this.rules = rules;
    this.preview = preview;
  }

  /** Whether a change refuses this address, which was not refused before. */
  boolean shuts(EdgeChange change, String address) {
    Optional<Source> source = source(address);
    if (source.isEmpty()) {
      return false;
    }
    List<CountryRule> ruled = new ArrayList<>(rules.all());
    List<AllowedNetwork> allowed = new ArrayList<>(rules.allowed());
    EdgeSettings settings = rules.settings();
    switch (change) {
      case SaveRule(var rule) -> {
        ruled.removeIf(each -> each.target().equals(rule.target()));
        ruled.add(rule);
      }
      case RemoveRule(var rule) -> ruled.removeIf(each -> each.id().equals(rule.id()));
      case Disallow(var network) -> allowed.removeIf(each -> each.id().equals(network.id()));
      case SetHome(var home) -> settings = new EdgeSettings(settings.limits(), home);
      case Impose(var network, _) -> {
        return network.contains(source.get().high(), source.get().low())
            && preview.lets(source.get(), ruled, allowed, settings)
            && !preview.isAllowed(source.get(), allowed);
      }
      case EdgeChange.Allow _, EdgeChange.SetLimit _, EdgeChange.Lift _, EdgeChange.SetLeft _ -> {
        return false;
      }
    }
    return !preview.lets(source.get(), ruled, allowed, settings)
        && preview.lets(source.get(), rules.all(), rules.allowed(), rules.settings());
  }

  private static Optional<Source> source(String address) {
    try {
      return Optional.of(Source.of(InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""))));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
