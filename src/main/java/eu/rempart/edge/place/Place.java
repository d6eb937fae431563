package eu.rempart.edge.place;

import eu.rempart.common.CountryCode;
import java.util.Locale;
import java.util.Optional;

/**
 * Where traffic comes from: a country, or nowhere that is known. Also a small number, so that gates
 * can keep what they know of places in arrays of {@value #COUNT}.
 *
 * @param code two letters, upper case: mostly ISO 3166-1 alpha-2, but files also use {@code XK} for
 *     Kosovo, {@code EU} for Europe and the like; {@code ZZ} where the country is not known
 */
public record Place(String code) implements Comparable<Place> {

  /** How many numbers there are: one for each pair of letters. */
  public static final int COUNT = 26 * 26;

  /** The number of {@link #UNKNOWN}. */
  public static final int UNKNOWN_INDEX = COUNT - 1;

  /** No file says which country it is. */
  public static final Place UNKNOWN = new Place("ZZ");

  private static final Place[] ALL = all();

  /**
   * Takes two letters.
   *
   * @throws IllegalArgumentException unless they are two of A to Z
   */
  public Place {
    if (code.length() != 2 || !isLetter(code.charAt(0)) || !isLetter(code.charAt(1))) {
      throw new IllegalArgumentException(
          "a place is two letters from A to Z, got %d characters".formatted(code.length()));
    }
  }

  /** The place with this number, 0 to {@value #COUNT} - 1. */
  public static Place of(int index) {
    return ALL[index];
  }

  /** The place of this country. */
  public static Place of(CountryCode country) {
    return new Place(country.value());
  }

  /** The number of a place; of {@link #UNKNOWN} for anything but two letters of A to Z. */
  static int indexOf(String code) {
    return code.length() == 2 && isLetter(code.charAt(0)) && isLetter(code.charAt(1))
        ? (code.charAt(0) - 'A') * 26 + code.charAt(1) - 'A'
        : UNKNOWN_INDEX;
  }

  /** Its number, 0 to {@value #COUNT} - 1. */
  public int index() {
    return indexOf(code);
  }

  /** The country, where ISO 3166-1 has it. */
  public Optional<CountryCode> country() {
    return CountryCode.parse(code);
  }

  /** The country's name for people who read this language; empty for {@link #UNKNOWN}. */
  public Optional<String> name(Locale reader) {
    return equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(Locale.of("", code).getDisplayCountry(reader));
  }

  @Override
  public int compareTo(Place other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static Place[] all() {
    var all = new Place[COUNT];
    for (int i = 0; i < COUNT; i++) {
      all[i] = new Place("" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
    }
    return all;
  }
}
