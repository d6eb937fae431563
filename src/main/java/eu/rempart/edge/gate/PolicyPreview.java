package eu.rempart.edge.gate;

import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.gate.EdgePolicy.Parts;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Asks a policy that is not in force whether it would let somebody in. */
public final class PolicyPreview {

  private final Bans bans;
  private final Places places;
  private final InstantSource clock;

  PolicyPreview(Bans bans, Places places, InstantSource clock) {
    this.bans = bans;
    this.places = places;
    this.clock = clock;
  }

  /** The moment by which rules have ended or not. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Whether somebody there could connect and sign in.
   *
   * @param at now, or later: what has ended by then holds no more
   * @param hardest what they would pass: whoever has a second factor passes where it is asked for
   */
  public boolean lets(
      Source source,
      List<CountryRule> rules,
      List<AllowedNetwork> allowed,
      EdgeSettings settings,
      Instant at,
      Treatment hardest) {
    var policy =
        new EdgePolicy(new Parts(rules, allowed, bans.active(), List.of(), settings), at, 0);
    if (policy.isAllowed(source.high(), source.low(), 0)) {
      return true;
    }
    Treatment treatment = policy.treatment(places.of(source.high(), source.low()));
    return !policy.isBanned(source.high(), source.low(), 0) && treatment.compareTo(hardest) <= 0;
  }

  /** The policy that these rules would make, without bans. */
  public EdgePolicy policy(
      List<CountryRule> rules, List<AllowedNetwork> allowed, EdgeSettings settings) {
    var parts = new Parts(rules, allowed, List.of(), List.of(), settings);
    return new EdgePolicy(parts, clock.instant(), 0);
  }

  /**
   * Whether it is on the list of networks that are never refused.
   *
   * @param at now, or later: what has ended by then holds no more
   */
  public boolean isAllowed(Source source, List<AllowedNetwork> allowed, Instant at) {
    return allowed.stream()
        .anyMatch(each -> each.holdsAt(at) && each.network().contains(source.high(), source.low()));
  }
}
