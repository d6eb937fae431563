package eu.rempart.account.second;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.second.SecondFactorLetter.Change;
import eu.rempart.mail.Letter;
import eu.rempart.shell.text.Catalogue;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members read when their second factor changed, or somebody guessed at it. */
class SecondFactorLetterTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "nl"})
  void eachChangeHasWordsOfItsOwnAndLeadsToTheProfile(String language) {
    SecondFactorLetter letter = new SecondFactorLetter(new Catalogue());
    Set<String> texts = new HashSet<>();
    for (Change change : Change.values()) {
      Letter.Content content =
          letter.write(
              Map.of(SecondFactorLetter.CHANGE, change.key()),
              Locale.of(language),
              "https://crm.example");
      assertThat(content.subject()).isNotBlank();
      assertThat(content.text()).contains("https://crm.example/profile").doesNotContain("{");
      texts.add(content.subject() + content.text());
    }
    assertThat(texts).hasSize(Change.values().length);
  }
}
