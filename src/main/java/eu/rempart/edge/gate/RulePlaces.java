package eu.rempart.edge.gate;

import eu.rempart.account.place.StricterPlaces;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** From where a second factor is asked for, by the rules that are in force. */
final class RulePlaces implements StricterPlaces {

  private final Places places;
  private final Supplier<EdgePolicy> policies;
  private final LongSupplier nanos;

  RulePlaces(Places places, Supplier<EdgePolicy> policies, LongSupplier nanos) {
    this.places = places;
    this.policies = policies;
    this.nanos = nanos;
  }

  @Override
  public boolean askMore(String address) {
    EdgePolicy policy = policies.get();
    Source source;
    try {
      source = Source.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return false; // nobody came from there
    }
    return !policy.isAllowed(source.high(), source.low(), nanos.getAsLong())
        && policy.treatment(places.of(source.high(), source.low())) == Treatment.SECOND_FACTOR;
  }
}
