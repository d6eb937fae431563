package eu.rempart.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.passkey.PasskeyLetter.Change;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a member reads whose passkeys have changed. */
class PasskeyLetterTest {

  private final PasskeyLetter letter = new PasskeyLetter(new Catalogue());

  private String text(Change change, Locale language) {
    var content =
        letter.write(
            Map.of(
                PasskeyLetter.CHANGE, change.name(),
                PasskeyLetter.NAME, "Phone of Ada",
                PasskeyLetter.PLACE, "PT"),
            language,
            "https://crm.example");
    return content.subject() + "\n" + content.text();
  }

  @Test
  void whatThePasskeyOpensIsSaid() {
    assertThat(text(Change.ADDED, Locale.ENGLISH))
        .contains("added to your account", "signs in as you", "Phone of Ada", "Portugal")
        .contains("https://crm.example/profile");
    assertThat(text(Change.BESIDE, Locale.ENGLISH))
        .contains("added to your account", "beside your password", "signs nobody in by itself");
    assertThat(text(Change.REMOVED, Locale.ENGLISH)).contains("removed from your account");
  }

  @Test
  void letterQueuedByTheFormerVersionIsWritten() {
    var facts = Map.of("added", "false", PasskeyLetter.NAME, "Phone of Ada");
    assertThat(letter.write(facts, Locale.ENGLISH, "https://crm.example").text())
        .contains("removed from your Rempart account");
  }

  @Test
  void everyLanguageHasWordsForEach() {
    for (String language : new String[] {"fr", "de", "nl"}) {
      for (Change change : Change.values()) {
        assertThat(text(change, Locale.of(language)))
            .contains("Phone of Ada", "https://crm.example/profile")
            .doesNotContain("account.letter", "{0}");
      }
    }
  }
}
