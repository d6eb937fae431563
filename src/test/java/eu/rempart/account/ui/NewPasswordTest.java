package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewPasswordTest extends BrowserlessTest {

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.field");
  }

  @Test
  void anEmptiedFieldSaysNothingIsWrong() {
    var field = new NewPassword("Password", () -> "ada@example.org");
    UI.getCurrent().add(field);
    field.setValue("short");
    assertThat(field.isInvalid()).isTrue();

    field.clear();
    assertThat(field.isInvalid()).isFalse();
    assertThat(field.getErrorMessage()).isEmpty();
    assertThat(field.chosen()).as("yet it is no password").isEmpty();
  }
}
