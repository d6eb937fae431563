package eu.rempart.edge.place;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;

/** Where somebody signs in from. */
final class SignInPlaces implements AddressPlaces {

  private final Places places;

  SignInPlaces(Places places) {
    this.places = places;
  }

  @Override
  public String of(String address) {
    try {
      var source = Source.of(InetAddress.ofLiteral(address));
      return Place.of(places.of(source.high(), source.low())).code();
    } catch (IllegalArgumentException noAddress) {
      return UNKNOWN;
    }
  }
}
