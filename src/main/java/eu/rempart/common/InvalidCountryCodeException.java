package eu.rempart.common;

/** Thrown when a text isn't a country's two letters. */
public class InvalidCountryCodeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidCountryCodeException() {
    super("country code isn't one of ISO 3166-1 alpha-2");
  }
}
