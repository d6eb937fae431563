package eu.rempart.account.second.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import eu.rempart.account.second.SecondFactorService;
import eu.rempart.account.second.SecondFactorService.NewApp;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;

/** Sets an authenticator app up: it counts once its first code was right. */
final class AppDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient SecondFactorService service;
  private final transient NewApp app;
  private final transient Runnable done;
  private final TextField code = AppSetup.codeField(t("account.second.code"));

  AppDialog(SecondFactorService service, NewApp app, Runnable done) {
    this.service = service;
    this.app = app;
    this.done = done;
    setHeaderTitle(t("account.second.app.add"));
    setCloseOnOutsideClick(false);
    setMaxWidth("min(30rem, 94vw)");
    var go = new Button(t("account.second.app.go"), _ -> ProofDialog.run(this::set));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    add(
        new Paragraph(t("account.second.app.sentence")),
        new AppSetup(app.key(), VaadinServletRequest.getCurrent().getServerName()),
        code);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
    SubmitKeys.press(go, code);
    addClosedListener(_ -> app.forget());
  }

  private void set() {
    boolean set = !code.getValue().isBlank() && service.set(app, code.getValue());
    code.setErrorMessage(t("account.second.code.wrong"));
    code.setInvalid(!set);
    if (set) {
      close();
      Notices.success(t("account.second.app.added"));
      done.run();
    }
  }
}
