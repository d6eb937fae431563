package eu.rempart.account.passkey.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.passkey.PasskeyService;
import eu.rempart.account.passkey.PasskeyService.Candidate;
import eu.rempart.account.passkey.PasskeyService.Invitation;
import eu.rempart.account.passkey.PasskeyService.Outcome;
import eu.rempart.account.session.Device;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One passkey more: its name, then the device asks its owner twice. */
final class AddPasskeyDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ANSWER = 256 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final transient PasskeyService service;
  private final transient Runnable done;
  private final String invitation;
  private final TextField name;
  private final Paragraph said = new Paragraph();
  private final Button go = new Button(t("account.passkeys.create"));

  AddPasskeyDialog(PasskeyService service, Invitation invitation, Runnable done) {
    this.service = service;
    this.done = done;
    this.invitation = JSON.writeValueAsString(invitation);
    setHeaderTitle(t("account.passkeys.add"));
    setCloseOnOutsideClick(false);
    setMaxWidth("min(30rem, 94vw)");
    name =
        RenamePasskeyDialog.nameField(Device.of(PasskeysPanel.request().getHeader("User-Agent")));
    said.addClassName("account-said");
    said.getElement().setAttribute("role", "status");
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickListener(_ -> create());
    add(new Paragraph(t("account.passkeys.add.sentence")), name, said);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
    SubmitKeys.press(go, name);
  }

  private void create() {
    name.setInvalid(name.getValue().isBlank());
    if (name.isInvalid()) {
      return;
    }
    said.setText(t("account.passkeys.waiting"));
    go.setEnabled(false);
    getElement()
        .executeJs("return window.rempartPasskeys.create($0)", invitation)
        .then(String.class, this::made, _ -> refuse(t("account.passkeys.failed")));
  }

  private void made(String answer) {
    if (answer.length() > LONGEST_ANSWER) {
      refuse(t("account.passkeys.failed"));
      return;
    }
    JsonNode read;
    try {
      read = JSON.readTree(answer);
    } catch (JacksonException _) {
      refuse(t("account.passkeys.failed"));
      return;
    }
    made(read);
  }

  private void made(JsonNode read) {
    if (read.has("failure")) {
      refuse(failure(read.path("failure").asString("")));
    } else if (!read.path("steady").asBoolean(false)) {
      refuse(t("account.passkeys.unsteady"));
    } else {
      ProofDialog.run(() -> add(parts(read), parts(read.path("tried"))));
    }
  }

  /**
   * The parts of what a page sent, by their names.
   *
   * @throws JacksonException if it is not what a page sends
   */
  static Function<String, @Nullable String> read(String answer) {
    return parts(answer.length() > LONGEST_ANSWER ? JSON.nullNode() : JSON.readTree(answer));
  }

  private static Function<String, @Nullable String> parts(JsonNode of) {
    return part -> {
      String text = of.path(part).asString("");
      return text.isEmpty() ? null : text;
    };
  }

  private void add(
      Function<String, @Nullable String> made, Function<String, @Nullable String> tried) {
    switch (service.add(PasskeysPanel.request(), made, tried, name.getValue())) {
      case Outcome.Added _ -> {
        close();
        Notices.success(t("account.passkeys.added"));
        done.run();
      }
      case Outcome.WithoutKey(var candidate) -> offerBeside(candidate);
      case Outcome.Refused _ -> refuse(t("account.passkeys.failed"));
    }
  }

  private void offerBeside(Candidate candidate) {
    refuse(t("account.passkeys.without"));
    var beside = new Button(t("account.passkeys.beside"));
    beside.addThemeVariants(ButtonVariant.PRIMARY);
    beside.addClickListener(
        _ ->
            ProofDialog.run(
                () -> {
                  service.beside(PasskeysPanel.request(), candidate);
                  close();
                  Notices.success(t("account.passkeys.beside.done"));
                  done.run();
                }));
    getFooter().add(beside);
    beside.focus();
  }

  private static String failure(String kind) {
    return switch (kind) {
      case "NotAllowedError" -> t("account.passkeys.cancelled");
      case "InvalidStateError" -> t("account.passkeys.twice");
      case "SecurityError" -> t("account.passkeys.insecure");
      default -> t("account.passkeys.failed");
    };
  }

  /** What was asked with is used up: whoever goes on begins again. */
  private void refuse(String sentence) {
    said.setText(sentence);
    said.getElement().setAttribute("role", "alert");
    go.setVisible(false);
  }
}
