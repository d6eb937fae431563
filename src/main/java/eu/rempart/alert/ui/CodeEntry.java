package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.part.Notices;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Takes the code that was sent to an address, and sends another. */
final class CodeEntry extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int DIGITS = 6;

  private final TextField code = new TextField(t("alert.channels.code"));
  private final transient Predicate<String> prove;
  private final transient Runnable done;

  /**
   * @param address for who does not see the line
   * @param prove whether this is the code
   * @param again sends another; answers whether it goes
   */
  CodeEntry(String address, Predicate<String> prove, BooleanSupplier again, Runnable done) {
    this.prove = prove;
    this.done = done;
    code.setAriaLabel(t("alert.channels.code.of", address));
    code.setHelperText(t("alert.channels.code.hint"));
    code.setErrorMessage(t("alert.channels.code.wrong"));
    code.setManualValidation(true);
    code.setMaxLength(DIGITS);
    code.setAllowedCharPattern("[0-9]");
    code.getElement().setProperty("autocomplete", "one-time-code");
    Keyboard.DIGITS.of(code);
    code.setValueChangeMode(ValueChangeMode.EAGER);
    getContent().addClassName("alert-code");
    var confirm =
        Lines.button(
            t("alert.channels.confirm"), t("alert.channels.confirm.of", address), this::confirm);
    SubmitKeys.press(confirm, getContent());
    getContent()
        .add(
            code,
            confirm,
            Lines.button(
                t("alert.channels.code.again"),
                t("alert.channels.code.again.of", address),
                () -> again(again)));
  }

  private void confirm() {
    boolean right = prove.test(code.getValue());
    code.setInvalid(!right);
    if (right) {
      Notices.success(t("alert.channels.confirmed"));
      done.run();
    } else {
      code.focus();
    }
  }

  private static void again(BooleanSupplier again) {
    if (again.getAsBoolean()) {
      Notices.success(t("alert.channels.code.sent"));
    } else {
      Notices.info(t("alert.channels.code.wait"));
    }
  }
}
