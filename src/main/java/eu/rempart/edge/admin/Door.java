package eu.rempart.edge.admin;

import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.Prolong;
import eu.rempart.edge.admin.Outcome.WouldShutOut;
import eu.rempart.edge.admin.Outcome.WouldShutOutLater;
import eu.rempart.edge.gate.PolicyPreview;
import eu.rempart.edge.rule.Rules;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether an administrator's own address would still be let in after a change. */
final class Door {

  private final Rules rules;
  private final PolicyPreview preview;
  private final BooleanSupplier secondFactor;

  /**
   * @param secondFactor whether whoever is signed in would have one to show
   */
  Door(Rules rules, PolicyPreview preview, BooleanSupplier secondFactor) {
    this.rules = rules;
    this.preview = preview;
    this.secondFactor = secondFactor;
  }

  /** Whether a change refuses this address, which was not refused before, now or some day. */
  Optional<Outcome> shuts(EdgeChange change, String address) {
    return source(address).flatMap(source -> shuts(change, source, address));
  }

  private Optional<Outcome> shuts(EdgeChange change, Source source, String address) {
    RuleSet before = RuleSet.of(rules);
    if (shutsAt(preview.now(), change, before, source)) {
      return Optional.of(new WouldShutOut(address));
    }
    return switch (change) {
      case EdgeChange.SaveRule _,
          EdgeChange.RemoveRule _,
          EdgeChange.Allow _,
          EdgeChange.Disallow _,
          EdgeChange.SetHome _ ->
          before
              .after(change)
              .ends(preview.now())
              .filter(end -> shutsAt(end, change, before, source))
              .findFirst()
              .map(end -> new WouldShutOutLater(address, end));
      case Impose(var network, var length) -> later(before, network, length, source, address);
      case Prolong(var ban, var left) -> later(before, ban.network(), left, source, address);
      case EdgeChange.SetLimit _, EdgeChange.SetAnswer _, EdgeChange.Lift _ -> Optional.empty();
    };
  }

  /** Whether a ban is still there when what lets its maker in ends. */
  private Optional<Outcome> later(
      RuleSet before, Prefix network, Duration length, Source source, String address) {
    Instant now = preview.now();
    return before
        .ends(now)
        .filter(end -> end.isBefore(now.plus(length)))
        .filter(end -> meets(network, source, before, end))
        .findFirst()
        .map(end -> new WouldShutOutLater(address, end));
  }

  /** Whether somebody there is in the network, and nothing keeps a ban of it from them. */
  private boolean meets(Prefix network, Source source, RuleSet set, Instant at) {
    return network.contains(source.high(), source.low())
        && !preview.isAllowed(source, set.allowed(), at);
  }

  private boolean shutsAt(Instant at, EdgeChange change, RuleSet now, Source source) {
    return switch (change) {
      case Impose(var network, _) -> lets(now, source, at) && meets(network, source, now, at);
      case Prolong(var ban, _) -> meets(ban.network(), source, now, at);
      case EdgeChange.SaveRule _,
          EdgeChange.RemoveRule _,
          EdgeChange.Allow _,
          EdgeChange.Disallow _,
          EdgeChange.SetHome _ ->
          !lets(now.after(change), source, at) && lets(now, source, at);
      case EdgeChange.SetLimit _, EdgeChange.SetAnswer _, EdgeChange.Lift _ -> false;
    };
  }

  private boolean lets(RuleSet set, Source source, Instant at) {
    Treatment least = secondFactor.getAsBoolean() ? Treatment.SECOND_FACTOR : Treatment.SLOWED;
    return preview.lets(source, set.rules(), set.allowed(), set.settings(), at, least);
  }

  private static Optional<Source> source(String address) {
    try {
      return Optional.of(Source.of(InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""))));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
