package eu.rempart.edge.admin;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.edge.admin.EdgeChange.Allow;
import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.Lift;
import eu.rempart.edge.admin.EdgeChange.Prolong;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.admin.EdgeChange.SetLimit;
import eu.rempart.edge.admin.Outcome.Done;
import eu.rempart.edge.admin.Outcome.Stale;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Reasons;
import eu.rempart.edge.rule.Rules;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.serve.EdgeEngine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What administrators see and change of the gates. Engineers see rules, limits and bans in force,
 * which need {@link Right#SEE_OPERATIONS}; every other method needs {@link Right#MANAGE_SECURITY}.
 * Every change needs a reason, and stands in the ledger.
 */
public class EdgeAdministration {

  /** Bans by hand are this short at least and this long at most. */
  public static final Duration SHORTEST = Duration.ofMinutes(1);

  public static final Duration LONGEST = Duration.ofDays(366);

  private static final Reason CHANGE = new Reason("edge");
  private static final int SHOWN = 1_000;

  private final Rules rules;
  private final Bans bans;
  private final Places places;
  private final Policies policies;
  private final LedgerQueries ledger;
  private final Previews previews;
  private final Door door;
  private final Writes writes;
  private final Rights rights;
  private final FreshProof proof;
  private final CurrentMember current;
  private final Supplier<Optional<EdgeEngine>> engine;

  EdgeAdministration(
      Rules rules,
      Bans bans,
      Places places,
      Policies policies,
      LedgerQueries ledger,
      Previews previews,
      Door door,
      Writes writes,
      Rights rights,
      FreshProof proof,
      CurrentMember current,
      Supplier<Optional<EdgeEngine>> engine) {
    this.rules = rules;
    this.bans = bans;
    this.places = places;
    this.policies = policies;
    this.ledger = ledger;
    this.previews = previews;
    this.door = door;
    this.writes = writes;
    this.rights = rights;
    this.proof = proof;
    this.current = current;
    this.engine = engine;
  }

  /**
   * What does the cryptography of connections in this process: it says whether something is missing
   * for the best of it.
   */
  public Optional<EdgeEngine> engine() {
    rights.require(Right.SEE_OPERATIONS);
    return engine.get();
  }

  /** All rules by country and group, those that have expired included. */
  public List<CountryRule> rules() {
    rights.require(Right.SEE_OPERATIONS);
    return rules.all();
  }

  /** Networks that are never refused, those that have expired included. */
  public List<AllowedNetwork> allowed() {
    rights.require(Right.MANAGE_SECURITY);
    return rules.allowed();
  }

  public EdgeSettings settings() {
    rights.require(Right.SEE_OPERATIONS);
    return rules.settings();
  }

  /**
   * What is done against networks now: bans, the one that ends first first, and then what is only
   * slowed. A network that was slowed before it was banned is there once.
   */
  public List<Ban> bans() {
    rights.require(Right.SEE_OPERATIONS);
    List<Ban> active = bans.active();
    Set<Prefix> banned =
        active.stream()
            .filter(ban -> ban.step() == Step.BANNED)
            .map(Ban::network)
            .collect(Collectors.toSet());
    return active.stream()
        .filter(ban -> ban.step() == Step.BANNED || !banned.contains(ban.network()))
        .sorted(Comparator.comparing(ban -> ban.step() != Step.BANNED))
        .toList();
  }

  /** Bans in force and former ones, the newest first, at most a thousand. */
  public List<Ban> formerBans() {
    rights.require(Right.MANAGE_SECURITY);
    return bans.latest(SHOWN);
  }

  /** What a change would have refused or slowed in the last seven days. */
  public Preview preview(EdgeChange change) {
    rights.require(Right.MANAGE_SECURITY);
    return previews.of(change);
  }

  /**
   * Makes a change, unless it would shut out whoever makes it. Rules and limits need a fresh proof;
   * bans of single networks do not, which end by themselves and are a matter of seconds.
   *
   * @param address the acting administrator's, as the request has it
   * @param reason in their words, 1 to 500 characters, kept in clear
   * @throws IllegalArgumentException without a reason, or for a length outside of the bounds
   */
  @NeedsFreshProof(ProofPurpose.SECURITY_RULES)
  public Outcome change(EdgeChange change, String address, String reason) {
    rights.require(Right.MANAGE_SECURITY);
    if (!isOfBan(change)) {
      proof.require(ProofPurpose.SECURITY_RULES);
    }
    Reasons.require(reason);
    Optional<Outcome> refusal = door.shuts(change, address);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    UUID by = current.id();
    Outcome outcome =
        writes.inTransaction(
            CHANGE,
            each -> {
              LedgerEntry entry = LedgerEntry.of(change, rules, policies.current().settings());
              if (!apply(change, by, reason)) {
                return new Stale();
              }
              ledger.append(entry.kind(), reason, entry.detail());
              return new Done();
            });
    policies.reload();
    return outcome;
  }

  private static boolean isOfBan(EdgeChange change) {
    return change instanceof Impose || change instanceof Lift || change instanceof Prolong;
  }

  private boolean apply(EdgeChange change, UUID by, String reason) {
    return switch (change) {
      case SaveRule(var rule) -> rules.save(rule, by);
      case RemoveRule(var rule) -> rules.remove(rule);
      case Allow(var network) -> rules.allow(network, by);
      case Disallow(var network) -> rules.disallow(network);
      case SetLimit(var limit, var value) -> {
        rules.set(limit, value, by);
        yield true;
      }
      case EdgeChange.SetAnswer(var limit, var answer) -> {
        rules.set(limit, answer, by);
        yield true;
      }
      case SetHome(var home) -> {
        rules.setHome(home, by);
        yield true;
      }
      case Impose(var network, var length) -> {
        Place place = Place.of(places.of(network.high(), network.low()));
        bans.impose(network, place, within(length), reason, by);
        yield true;
      }
      case Lift(var ban) -> bans.lift(ban.id(), by, reason).isPresent();
      case Prolong(var ban, var left) -> bans.prolong(ban.id(), within(left)).isPresent();
    };
  }

  private static Duration within(Duration length) {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a ban lasts %s to %s, not %s".formatted(SHORTEST, LONGEST, length));
    }
    return length;
  }
}
