package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine that data go to, or lie on.
 *
 * @param host a name or an address; for this server {@code localhost}
 * @param country as somebody declared it, in two letters of ISO 3166-1; null where nobody did; may
 *     be no country at all
 * @param setting where it is declared, as operators write it: {@code rempart.mail.country}; empty
 *     for what is set up on a screen
 */
public record DataPlace(PlaceKind kind, String host, @Nullable String country, String setting) {

  /** One that is set up on a screen. */
  public static DataPlace ofScreen(PlaceKind kind, String host, @Nullable String country) {
    return new DataPlace(kind, host, country, "");
  }

  /** Blank is as good as nothing. */
  public DataPlace {
    country = country == null || country.isBlank() ? null : country.strip();
  }

  /** The same machine, in the country where it is declared for another purpose. */
  DataPlace in(@Nullable String other) {
    return new DataPlace(kind, host, other, setting);
  }

  /** The country; empty where nobody declared one that exists. */
  public Optional<CountryCode> declared() {
    return CountryCode.parse(country);
  }

  /** Whether this is plainly the machine itself, without asking anybody what a name leads to. */
  public boolean isThisMachine() {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
