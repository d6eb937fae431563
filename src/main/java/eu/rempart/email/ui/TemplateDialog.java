package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.email.EmailContent;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.TemplateService;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a template is written, with a picker of fields. */
final class TemplateDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(t("email_template.field.name"));
  private final TextField subject = new TextField(t("email_template.field.subject"));
  private final TextArea body = new TextArea(t("email_template.field.body"));
  private final Checkbox shared = new Checkbox(t("email_template.field.shared"));
  private final Div problem = new Div();
  private final Div restored = restored();
  private final transient TemplateDesk desk;
  private final transient @Nullable EmailTemplate before;
  private final transient Runnable saved;

  /**
   * @param before null for a new one
   * @param saved called when it is kept
   */
  TemplateDialog(TemplateDesk desk, @Nullable EmailTemplate before, Runnable saved) {
    this.desk = desk;
    this.before = before;
    this.saved = saved;
    addClassName("email-dialog");
    setHeaderTitle(before == null ? t("email.template.new") : before.name());
    setCloseOnOutsideClick(false); // a slip of the hand loses nothing
    name.setMaxLength(TemplateService.MAX_NAME);
    subject.setMaxLength(EmailContent.MAX_SUBJECT);
    body.setMinHeight("10rem");
    problem.addClassName("email-problem");
    problem.getElement().setAttribute("role", "alert");
    restored.addClassName("email-restored");
    restored.getElement().setAttribute("role", "status");
    Optional<TemplateTyped> begun = desk.begun(before);
    restored.setVisible(begun.isPresent());
    show(begun.orElseGet(() -> TemplateTyped.of(before)));
    keepAsTyped(name, name);
    keepAsTyped(subject, subject);
    keepAsTyped(body, body);
    shared.addValueChangeListener(_ -> remember());
    var form =
        new Div(restored, name, subject, FieldPicker.into(body, desk.own()), body, shared, problem);
    form.addClassName("email-form");
    add(form);
    var save = new Button(t("email.template.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> giveUp()), save);
  }

  /** Says that what was typed before is back, and how to be rid of it. */
  private Div restored() {
    var anew = new Button(t("email.template.anew"), _ -> beginAnew());
    anew.addThemeVariants(ButtonVariant.TERTIARY);
    return new Div(new Span(t("email.template.restored")), anew);
  }

  private void show(TemplateTyped typed) {
    name.setValue(typed.name());
    subject.setValue(typed.subject());
    body.setValue(typed.body());
    shared.setValue(typed.shared());
  }

  private TemplateTyped typed() {
    return new TemplateTyped(
        name.getValue(), shared.getValue(), subject.getValue(), body.getValue());
  }

  private void keepAsTyped(HasValueChangeMode mode, HasValue<?, String> field) {
    mode.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(_ -> remember());
  }

  /** A closed tab or a lost connection takes nothing that was typed. */
  private void remember() {
    desk.keep(before, typed());
  }

  private void beginAnew() {
    show(TemplateTyped.of(before));
    desk.drop(before);
    restored.setVisible(false);
    name.focus();
  }

  private void giveUp() {
    Confirmation.askLeave(
        !typed().equals(TemplateTyped.of(before)),
        () -> {
          desk.drop(before);
          close();
        });
  }

  private void save() {
    problem.setText("");
    name.setInvalid(false);
    subject.setInvalid(false);
    body.setInvalid(false);
    try {
      if (keep()) {
        desk.drop(before);
        close();
        Notices.success(t("email.template.saved"));
        saved.run();
      } else {
        problem.setText(t("email.template.stale"));
      }
    } catch (InvalidFieldException e) {
      refuse(e);
    }
  }

  private boolean keep() {
    EmailTemplate known = before;
    if (known == null) {
      desk.create(name.getValue(), shared.getValue(), subject.getValue(), body.getValue());
      return true;
    }
    return desk.save(
        new EmailTemplate(
            known.id(),
            known.version(),
            known.memberId(),
            shared.getValue(),
            name.getValue(),
            subject.getValue(),
            body.getValue()));
  }

  private void refuse(InvalidFieldException e) {
    String sentence =
        e.problem() == Problem.REQUIRED
            ? t("email.template.required")
            : t("email.compose.long", EmailContent.MAX_TEXT);
    switch (e.field()) {
      case "email_template.field.name" -> {
        name.setErrorMessage(sentence);
        name.setInvalid(true);
        name.focus();
      }
      case "email_template.field.subject" -> {
        subject.setErrorMessage(sentence);
        subject.setInvalid(true);
        subject.focus();
      }
      default -> {
        body.setErrorMessage(sentence);
        body.setInvalid(true);
        body.focus();
      }
    }
  }
}
