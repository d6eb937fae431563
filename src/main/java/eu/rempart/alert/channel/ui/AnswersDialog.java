package eu.rempart.alert.channel.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.alert.channel.answer.AnswerTokenService;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;

/** By which token the provider of a gateway brings what people answer. */
final class AnswersDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final String ADDRESS = "/alert/answers";

  private final transient AnswerTokenService tokens;
  private final Div state = new Div();

  AnswersDialog(AnswerTokenService tokens) {
    this.tokens = tokens;
    setHeaderTitle(t("alert-channel.answers.title"));
    addClassName("channel-dialog");
    setCloseOnOutsideClick(false);
    var about = new Paragraph(t("alert-channel.answers.sentence", ADDRESS));
    about.addClassName("line-soft");
    state.addClassName("channel-form");
    add(about, state);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
    show();
  }

  private void show() {
    state.removeAll();
    boolean there = tokens.exists();
    var make =
        new Button(
            t(there ? "alert-channel.answers.another" : "alert-channel.answers.make"), _ -> make());
    make.addThemeVariants(ButtonVariant.PRIMARY);
    state.add(
        new Paragraph(t(there ? "alert-channel.answers.there" : "alert-channel.answers.none")),
        make);
    if (there) {
      var revoke = new Button(t("alert-channel.answers.revoke"), _ -> revoke());
      revoke.addThemeVariants(ButtonVariant.TERTIARY);
      state.add(revoke);
    }
  }

  private void make() {
    tokens.make().ifPresentOrElse(this::show, () -> Notices.error(t("alert-channel.stale")));
  }

  /** The database has its hash only. */
  private void show(String token) {
    show();
    var field = new TextField(t("alert-channel.answers.token"));
    field.setReadOnly(true);
    field.setWidthFull();
    field.setValue(token);
    var copy = new Button(t("alert-channel.answers.copy"), Glyph.COPY.create());
    copy.addClickListener(
        _ -> {
          copy.getElement().executeJs("navigator.clipboard?.writeText($0)", token);
          copy.setText(t("alert-channel.answers.copied"));
        });
    state.add(new Paragraph(t("alert-channel.answers.once")), field, copy);
    field.focus();
  }

  private void revoke() {
    tokens.revoke();
    Notices.success(t("alert-channel.answers.revoked"));
    show();
  }
}
