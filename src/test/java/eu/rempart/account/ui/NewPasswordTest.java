package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import eu.rempart.vault.password.ContextWords;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.Strength;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewPasswordTest extends BrowserlessTest {

  private static final ContextWords ADA = ContextWords.NONE.withAddress("ada@zonneveld.example");
  private static final PasswordRule ALONE = new PasswordRule(Strength.ONLY_FACTOR, ADA);

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.field");
  }

  @Test
  void anEmptiedFieldSaysNothingIsWrong() {
    var field = new NewPassword("Password", () -> ALONE);
    UI.getCurrent().add(field);
    field.setValue("short");
    assertThat(field.isInvalid()).isTrue();

    field.clear();
    assertThat(field.isInvalid()).isFalse();
    assertThat(field.getErrorMessage()).isEmpty();
    assertThat(field.chosen()).as("yet it is no password").isEmpty();
  }

  @Test
  void saysWhatTheServiceWouldSayWhileSomebodyTypes() {
    var field = new NewPassword("Password", () -> ALONE);
    UI.getCurrent().add(field);
    assertThat(field.getHelperText()).startsWith("At least 15 characters.");
    field.setValue("fourteen signs");
    assertThat(field.getErrorMessage()).isEqualTo("Use at least 15 characters.");
    field.setValue("Zonneveld-2025-2026");
    assertThat(field.getErrorMessage()).contains("your email address, your company");
    field.setValue("fifteen letters");
    assertThat(field.isInvalid()).isFalse();
  }

  @Test
  void asksForLessBesideASecondFactor() {
    var rule = new PasswordRule(Strength.WITH_SECOND_FACTOR, ADA);
    var field = new NewPassword("Password", () -> rule);
    UI.getCurrent().add(field);
    assertThat(field.getHelperText()).startsWith("At least 12 characters.");
    field.setValue("twelve signs");
    assertThat(field.isInvalid()).isFalse();
  }
}
