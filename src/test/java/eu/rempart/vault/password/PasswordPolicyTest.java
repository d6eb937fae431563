package eu.rempart.vault.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.answer.VaultFacts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final ContextWords ADA =
      ContextWords.NONE
          .withNames("Ada Byron-Lovelace", "Brouwerij Zonneveld")
          .withAddress("a.lovelace@analytic.example")
          .withHosts(List.of("crm.difference.example"));

  private static Optional<PasswordFault> alone(String password) {
    return new PasswordRule(Strength.ONLY_FACTOR, ADA).check(password.toCharArray());
  }

  private static Optional<PasswordFault> besideAnother(String password) {
    return new PasswordRule(Strength.WITH_SECOND_FACTOR, ADA).check(password.toCharArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quatre mots sans rapport",
        "zoe est au jardin",
        "martin jumps over 7 dogs",
        "ada walks by the river", // a name may be in it
        "kFw7-qLx2-Vb9p-Tz4n",
        "ночь улица фонарь аптека",
        "the password of nobody"
      })
  void longPasswordOfAnyCharactersIsFine(String password) {
    assertThat(alone(password)).isEmpty();
  }

  @Test
  void onlyFactorNeedsFifteenCharacters() {
    assertThat(alone("fourteen signs")).contains(PasswordFault.TOO_SHORT);
    assertThat(alone("fifteen letters")).isEmpty();
  }

  @Test
  void twelveCharactersDoBesideASecondFactor() {
    assertThat(besideAnother("eleven sign")).contains(PasswordFault.TOO_SHORT_WITH_SECOND_FACTOR);
    assertThat(besideAnother("twelve signs")).isEmpty();
    assertThat(PasswordRule.LEAST.check("twelve signs".toCharArray())).isEmpty();
  }

  @Test
  void charactersAreCodePoints() {
    String eight = "🦊🐻🐼🐨🐯🦁🐮🐷";
    assertThat(eight).hasSize(16);
    assertThat(alone(eight)).contains(PasswordFault.TOO_SHORT);
    assertThat(alone(eight + "🐸🐵🐔🐧🐦🐤🦆")).isEmpty();
    assertThat(alone("🦊🐻🐼🐨".repeat(64) + "!")).contains(PasswordFault.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MotDePasse123456",
        "qazwsxedcrfvtgb", // 15 characters, from the list
        "QAZWSXEDCRFVTGB",
        "UNBELIEVABLE2026!", // the list's, with an ending
        "unbel1evab1e2026",
        "pässwörd pässwörd",
        "aaaaaaaaaaaaaaaa",
        "abcdabcdabcdabcd",
        "charlie charlie charlie",
        "qwertyuiopasdfgh",
        "0987654321poiuytrewq",
        "1qaz2wsx3edc4rfv5tgb",
        "Welcome-2025-2026!",
        "P@55w0rd!!!!!!!!!!"
      })
  void whatGuessersTryFirstIsRefused(String password) {
    assertThat(alone(password)).contains(PasswordFault.COMMON);
  }

  @ParameterizedTest
  @CsvSource({
    "Lovelace-1815!!, name",
    "byronlovelace2026, two parts of a name",
    "Zonneveld-Brouwerij!, firm",
    "analytic-2025-2026, domain of the address",
    "difference+difference, host",
    "Rempart-2025-2026!, product",
    "R3mp@rt-r3mp@rt!!, product in other signs",
    "Löveläce-1815-x, accents"
  })
  void whatIsMadeOfKnownWordsIsRefused(String password, String why) {
    assertThat(alone(password)).as(why).contains(PasswordFault.PERSONAL);
  }

  @Test
  void sevenOtherCharactersAreTooFewAndEightAreNot() {
    assertThat(alone("zonneveldkrwphtx")).contains(PasswordFault.PERSONAL);
    assertThat(alone("zonneveldkrwphtxb")).isEmpty();
  }

  @Test
  void listHoldsThousandsThatFitBothLengths() throws Exception {
    List<String> lines;
    try (var in = CommonPasswords.class.getResourceAsStream(CommonPasswords.FILE)) {
      lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    }
    assertThat(lines).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(40_000);
    assertThat(lines.stream().filter(line -> line.length() >= Strength.ONLY_FACTOR.length()))
        .hasSizeGreaterThan(9_000);
    assertThat(lines).allMatch(line -> line.length() >= Strength.WITH_SECOND_FACTOR.length());
    assertThat(lines)
        .as("each is refused, however it is written")
        .allMatch(
            line ->
                PasswordRule.LEAST
                    .check(line.toUpperCase(Locale.ROOT).toCharArray())
                    .equals(Optional.of(PasswordFault.COMMON)));
  }

  @Test
  void everyFaultHasItsSentence() {
    for (var language : List.of(Locale.ROOT, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"))) {
      var texts = ResourceBundle.getBundle("i18n.vault", language);
      for (PasswordFault fault : PasswordFault.values()) {
        assertThat(texts.containsKey(fault.messageKey())).as(fault.messageKey()).isTrue();
      }
      for (Strength strength : Strength.values()) {
        assertThat(texts.getString(strength.shorter().messageKey()))
            .contains(Integer.toString(strength.length()));
      }
      assertThat(VaultFacts.DUMP_REVEALS).allMatch(texts::containsKey);
    }
  }
}
