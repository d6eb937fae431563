package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.rempart.account.signin.ReturnPath;
import eu.rempart.account.ui.Reveal;

/**
 * A plain HTML form, which password managers know and which works without the server's memory of
 * this page.
 */
@Tag("form")
final class SignInForm extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  private static final String REMEMBER =
      """
      const form = this, kept = 'rempart-address', back = $0;
      const email = form.querySelector('[name=username]');
      const password = form.querySelector('[name=password]');
      form.addEventListener('submit', () => sessionStorage.setItem(kept, email.value));
      const known = sessionStorage.getItem(kept);
      if (!back) {
        sessionStorage.removeItem(kept);
      } else if (known && !email.value) {
        customElements.whenDefined(password.localName)
            .then(() => Promise.all([email.updateComplete, password.updateComplete]))
            .then(() => { email.value = known; password.focus(); });
      }
      """;

  private final Input returnPath = new Input();
  private final EmailField email = new EmailField(t("account.email"));
  private final PasswordField password = new PasswordField(t("account.password"));

  SignInForm() {
    addClassName("doorway-form");
    getElement().setAttribute("method", "post");
    getElement().setAttribute("action", "login");
    email.getElement().setAttribute("name", "username");
    // where the browser knows passkeys, it suggests them there
    email.getElement().setAttribute("autocomplete", "username webauthn");
    email.setAutofocus(true);
    password.getElement().setAttribute("name", "password");
    password.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.CURRENT_PASSWORD);
    Reveal.name(password);
    returnPath.setType("hidden");
    returnPath.getElement().setAttribute("name", ReturnPath.PARAMETER);
    var submit = new NativeButton(t("account.signin"));
    submit.addClassName("doorway-submit");
    submit.getElement().setAttribute("type", "submit");
    add(email, password, returnPath, submit);
  }

  /** Shows the address that was typed before: the password is what is typed next. */
  void typed(String address) {
    email.setValue(address);
    email.setAutofocus(false);
    password.setAutofocus(true);
  }

  /**
   * Remembers the address for as long as the browser tab is open.
   *
   * @param back whether the member was locked out, and comes back: the address is there again
   */
  void remember(boolean back) {
    getElement().executeJs(REMEMBER, back);
  }

  /** Where to go after sign-in. */
  void returnTo(String path) {
    returnPath.getElement().setAttribute("value", path);
  }
}
