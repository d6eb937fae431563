package eu.rempart.metrics.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.metrics.token.MetricsToken;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.secret.ShownOnce;
import java.util.function.UnaryOperator;

/** Asks for whom a token is, and shows it, this once. */
final class TokenDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient UnaryOperator<String> make;
  private final TextField name = new TextField(t("metrics.name"));

  /**
   * @param make makes one of a name
   */
  TokenDialog(UnaryOperator<String> make) {
    this.make = make;
    setHeaderTitle(t("metrics.make"));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    name.setMaxLength(MetricsToken.LONGEST_NAME);
    name.setHelperText(t("metrics.name.hint"));
    name.setManualValidation(true);
    name.setErrorMessage(t("metrics.name.wrong"));
    name.setWidthFull();
    add(name);
    var go = new Button(t("metrics.make.do"), _ -> make());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }

  private void make() {
    name.setInvalid(
        name.getValue().isBlank() || name.getValue().chars().anyMatch(Character::isISOControl));
    if (!name.isInvalid()) {
      ProofDialog.run(() -> show(make.apply(name.getValue())));
    }
  }

  /** The database has its hash only. */
  private void show(String token) {
    removeAll();
    getFooter().removeAll();
    ShownOnce.guard(this);
    var field = new TextField(t("metrics.token"));
    field.setReadOnly(true);
    field.setWidthFull();
    field.setValue(token);
    var copy = new Button(t("metrics.copy"), Glyph.COPY.create());
    copy.addClickListener(
        _ -> {
          copy.getElement().executeJs("navigator.clipboard?.writeText($0)", token);
          copy.setText(t("metrics.copied"));
        });
    add(new Paragraph(t("metrics.once")), field, copy, new Paragraph(t("metrics.how")));
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }
}
