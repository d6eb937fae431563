package eu.rempart.account.place;

import jakarta.servlet.ServletRequest;

/** From where a client comes, as {@link AddressPlaces} takes it. */
public final class ClientAddress {

  private ClientAddress() {}

  public static String of(ServletRequest request) {
    return plain(request.getRemoteAddr());
  }

  /** Jetty writes addresses of IPv6 in brackets. */
  public static String plain(String address) {
    return address.replaceAll("[\\[\\]]", "");
  }
}
