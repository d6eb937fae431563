package eu.rempart.common;

import org.jspecify.annotations.Nullable;

/**
 * A postal address. Its parts are stripped; what is absent is the empty text.
 *
 * @param street street and house number, one or more lines
 * @param country null when unknown
 */
public record PostalAddress(
    AddressKind kind,
    String street,
    String city,
    String region,
    String postalCode,
    @Nullable CountryCode country) {

  /** Takes the parts as typed. */
  public PostalAddress {
    street = street.strip();
    city = city.strip();
    region = region.strip();
    postalCode = postalCode.strip();
  }

  /** Whether nothing is known but the kind. */
  public boolean isEmpty() {
    return street.isEmpty()
        && city.isEmpty()
        && region.isEmpty()
        && postalCode.isEmpty()
        && country == null;
  }

  @Override
  public String toString() {
    return "PostalAddress[" + kind + ", hidden]";
  }
}
