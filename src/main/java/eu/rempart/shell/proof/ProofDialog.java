package eu.rempart.shell.proof;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.rempart.common.proof.FreshProofRequiredException;
import java.util.Arrays;

/**
 * Asks for password or passkey where an act needs a fresh proof, and does the act again once it was
 * right. What somebody filled in before stays where it is.
 */
public final class ProofDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 256;

  private final transient Prover prover;
  private final transient Runnable act;
  private final transient Runnable cancelled;
  private final PasswordField password = new PasswordField(t("shell.proof.password"));

  /** Says who checks proofs on this page. */
  public static void answeredBy(UI ui, Prover prover) {
    ComponentUtil.setData(ui, Prover.class, prover);
  }

  /**
   * Does an act. If it asks for a fresh proof, the password is asked for first, and then the act is
   * done from its beginning; if the person cancels, nothing is done.
   */
  public static void run(Runnable act) {
    run(act, () -> {});
  }

  /**
   * As {@link #run(Runnable)}.
   *
   * @param cancelled called if the person does not prove who they are
   */
  public static void run(Runnable act, Runnable cancelled) {
    try {
      act.run();
    } catch (FreshProofRequiredException needed) {
      Prover prover = ComponentUtil.getData(UI.getCurrentOrThrow(), Prover.class);
      if (prover == null) {
        throw needed;
      }
      new ProofDialog(prover, act, cancelled).open();
    }
  }

  private ProofDialog(Prover prover, Runnable act, Runnable cancelled) {
    this.prover = prover;
    this.act = act;
    this.cancelled = cancelled;
    setHeaderTitle(t("shell.proof.title"));
    setCloseOnOutsideClick(false);
    setMaxWidth("28rem");
    addClassName("proof-dialog");
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    password.setManualValidation(true);
    password.setMaxLength(LONGEST);
    password.setWidthFull();
    password.setAutofocus(true);
    password.getElement().executeJs("this.i18n = {reveal: $0}", t("shell.proof.reveal"));
    var go = new Button(t("shell.proof.continue"), _ -> prove());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    add(new Paragraph(t("shell.proof.sentence")), password);
    addDialogCloseActionListener(_ -> cancel());
    getFooter().add(new Button(t("shell.cancel"), _ -> cancel()));
    // asked once more with each press: a question is good once
    if (prover.question().isPresent()) {
      getFooter().add(new Button(t("shell.proof.passkey"), _ -> askPasskey()));
    }
    getFooter().add(go);
  }

  private void prove() {
    char[] typed = password.getValue().toCharArray();
    ProofAnswer answer;
    try {
      answer = prover.password(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
    password.clear();
    answered(answer, t("shell.proof.wrong"));
  }

  private void askPasskey() {
    String question = prover.question().orElse("");
    getElement()
        .executeJs("return window.rempartPasskeys.prove($0)", question)
        .then(
            String.class,
            answer -> answered(prover.passkey(answer), t("shell.proof.passkey.wrong")),
            _ -> refuse(t("shell.proof.passkey.wrong")));
  }

  private void answered(ProofAnswer answer, String wrong) {
    switch (answer) {
      case ProofAnswer.Right _ -> {
        close();
        run(act, cancelled);
      }
      case ProofAnswer.Wrong _ -> refuse(wrong);
      case ProofAnswer.Wait(var seconds) -> refuse(t("shell.proof.wait", seconds));
    }
  }

  private void cancel() {
    close();
    cancelled.run();
  }

  private void refuse(String sentence) {
    password.setErrorMessage(sentence);
    password.setInvalid(true);
    password.focus();
  }
}
