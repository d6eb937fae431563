package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.vault.RecoveryKit;
import java.util.List;
import java.util.random.RandomGenerator;

/** Two groups of the kit, typed back from paper: proof that it was written down. */
@StyleSheet("styles/doorway.css")
public final class KitConfirmation extends Div {

  private static final long serialVersionUID = 1L;

  private record Asked(int group, TextField field) {}

  private final transient RecoveryKit kit;
  private final transient List<Asked> asked;
  private final transient Runnable confirmed;

  public KitConfirmation(RecoveryKit kit, RandomGenerator random, Runnable confirmed) {
    this.kit = kit;
    this.confirmed = confirmed;
    addClassName("doorway-form");
    asked =
        random
            .ints(0, RecoveryKit.GROUPS)
            .distinct()
            .limit(2)
            .sorted()
            .mapToObj(group -> new Asked(group, field(group)))
            .toList();
    var confirm = new Button(t("account.kit.confirm"), _ -> check());
    confirm.addThemeVariants(ButtonVariant.PRIMARY);
    SubmitKeys.press(confirm, this);
    asked.forEach(question -> add(question.field()));
    add(confirm);
  }

  private static TextField field(int group) {
    var field = new TextField(t("account.kit.group", group + 1));
    field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    field.setManualValidation(true);
    return field;
  }

  private void check() {
    var right = true;
    for (var question : asked) {
      var same = kit.confirms(question.group(), question.field().getValue());
      question.field().setErrorMessage(t("account.kit.wrong"));
      question.field().setInvalid(!same);
      right &= same;
    }
    if (right) {
      confirmed.run();
    }
  }
}
