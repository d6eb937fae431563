package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.account.ui.KitConfirmation;
import eu.rempart.account.ui.KitSheet;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.secret.ShownOnce;
import java.security.SecureRandom;

/** Where the recovery kit is, and what to do about it. */
public final class KitPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient RecoveryKitService kits;

  KitPanel(RecoveryKitService kits) {
    this.kits = kits;
    addClassName("account-form");
    show();
  }

  private void show() {
    removeAll();
    switch (kits.state()) {
      case SAFE -> add(new Paragraph(t("account.kit.safe")));
      case IN_FILE -> add(new Paragraph(t("account.kit.infile", kits.file().toString())), moved());
      case UNCONFIRMED -> add(new Paragraph(t("account.kit.unconfirmed")), moved());
    }
    add(new Button(t("account.kit.renew"), _ -> askRenew()));
  }

  private Button moved() {
    return new Button(
        t("account.kit.moved"),
        _ -> {
          if (!kits.confirmed()) {
            Notices.error(t("account.kit.stillthere", kits.file().toString()));
          }
          show();
        });
  }

  private void askRenew() {
    Confirmation.askDanger(
        t("account.kit.renew"),
        t("account.kit.renew.sentence"),
        t("account.kit.renew"),
        () -> ProofDialog.run(this::renew));
  }

  private void renew() {
    var kit = kits.renew();
    var dialog = new Dialog();
    dialog.setHeaderTitle(t("account.kit.title"));
    ShownOnce.guard(dialog);
    dialog.add(
        new KitSheet(kit),
        new KitConfirmation(
            kit,
            new SecureRandom(),
            () -> {
              kits.confirmed();
              dialog.close();
              show();
            }));
    dialog.open();
    show();
  }
}
