package eu.rempart.vault.password;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.answer.VaultFacts;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

  private static Optional<PasswordFault> check(String password, String... personal) {
    return PasswordPolicy.check(password.toCharArray(), personal);
  }

  @Test
  void aLongPasswordOfAnyCharactersIsFine() {
    assertThat(check("quatre mots sans rapport")).isEmpty();
    assertThat(check("zoe est au jardin", "z@example.com")).isEmpty();
  }

  @Test
  void shortLongCommonAndPersonalOnesAreRefused() {
    assertThat(check("elevenchars")).contains(PasswordFault.TOO_SHORT);
    assertThat(check("abcde".repeat(52))).contains(PasswordFault.TOO_LONG);
    assertThat(check("Password1234")).contains(PasswordFault.COMMON);
    assertThat(check("MotDePasse123")).contains(PasswordFault.COMMON);
    assertThat(check("aaaaaaaaaaaaaaa")).contains(PasswordFault.COMMON);
    assertThat(check("martin.durand+2026", "Martin.Durand@example.com"))
        .contains(PasswordFault.PERSONAL);
  }

  @Test
  void everyFaultHasItsSentence() {
    ResourceBundle texts = ResourceBundle.getBundle("i18n.vault");
    for (PasswordFault fault : PasswordFault.values()) {
      assertThat(texts.containsKey(fault.messageKey())).as(fault.messageKey()).isTrue();
    }
    assertThat(VaultFacts.DUMP_REVEALS).allMatch(texts::containsKey);
  }
}
