package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.net.InetAddress;
import java.util.Optional;

/** Where the registries gave an address to somebody; a hint, not where the machine is. */
public interface AddressCountries {

  /** Nobody knows. */
  AddressCountries UNKNOWN = _ -> Optional.empty();

  /** The country; empty for private addresses, and where nobody knows. */
  Optional<CountryCode> of(InetAddress address);
}
