package eu.rempart.edge.admin;

import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.gate.PolicyPreview;
import eu.rempart.edge.rule.Rules;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
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
    RuleSet now = RuleSet.of(rules);
    return switch (change) {
      case Impose(var network, _) ->
          network.contains(source.get().high(), source.get().low())
              && lets(now, source.get())
              && !preview.isAllowed(source.get(), now.allowed());
      case EdgeChange.SaveRule _,
          EdgeChange.RemoveRule _,
          EdgeChange.Disallow _,
          EdgeChange.SetHome _ ->
          !lets(now.after(change), source.get()) && lets(now, source.get());
      case EdgeChange.Allow _, EdgeChange.SetLimit _, EdgeChange.Lift _, EdgeChange.SetLeft _ ->
          false;
    };
  }

  private boolean lets(RuleSet set, Source source) {
    return preview.lets(source, set.rules(), set.allowed(), set.settings());
  }

  private static Optional<Source> source(String address) {
    try {
      return Optional.of(Source.of(InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""))));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
