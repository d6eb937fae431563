package eu.rempart.edge.gate;

import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.SourceTable;
import eu.rempart.edge.limit.SourceTable.Answer;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.PlaceTable;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.Verdict;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gates 1 and 2 by address: bans and allowed networks, rules by country, connections at once and a
 * second for an address, the network around it and its country, and a budget of handshakes by how
 * full the queue of signatures is. Passing allocates nothing.
 */
public final class SourceGate implements ConnectionGate {

  /** Up to which load of the queue of signatures somebody is still served. */
  private static final double LOAD_OF_SUSPECTS = 0.3;

  private static final double LOAD_OF_SLOWED = 0.45;
  private static final double LOAD_OF_UNKNOWN = 0.7;
  private static final double LOAD_OF_RESUMING = 0.9;

  /** So many full handshakes lately show that its tickets are no tickets. */
  private static final float FULL_WHILE_RESUMING = 30;

  /** How much more than others those have whom members signed in from. */
  private static final int KNOWN = 4;

  private final Places places;
  private final Supplier<EdgePolicy> policies;
  private final SourceTable addresses;
  private final SourceTable networks;
  private final CountryLoad countries;
  private final LongSupplier nanos;
  private volatile PlaceTable counted;

  SourceGate(Places places, Supplier<EdgePolicy> policies, Sources sources, LongSupplier nanos) {
    this.places = places;
    this.policies = policies;
    this.addresses = sources.addresses();
    this.networks = sources.networks();
    this.nanos = nanos;
    this.countries = new CountryLoad(nanos.getAsLong());
    this.counted = places.table();
  }

  @Override
  public Verdict admit(long high, long low) {
    if ((addresses.ahead(high, low) | networks.ahead(high, low)) < 0) {
      throw new IllegalStateException("fewer than no connections");
    }
    long now = nanos.getAsLong();
    EdgePolicy policy = policies.get();
    PlaceTable table = places.table();
    if (table != counted) {
      countries.forget();
      counted = table;
    }
    int place = table.of(high, low);
    if (policy.isAllowed(high, low, now)) {
      return free(high, low, place, now);
    }
    Verdict verdict = ruled(high, low, place, policy, now);
    if (verdict == Verdict.PASS) {
      verdict = limit(high, low, place, policy, now);
    }
    if (verdict != Verdict.PASS) {
      return verdict;
    }
    if (policy.isSlowed(high, low, now)) {
      return Verdict.SLOWED_BY_SUSPICION;
    }
    return policy.treatment(place) == Treatment.SLOWED ? Verdict.SLOWED_BY_COUNTRY : Verdict.PASS;
  }

  private static Verdict ruled(long high, long low, int place, EdgePolicy policy, long now) {
    if (policy.isBanned(high, low, now)) {
      return Verdict.BANNED;
    }
    return policy.treatment(place) == Treatment.REFUSED ? Verdict.COUNTRY_REFUSED : Verdict.PASS;
  }

  /** By bans and rules by country; limits are for those that come. */
  @Override
  public Verdict review(long high, long low) {
    long now = nanos.getAsLong();
    EdgePolicy policy = policies.get();
    return policy.isAllowed(high, low, now)
        ? Verdict.PASS
        : ruled(high, low, places.of(high, low), policy, now);
  }

  private Verdict limit(long high, long low, int place, EdgePolicy policy, long now) {
    SourceLimits limits = policy.limits(place);
    boolean known = policy.isKnown(high, low, now);
    int most = (known ? KNOWN : 1) * limits.atOnceAddress();
    Answer address = addresses.admit(high, low, most, limits.address(), now);
    if (address != Answer.PASS) {
      return refusal(address);
    }
    if (known) {
      networks.began(high, low, now);
      countries.began(place);
      return Verdict.PASS;
    }
    Answer network = networks.admit(high, low, limits.atOnceNetwork(), limits.network(), now);
    if (network != Answer.PASS) {
      addresses.ended(high, low);
      return refusal(network);
    }
    if (!countries.admit(place, limits.atOnceCountry(), limits.country(), now)) {
      addresses.ended(high, low);
      networks.ended(high, low);
      return Verdict.COUNTRY_TOO_FAST;
    }
    return Verdict.PASS;
  }

  private static Verdict refusal(Answer answer) {
    return answer == Answer.TOO_FAST ? Verdict.TOO_FAST : Verdict.TOO_MANY_AT_ONCE;
  }

  /** Counts without a limit: {@link #ended} will count it out. */
  private Verdict free(long high, long low, int place, long now) {
    addresses.began(high, low, now);
    networks.began(high, low, now);
    countries.began(place);
    return Verdict.PASS;
  }

  @Override
  public Verdict handshake(long high, long low, boolean resumes, double load) {
    long now = nanos.getAsLong();
    EdgePolicy policy = policies.get();
    if (policy.isAllowed(high, low, now)) {
      return Verdict.PREFERRED;
    }
    int place = places.table().of(high, low);
    boolean known = policy.isKnown(high, low, now);
    boolean fast = !addresses.mayShakeHands(high, low, policy.limits(place).handshakes(), now);
    if (known) {
      // a member's network that floods us takes no more than its share before others
      return fast ? Verdict.PASS : Verdict.PREFERRED;
    }
    if (fast) {
      return Verdict.TOO_FAST;
    }
    boolean suspect = policy.isSlowed(high, low, now);
    boolean slowed = policy.treatment(place) == Treatment.SLOWED;
    boolean resuming =
        resumes && addresses.score(high, low, Sign.FULL_HANDSHAKE, now) < FULL_WHILE_RESUMING;
    double most =
        suspect
            ? LOAD_OF_SUSPECTS
            : slowed ? LOAD_OF_SLOWED : resuming ? LOAD_OF_RESUMING : LOAD_OF_UNKNOWN;
    if (load > most) {
      return Verdict.NO_HANDSHAKE_LEFT;
    }
    if (suspect) {
      return Verdict.SLOWED_BY_SUSPICION;
    }
    return slowed ? Verdict.SLOWED_BY_COUNTRY : Verdict.PASS;
  }

  @Override
  public void ended(long high, long low) {
    addresses.ended(high, low);
    networks.ended(high, low);
    countries.ended(places.table().of(high, low));
  }

  /** Connections that a place has now. */
  public int atOnce(Place place) {
    return countries.atOnce(place.index());
  }
}
