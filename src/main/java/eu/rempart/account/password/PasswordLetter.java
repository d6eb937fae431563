package eu.rempart.account.password;

import eu.rempart.account.password.PasswordChangeLetters.Way;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.LetterFacts;
import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a member that the password of their account was changed. */
@Component
class PasswordLetter implements Letter {

  static final String KIND = "password";
  static final String WAY = "way";
  static final String PLACE = "place";
  static final String AT = "at";

  private static final String SESSIONS = "/profile/sessions";

  private final Catalogue texts;

  PasswordLetter(Catalogue texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Content write(Map<String, String> facts, Locale language, String site) {
    Way way = Way.valueOf(facts.getOrDefault(WAY, Way.OWN_CHANGE.name()));
    return new Content(
        texts.getTranslation("account.letter.password.subject", language),
        texts.getTranslation(
            "account.letter.password.text",
            language,
            texts.getTranslation(key(way), language),
            LetterFacts.place(texts, facts.getOrDefault(PLACE, AddressPlaces.UNKNOWN), language),
            LetterFacts.at(facts.getOrDefault(AT, ""), language),
            site + SESSIONS));
  }

  private static String key(Way way) {
    return switch (way) {
      case OWN_CHANGE -> "account.letter.password.changed";
      case RECOVERY -> "account.letter.password.recovered";
      case INVITATION -> "account.letter.password.invited";
    };
  }
}
