package eu.rempart.account.second.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.second.SecondFactorService;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.text.Formats;
import eu.rempart.vault.second.SecondFactors.Found;

/** What one is asked for beside the password. */
public final class SecondFactorPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient SecondFactorService service;
  private final Div state = new Div();

  public SecondFactorPanel(SecondFactorService service) {
    this.service = service;
    addClassName("account-section");
    var sentence = new Span(t("account.second.sentence"));
    sentence.addClassName("account-soft");
    state.addClassName("account-form");
    add(new H2(t("account.second")), sentence, state);
    refresh();
  }

  /** Shows what holds now: passkeys change it too. */
  public void refresh() {
    state.removeAll();
    switch (service.mine()) {
      case Found.Nothing _ -> {
        state.add(
            new Paragraph(
                service.isDemanded()
                    ? t("account.second.none.demanded")
                    : t("account.second.none")));
        state.add(actions(setUp(t("account.second.app.add"))));
      }
      case Found.Asked(var app, var changed, var codes) -> {
        state.add(new Paragraph(app ? t("account.second.app") : t("account.second.passkey")));
        state.add(new Paragraph(codes(codes)), since(Formats.dateTime(changed)));
        var fresh = new Button(t("account.second.codes.make"), _ -> askCodes(codes));
        state.add(
            app
                ? actions(fresh, setUp(t("account.second.app.replace")), remove())
                : actions(fresh, setUp(t("account.second.app.add"))));
      }
      case Found.Damaged(var code) -> state.add(new Paragraph(t("account.signin.damaged", code)));
    }
  }

  private static String codes(int left) {
    return switch (left) {
      case 0 -> t("account.second.codes.none");
      case 1 -> t("account.second.codes.one");
      default -> t("account.second.codes.left", left);
    };
  }

  private static Span since(String when) {
    var since = new Span(t("account.second.since", when));
    since.addClassName("account-soft");
    return since;
  }

  private static Div actions(Button... buttons) {
    var actions = new Div(buttons);
    actions.addClassName("account-actions");
    return actions;
  }

  private Button setUp(String label) {
    return new Button(
        label,
        Glyph.KEY.create(),
        _ -> ProofDialog.run(() -> new AppDialog(service, service.begin(), this::refresh).open()));
  }

  private void askCodes(int left) {
    Runnable make =
        () ->
            ProofDialog.run(
                () -> {
                  new CodesDialog(service.freshCodes()).open();
                  refresh();
                });
    if (left == 0) {
      make.run();
    } else {
      Confirmation.ask(
          t("account.second.codes.make"),
          t("account.second.codes.replace"),
          t("account.second.codes.make"),
          make);
    }
  }

  private Button remove() {
    return new Button(
        t("account.second.app.remove"),
        _ ->
            Confirmation.askDanger(
                t("account.second.app.remove"),
                t("account.second.app.remove.sentence"),
                t("account.second.app.remove"),
                () ->
                    ProofDialog.run(
                        () -> {
                          service.removeApp();
                          Notices.success(t("account.second.app.removed"));
                          refresh();
                        })));
  }
}
