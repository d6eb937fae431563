package eu.rempart.edge.place;

import eu.rempart.common.CountryCode;
import eu.rempart.common.net.PeerAddresses;
import eu.rempart.kernel.place.AddressCountries;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Countries of addresses by the places in use. */
public final class RegisteredCountries implements AddressCountries {

  private final Places places;

  RegisteredCountries(Places places) {
    this.places = places;
  }

  /**
   * Reads them, which takes a second, for a command.
   *
   * @param file the operator's own places; null for those that come along
   */
  public static AddressCountries open(@Nullable Path file) {
    return new RegisteredCountries(Places.open(file));
  }

  @Override
  public Optional<CountryCode> of(InetAddress address) {
    Source source = Source.of(PeerAddresses.meant(address));
    return Place.of(places.of(source.high(), source.low())).country();
  }
}
