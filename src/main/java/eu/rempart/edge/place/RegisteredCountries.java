package eu.rempart.edge.place;

import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.AddressCountries;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.util.Optional;

/** Countries of addresses by the places in use. */
final class RegisteredCountries implements AddressCountries {

  private final Places places;

  RegisteredCountries(Places places) {
    this.places = places;
  }

  @Override
  public Optional<CountryCode> of(InetAddress address) {
    Source source = Source.of(address);
    return Place.of(places.of(source.high(), source.low())).country();
  }
}
