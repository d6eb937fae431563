package eu.rempart.account.place;

/**
 * Tells from where a password alone is not enough, as the rules by country say. Known by the room
 * {@code edge}.
 */
public interface StricterPlaces {

  /**
   * @param address of IPv4 or IPv6 in text form
   */
  boolean askMore(String address);
}
