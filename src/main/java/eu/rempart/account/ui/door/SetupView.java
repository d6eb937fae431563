package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.account.JoiningService;
import eu.rempart.account.session.SignIns;
import eu.rempart.account.setup.FirstAdministrator;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.account.ui.KitConfirmation;
import eu.rempart.account.ui.KitSheet;
import eu.rempart.account.ui.NewPassword;
import eu.rempart.common.EmailAddress;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.text.Texts;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.WeakPasswordException;
import java.security.SecureRandom;
import java.util.Arrays;

/** The first page of a new installation: the first administrator, then the recovery kit. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
public final class SetupView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient JoiningService joining;
  private final transient RecoveryKitService kits;
  private final transient SignIns signIns;
  private final TextField code = new TextField(t("account.setup.code"));
  private final TextField name = new TextField(t("account.name"));
  private final EmailField email = new EmailField(t("account.email"));
  private final NewPassword password;

  public SetupView(JoiningService joining, RecoveryKitService kits, SignIns signIns) {
    this.joining = joining;
    this.kits = kits;
    this.signIns = signIns;
    password = new NewPassword(t("account.password"), this::rule);
    addClassName("setup-view");
    code.setHelperText(t("account.setup.code.hint"));
    code.setAutocomplete(Autocomplete.OFF);
    code.setAutofocus(true);
    code.setMaxLength(40);
    code.setManualValidation(true);
    name.setAutocomplete(Autocomplete.NAME);
    name.setMaxLength(120);
    email.setAutocomplete(Autocomplete.USERNAME);
    email.setManualValidation(true);
    name.setManualValidation(true);
    var create = new Button(t("account.setup.create"));
    create.addClickListener(
        _ -> {
          create();
          create.setEnabled(true); // for another try, where something was wrong
        });
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.setDisableOnClick(true);
    var form = new Div(code, name, email, password, create);
    form.addClassName("doorway-form");
    SubmitKeys.press(create, form);
    show(t("account.setup.title"), t("account.setup.sentence"), form);
  }

  private PasswordRule rule() {
    return joining.passwordRule(name.getValue(), email.getValue());
  }

  @Override
  public String getPageTitle() {
    return t("account.setup.title") + " · Rempart";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (joining.state() != VaultState.NEW) {
      event.forwardTo(LoginView.class);
    }
  }

  private void create() {
    var address = EmailAddress.parse(email.getValue());
    code.setErrorMessage(t("account.setup.code.missing"));
    code.setInvalid(code.getValue().isBlank());
    name.setErrorMessage(t("account.name.missing"));
    name.setInvalid(name.getValue().isBlank());
    email.setErrorMessage(t("account.email.invalid"));
    email.setInvalid(address.isEmpty());
    var chosen = password.chosen();
    if (address.isPresent() && chosen.isPresent() && !name.isInvalid() && !code.isInvalid()) {
      create(address.get(), chosen.get());
    }
  }

  private void create(EmailAddress address, char[] chosen) {
    try {
      joining
          .setUp(
              code.getValue(), name.getValue(), address, chosen, Texts.locale(), Arrival.source())
          .ifPresentOrElse(this::welcome, () -> refuse(t("account.setup.code.wrong")));
    } catch (TooManyTriesException e) {
      refuse(t("account.signin.wait", e.seconds()));
    } catch (WeakPasswordException e) {
      password.refuse(t(e.fault().messageKey()));
    } catch (IllegalStateException _) {
      Arrival.goHome();
    } finally {
      Arrays.fill(chosen, '\0');
    }
  }

  private void welcome(FirstAdministrator first) {
    Arrival.establish(signIns, first.member());
    showKit(first.kit());
  }

  private void refuse(String sentence) {
    code.setErrorMessage(sentence);
    code.setInvalid(true);
    code.focus();
  }

  private void showKit(RecoveryKit kit) {
    var next = new Button(t("account.kit.written"), _ -> confirm(kit));
    next.addThemeVariants(ButtonVariant.PRIMARY);
    show(t("account.kit.title"), t("account.kit.sentence"), new KitSheet(kit), next);
  }

  private void confirm(RecoveryKit kit) {
    var back = new Button(t("account.kit.back"), _ -> showKit(kit));
    back.addThemeVariants(ButtonVariant.TERTIARY);
    show(
        t("account.kit.confirm.title"),
        t("account.kit.confirm.sentence"),
        new KitConfirmation(kit, new SecureRandom(), this::finish),
        back);
  }

  private void finish() {
    kits.confirmed();
    Arrival.goHome();
  }
}
