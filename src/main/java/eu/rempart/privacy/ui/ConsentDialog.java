package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.contact.ContactId;
import eu.rempart.privacy.Consent;
import eu.rempart.privacy.ConsentService;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person said about a purpose: of a new one, or that they changed their mind. */
final class ConsentDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MAX_TEXT = 500;

  private final transient ConsentService service;
  private final transient ContactId contact;
  private final transient @Nullable Consent before;
  private final transient Runnable done;
  private final TextField purpose = new TextField(t("consent.field.purpose"));
  private final RadioButtonGroup<Boolean> given = new RadioButtonGroup<>(t("consent.field.given"));
  private final DateField saidOn = new DateField().past();
  private final TextField source = new TextField(t("consent.field.source"));

  /**
   * @param before null for a new purpose
   */
  ConsentDialog(
      ConsentService service, ContactId contact, @Nullable Consent before, Runnable done) {
    this.service = service;
    this.contact = contact;
    this.before = before;
    this.done = done;
    setHeaderTitle(before == null ? t("privacy.consent.add") : before.purpose());
    setCloseOnOutsideClick(false);
    purpose.setMaxLength(MAX_TEXT);
    purpose.setRequiredIndicatorVisible(true);
    source.setMaxLength(MAX_TEXT);
    given.setItems(true, false);
    given.setItemLabelGenerator(yes -> t(yes ? "privacy.consent.given" : "privacy.consent.taken"));
    given.setValue(before == null || !before.given());
    saidOn.setLabel(t("consent.field.said_on"));
    saidOn.setValue(LocalDate.now(Formats.zone()));
    saidOn.setRequiredIndicatorVisible(true);
    var form = new Div(given, saidOn, source);
    form.addClassName("privacy-form");
    if (before == null) {
      form.addComponentAsFirst(purpose);
    }
    add(form);
    var save = new Button(t("privacy.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), save);
  }

  private void save() {
    if (!TypedText.isAllRead(this)) {
      return;
    }
    LocalDate day = saidOn.getValue();
    if (day == null) {
      saidOn.setErrorMessage(t("privacy.problem.date"));
      saidOn.setInvalid(true);
      return;
    }
    try {
      if (before == null) {
        service.add(contact, purpose.getValue(), given.getValue(), day, source.getValue());
      } else if (!service.change(before, given.getValue(), day, source.getValue())) {
        Notices.error(t("privacy.stale"));
        return;
      }
    } catch (InvalidFieldException e) {
      purpose.setErrorMessage(t("privacy.problem.purpose"));
      purpose.setInvalid(true);
      purpose.focus();
      return;
    }
    close();
    done.run();
    Notices.success(t("privacy.consent.saved"));
  }
}
