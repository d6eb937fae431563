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
  static final String CHANGE = "change";
  static final String NAME = "name";
  static final String PLACE = "place";

  /** How a passkey changed. */
  enum Change {
    /** It signs in by itself. */
    ADDED("account.letter.passkey.added", "account.letter.passkey.added.text"),
    /** It is asked for beside the password. */
    BESIDE("account.letter.passkey.added", "account.letter.passkey.beside.text"),
    REMOVED("account.letter.passkey.removed", "account.letter.passkey.removed.text");

    private final String subject;
    private final String text;

    Change(String subject, String text) {
      this.subject = subject;
      this.text = text;
    }

    /** Letters that the version before queued say no more than whether one was added. */
    private static Change of(Map<String, String> facts) {
      String change = facts.get(CHANGE);
      if (change != null) {
        return valueOf(change);
      }
      return "false".equals(facts.get("added")) ? REMOVED : ADDED;
    }
  }

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
    Change change = Change.of(facts);
    return new Content(
        texts.getTranslation(change.subject, language),
        texts.getTranslation(
            change.text,
            language,
            facts.getOrDefault(NAME, ""),
            LetterFacts.place(texts, facts.getOrDefault(PLACE, AddressPlaces.UNKNOWN), language),
            site + PROFILE));
  }
}
