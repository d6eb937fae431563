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

  /** A network is never refused from now on. */
  record Allow(AllowedNetwork network) implements EdgeChange {}

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
   * A network is banned by hand.
   *
   * @param length a minute to a year
   */
  record Impose(Prefix network, Duration length) implements EdgeChange {}

  /** A ban ends now. */
  record Lift(Ban ban) implements EdgeChange {}

  /**
   * A ban lasts so long from now, or longer where it would anyway.
   *
   * @param left a minute to a year
   */
  record Prolong(Ban ban, Duration left) implements EdgeChange {}
}
