package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.account.JoiningService;
import eu.rempart.account.session.SignIns;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.account.ui.NewPassword;
import eu.rempart.common.EmailAddress;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.text.Texts;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.WeakPasswordException;
import java.util.Arrays;

/** For the day when every administrator is lost: whoever holds the recovery kit becomes one. */
@Route(value = "recover", autoLayout = false)
@AnonymousAllowed
public final class RecoverView extends Doorway implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient JoiningService joining;
  private final transient SignIns signIns;
  private final TextArea kit = new TextArea(t("account.kit.label"));
  private final TextField name = new TextField(t("account.name"));
  private final EmailField email = new EmailField(t("account.email"));
  private final NewPassword password;

  public RecoverView(JoiningService joining, SignIns signIns) {
    this.joining = joining;
    this.signIns = signIns;
    password = new NewPassword(t("account.password.new"), this::rule);
    addClassName("recover-view");
    kit.setAutocomplete(Autocomplete.OFF);
    kit.setAutofocus(true);
    kit.setHelperText(t("account.recover.kit.hint"));
    name.setAutocomplete(Autocomplete.NAME);
    name.setMaxLength(120);
    email.setAutocomplete(Autocomplete.USERNAME);
    kit.setManualValidation(true);
    name.setManualValidation(true);
    email.setManualValidation(true);
    var recover = new Button(t("account.recover.open"), _ -> recover());
    recover.addThemeVariants(ButtonVariant.PRIMARY);
    var form = new Div(kit, name, email, password, recover);
    form.addClassName("doorway-form");
    SubmitKeys.press(recover, form);
    var links = new Div(new Anchor("login", t("account.doorway.back")));
    links.addClassName("doorway-links");
    show(t("account.recover.title"), t("account.recover.sentence"), form, links);
  }

  private PasswordRule rule() {
    return joining.passwordRule(name.getValue(), email.getValue());
  }

  @Override
  public String getPageTitle() {
    return t("account.recover.title") + " · Rempart";
  }

  private void recover() {
    var typed = RecoveryKit.parse(kit.getValue());
    var address = EmailAddress.parse(email.getValue());
    kit.setErrorMessage(t("account.recover.kit.mistyped"));
    kit.setInvalid(typed.isEmpty());
    name.setErrorMessage(t("account.name.missing"));
    name.setInvalid(name.getValue().isBlank());
    email.setErrorMessage(t("account.email.invalid"));
    email.setInvalid(address.isEmpty());
    var chosen = password.chosen();
    if (typed.isPresent() && address.isPresent() && chosen.isPresent() && !name.isInvalid()) {
      recover(typed.get(), address.get(), chosen.get());
    }
  }

  private void recover(RecoveryKit typed, EmailAddress address, char[] chosen) {
    try {
      var member =
          joining.recover(
              typed, name.getValue(), address, chosen, Texts.locale(), Arrival.source());
      if (member.isPresent()) {
        Arrival.establish(signIns, member.get());
        Arrival.goHome();
      } else {
        notice(t("account.recover.refused"), true);
      }
    } catch (WeakPasswordException e) {
      password.refuse(t(e.fault().messageKey()));
    } catch (TooManyTriesException e) {
      notice(t("account.signin.wait.source", e.seconds()), true);
      waitIsOver((int) e.seconds());
    } catch (VaultBusyException _) {
      notice(t("account.busy"), true);
    } finally {
      Arrays.fill(chosen, '\0');
    }
  }
}
