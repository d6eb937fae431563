package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.Strength;
import java.util.Optional;
import java.util.function.Supplier;

/** A field for a password to be chosen, which says at once what is wrong with one. */
public final class NewPassword extends PasswordField {

  private static final long serialVersionUID = 1L;
  private static final int QUIET_MILLIS = 500;
  private static final int STRONG = 20;

  private final transient Supplier<PasswordRule> rule;

  /** The supplier gives the rule of the service that will take the password. */
  public NewPassword(String label, Supplier<PasswordRule> rule) {
    super(label);
    this.rule = rule;
    setAutocomplete(Autocomplete.NEW_PASSWORD);
    setHelperText(hint());
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(QUIET_MILLIS);
    setManualValidation(true);
    Reveal.name(this);
    addValueChangeListener(
        _ -> {
          if (isEmpty()) {
            rest();
          } else {
            judge();
          }
        });
  }

  /** The password, if it may be one; otherwise the field says why not. */
  public Optional<char[]> chosen() {
    judge();
    var password = getValue().toCharArray();
    return isInvalid() ? Optional.empty() : Optional.of(password);
  }

  /** Says that the server refused it. */
  public void refuse(String sentence) {
    setErrorMessage(sentence);
    setInvalid(true);
  }

  /** Nothing is typed, so nothing is wrong with it. */
  private void rest() {
    setErrorMessage("");
    setInvalid(false);
    setHelperText(hint());
  }

  private String hint() {
    return rule.get().strength() == Strength.WITH_SECOND_FACTOR
        ? t("account.password.hint.second")
        : t("account.password.hint");
  }

  private void judge() {
    var fault = rule.get().check(getValue().toCharArray());
    fault.ifPresent(found -> setErrorMessage(t(found.messageKey())));
    setInvalid(fault.isPresent());
    setHelperText(
        fault.isPresent()
            ? hint()
            : getValue().length() >= STRONG
                ? t("account.password.strong")
                : t("account.password.good"));
  }
}
