package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.shell.secret.ShownOnce;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Questions, and what must not be lost by a key of Escape. */
class ConfirmationTest extends BrowserlessTest {

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.part");
  }

  private Button button(String text) {
    return find(Button.class).withText(text).single();
  }

  @Test
  void questionBeginsOnItsButtonAndOneToFillInDoesNot() {
    Confirmation.ask("Move?", "One record is moved.", "Move", () -> {});
    assertThat(button("Move").isAutofocus()).isTrue();

    Confirmation.ask("Assign", new Div(new Span("To whom?"), new TextField()), "Assign", () -> {});
    assertThat(button("Assign").isAutofocus()).isFalse();
  }

  @Test
  void escapeAsksBeforeWhatIsShownOnceIsGone() {
    var dialog = new Dialog("The kit");
    ShownOnce.guard(dialog);
    dialog.open();

    ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    assertThat(dialog.isOpened()).isTrue();
    test(button("Cancel")).click();
    assertThat(dialog.isOpened()).isTrue();

    ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    test(button("I have it, close")).click();
    assertThat(dialog.isOpened()).isFalse();
  }
}
