package eu.rempart.edge.admin;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.Set;

/** Something that an administrator wants changed. */
public sealed interface EdgeChange {

  /** A new rule (version 0), or another treatment, reason or end for one. */
  record SaveRule(CountryRule rule) implements EdgeChange {}

  /** A rule goes. */
  record RemoveRule(CountryRule rule) implements EdgeChange {}

  /** A network is never refused from now on; none that all of IPv4 lies in. */
  record Allow(AllowedNetwork network) implements EdgeChange {

    /** Checks. */
    public Allow {
      requireOneFamily(network.network());
    }
  }

  /** A network is treated as any other again. */
  record Disallow(AllowedNetwork network) implements EdgeChange {}

  /** Another limit. */
  record SetLimit(Limit limit, int value) implements EdgeChange {}

  /** Something else is done about networks that do more than a limit lets pass. */
  record SetAnswer(Limit limit, Answer answer) implements EdgeChange {

    /** Checks. */
    public SetAnswer {
      if (!limit.isOfNetworks()) {
        throw new IllegalArgumentException(limit + " finds no networks");
      }
    }
  }

  /** Other countries are the organisation's own. */
  record SetHome(Set<Place> home) implements EdgeChange {}

  /**
   * A network is banned by hand; none of IPv6 that all of IPv4 lies in.
   *
   * @param length a minute to a year
   */
  record Impose(Prefix network, Duration length) implements EdgeChange {

    /** Checks. */
    public Impose {
      requireOneFamily(network);
    }
  }

  /** A ban ends now. */
  record Lift(Ban ban) implements EdgeChange {}

  /**
   * A ban lasts so long from now, or longer where it would anyway.
   *
   * @param left a minute to a year
   */
  record Prolong(Ban ban, Duration left) implements EdgeChange {}

  /** Whoever says {@code ::/64} means this machine, or IPv6, and not everybody of IPv4. */
  private static void requireOneFamily(Prefix network) {
    if (network.spansIpv4()) {
      throw new IllegalArgumentException("all of IPv4 lies in " + network);
    }
  }
}
