package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.textfield.PasswordField;

/** Names the eye in a password field in the person's language. */
public final class Reveal {

  private Reveal() {}

  public static void name(PasswordField field) {
    field.getElement().executeJs("this.i18n = {reveal: $0}", t("account.password.reveal"));
  }
}
