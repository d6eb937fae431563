package eu.rempart.account.passkey.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.passkey.PasskeyService;
import eu.rempart.shell.command.SubmitKeys;
import java.util.function.Consumer;

/** What a passkey is called. */
final class RenamePasskeyDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  RenamePasskeyDialog(String former, Consumer<String> done) {
    setHeaderTitle(t("account.passkeys.rename.title"));
    setMaxWidth("min(28rem, 94vw)");
    var name = nameField(former);
    var save = new Button(t("account.profile.save"));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.addClickListener(
        _ -> {
          name.setInvalid(name.getValue().isBlank());
          if (!name.isInvalid()) {
            close();
            done.accept(name.getValue());
          }
        });
    add(name);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), save);
    SubmitKeys.press(save, name);
  }

  static TextField nameField(String value) {
    var name = new TextField(t("account.passkeys.name"));
    name.setHelperText(t("account.passkeys.name.help"));
    name.setErrorMessage(t("account.passkeys.name.missing"));
    name.setManualValidation(true);
    name.setMaxLength(PasskeyService.LONGEST_NAME);
    name.setValue(value);
    name.setWidthFull();
    name.setAutofocus(true);
    return name;
  }
}
