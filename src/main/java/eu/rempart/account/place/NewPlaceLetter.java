package eu.rempart.account.place;

import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
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
    var place =
        LetterFacts.place(texts, facts.getOrDefault(PLACE, AddressPlaces.UNKNOWN), language);
    var device = facts.getOrDefault(DEVICE, "");
    return new Content(
        texts.getTranslation("account.letter.place.subject", language, place),
        texts.getTranslation(
            "account.letter.place.text",
            language,
            place,
            LetterFacts.at(facts.getOrDefault(AT, ""), language),
            device.isEmpty() ? texts.getTranslation("account.sessions.unknown", language) : device,
            site + SESSIONS));
  }
}
