package eu.rempart.edge.gate;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.tls.gate.Source;
import java.util.SplittableRandom;

/** Addresses of countries, as the bundled file knows them. */
public final class Addresses {

  public static final Places PLACES = Places.open(null);

  private final SplittableRandom random = new SplittableRandom(17);

  /** Some address of IPv4 there, another one each time. */
  public Source ipv4(String country) {
    while (true) {
      Source source = Source.ofIpv4(random.nextLong());
      if (is(source, country)) {
        return source;
      }
    }
  }

  /** Some address of IPv6 there, another one each time. */
  public Source ipv6(String country) {
    while (true) {
      long first = (0x2a00L | random.nextLong(0x10)) << 48;
      var source = new Source(first | random.nextLong() >>> 16, random.nextLong());
      if (is(source, country)) {
        return source;
      }
    }
  }

  private static boolean is(Source source, String country) {
    return Place.of(PLACES.of(source.high(), source.low())).code().equals(country);
  }
}
