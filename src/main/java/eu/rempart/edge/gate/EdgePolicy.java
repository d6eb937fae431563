package eu.rempart.edge.gate;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.limit.PrefixSet;
import eu.rempart.edge.limit.Rate;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that gates decide by, laid out for reading on event loops: one entry for each {@link
 * Place#index}. Immutable; replaced as a whole when anything changes.
 */
public final class EdgePolicy {

  private static final int BURST_SECONDS = 5;

  private final EdgeSettings settings;
  private final Treatment[] treatments = new Treatment[Place.COUNT];
  private final int[] factors = new int[Place.COUNT];
  private final SourceLimits[] limits = new SourceLimits[Place.COUNT];
  private final PrefixSet allowed;
  private final PrefixSet banned;
  private final PrefixSet slowed;
  private final PrefixSet known;
  private final List<Prefix> administrators;
  private final List<Prefix> knownNetworks;
  private final List<Prefix> allowedNetworks;

  /**
   * What a policy is made of. Networks of IPv6 that all of IPv4 lies in, noted for what came by
   * {@code ::1}, stand for nobody: else everybody were let in, or nobody.
   */
  record Parts(
      List<CountryRule> rules,
      List<AllowedNetwork> allowed,
      List<Ban> bans,
      List<KnownSource> known,
      EdgeSettings settings) {

    /** Nothing is refused, and limits are as usual. */
    static final Parts NONE =
        new Parts(List.of(), List.of(), List.of(), List.of(), EdgeSettings.USUAL);

    /** Leaves out what stands for nobody. */
    Parts {
      allowed = allowed.stream().filter(each -> !each.network().spansIpv4()).toList();
      bans = bans.stream().filter(each -> !each.network().spansIpv4()).toList();
    }
  }

  /**
   * Lays it out.
   *
   * @param now by the wall clock: what has ended by it is left out
   * @param nanos the same moment of {@link System#nanoTime}, by which things end from now on
   */
  EdgePolicy(Parts parts, Instant now, long nanos) {
    this.settings = parts.settings();
    for (int place = 0; place < Place.COUNT; place++) {
      CountryRule rule = ruleOf(Place.of(place), parts, now);
      treatments[place] = rule == null ? Treatment.NORMAL : rule.treatment();
      factors[place] = rule == null ? 1 : rule.factor();
    }
    SourceLimits usual = slowedBy(1);
    for (int place = 0; place < Place.COUNT; place++) {
      limits[place] = factors[place] == 1 ? usual : slowedBy(factors[place]);
    }
    this.allowed = allowed(parts.allowed(), now, nanos);
    this.banned = bans(parts.bans(), Step.BANNED, now, nanos);
    this.slowed = bans(parts.bans(), Step.SLOWED, now, nanos);
    this.allowedNetworks =
        parts.allowed().stream()
            .filter(network -> network.holdsAt(now))
            .map(AllowedNetwork::network)
            .toList();
    this.knownNetworks = parts.known().stream().map(KnownSource::network).toList();
    this.known = PrefixSet.of(knownNetworks, nanos + PrefixSet.FOR_EVER);
    this.administrators =
        parts.known().stream()
            .filter(KnownSource::administrator)
            .map(KnownSource::network)
            .toList();
  }

  /** A country's own rule goes before its group's. */
  private static @Nullable CountryRule ruleOf(Place place, Parts parts, Instant now) {
    CountryRule ofGroup = null;
    for (CountryRule rule : parts.rules()) {
      if (rule.holdsAt(now) && rule.target().contains(place, parts.settings().home())) {
        if (rule.target().key().equals(place.code())) {
          return rule;
        }
        ofGroup = rule;
      }
    }
    return ofGroup;
  }

  private SourceLimits slowedBy(int factor) {
    return new SourceLimits(
        Math.max(2, settings.of(Limit.AT_ONCE_ADDRESS) / factor),
        Math.max(2, settings.of(Limit.AT_ONCE_NETWORK) / factor),
        Math.max(2, settings.of(Limit.AT_ONCE_COUNTRY) / factor),
        rate(Limit.PER_SECOND_ADDRESS).slowed(factor),
        rate(Limit.PER_SECOND_NETWORK).slowed(factor),
        rate(Limit.PER_SECOND_COUNTRY).slowed(factor),
        rate(Limit.HANDSHAKES_ADDRESS).slowed(factor));
  }

  private Rate rate(Limit limit) {
    int perSecond = settings.of(limit);
    return Rate.of(perSecond, perSecond * BURST_SECONDS);
  }

  private static PrefixSet allowed(List<AllowedNetwork> networks, Instant now, long nanos) {
    var set = new PrefixSet.Builder(networks.size());
    for (AllowedNetwork network : networks) {
      Instant expires = network.expiresAt();
      if (expires == null) {
        set.add(network.network(), nanos + PrefixSet.FOR_EVER);
      } else if (now.isBefore(expires)) {
        set.add(network.network(), nanos + nanos(Duration.between(now, expires)));
      }
    }
    return set.build();
  }

  private static PrefixSet bans(List<Ban> bans, Step step, Instant now, long nanos) {
    var set = new PrefixSet.Builder(bans.size());
    for (Ban ban : bans) {
      if (ban.step() == step && ban.activeAt(now)) {
        set.add(ban.network(), nanos + nanos(ban.left(now)));
      }
    }
    return set.build();
  }

  private static long nanos(Duration left) {
    return left.compareTo(Duration.ofNanos(PrefixSet.FOR_EVER)) > 0
        ? PrefixSet.FOR_EVER
        : left.toNanos();
  }

  public EdgeSettings settings() {
    return settings;
  }

  /** How traffic from a place is treated. */
  public Treatment treatment(int place) {
    return treatments[place];
  }

  /** By how much it is slowed; 1 if it is not. */
  public int factor(int place) {
    return factors[place];
  }

  SourceLimits limits(int place) {
    return limits[place];
  }

  public boolean isAllowed(long high, long low, long nanos) {
    return allowed.contains(high, low, nanos);
  }

  public boolean isBanned(long high, long low, long nanos) {
    return banned.contains(high, low, nanos);
  }

  /** Whether all of this network is banned. */
  public boolean isBanned(Prefix network, long nanos) {
    return banned.contains(network, nanos);
  }

  /** Whether the machine slows it, on suspicion. */
  public boolean isSlowed(long high, long low, long nanos) {
    return slowed.contains(high, low, nanos);
  }

  /** Whether a member signed in from there lately. */
  public boolean isKnown(long high, long low, long nanos) {
    return known.contains(high, low, nanos);
  }

  /** Whether some of this network is allowed. */
  public boolean overlapsAllowed(Prefix network) {
    return allowedNetworks.stream().anyMatch(network::overlaps);
  }

  /** Whether a member signed in from within this network lately. */
  public boolean overlapsKnown(Prefix network) {
    return knownNetworks.stream().anyMatch(network::overlaps);
  }

  /** From where members signed in lately. */
  public List<Prefix> knownNetworks() {
    return knownNetworks;
  }

  /** Whether an administrator signed in from within this network lately. */
  public boolean isAdministrators(Prefix network) {
    return administrators.stream().anyMatch(network::overlaps);
  }
}
