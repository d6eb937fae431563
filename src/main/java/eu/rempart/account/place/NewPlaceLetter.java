package eu.rempart.account.place;

import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a member that somebody signed in from a country that is new to their account. */
@Component
class NewPlaceLetter implements Letter {

  static final String KIND = "new-place";
  static final String PLACE = "place";
  static final String DEVICE = "device";
  static final String AT = "at";

  private static final String SESSIONS = "/profile/sessions";

  private final Catalogue texts;

  NewPlaceLetter(Catalogue texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Content write(Map<String, String> facts, Locale language, String site) {
    var place = place(facts.getOrDefault(PLACE, AddressPlaces.UNKNOWN), language);
    var device = facts.getOrDefault(DEVICE, "");
    return new Content(
        texts.getTranslation("account.letter.place.subject", language, place),
        texts.getTranslation(
            "account.letter.place.text",
            language,
            place,
            at(facts, language),
            device.isEmpty() ? texts.getTranslation("account.sessions.unknown", language) : device,
            site + SESSIONS));
  }

  private String place(String code, Locale language) {
    return code.equals(AddressPlaces.UNKNOWN)
        ? texts.getTranslation("account.place.unknown", language)
        : Locale.of("", code).getDisplayCountry(language);
  }

  /** In universal time, and saying so: nobody knows the zone of whoever reads it. */
  private static String at(Map<String, String> facts, Locale language) {
    var locale = language.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(Instant.parse(facts.getOrDefault(AT, "")).atZone(ZoneOffset.UTC))
        + " UTC";
  }
}
