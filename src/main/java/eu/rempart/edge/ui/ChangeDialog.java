package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinServletRequest;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.admin.Outcome;
import eu.rempart.edge.rule.Reasons;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.text.Formats;
import java.util.Optional;

/**
 * A change with its reason. What is previewed is saved only after the person has seen what it would
 * have refused in the last seven days; every edit asks for a new look.
 */
final class ChangeDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient EdgeAdministration administration;
  private final transient ChangeForm form;
  private final transient Runnable done;
  private final TextArea reason = new TextArea(t("edge.change.reason"));
  private final Div outcome = new Div();
  private final Button go = new Button();
  private boolean seen;

  ChangeDialog(String title, ChangeForm form, EdgeAdministration administration, Runnable done) {
    this.administration = administration;
    this.form = form;
    this.done = done;
    setHeaderTitle(title);
    addClassName("edge-dialog");
    setCloseOnOutsideClick(false);
    reason.setHelperText(t("edge.change.reason.hint"));
    reason.setMaxLength(Reasons.LONGEST);
    reason.setManualValidation(true);
    reason.setErrorMessage(t("edge.change.reason.missing"));
    reason.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    outcome.addClassName("edge-outcome");
    outcome.getElement().setAttribute("aria-live", "polite");
    var body = new Div(form.fields(), reason, outcome);
    body.addClassName("edge-form");
    add(body);
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.setDisableOnClick(true);
    go.addClickListener(
        _ -> {
          proceed();
          go.setEnabled(true);
        });
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
    form.onEdit(this::look);
    look();
  }

  /** Back to where a look comes first. */
  private void look() {
    seen = !form.previewed();
    outcome.removeAll();
    go.setText(seen ? t("edge.change.save") : t("edge.change.preview"));
  }

  private void proceed() {
    if (!TypedText.isAllRead(this)) {
      return;
    }
    reason.setInvalid(reason.isEmpty() || reason.getValue().isBlank());
    if (reason.isInvalid()) {
      reason.focus();
      return;
    }
    Optional<EdgeChange> change = form.change(reason.getValue().strip());
    if (change.isEmpty()) {
      return;
    }
    if (seen) {
      ProofDialog.run(() -> save(change.get()));
      return;
    }
    outcome.removeAll();
    outcome.add(new PreviewBox(administration.preview(change.get())));
    seen = true;
    go.setText(t("edge.change.save"));
  }

  private void save(EdgeChange change) {
    switch (administration.change(change, address(), reason.getValue().strip())) {
      case Outcome.Done _ -> {
        close();
        Notices.success(t("edge.change.saved"));
        done.run();
      }
      case Outcome.Stale _ -> refuse(t("edge.change.stale"));
      case Outcome.WouldShutOut(var own) -> refuse(t("edge.change.shuts-out", own));
      case Outcome.WouldShutOutLater(var own, var from) ->
          refuse(t("edge.change.shuts-out.later", own, Formats.dateTime(from)));
    }
  }

  private void refuse(String sentence) {
    var words = new Paragraph(sentence);
    words.addClassName("edge-refused");
    words.getElement().setAttribute("role", "alert");
    outcome.removeAll();
    outcome.add(words);
  }

  /** The acting administrator's. */
  static String address() {
    return ClientAddress.of(VaadinServletRequest.getCurrent());
  }
}
