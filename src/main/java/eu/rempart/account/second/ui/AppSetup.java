package eu.rempart.account.second.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.second.AppKey;

/** What an app is set up with: a picture for its camera, and the same in letters. */
@StyleSheet("styles/account.css")
public final class AppSetup extends Div {

  private static final long serialVersionUID = 1L;

  /** The longest that is typed: a one-time code with its hyphens. */
  private static final int LONGEST_CODE = 40;

  /**
   * @param site the host name by which the app tells its entries apart
   */
  public AppSetup(AppKey key, String site) {
    addClassName("account-app-setup");
    var letters = new Code(key.text());
    letters.addClassName("account-app-key");
    add(
        new QrPicture(key.address(site), t("account.second.qr")),
        new Paragraph(t("account.second.letters")),
        letters);
  }

  /** The field for what the app shows. */
  public static TextField codeField(String label) {
    var code = new TextField(label);
    code.getElement().setAttribute("name", "code");
    code.getElement().setAttribute("autocomplete", "one-time-code");
    code.getElement().setAttribute("autocapitalize", "off");
    code.getElement().setAttribute("spellcheck", "false");
    code.setMaxLength(LONGEST_CODE);
    code.setAutofocus(true);
    code.setManualValidation(true);
    code.setWidthFull();
    return code;
  }
}
