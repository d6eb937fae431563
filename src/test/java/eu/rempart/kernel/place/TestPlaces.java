package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.net.InetAddress;

/** Places for tests of other rooms. */
public final class TestPlaces {

  private TestPlaces() {}

  /** Lets connections to this machine out, and to places in Europe. */
  public static Outgoing anywhere() {
    return through(InetAddress::getAllByName);
  }

  /** The same, where names lead to what a test says. */
  public static Outgoing through(Outgoing.Names names) {
    return new Outgoing(europe(), AddressCountries.UNKNOWN, new SeenPlaces(), names);
  }

  /** Europe alone, by the registries too, which place every address in one country. */
  public static Outgoing strictly(String registered, Outgoing.Names names) {
    return new Outgoing(
        new PlaceRules(AllowedCountries.EUROPE, true, true),
        _ -> CountryCode.parse(registered),
        new SeenPlaces(),
        names);
  }

  /** Countries of Europe, whatever the registries say. */
  public static PlaceRules europe() {
    return new PlaceRules(AllowedCountries.EUROPE, false, false);
  }

  /** A gateway in Germany. */
  public static DataPlace place(String host) {
    return DataPlace.ofScreen(PlaceKind.SMS, host, "DE");
  }
}
