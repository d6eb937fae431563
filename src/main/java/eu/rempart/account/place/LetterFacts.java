package eu.rempart.account.place;

import eu.rempart.shell.text.Catalogue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes what letters about an account's safety have in common: where it was, and when. */
public final class LetterFacts {

  private LetterFacts() {}

  /** The country's name, from its two letters. */
  public static String place(Catalogue texts, String code, Locale language) {
    return code.equals(AddressPlaces.UNKNOWN)
        ? texts.getTranslation("account.place.unknown", language)
        : Locale.of("", code).getDisplayCountry(language);
  }

  /**
   * In universal time, and saying so: nobody knows the zone of whoever reads it.
   *
   * @param instant as ISO 8601 has it
   */
  public static String at(String instant, Locale language) {
    var locale = language.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(Instant.parse(instant).atZone(ZoneOffset.UTC))
        + " UTC";
  }
}
