package eu.rempart.common;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A country by its two letters.
 *
 * @param value ISO 3166-1 alpha-2, upper case
 */
public record CountryCode(String value) implements Comparable<CountryCode> {

  private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

  /**
   * Takes the two letters in either case.
   *
   * @throws InvalidCountryCodeException when ISO 3166-1 has no such country
   */
  public CountryCode {
    value = value.strip().toUpperCase(Locale.ROOT);
    if (!KNOWN.contains(value)) {
      throw new InvalidCountryCodeException();
    }
  }

  /**
   * Takes the two letters in either case.
   *
   * @throws InvalidCountryCodeException when ISO 3166-1 has no such country
   */
  public static CountryCode of(String letters) {
    return new CountryCode(letters);
  }

  /** The country of these two letters, or nothing. For names of countries see CountryNames. */
  public static Optional<CountryCode> parse(@Nullable String letters) {
    return letters != null && KNOWN.contains(letters.strip().toUpperCase(Locale.ROOT))
        ? Optional.of(new CountryCode(letters))
        : Optional.empty();
  }

  /** The country's name for people who read this language. */
  public String name(Locale reader) {
    return Locale.of("", value).getDisplayCountry(reader);
  }

  @Override
  public int compareTo(CountryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
