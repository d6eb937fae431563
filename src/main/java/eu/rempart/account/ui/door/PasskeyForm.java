package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.passkey.PasskeySignInFilter;
import eu.rempart.account.signin.ReturnPath;

/**
 * The button for passkeys, hidden where the browser has none. Where the browser can, it suggests
 * them in the address field too.
 */
@Tag("form")
final class PasskeyForm extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  PasskeyForm(String returnTo) {
    addClassNames("doorway-form", "doorway-passkey");
    getElement().setAttribute("method", "post");
    getElement().setAttribute("action", PasskeySignInFilter.PATH.substring(1));
    getElement().setAttribute("hidden", true);
    getElement().setAttribute("data-cancelled", t("account.signin.passkey.cancelled"));
    getElement().setAttribute("data-failed", t("account.signin.passkey.failed"));
    var submit = new NativeButton(t("account.signin.passkey"));
    submit.addClassName("doorway-passkey-button");
    submit.getElement().setAttribute("type", "submit");
    var said = new Paragraph();
    said.addClassName("doorway-passkey-said");
    said.getElement().setAttribute("role", "status");
    var or = new Span(t("account.signin.passkey.or"));
    or.addClassName("doorway-or");
    HiddenInput.forPasskey().forEach(this::add);
    add(new HiddenInput(ReturnPath.PARAMETER, returnTo), submit, said, or);
    getElement().executeJs("window.rempartPasskeys?.door(this)");
  }
}
