package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The countries that data may go to, ordered by their letters. */
public record AllowedCountries(Set<CountryCode> countries) {

  /**
   * The 27 of the European Union; Iceland, Liechtenstein and Norway, where its data protection is
   * law too; the United Kingdom, which the Commission found adequate.
   */
  public static final AllowedCountries EUROPE =
      of(
          List.of(
              "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
              "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS",
              "LI", "NO", "GB"));

  /** Copies. */
  public AllowedCountries {
    countries = new TreeSet<>(countries);
  }

  /**
   * What a setting says.
   *
   * @param letters two of each; Europe where there are none
   * @throws IllegalArgumentException if one is no country
   */
  public static AllowedCountries of(Collection<String> letters) {
    Set<CountryCode> all = new TreeSet<>();
    for (String each : letters) {
      all.add(
          CountryCode.parse(each)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "rempart.places.allowed: \"%s\" is no country; write two letters of each,"
                                  .formatted(each)
                              + " with commas between, such as FR,DE")));
    }
    return all.isEmpty() ? EUROPE : new AllowedCountries(all);
  }

  /**
   * What the environment of a command says: {@code REMPART_PLACES_ALLOWED}.
   *
   * @throws IllegalArgumentException if one is no country
   */
  public static AllowedCountries of(Map<String, String> environment) {
    String said = environment.getOrDefault("REMPART_PLACES_ALLOWED", "");
    return of(said.isBlank() ? List.of() : List.of(said.split(",", -1)));
  }

  /** Whether data may go there. */
  public boolean contains(CountryCode country) {
    return countries.contains(country);
  }

  /** {@code DE, FR}. */
  @Override
  public String toString() {
    return countries.stream().map(CountryCode::value).collect(Collectors.joining(", "));
  }
}
