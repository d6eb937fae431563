package eu.rempart.account.second;

import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a member that what is asked for beside their password has changed, or was guessed at. */
@Component
class SecondFactorLetter implements Letter {

  static final String KIND = "second-factor";
  static final String CHANGE = "change";

  private static final String PROFILE = "/profile";

  /** What was done. */
  enum Change {
    APP,
    CODES,
    REMOVED,
    /** Nothing was: the password was right, and what came after it was wrong. */
    GUESSED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Catalogue texts;

  SecondFactorLetter(Catalogue texts) {
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Content write(Map<String, String> facts, Locale language, String site) {
    if (Change.GUESSED.key().equals(facts.get(CHANGE))) {
      return new Content(
          texts.getTranslation("account.letter.second.guessed", language),
          texts.getTranslation("account.letter.second.guessed.text", language, site + PROFILE));
    }
    String what =
        switch (facts.getOrDefault(CHANGE, "")) {
          case "app" -> texts.getTranslation("account.letter.second.app", language);
          case "codes" -> texts.getTranslation("account.letter.second.codes", language);
          default -> texts.getTranslation("account.letter.second.removed", language);
        };
    return new Content(
        texts.getTranslation("account.letter.second", language),
        texts.getTranslation("account.letter.second.text", language, what, site + PROFILE));
  }
}
