package eu.rempart.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.password.PasswordChangeLetters.Way;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordLetterTest {

  private final PasswordLetter letter = new PasswordLetter(new Catalogue());

  private static Map<String, String> facts(Way way) {
    return Map.of("way", way.name(), "place", "BR", "at", "2026-11-25T09:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "OWN_CHANGE, account was changed.",
    "RECOVERY, with the recovery kit.",
    "INVITATION, with an invitation."
  })
  void saysHowWhenAndWhereAndWhatToDo(Way way, String how) {
    var english = letter.write(facts(way), Locale.ENGLISH, "https://crm.example");
    assertThat(english.subject()).isEqualTo("Rempart: your password was changed");
    assertThat(english.text())
        .contains(how, "Where: Brazil", "When: 25 November 2026", "09:30 UTC")
        .contains("tell your administrator at once")
        .contains("\nhttps://crm.example/profile/sessions\n")
        .doesNotContain("{", "?", "#");
  }

  @Test
  void isInTheMembersLanguage() {
    var french = letter.write(facts(Way.OWN_CHANGE), Locale.FRENCH, "https://crm.example");
    assertThat(french.subject()).endsWith("votre mot de passe a été changé");
    assertThat(french.text()).contains("Brésil", "25 novembre 2026");
  }
}
