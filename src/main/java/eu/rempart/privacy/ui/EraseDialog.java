package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Asks twice before a person is erased: nothing brings them back. */
final class EraseDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextField typed = new TextField();

  EraseDialog(Runnable erase) {
    setRole("alertdialog");
    setHeaderTitle(t("privacy.erase.title"));
    setWidth("32rem");
    setMaxWidth("100vw");
    setCloseOnOutsideClick(false);
    String word = t("privacy.erase.word");
    typed.setLabel(t("privacy.erase.type", word));
    var form = new Div(new Paragraph(t("privacy.erase.sentence")), typed);
    form.addClassName("privacy-form");
    add(form);
    var yes = new Button(t("privacy.erase.now"));
    yes.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    yes.addClickListener(
        _ -> {
          if (typed.getValue().strip().equalsIgnoreCase(word)) {
            close();
            erase.run();
          } else {
            typed.setErrorMessage(t("privacy.erase.type", word));
            typed.setInvalid(true);
            typed.focus();
          }
        });
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), yes);
  }
}
