package eu.rempart.account.passkey;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.LetterFacts;
import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a member that a way into their account was added or taken away. */
@Component
class PasskeyLetter implements Letter {

  static final String KIND = "passkey";
  static final String ADDED = "added";
  static final String NAME = "name";
  static final String PLACE = "place";

  private static final String PROFILE = "/profile";

  private final Catalogue texts;

  PasskeyLetter(Catalogue texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Content write(Map<String, String> facts, Locale language, String site) {
    boolean added = Boolean.parseBoolean(facts.get(ADDED));
    String name = facts.getOrDefault(NAME, "");
    return new Content(
        texts.getTranslation(
            added ? "account.letter.passkey.added" : "account.letter.passkey.removed", language),
        texts.getTranslation(
            added ? "account.letter.passkey.added.text" : "account.letter.passkey.removed.text",
            language,
            name,
            LetterFacts.place(texts, facts.getOrDefault(PLACE, AddressPlaces.UNKNOWN), language),
            site + PROFILE));
  }
}
