package eu.rempart.account.place;

/**
 * Tells to which country an address belongs; a hint, not a proof. Known by the room {@code edge}.
 */
public interface AddressPlaces {

  /** What {@link #of} answers where nobody knows. */
  String UNKNOWN = "ZZ";

  /**
   * The country in two letters, {@value #UNKNOWN} where it is not known.
   *
   * @param address of IPv4 or IPv6 in text form; anything else is unknown
   */
  String of(String address);
}
