package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.second.SecondStepFilter;
import eu.rempart.account.second.ui.AppSetup;
import eu.rempart.account.signin.ReturnPath;

/** A plain HTML form for a code or a passkey, as the one for passwords is. */
@Tag("form")
final class SecondStepForm extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  /**
   * @param passkey whether a passkey is offered too
   */
  SecondStepForm(String returnTo, String label, boolean passkey) {
    addClassName("doorway-form");
    getElement().setAttribute("method", "post");
    // a path, since the page itself lies below the sign-in page
    getElement().setAttribute("action", SecondStepFilter.PATH);
    var submit = new NativeButton(t("account.second.step.go"));
    submit.addClassName("doorway-submit");
    submit.getElement().setAttribute("type", "submit");
    add(new HiddenInput(ReturnPath.PARAMETER, returnTo), AppSetup.codeField(label), submit);
    if (passkey) {
      HiddenInput.forPasskey().forEach(this::add);
      var use = new NativeButton(t("account.second.step.use"));
      use.addClassName("doorway-passkey-button");
      use.getElement().setAttribute("type", "button");
      use.getElement().setAttribute("hidden", true);
      var said = new Paragraph();
      said.addClassName("doorway-passkey-said");
      said.getElement().setAttribute("role", "status");
      var or = new Span(t("account.second.step.or"));
      or.addClassName("doorway-or");
      or.getElement().setAttribute("hidden", true);
      add(or, use, said);
      getElement().setAttribute("data-cancelled", t("account.signin.passkey.cancelled"));
      getElement().setAttribute("data-failed", t("account.signin.passkey.failed"));
      getElement().executeJs("window.rempartPasskeys?.step(this)");
    }
  }
}
