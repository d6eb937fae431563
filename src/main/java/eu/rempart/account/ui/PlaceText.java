package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.shell.text.Texts;
import java.util.Locale;

/** Countries in the person's language. */
public final class PlaceText {

  private PlaceText() {}

  /** The country's name; a sentence's worth where it is not known. */
  public static String of(String place) {
    return place.equals(AddressPlaces.UNKNOWN)
        ? t("account.place.unknown")
        : Locale.of("", place).getDisplayCountry(Texts.locale());
  }
}
